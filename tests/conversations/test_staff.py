"""From the operator's invitation to a school with its curator, link and poster."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.people import MembershipState, Organisation
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.world import World


def links(phone: Phone) -> list[str]:
    """Deep links in what the bot wrote, the oldest first."""
    words = (word for screen in phone.screens for word in screen.text.split())
    return [word for word in words if word.startswith("https://t.me/")]


async def registers(phone: Phone, name: str = "Петрова Анна Ивановна", post: str = "Директор") -> None:
    """The form of staff, from consent to card."""
    await phone.taps("Даю согласие")
    await phone.says(name)
    await phone.taps(post)
    await phone.taps("Всё верно")


async def test_from_the_first_invitation_to_the_curators_link(any_world: World) -> None:
    world = any_world
    coordinator = world.phone("Ольга")
    await coordinator.starts(await world.invite(Role.COORDINATOR))
    await coordinator.sees("муниципальный координатор", "Программа наставничества")
    await registers(coordinator, "Смирнова Ольга Павловна", "Управление образования")
    await coordinator.sees("Готово!", "создайте организацию")

    await coordinator.taps("Меню")
    await coordinator.taps("Организации")
    await coordinator.sees("Организаций пока нет")
    await coordinator.taps("Новая организация")
    await coordinator.says("МОУ СОШ № 14")
    await coordinator.taps("Школа")
    await coordinator.taps("Москва")
    await coordinator.taps("Всё верно")
    await coordinator.sees("МОУ СОШ № 14", "создана")
    await coordinator.taps("Пригласить куратора")
    await coordinator.sees("Личная ссылка готова", "сработает один раз", "МОУ СОШ № 14")

    curator = world.phone("Анна")
    await curator.opens(links(coordinator)[-1])
    await registers(curator)
    await curator.sees("Вы — куратор", "МОУ СОШ № 14", "Ссылка и плакат")
    await coordinator.sees("Петрова Анна Ивановна", "теперь с вами")

    await curator.taps("Меню")
    await curator.taps("Ссылка и плакат")
    await curator.sees("Ссылка вашей организации", "МОУ СОШ № 14")
    shown = links(curator)[-1]
    await curator.taps("Скопировать ссылку")
    assert curator.copied == shown
    await curator.taps("‹ Меню")
    await curator.taps("Ссылка и плакат")
    assert links(curator)[-1] == shown
    async with world.work() as work:
        actor = await work.chats.actor(curator.id)
        assert actor.roles == {Role.CURATOR}
        assert actor.person is not None
        assert actor.person.profile.post == "директор"
        assert [given.kind.value for given in await work.consents.current(actor.person.id)] == ["processing"]


async def test_the_command_menu_follows_the_role(world: World) -> None:
    school = await world.organisation()
    curator = world.phone("Анна")
    await curator.starts()
    assert "people" not in curator.commands
    await curator.starts(await world.invite(Role.CURATOR, school))
    await registers(curator)
    assert {"menu", "people", "pairs", "summary", "invite", "export"} <= set(curator.commands)
    assert "log" not in curator.commands


async def test_a_poster_comes_as_a_picture(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await curator.taps("Ссылка и плакат")
    await curator.taps("Плакат с QR-кодом")
    await curator.sees("Школа № 14")
    assert len(curator.photos) == 1
    assert curator.photos[0].startswith(b"\x89PNG")


async def test_a_withdrawn_link_lets_nobody_in_and_a_new_one_does(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await curator.taps("Ссылка и плакат")
    old = links(curator)[-1]
    await curator.taps("Отозвать, сделать новую")
    await curator.sees("перестанут работать")
    question = curator.screen
    await curator.taps("Да, сделать новую")
    new = links(curator)[-1]
    assert new != old

    visitor = world.phone("Гость")
    await visitor.opens(old)
    await visitor.sees("отозвали")
    await visitor.opens(new)
    await visitor.sees_no("отозвали")

    async with world.work() as work:
        invitation = await work.invitations.find(old.rpartition("=")[2])
    assert invitation is not None
    await curator.presses_old(question.message_id, f"link.revoke:{invitation.organisation_id}:{invitation.id}")
    await curator.toasted("уже заменили")
    assert links(curator)[-1] == new


async def test_the_text_for_the_chat_can_be_forwarded(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    for whom, words in (("Ученикам", "Привет!"), ("Родителям", "родители"), ("Педагогам", "коллеги"), ("Всем", "")):
        await curator.taps("Ссылка и плакат")
        await curator.taps("Тексты для чатов")
        await curator.taps(whom)
        await curator.sees("Школа № 14", "работает программа наставничества", "https://t.me/", words)
        assert curator.screen.labels == [], "it is forwarded as it is"
        await curator.says("/menu")


async def test_a_guide_for_each_comes_as_a_page_to_print(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    for whom, title in (("Ученикам", "ученику"), ("Родителям", "родителю"), ("Педагогам", "педагогу")):
        await curator.taps("Ссылка и плакат")
        await curator.taps("Памятки на листе А4")
        await curator.taps(whom)
        await curator.sees(f"Памятка {title}: Школа № 14")
        await curator.says("/menu")
    assert [name for name, _ in curator.documents] == ["guide-pupils.pdf", "guide-parents.pdf", "guide-teachers.pdf"]
    assert all(content.startswith(b"%PDF") for _, content in curator.documents)


async def test_a_guide_with_a_withdrawn_link_is_not_made(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await curator.taps("Ссылка и плакат")
    await curator.presses_old(curator.screen.message_id, "link.guide:1:strangers")
    await curator.toasted("уже не действует")
    await curator.presses_old(curator.screen.message_id, "link.guide:99:pupils")
    assert curator.documents == []


@pytest.mark.parametrize("role", [Role.HEAD, Role.PSYCHOLOGIST])
async def test_a_curator_invites_head_and_psychologist(world: World, role: Role) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await curator.says("/invite")
    await curator.sees("Кого пригласить", "Школа № 14")
    await curator.sees_no("Пригласить куратора")
    await curator.sees("Нужен второй куратор? Его приглашает муниципальный координатор")
    await curator.taps({Role.HEAD: "Пригласить руководителя", Role.PSYCHOLOGIST: "Пригласить психолога"}[role])
    invited = world.phone("Новый")
    await invited.opens(links(curator)[-1])
    await registers(invited, "Иванов Пётр Сергеевич")
    async with world.work() as work:
        assert (await work.chats.actor(invited.id)).roles == {role}


async def test_nothing_is_kept_of_somebody_who_refuses(world: World) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    guest = world.phone("Анна")
    await guest.starts(token)
    await guest.taps("Не даю согласия")
    await guest.sees("ничего о вас не сохранено", "ту же ссылку")
    async with world.work() as work:
        assert (await work.chats.actor(guest.id)).person is None
        assert not await work.responses.waiting(guest.id)
    await guest.starts(token)
    await registers(guest)
    await guest.sees("Вы — куратор")


async def test_a_link_opened_half_way_goes_on(world: World) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    guest = world.phone("Анна")
    await guest.starts(token)
    await guest.taps("Даю согласие")
    await guest.starts(token)
    await guest.sees("Как вас зовут?")
    await guest.says("Петрова Анна Ивановна")
    await guest.says("завуч")
    await guest.sees("завуч")
    await guest.taps("Всё верно")
    await guest.sees("Вы — куратор")


async def test_of_two_with_one_link_one_gets_in_and_the_other_loses_no_word(world: World) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    first, second = world.phone("Первая"), world.phone("Вторая")
    for guest, name in ((first, "Первова Анна Ивановна"), (second, "Второва Анна Ивановна")):
        await guest.starts(token)
        await guest.taps("Даю согласие")
        await guest.says(name)
        await guest.taps("Директор")
    await first.taps("Всё верно")
    await first.sees("Вы — куратор")
    await second.taps("Всё верно")
    await second.sees("одноразовая", "Второва Анна Ивановна")
    async with world.work() as work:
        assert (await work.chats.actor(second.id)).person is None


async def test_links_that_lead_nowhere_say_what_to_do(world: World) -> None:
    school = await world.organisation()
    guest = world.phone("Гость")
    await guest.starts("nonsense")
    await guest.sees("Такой ссылки нет", "прислать ссылку ещё раз")

    old = await world.invite(Role.CURATOR, school)
    await world.advance(timedelta(days=15))
    await guest.starts(old)
    await guest.sees("Срок этой ссылки закончился")

    used = await world.invite(Role.CURATOR, school)
    other = world.phone("Анна")
    await other.starts(used)
    await registers(other)
    await guest.starts(used)
    await guest.sees("одноразовая")


async def test_guessing_links_is_answered_calmly_and_only_for_an_hour(world: World) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    guest = world.phone("Гость")
    for number in range(10):
        await guest.starts(f"wrong{number}")
        await guest.sees("Такой ссылки нет")
    await guest.starts(token)
    await guest.sees("Попробуйте через час")
    await world.advance(timedelta(hours=1))
    await guest.starts(token)
    await guest.sees("Вас пригласили")


async def test_a_registered_person_takes_one_more_role_with_one_tap(world: World) -> None:
    school = await world.organisation()
    teacher, person = await world.member("Петрова Анна Ивановна", Role.MENTOR, school)
    token = await world.invite(Role.PSYCHOLOGIST, school)
    await teacher.starts(token)
    await teacher.sees("ещё в одной роли", "педагог-психолог")
    await teacher.taps("Принять")
    await teacher.sees("Вы — педагог-психолог")
    async with world.work() as work:
        actor = await work.chats.actor(teacher.id)
    assert actor.person_id == person.id
    assert actor.roles == {Role.MENTOR, Role.PSYCHOLOGIST}

    again = await world.invite(Role.PSYCHOLOGIST, school)
    await teacher.starts(again)
    await teacher.sees("уже есть")
    async with world.work() as work:
        found = await work.invitations.find(again)
    assert found is not None
    assert found.used_at is None


async def test_a_role_is_not_taken_without_its_token(world: World) -> None:
    school = await world.organisation()
    teacher, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, school)
    await world.invite(Role.CURATOR, school)
    for forged in ("staff.accept:1", "staff.accept:nonsense", "invite.make:1:curator", "link.revoke:1:1"):
        await teacher.presses_old(teacher.screen.message_id, forged)
    async with world.work() as work:
        assert (await work.chats.actor(teacher.id)).roles == {Role.MENTOR}


async def test_somebody_who_left_may_be_invited_again(world: World) -> None:
    school = await world.organisation()
    curator, person = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    async with world.work() as work:
        held = await work.memberships.find(person.id, school.id, Role.CURATOR)
        assert held is not None
        await work.memberships.leave(held.id)
    await curator.starts(await world.invite(Role.CURATOR, school))
    await curator.taps("Принять")
    async with world.work() as work:
        held = await work.memberships.find(person.id, school.id, Role.CURATOR)
    assert held is not None
    assert held.state is MembershipState.APPROVED


@pytest.fixture
async def coordinator(world: World) -> Phone:
    """The municipality's."""
    phone, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    return phone


async def test_two_organisations_of_one_name_are_one_too_many(world: World, coordinator: Phone) -> None:
    await world.organisation("МОУ СОШ № 14")
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("моу сош № 14")
    await coordinator.taps("Школа")
    await coordinator.taps("Москва")
    await coordinator.taps("Всё верно")
    await coordinator.sees("уже есть", "моу сош № 14")
    async with world.work() as work:
        assert len(await work.organisations.all()) == 1


async def test_many_organisations_are_paged(world: World, coordinator: Phone) -> None:
    schools: list[Organisation] = [await world.organisation(f"Школа № {number:02}") for number in range(1, 11)]
    await coordinator.taps("Организации")
    await coordinator.sees("Школа № 01", "1 / 2")
    await coordinator.taps("›")
    await coordinator.sees("Школа № 10", "2 / 2")
    await coordinator.taps("Школа № 09")
    await coordinator.sees("Школа № 09", "Москва", "Куратора пока нет")
    await coordinator.presses_old(coordinator.screen.message_id, "organisations.page:999")
    await coordinator.sees("2 / 2")
    await coordinator.presses_old(coordinator.screen.message_id, f"organisation.open:{schools[-1].id + 100}")
    await coordinator.toasted("уже нет")


async def test_the_card_names_the_curators(world: World, coordinator: Phone) -> None:
    await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await coordinator.taps("Организации")
    await coordinator.taps("Школа № 14")
    await coordinator.sees("Кураторы: Петрова Анна Ивановна", "Пригласить руководителя")


async def test_a_curator_founds_no_organisation(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    other = await world.organisation("Школа № 2")
    for forged in ("organisations.list", "organisation.new", f"organisation.open:{other.id}"):
        await curator.presses_old(curator.screen.message_id, forged)
        await curator.toasted("недоступно")


async def test_the_coordinator_chooses_where_to_invite(world: World, coordinator: Phone) -> None:
    await coordinator.says("/invite")
    await coordinator.sees("сначала создайте организацию")
    await world.organisation("Школа № 1")
    await world.organisation("Школа № 2")
    await coordinator.taps("‹ Меню")
    await coordinator.taps("Пригласить")
    await coordinator.taps("Школа № 2")
    await coordinator.taps("Пригласить психолога")
    await coordinator.sees("педагог-психолог", "Школа № 2", "15 сентября 2026")


async def test_a_long_name_stands_on_a_numbered_line(world: World, coordinator: Phone) -> None:
    long = "Центр дополнительного образования детей «Радуга»"
    await world.organisation(long)
    await world.organisation("Школа № 1")
    await coordinator.says("/invite")
    await coordinator.sees(f"1. {long}", "2. Школа № 1")
    await coordinator.taps("1")
    await coordinator.sees(long)


async def test_a_curator_of_two_schools_chooses_the_link(world: World) -> None:
    first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    curator, person = await world.member("Петрова Анна Ивановна", Role.CURATOR, first)
    async with world.work() as work:
        await work.memberships.grant(person.id, second.id, Role.CURATOR)
    await curator.taps("Ссылка и плакат")
    await curator.taps("Школа № 2")
    await curator.sees("Ссылка вашей организации", "Школа № 2", "28 февраля 2027")


async def test_staff_registers_in_english(world: World) -> None:
    guest = world.phone("Ann", language="en")
    await guest.starts(await world.invite(Role.HEAD, await world.organisation("School 14")))
    await guest.sees("You are invited", "Your role: head. Where: School 14")
    await guest.taps("I agree")
    await guest.says("Petrova Anna")
    await guest.taps("Head")
    await guest.sees("Petrova Anna")
    await guest.taps("All correct")
    await guest.sees("You are the head: School 14")


async def test_a_name_that_is_none_is_refused_at_once_and_nothing_is_lost(world: World) -> None:
    guest = world.phone("Анна")
    await guest.starts(await world.invite(Role.CURATOR, await world.organisation()))
    await guest.taps("Даю согласие")
    await guest.says("я" * 5000)
    await guest.sees("Слишком длинно")
    await guest.says("<b>😀</b>")
    await guest.sees("⚠️", "Напишите имя ещё раз", "Как вас зовут")
    async with world.work() as work:
        assert (await work.chats.actor(guest.id)).person is None
        assert len(await work.responses.waiting(guest.id)) == 1
    await guest.says("Петрова Анна Ивановна")
    await guest.taps("Директор")
    await guest.taps("Всё верно")
    await guest.sees("Вы — куратор")

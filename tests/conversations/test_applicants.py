"""The curator decides: one tap, a reason, two curators at once, and who may not."""

from __future__ import annotations

from datetime import date

from mentoring.people import MembershipState, Organisation, Person, Profile
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.world import World

NAME = "Иванова Мария Петровна"


async def applied(world: World, school: Organisation, name: str = NAME, role: Role = Role.MENTOR) -> tuple[Phone, int]:
    """Somebody whose application waits, with its membership."""
    phone = world.phone(name.split()[1])
    await phone.starts()
    async with world.work() as work:
        person = await work.people.add(name, telegram_id=phone.id, category=Category.TEACHER)
        membership = await work.memberships.apply(person.id, school.id, role, areas=("digital",), request="Помощь")
    return phone, membership.id


async def curator_of(world: World, school: Organisation, name: str) -> tuple[Phone, Person]:
    return await world.member(name, Role.CURATOR, school)


async def lists(curator: Phone, world: World) -> None:
    """Opens the list of applicants by its button."""
    await curator.says("/menu")
    await curator.presses_old(curator.screens[-1].message_id, "applicants.list")


async def state(world: World, membership: int) -> MembershipState:
    async with world.work() as work:
        found = await work.memberships.get(membership)
        assert found is not None
        return found.state


async def test_the_list_is_paged_and_leads_to_cards(world: World) -> None:
    school = await world.organisation()
    curator, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    for number in range(10):
        await applied(world, school, f"Учитель {'АБВГДЕЖЗИК'[number]}иколай")
    await lists(curator, world)
    await curator.sees("Заявки: 10", "1. Учитель Аиколай", "8. Учитель Зиколай", "1 / 2")
    await curator.sees_no("Учитель Ииколай")
    await curator.taps("›")
    await curator.sees("Учитель Ииколай", "Учитель Киколай")
    await curator.taps("2")
    await curator.sees("Учитель Киколай", "Может помочь: Цифровые навыки", "ждёт решения")
    await curator.taps("Одобрить")
    await curator.sees("Учитель Киколай", "одобрена")
    await curator.taps("К заявкам")
    await curator.sees("Заявки: 9")


async def test_of_an_applicant_with_a_long_story_the_first_screen_leads_to_the_whole_card(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Школа № 2")
    curator, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    day = date(2015, 9, 1)
    profile = Profile(post="teacher", subject="Физика", career_start=day, hired_here=day, workplace="Школа № 14")
    _, person = await world.member(NAME, Role.MENTOR, other, profile=profile)
    async with world.work() as work:
        for role in (Role.MENTOR, Role.MENTEE):
            await work.memberships.apply(person.id, school.id, role, areas=("digital",), request="Помощь")
    await lists(curator, world)
    await curator.taps("1")
    await curator.sees(NAME, "Предмет: Физика")
    await curator.sees_no("Согласие (участие)")
    await curator.taps("Карточка")
    await curator.taps("›")
    await curator.sees("Согласие (участие)")


async def test_a_refusal_says_why_and_what_to_do(any_world: World) -> None:
    world = any_world
    school = await world.organisation()
    curator, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    teacher, membership = await applied(world, school)
    await lists(curator, world)
    await curator.taps("1")
    await curator.taps("Отклонить")
    await curator.sees("Почему вы отказываете?")
    await curator.says("я" * 4000)
    await curator.sees("Слишком длинно")
    await curator.says("Нужна справка <b>о работе</b> 🙂")
    await curator.sees(NAME, "отклонена")
    await teacher.sees("не одобрили", "Нужна справка <b>о работе</b> 🙂", "ещё раз")
    assert await state(world, membership) is MembershipState.REFUSED
    async with world.work() as work:
        found = await work.memberships.get(membership)
        assert found is not None
        assert found.reason == "Нужна справка <b>о работе</b> 🙂"


async def test_of_two_curators_at_once_one_wins_and_the_other_hears_who(world: World) -> None:
    school = await world.organisation()
    anna, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    boris, _ = await curator_of(world, school, "Орлов Борис Ильич")
    teacher, membership = await applied(world, school)
    messages = {}
    for curator in (anna, boris):
        await lists(curator, world)
        messages[curator.id] = curator.screens[-1].message_id
    gestures = world.telegram.gestures
    for curator in (anna, boris):
        gestures.press(curator.id, messages[curator.id], f"applicant.approve:{membership}")
    await world.settle()
    losers = [phone for phone in (anna, boris) if any("заявка уже одобрена" in s.text for s in phone.screens)]
    assert len(losers) == 1
    assert any("Кто решил" in screen.text for screen in losers[0].screens)
    assert [s.text for s in teacher.screens if "приняли" in s.text] == [
        "Вас приняли: Школа № 14. Куратор подберёт вам наставляемого, и мы сразу напишем."
    ]
    assert await state(world, membership) is MembershipState.APPROVED


async def test_a_refusal_that_comes_too_late_keeps_the_reason_typed(world: World) -> None:
    school = await world.organisation()
    anna, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    boris, _ = await curator_of(world, school, "Орлов Борис Ильич")
    _, membership = await applied(world, school)
    await lists(anna, world)
    await anna.presses_old(anna.screens[-1].message_id, f"applicant.refuse:{membership}")
    await lists(boris, world)
    await boris.presses_old(boris.screens[-1].message_id, f"applicant.approve:{membership}")
    await boris.sees("одобрена")
    await anna.taps("Нет мест")
    await anna.sees("заявка уже одобрена", "Орлов Борис Ильич")
    await anna.presses_old(anna.screens[-1].message_id, f"applicant.refuse:{membership}")
    await anna.sees("заявка уже одобрена")
    assert await state(world, membership) is MembershipState.APPROVED


async def test_a_second_tap_says_that_it_is_done(world: World) -> None:
    school = await world.organisation()
    curator, _ = await curator_of(world, school, "Петрова Анна Ивановна")
    _, membership = await applied(world, school)
    await lists(curator, world)
    for _ in range(2):
        await curator.presses_old(curator.screens[-1].message_id, f"applicant.approve:{membership}")
    await curator.sees("уже одобрена вами")


async def test_only_a_curator_of_the_same_organisation_decides(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Школа № 15")
    stranger, _ = await curator_of(world, other, "Чужая Анна Ивановна")
    mentor, _ = await world.member("Смирнов Олег Ильич", Role.MENTOR, school)
    applicant, membership = await applied(world, school)
    for phone in (stranger, mentor, applicant):
        await phone.says("/menu")
        for data in (
            f"applicant.approve:{membership}",
            f"applicant.admit:{membership}",
            f"applicant.refuse:{membership}",
            f"applicant.open:{membership}",
            "applicant.approve:99999",
            "child.open:1",
            "child.paper:1",
            "child.ask:1:1",
        ):
            await phone.presses_old(phone.screens[-1].message_id, data)
            await phone.sees_no(NAME)
    assert await state(world, membership) is MembershipState.APPLIED
    await stranger.presses_old(stranger.screens[-1].message_id, "applicants.list")
    await stranger.sees("все рассмотрены")

"""A minor registers: nothing is kept before the guardian's consents, which come by a link, on paper, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from mentoring.consents import ConsentKind
from mentoring.people import Person
from mentoring.roles import Role
from simulator.phones import Phone
from storage.tables import answers, consents, guardianships, people
from tests.conversations.newcomers import (
    PUPIL_OF_12,
    PUPIL_OF_15,
    begins,
    guardian_consents,
    link_of,
    pupil_tells,
    ticks,
)
from tests.conversations.newcomers import consents as gives_consents
from tests.conversations.world import World

CHILD = "Петров Пётр Ильич"
MOTHER = "Петрова Ольга Сергеевна"


async def waiting_child(world: World, birth: str = PUPIL_OF_12) -> tuple[Phone, Phone, Person]:
    """A child who waits for the guardian, and the curator of their school."""
    school = await world.organisation()
    curator, person = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    child = world.phone("Петя")
    await begins(child, await world.invite(None, school), birth)
    return child, curator, person


async def kept(world: World) -> dict[str, object]:
    """Everything that is typed in by anybody and kept."""
    async with world.work() as work:
        found = await work.connection.execute(select(answers.c.question, answers.c.value))
        return {row.question: row.value for row in found}


async def test_before_consent_only_the_birth_date_is_kept(any_world: World) -> None:
    world = any_world
    child, _, _ = await waiting_child(world)
    await child.sees("нужно согласие", "Школа № 14", "t.me/", "действует до")
    assert child.screen.labels == ["Скопировать ссылку", "Новая ссылка"]
    assert await kept(world) == {"birth": "2014-03-12"}
    await child.taps("Проверить")
    await child.says("Меня зовут Петя, я из 5А")
    await child.sees("одну из кнопок")
    assert await kept(world) == {"birth": "2014-03-12"}
    async with world.work() as work:
        assert await work.connection.scalar(select(func.count()).select_from(people)) == 1, "the curator alone"


async def test_the_guardian_consents_and_the_child_goes_on(any_world: World) -> None:
    world = any_world
    child, curator, _ = await waiting_child(world)
    mother = world.phone("Ольга")
    await guardian_consents(mother, await link_of(child), MOTHER)
    await mother.sees("Спасибо", "/privacy")
    await child.sees("Согласие получено", "Как тебя зовут?")
    await child.says(CHILD)
    await child.taps("Учитель или педагог")
    await child.sees("До 18 лет участвуют ученики и студенты. Выбери")
    await child.taps("Назад")
    await pupil_tells(child, CHILD)
    await child.taps("Всё верно")
    await child.sees("мы сразу напишем тебе")
    await mother.sees(CHILD, "заявка отправлена")
    await curator.sees(CHILD, "7А")
    async with world.work() as work:
        registered = await work.people.by_telegram(child.id)
        guardian = await work.people.by_telegram(mother.id)
        assert registered is not None
        assert guardian is not None
        given = {(one.kind, one.given_by) for one in await work.consents.current(registered.id)}
        assert given == {(ConsentKind.PROCESSING, guardian.id), (ConsentKind.PARTICIPATION, guardian.id)}
        [guardianship] = await work.guardianships.of_child(registered.id)
        assert (guardianship.guardian_id, guardianship.relation, guardianship.hears_of_meetings) == (
            guardian.id,
            "mother",
            True,
        )
        assert [one.kind for one in await work.consents.current(guardian.id)] == [ConsentKind.PROCESSING]


async def test_from_fourteen_the_child_consents_too(world: World) -> None:
    child, _, _ = await waiting_child(world, PUPIL_OF_15)
    mother = world.phone("Ольга")
    await guardian_consents(mother, await link_of(child), MOTHER)
    await child.sees("Согласие получено", "Даю согласие")
    await gives_consents(child)
    await pupil_tells(child, CHILD, "9А")
    await child.taps("Всё верно")
    async with world.work() as work:
        registered = await work.people.by_telegram(child.id)
        assert registered is not None
        assert len(await work.consents.current(registered.id)) == 4


async def test_a_child_who_refuses_for_themselves_leaves_nothing(world: World) -> None:
    child, _, _ = await waiting_child(world, PUPIL_OF_15)
    await guardian_consents(world.phone("Ольга"), await link_of(child), MOTHER)
    await child.taps("Не даю согласия")
    await child.sees("ничего не записали")
    async with world.work() as work:
        assert await work.connection.scalar(select(func.count()).select_from(guardianships)) == 0
        waiting = select(func.count()).select_from(consents).where(consents.c.response_id.is_not(None))
        assert await work.connection.scalar(waiting) == 0
    assert await kept(world) == {}


@pytest.mark.parametrize("refused", [1, 2])
async def test_a_guardian_who_refuses_can_change_their_mind(world: World, refused: int) -> None:
    child, curator, _ = await waiting_child(world)
    link = await link_of(child)
    father = world.phone("Илья")
    await father.opens(link)
    for _ in range(refused - 1):
        await father.taps("Даю согласие")
    await father.taps("Не даю согласия")
    await father.sees("согласия нет", "ту же ссылку")
    await child.sees("пока не дал согласия")
    await curator.sees("Заявка №", "не дал согласия")
    await curator.sees_no("2014")
    assert await kept(world) == {"birth": "2014-03-12"}
    await guardian_consents(father, link, "Петров Илья")
    await child.sees("Согласие получено")


async def test_the_child_cannot_open_the_guardians_link(world: World) -> None:
    child, _, _ = await waiting_child(world)
    await child.opens(await link_of(child))
    await child.sees("нужно открыть с их телефона")


async def test_another_waiting_child_cannot_consent(world: World) -> None:
    child, _, _ = await waiting_child(world)
    link = await link_of(child)
    school = await world.organisation("Школа № 15")
    friend = world.phone("Вася")
    await begins(friend, await world.invite(None, school), PUPIL_OF_12)
    await friend.opens(link)
    await friend.sees("только взрослый")


async def test_a_new_link_replaces_the_old_one_and_each_works_once(world: World) -> None:
    child, _, _ = await waiting_child(world)
    old = await link_of(child)
    await child.taps("Новая ссылка")
    await child.toasted("новая ссылка")
    new = await link_of(child)
    assert new != old
    stranger = world.phone("Чужой")
    await stranger.opens(old)
    await stranger.sees_no("Обработка данных", "Даю согласие")
    await guardian_consents(world.phone("Ольга"), new, MOTHER)
    await stranger.opens(new)
    await stranger.sees_no("Даю согласие")
    async with world.work() as work:
        assert await work.people.by_telegram(stranger.id) is None


async def test_a_child_who_looks_after_the_link_expired_gets_another(world: World) -> None:
    child, _, _ = await waiting_child(world)
    old = await link_of(child)
    await world.advance(timedelta(days=15))
    await child.taps("Проверить")
    assert await link_of(child) != old


async def test_a_birth_date_corrected_to_a_minors_leads_to_the_link(world: World) -> None:
    school = await world.organisation()
    child = world.phone("Петя")
    await begins(child, await world.invite(None, school), "12.03.2004")
    await child.taps("Назад")
    await child.says(PUPIL_OF_12)
    await child.sees("нужно согласие", "t.me/")


async def test_what_was_entered_as_an_adult_is_erased_when_the_birth_date_turns_out_a_minors(world: World) -> None:
    school = await world.organisation()
    child = world.phone("Петя")
    await begins(child, await world.invite(None, school), "12.03.2004", "Хочу помощи наставника")
    await gives_consents(child)
    await pupil_tells(child, CHILD, minor=False)
    await child.taps("1")
    await child.says(PUPIL_OF_12)
    await child.sees("нужно согласие", "t.me/")
    assert await kept(world) == {"birth": "2014-03-12"}
    await guardian_consents(world.phone("Мама"), await link_of(child), MOTHER)
    await pupil_tells(child, CHILD)


async def test_a_consent_on_paper_lets_the_child_go_on(any_world: World) -> None:
    world = any_world
    child, curator, recorder = await waiting_child(world)
    await curator.says("/people")
    await curator.taps("Ждут согласия")
    await curator.sees("Ждут согласия", "12 лет")
    await curator.taps("1")
    await curator.sees("Заявка №", "Возраст: 12")
    await curator.taps("Согласие на бумаге")
    await curator.taps("Обработка данных")
    await curator.taps("Участие в программе")
    await curator.taps("Готово")
    await curator.says(MOTHER)
    await curator.taps("Мать")
    await curator.taps("Вчера")
    await curator.sends_document("scan.pdf", b"%PDF")
    await curator.sees("Пришлите, пожалуйста, фотографию")
    await curator.sends_photo()
    await curator.sees("всё верно?", MOTHER)
    await curator.taps("Всё верно")
    await curator.sees("Оба согласия есть")
    await child.sees("Согласие получено", "Как тебя зовут?")
    await pupil_tells(child, CHILD)
    await child.taps("Всё верно")
    async with world.work() as work:
        registered = await work.people.by_telegram(child.id)
        assert registered is not None
        given = await work.consents.current(registered.id)
        assert {one.kind for one in given} == {ConsentKind.PROCESSING, ConsentKind.PARTICIPATION}
        assert {(one.paper_date, one.recorded_by) for one in given} == {(date(2026, 8, 31), recorder.id)}
        assert all(one.paper_file for one in given)
        [guardianship] = await work.guardianships.of_child(registered.id)
        signed = await work.people.get(guardianship.guardian_id)
        assert signed is not None
        assert (signed.name, signed.telegram_id) == (MOTHER, None)


async def test_one_paper_is_not_enough(world: World) -> None:
    child, curator, _ = await waiting_child(world)
    await curator.says("/people")
    await curator.taps("Ждут согласия")
    await curator.taps("1")
    for document, told in (("Обработка данных", "второе согласие"), ("Участие в программе", "Оба согласия есть")):
        await curator.taps("Согласие на бумаге")
        await curator.taps(document)
        await curator.taps("Готово")
        await curator.says(MOTHER)
        await curator.taps("Мать")
        await curator.taps("Сегодня")
        await curator.sends_photo()
        await curator.taps("Всё верно")
        await curator.sees(told)
        if "второе" in told:
            await curator.taps("К ожидающим")
            await curator.taps("1")
    await child.sees("Согласие получено")
    async with world.work() as work:
        assert await work.connection.scalar(select(func.count()).select_from(guardianships)) == 1


async def test_a_guardian_who_came_by_the_schools_link_is_asked_by_the_curator(world: World) -> None:
    child, curator, _ = await waiting_child(world)
    async with world.work() as work:
        [school] = await work.organisations.all()
    mother = world.phone("Ольга")
    await mother.starts(await world.invite(None, school))
    await mother.taps("Я родитель или опекун")
    await mother.taps("Даю согласие")
    await mother.says(MOTHER)
    await mother.taps("Мать")
    await mother.says("Петров Пётр, 7А")
    await mother.sees("всё верно?", "Петров Пётр, 7А")
    await mother.taps("Всё верно")
    await mother.sees("заявка отправлена")
    await curator.sees("Новая заявка", MOTHER)
    await curator.taps("Карточка")
    await curator.sees("Ребёнок: Петров Пётр, 7А", "Кем приходится: мать")
    await curator.taps("Одобрить")
    await mother.sees("Вас приняли", "мы напишем сюда")
    await curator.says("/people")
    await curator.taps("Ждут согласия")
    await curator.taps("1")
    await curator.taps("Спросить родителя")
    await curator.sees(f"1. {MOTHER}")
    await curator.taps("1")
    await curator.sees("Просьба отправлена")
    await mother.sees("просит вас дать согласие")
    await mother.taps("Открыть согласия")
    await gives_consents(mother)
    await mother.taps("Мать")
    await mother.taps("Нет, не нужно")
    await mother.taps("Всё верно")
    await child.sees("Согласие получено")


async def test_a_cancelled_registration_leaves_nothing_and_its_link_says_so(world: World) -> None:
    child, _, _ = await waiting_child(world)
    link = await link_of(child)
    mother = world.phone("Ольга")
    await mother.opens(link)
    await mother.taps("Даю согласие")
    await child.taps("Отменить")
    await child.sees("Отменить? Всё введённое сотрётся", "ничего не нажимай:")
    await child.taps("Продолжить")
    await child.sees("согласие родителя")
    await child.taps("Отменить")
    await child.taps("Да, отменить")
    await child.sees("Ничего не записано", "Меню")
    assert set(await kept(world)) == {"processing"}, "what the mother has under way"
    await mother.taps("Даю согласие")
    await mother.says(MOTHER)
    await mother.taps("Мать")
    await mother.taps("Да, сообщать")
    await mother.taps("Всё верно")
    await mother.sees("больше нет")
    async with world.work() as work:
        assert await work.people.by_telegram(mother.id) is None


async def test_a_child_adds_a_role_on_the_consents_that_are_there(world: World) -> None:
    child, _, _ = await waiting_child(world)
    async with world.work() as work:
        [school] = await work.organisations.all()
    await guardian_consents(world.phone("Ольга"), await link_of(child), MOTHER)
    await pupil_tells(child, CHILD)
    await child.taps("Всё верно")
    await child.starts(await world.invite(None, school))
    await child.sees("Ты уже в программе")
    assert "Я ещё и родитель" not in child.screen.labels
    await child.taps("Буду наставником")
    await child.sees("С чем ты можешь помочь?")
    await ticks(child, "Спорт")
    await child.taps("Готово")
    await child.taps("Всё верно")
    await child.sees("заявка отправлена")
    await child.never_sees("Согласия родителя или опекуна больше нет")


async def test_a_guardian_who_comes_for_a_second_child_is_the_same_person(world: World) -> None:
    child, _, _ = await waiting_child(world)
    async with world.work() as work:
        [school] = await work.organisations.all()
    mother, sister = world.phone("Ольга"), world.phone("Вера")
    await guardian_consents(mother, await link_of(child), MOTHER)
    await begins(sister, await world.invite(None, school), PUPIL_OF_12)
    await mother.opens(await link_of(sister))
    await gives_consents(mother)
    await mother.taps("Мать")
    await mother.taps("Нет, не нужно")
    await mother.sees(MOTHER, "всё верно?")
    await mother.taps("Всё верно")
    await sister.sees("Согласие получено")
    async with world.work() as work:
        assert await work.people.count() == 2, "the curator and the mother"

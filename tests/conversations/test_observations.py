"""What staff fill in about others: it counts once, replaces itself, and nobody else ever sees it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.tables import answer_counts, answers, memberships, responses
from surveys.record import Record, RecordState, Subject
from tests.conversations.pairs import Pair, active, pair, taps_door
from tests.conversations.world import World


@pytest.fixture
async def school(world: World) -> Pair:
    return await pair(world)


@pytest.fixture
async def curator(world: World, school: Pair) -> Phone:
    phone, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school.school)
    return phone


async def forges(phone: Phone, data: str) -> None:
    """Presses a button that need not be on the screen."""
    await phone.presses_old(phone.screen.message_id, data)


async def opens_card(phone: Phone) -> None:
    await phone.says("/pairs")
    await phone.taps("1")


async def kept(world: World, of: Pair, name: str) -> list[Record]:
    async with world.work() as work:
        found = await work.observations.about(Subject("mentorship", of.mentorship), [name])
        return list(found)


async def counted(world: World, name: str, question: str = "") -> int:
    async with world.work() as work:
        total = select(func.sum(answer_counts.c.count)).where(
            answer_counts.c.definition == name, answer_counts.c.question == question, answer_counts.c.value == "*"
        )
        return await work.connection.scalar(total) or 0


async def skips_to_the_end(phone: Phone) -> None:
    while "Спасибо" not in phone.screen.text:
        await phone.taps("Пропустить")


async def test_the_curator_enters_and_corrects_a_mentees_outcomes(world: World, school: Pair, curator: Phone) -> None:
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.sees("Итоги: Сергеев Пётр Ильич", "До начала: ещё не записано")
    await curator.taps("До начала")
    await curator.sees("Сергеев Пётр Ильич: какой сейчас средний балл?")
    await curator.says("4,25")
    await skips_to_the_end(curator)
    await curator.taps("Назад")
    await curator.sees("До начала: записано")
    await curator.taps("Исправить «до»")
    await curator.says("4,5")
    await skips_to_the_end(curator)
    (record,) = await kept(world, school, "outcomes-entry")
    assert record.draft.answers == {"mean_mark": "4.5"}
    assert (record.person_id, record.form, record.role) == (school.mentee_person.id, "teacher-teacher", "mentee")
    assert record.entered_by not in (None, record.person_id)
    assert await counted(world, "outcomes-entry") == 1
    assert await counted(world, "outcomes-entry", "mean_mark") == 1


async def test_half_filled_outcomes_wait_for_the_curator_and_remind_nobody(
    world: World, school: Pair, curator: Phone
) -> None:
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.taps("По итогам")
    await curator.says("4")
    await curator.taps("Продолжить позже")
    await world.advance(timedelta(days=5))
    await school.mentee.never_sees("Напоминаем")
    await curator.says("/surveys")
    await curator.taps("Итоги подопечного: в конце")
    await curator.sees("Сергеев Пётр Ильич")
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.taps("По итогам")
    await skips_to_the_end(curator)
    (record,) = await kept(world, school, "outcomes-exit")
    assert record.draft.answers == {"mean_mark": 4}
    async with world.work() as work:
        assert len(await work.responses.about(Subject("mentorship", school.mentorship), "outcomes-exit")) == 1


async def test_a_register_is_kept_encrypted(world: World, school: Pair, curator: Phone) -> None:
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.taps("До начала")
    while "учёт" not in curator.screen.text:
        await curator.taps("Пропустить")
    await curator.taps("Да")
    await curator.sees("Спасибо")
    async with world.work() as work:
        row = (await work.connection.execute(select(answers).where(answers.c.question == "on_register"))).one()
    assert (row.value, row.secret) == (None, '"yes"')


async def test_of_a_group_one_mentee_is_chosen(world: World, school: Pair, curator: Phone) -> None:
    others = [(await world.member(f"Участник Имя{n} Отчество", Role.MENTEE, school.school))[1] for n in (1, 2)]
    await active(world, school.school, [school.mentor_person], others)
    await opens_card(curator)  # the newest comes first
    await taps_door(curator, "Итоги подопечного")
    await curator.sees("Чьи итоги открыть?")
    await curator.taps(curator.screen.labels[1])
    await curator.sees("Участник Имя2 Отчество")
    await curator.taps("До начала")
    await curator.sees("Участник Имя2 Отчество")


async def test_a_large_group_stands_on_pages(world: World, school: Pair, curator: Phone) -> None:
    names = [f"{letter}уев Пётр" for letter in "АБВГДЕЖЗИК"]
    group = [(await world.member(name, Role.MENTEE, school.school))[1] for name in names]
    await active(world, school.school, [school.mentor_person], group)
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.sees("Чьи итоги открыть?", "8. Пётр З.")
    await curator.taps("›")
    await curator.taps("2")
    await curator.sees("Куев Пётр")


async def test_the_psychologist_concludes_and_staff_alone_see_it(world: World, school: Pair, curator: Phone) -> None:
    psychologist, _ = await world.member("Лугова Вера Ильинична", Role.PSYCHOLOGIST, school.school)
    head, _ = await world.member("Зимин Иван Олегович", Role.HEAD, school.school)
    await opens_card(psychologist)
    assert "Итоги подопечного" not in psychologist.screen.labels
    await taps_door(psychologist, "Совместимость")
    await psychologist.sees("Иванова Анна Петровна, Сергеев Пётр Ильич")
    for _ in range(5):
        await psychologist.taps("8")
    await psychologist.taps("Обсуждают")
    await psychologist.taps("С поддержкой")
    await psychologist.taps("Пропустить")
    await psychologist.sees("Спасибо", "Заключение записано")
    for phone in (psychologist, curator):
        await opens_card(phone)
        await phone.sees("Совместимость: С поддержкой")
    for phone in (school.mentor, school.mentee, head):
        await opens_card(phone)
        assert "Совместимость" not in phone.screen.text
        assert not {"Совместимость", "Итоги подопечного"} & set(phone.screen.labels)


@pytest.mark.parametrize(
    "press",
    [
        "observation.outcomes:{pair}",
        "observation.whose:{pair}:0",
        "observation.mentee:{pair}:{mentee}",
        "observation.enter:{pair}:{mentee}:outcomes-entry",
        "observation.compatibility:{pair}",
        "observation.list",
        "observation.programme:{school}",
        "observation.swot:{school}",
        "observation.evaluate:{school}:curator-criteria",
    ],
)
async def test_it_is_nobody_elses_business(world: World, school: Pair, press: str) -> None:
    elsewhere = await world.organisation("Школа № 2")
    strange, _ = await world.member("Чужов Олег Ильич", Role.CURATOR, elsewhere)
    data = press.format(pair=school.mentorship, mentee=school.mentee_person.id, school=school.school.id)
    for phone in (school.mentor, school.mentee, *([] if press == "observation.list" else [strange])):
        await forges(phone, data)
        await phone.sees("недоступно")
    async with world.work() as work:
        assert await work.connection.scalar(select(func.count()).select_from(responses)) == 0


async def test_a_forged_questionnaire_is_not_found(world: World, school: Pair, curator: Phone) -> None:
    pair_, mentee, mentor = school.mentorship, school.mentee_person.id, school.mentor_person.id
    for data in (
        f"observation.enter:{pair_}:{mentee}:sample",
        f"observation.enter:{pair_}:{mentor}:outcomes-entry",
        f"observation.mentee:{pair_}:999",
        f"observation.evaluate:{school.school.id}:outcomes-entry",
    ):
        await forges(curator, data)
        await curator.sees("Этого здесь уже нет")


async def test_who_is_no_curator_any_more_goes_on_with_nothing(world: World, school: Pair, curator: Phone) -> None:
    await opens_card(curator)
    await taps_door(curator, "Итоги подопечного")
    await curator.taps("До начала")
    async with world.work() as work:
        gone = update(memberships).where(memberships.c.role == "curator").values(state=MembershipState.LEFT.value)
        await work.connection.execute(gone)
    await curator.taps("Пропустить")
    await curator.sees("недоступно")
    async with world.work() as work:
        states = list((await work.connection.execute(select(responses.c.state))).scalars())
    assert states == [RecordState.OPEN]


async def criteria(phone: Phone, *given: int) -> None:
    for value in given:
        await phone.taps(str(value))


async def test_nine_criteria_once_a_year_with_their_level(world: World, school: Pair, curator: Phone) -> None:
    await forges(curator, "observation.list")
    await curator.sees("Оценка программы", "2026/2027", "ещё не оценены")
    await curator.taps("Девять критериев")
    await criteria(curator, *[2] * 6, *[1] * 3)
    await curator.sees("Спасибо", "15 из 18, оптимальный уровень")
    await curator.taps("Назад")
    await curator.taps("Оценить заново")
    await criteria(curator, *[0] * 9)
    await curator.sees("0 из 18, недопустимый уровень")
    assert await counted(world, "curator-criteria") == 1
    world._clock.set(world.now + timedelta(days=366))  # a year of which nothing else is looked at
    await forges(curator, "observation.list")
    await curator.sees("2027/2028", "ещё не оценены", "2026/2027: 0 из 18, недопустимый")
    await curator.taps("Девять критериев")
    await criteria(curator, *[1] * 9)
    await curator.sees("9 из 18, допустимый уровень")
    assert await counted(world, "curator-criteria") == 2


async def test_a_swot_in_the_curators_own_words(world: World, school: Pair, curator: Phone) -> None:
    await forges(curator, "observation.list")
    await curator.taps("Сильные и слабые")
    await curator.says("Наставники готовы помогать")
    await skips_to_the_end(curator)
    await curator.taps("Назад")
    await curator.taps("Сильные и слабые")
    await curator.sees("Наставники готовы помогать", "Риски")
    async with world.work() as work:
        values: Any = (await work.connection.execute(select(answers.c.value))).scalars()
        assert set(values) == {None}


async def test_of_several_organisations_one_is_chosen(world: World, school: Pair) -> None:
    other = await world.organisation("Школа № 2")
    phone, person = await world.member("Двоева Анна Львовна", Role.CURATOR, school.school, category=Category.TEACHER)
    async with world.work() as work:
        await work.memberships.grant(person.id, other.id, Role.CURATOR)
    await forges(phone, "observation.list")
    await phone.taps("Школа № 2")
    await phone.sees("Школа № 2, 2026/2027")
    await phone.taps("Назад")
    await phone.sees("Какую организацию оценить?")

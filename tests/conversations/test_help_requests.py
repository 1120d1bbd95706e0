"""«Нужна помощь»: to the mentor, to an expert of the base, to the curator when nobody answers."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mentoring.people import Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.digest_month import digests
from tests.conversations.pairs import Pair, active, pair, taps_door
from tests.conversations.world import World

QUESTION = "Не понимаю дроби"


async def expert(world: World, of: Pair, name: str, *areas: str) -> tuple[Phone, Person]:
    """A mentor of the base who helps mentees of others too."""
    phone, person = await world.member(name, Role.MENTOR, of.school)
    async with world.work() as work:
        found = await work.memberships.find(person.id, of.school.id, Role.MENTOR)
        assert found is not None
        await work.memberships.appoint(found.id, council=False, expert=True)
    return phone, person


async def test_the_mentor_answers_and_hears_that_it_helped(world: World) -> None:
    of = await pair(world)
    await of.mentee.says("/menu")
    await of.mentee.taps("Нужна помощь")
    await of.mentee.sees("В чём нужна помощь?")
    await of.mentee.says(QUESTION)
    await of.mentee.sees("Вопрос у наставника")
    await of.mentor.sees("Нужна помощь", "Сергеев Пётр Ильич", QUESTION)
    await of.mentor.taps("Отвечаю")
    await of.mentor.says("Начните с яблок")
    await of.mentor.sees("Ответ отправлен")
    await of.mentee.sees("Ответ на вопрос", "Иванова Анна Петровна", "Начните с яблок")
    await of.mentee.taps("Помогло")
    await of.mentee.sees("Передал спасибо")
    await of.mentor.sees("Ответ помог")
    await of.mentee.presses_old(1, "help.helped:1:0")
    await of.mentee.sees("уже ответили")


async def test_a_mentor_passes_it_on_and_of_two_experts_the_first_answers(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    first, _ = await expert(world, of, "Громов Олег Ильич")
    second, _ = await expert(world, of, "Ткачёв Иван Ильич")
    child, person = await world.member(
        "Белова Даша Ивановна", Role.MENTEE, of.school, category=Category.PUPIL, birth=date(2012, 3, 1)
    )
    of.mentorship = await active(world, of.school, [of.mentor_person], [person])
    await child.presses_old(1, f"help.ask:{of.mentorship}")
    await child.taps("Наставника")
    await child.says(QUESTION)
    await of.mentor.taps("Передать эксперту")
    await of.mentor.sees("Вопрос передан экспертам")
    await child.sees("твой вопрос передан дальше")
    for phone in (first, second):
        await phone.sees("Вопрос к эксперту", "Даша Б.", QUESTION)
        await phone.never_sees("Белова")
    await first.taps("Отвечу я")
    await second.sees("уже взял другой эксперт", "Олег Г.")
    await second.taps("Отвечу я")
    await second.sees("уже взял другой человек", "Олег Г.")
    await second.presses_old(1, "help.card:1")
    await second.sees_no(QUESTION)
    await first.says("Приходи в среду")
    await child.sees("Олег Г.", "Приходи в среду")
    await child.taps("Не помогло")
    await child.sees("Спросить ещё раз")
    await curator.says("/menu")
    await taps_door(curator, "Как дела у пар")
    await curator.taps("Просьбы о помощи")
    await curator.sees("Белова Даша Ивановна", "не помогло")


async def test_after_two_working_days_the_curator_hears_once_and_may_pass_it_on(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    helper, _ = await expert(world, of, "Громов Олег Ильич")
    await world.until(datetime(2026, 9, 4, 9, 0, tzinfo=UTC))  # Friday
    await of.mentee.presses_old(1, f"help.ask:{of.mentorship}")
    await of.mentee.taps("Наставника")
    await of.mentee.says(QUESTION)
    await world.until(datetime(2026, 9, 8, 8, 59, tzinfo=UTC))
    assert all("Вопрос без ответа" not in text for text in digests(curator))
    await world.until(datetime(2026, 9, 10, 9, 0, tzinfo=UTC))
    assert sum("Вопрос без ответа два дня: Сергеев Пётр Ильич" in text for text in digests(curator)) == 1
    await curator.taps("К вопросам")
    await curator.taps("Напомнить")
    await of.mentor.sees("Нужна помощь", QUESTION)
    await curator.taps("Передать эксперту")
    await curator.sees("Вопрос передан экспертам")
    await helper.says("/menu")
    await helper.taps("Вопросы мне")
    await helper.sees("Пётр С.", QUESTION)
    await helper.taps("1")
    await helper.taps("Отвечу я")
    await helper.presses_old(1, "help.release:1")
    await helper.sees("Вопрос снова свободен")


async def test_a_mentor_asks_too_and_where_there_is_no_expert_the_curator_hears(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    stranger, _ = await world.member("Чужой Олег Ильич", Role.MENTOR, of.school)
    await of.mentor.says("/menu")
    await of.mentor.taps("Нужна помощь")
    await of.mentor.taps("Пропустить")
    await of.mentor.says("Как заинтересовать?")
    await of.mentor.sees("Вопрос у куратора")
    await curator.sees("ответить пока некому", "Иванова Анна Петровна", "Как заинтересовать?")
    for press in ("help.card:1", "help.answer:1", "help.take:1", "help.withdraw:1", "help.nudge:1", "help.pass:1"):
        await stranger.presses_old(1, press)
        await stranger.sees_no("Как заинтересовать?")
    await of.mentor.taps("Мой вопрос")
    await of.mentor.taps("Уже не нужно")
    await of.mentor.sees("Вопрос снят")


async def test_meeting_about_it_answers_it(world: World) -> None:
    of = await pair(world)
    await of.mentee.presses_old(1, f"help.ask:{of.mentorship}")
    await of.mentee.says(QUESTION)
    await of.mentor.taps("Назначить встречу")
    await of.mentor.sees("Какая это будет встреча?")
    async with world.work() as work:
        found = await work.help_requests.get(1)
    assert found is not None
    assert found.taken_by == of.mentor_person.id

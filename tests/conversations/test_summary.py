"""`/summary`: numbers at once, picture and table a moment later; every Monday by itself; `/export`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.jobs import Makes
from bot.machine import Machine
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from reports.data import Summary
from reports.documents import summary_chart
from reports.workshop import Workshop
from simulator.phones import Phone
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database
from storage.tables import answers, responses
from surveys.load import from_body
from tests.conversations.answering import answered
from tests.conversations.pairs import Pair, meeting, pair
from tests.conversations.world import Here, World, house_of

HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
"""09:00 in Tver, the Monday after the world begins."""


@dataclass
class Staff:
    """A pair that has met once, and those who look on."""

    of: Pair
    curator: Phone
    curator_person: Person

    @property
    def school(self) -> Organisation:
        return self.of.school


async def begin(world: World, workshop: Callable[[], Makes] = Here) -> None:
    """Another process on the same database."""
    old = world.machine
    await old.jobs.close()
    await old.bot.session.close()
    session, token = SimulatorSession(world.telegram), world.telegram.token
    world.machine = Machine(token, session, world.database, old.house, rate=0, clock=old.clock, workshop=workshop)


async def staff(world: World, *, language: str = "ru", child_process: bool = False) -> Staff:
    if child_process:
        await begin(world, Workshop)
    of = await pair(world)
    curator, person = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, of.school, language=language)
    await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.taps("5")
    await of.mentee.taps("4")
    await world.advance(HOUR)
    return Staff(of, curator, person)


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book}


async def downtime(world: World, until: datetime) -> None:
    """Nobody is there till `until`: time passes and nothing is done on the way."""
    world._clock.set(until)
    await world.until(until)


async def test_the_curator_sees_text_picture_and_table(any_world: World) -> None:
    at = await staff(any_world, child_process=True)
    await at.curator.says("/summary")
    await at.curator.sees(
        "Школа № 14",
        "Активных пар и групп: 1",
        "Проведена 1 из 1 встречи",
        "Отзывы о встречах: 2 из 2",
        "Оценка встреч: 4,5 из 5 (2 ответа)",
        "встречи и оценки по неделям",
        "строки, из которых они получены",
    )
    assert at.curator.photos[-1].startswith(b"\x89PNG")
    name, content = at.curator.documents[-1]
    assert name == "summary-2026-08-25-2026-09-01.xlsx"
    table = sheets(content)
    figures = {row[0]: row[1] for row in table["Сводка"]}
    assert figures["Из них проведено"] == 1
    assert figures["Оценка встреч (1–5), среднее"] == 4.5
    assert [row[4] for row in table["Ответы"]] == [5, 4]
    assert {row[5] for row in table["Ответы"]} == {"Иванова Анна Петровна", "Сергеев Пётр Ильич"}
    assert table["Пары"][0][0] == "Иванова Анна Петровна — Сергеев Пётр Ильич"


async def test_periods_are_a_tap_away_and_typed_ones_are_understood(world: World) -> None:
    at = await staff(world)
    await at.curator.says("/summary quarter")
    await at.curator.sees("1 июня 2026 — 1 сентября 2026")
    await at.curator.taps("Год")
    await at.curator.sees("1 сентября 2025 — 1 сентября 2026")
    await at.curator.says("/summary century")
    await at.curator.sees("/summary week")


class Watched(Here):
    """Keeps what pictures were made of."""

    def __init__(self) -> None:
        self.drawn: list[Summary] = []

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        self.drawn += [each for each in arguments if function is summary_chart and isinstance(each, Summary)]
        return await super().make(function, *arguments, rows=rows)


async def test_a_year_is_drawn_by_month_from_the_first_in_which_there_was_something_to_this_one(world: World) -> None:
    at, watched = await staff(world), Watched()
    await begin(world, lambda: watched)
    await meeting(world, at.of, datetime(2026, 11, 3, 9, 0, tzinfo=UTC))
    await downtime(world, datetime(2027, 2, 20, 9, 0, tzinfo=UTC))
    await at.curator.says("/summary year")
    await at.curator.sees("встречи и оценки по месяцам")
    months = watched.drawn[-1].weeks
    assert [(each.first, each.planned, each.held, each.count) for each in months] == [
        (date(2026, 9, 1), 1, 1, 2),
        (date(2026, 10, 1), 0, 0, 0),
        (date(2026, 11, 1), 1, 0, 0),
        *((date(2026 + month // 13, month % 12 or 12, 1), 0, 0, 0) for month in (12, 13, 14)),
    ], "that nothing has happened since is news, too"
    assert months[0].mean == 4.5


async def test_the_text_does_not_wait_for_the_files_and_they_can_be_cancelled(world: World) -> None:
    at = await staff(world)
    world.telegram.gestures.say(at.curator.id, "/summary")
    await world.machine.polling.step()
    await world.machine.sender.settle()
    shown = [screen.text for screen in at.curator.screens]
    for part in ("Активных пар", "Рисую картинку", "Собираю таблицу"):
        assert any(part in text for text in shown), shown
    chart = next(screen for screen in at.curator.screens if "Рисую" in screen.text)
    world.telegram.gestures.press(at.curator.id, chart.message_id, "job.cancel:1")
    await world.machine.polling.step()
    await world.settle()
    assert not at.curator.photos
    assert len(at.curator.documents) == 1


async def test_a_psychologist_gets_no_table_and_nobody_else_a_summary(world: World) -> None:
    at = await staff(world)
    psychologist, _ = await world.member("Орлова Инна Олеговна", Role.PSYCHOLOGIST, at.school)
    await psychologist.says("/summary month")
    await psychologist.sees("Активных пар и групп: 1")
    assert len(psychologist.photos) == 1
    assert not psychologist.documents
    await psychologist.says("/export")
    assert not psychologist.documents
    await at.of.mentor.says("/summary")
    await at.of.mentor.never_sees("Активных пар")
    await at.of.mentor.presses_old(1, f"summary.show:{at.school.id}:week")
    await at.of.mentor.never_sees("Активных пар")
    other = await world.organisation("Школа № 15")
    await psychologist.presses_old(1, f"summary.show:{other.id}:week")
    await psychologist.never_sees("Школа № 15")
    await psychologist.presses_old(1, "summary.show:0:week")
    await psychologist.never_sees("Все вместе")


async def test_the_coordinator_chooses_and_sees_no_mean_of_a_few(world: World) -> None:
    at = await staff(world)
    await world.organisation("Школа № 15")
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await coordinator.says("/summary")
    await coordinator.sees("По какой организации")
    await coordinator.taps("Школа № 14")
    await coordinator.sees("Проведена 1 из 1 встречи", "среднее скрыто, чтобы не выдать ответы немногих (2)")
    assert not coordinator.documents
    await coordinator.taps("Другая организация")
    await coordinator.taps("Все вместе")
    await coordinator.sees("Активных пар и групп: 1")
    await world.advance(timedelta(days=30))
    await coordinator.says("/summary")
    await coordinator.taps("Все вместе")
    await coordinator.sees("Иванова Анна Петровна"[8:12], "(Школа № 14)")
    await coordinator.never_sees("Пётр С.")
    assert at.curator.documents


async def test_every_monday_at_nine_the_week_before_exactly_once_over_restarts(any_world: World) -> None:
    at = await staff(any_world)
    await any_world.until(MONDAY - timedelta(minutes=1))
    await at.curator.never_sees("Прошлая неделя")
    await begin(any_world)
    await any_world.until(MONDAY)
    await at.curator.sees("Прошлая неделя", "31 августа 2026 — 6 сентября 2026", "Проведена 1 из 1 встречи")
    assert (len(at.curator.photos), len(at.curator.documents)) == (1, 1)
    await begin(any_world)
    await any_world.advance(6 * timedelta(days=1))
    await begin(any_world)
    assert (len(at.curator.photos), len(at.curator.documents)) == (1, 1)
    await any_world.until(MONDAY + timedelta(days=7))
    assert (len(at.curator.photos), len(at.curator.documents)) == (2, 2)
    await at.of.mentor.never_sees("Прошлая неделя")


async def test_after_a_downtime_it_comes_until_monday_evening_and_not_later(world: World) -> None:
    at = await staff(world)
    await downtime(world, MONDAY + 8 * HOUR)
    await at.curator.sees("Прошлая неделя")
    await downtime(world, MONDAY + timedelta(days=7) + 12 * HOUR)
    assert len(at.curator.documents) == 1


async def test_a_job_killed_half_way_is_made_after_the_restart(world: World) -> None:
    at = await staff(world)
    world.telegram.gestures.say(at.curator.id, "/summary")
    await world.machine.polling.step()
    async with world.work() as work:  # the process that dies has begun both
        assert await work.jobs.start()
        assert await work.jobs.start()
    await begin(world)
    await world.settle()
    assert (len(at.curator.photos), len(at.curator.documents)) == (1, 1)


async def test_the_export_holds_everything_as_texts(world: World) -> None:
    at = await staff(world)
    async with world.work() as work:
        await work.meetings.add(
            Meeting(
                id=0,
                mentorship_id=at.of.mentorship,
                kind=MeetingKind.WORKING,
                starts_at=world.now,
                place="=HYPERLINK(1)",
                state=MeetingState.HELD,
                planned_by=at.of.mentor_person.id,
                planned_at=world.now,
                outcome="+7 работает",
            )
        )
    await at.curator.says("/export")
    await at.curator.sees("Выгрузка: Школа № 14")
    table = sheets(at.curator.documents[-1][1])
    assert list(table) == ["Люди", "Пары", "Встречи", "Ответы"]
    assert {row[1] for row in table["Люди"]} == {
        "Иванова Анна Петровна",
        "Сергеев Пётр Ильич",
        "Кузнецова Ольга Ивановна",
    }
    assert table["Пары"][0][1] == "Иванова Анна Петровна — Сергеев Пётр Ильич"
    assert "12" in table["Пары"][0]
    assert [row[-1] for row in table["Встречи"]] == [None, "+7 работает"]
    (typed,) = [tuple(row[7:12]) for row in table["Встречи"] if row[8] == "=HYPERLINK(1)"]
    assert typed == ("очно", "=HYPERLINK(1)", "нет", 2, 2)
    assert {row[1]: row[-2] for row in table["Люди"]}["Сергеев Пётр Ильич"] == 2
    assert [row[2] for row in table["Ответы"]] == [5, 4]


async def test_the_english_curator_reads_english(world: World) -> None:
    at = await staff(world, language="en")
    await at.curator.says("/summary")
    await at.curator.sees("meetings and marks by week", "the rows behind them")
    assert "Summary" in sheets(at.curator.documents[-1][1])


async def test_the_operators_export_is_the_same_table(world: World) -> None:
    from services.export import everything

    await staff(world)
    async with world.work() as work:
        table = sheets(await everything(work, world.machine.house))
    assert len(table["Люди"]) == 3
    assert len(table["Встречи"]) == 1


async def test_a_questionnaire_of_the_schools_own_is_called_by_its_title(world: World) -> None:
    at = await staff(world)
    own = from_body(
        """{"survey": "own-1-club", "version": 1, "title": {"ru": "Наш кружок", "en": "Our club"}, "ask": [
        {"id": "how", "kind": "number", "text": {"ru": "Сколько раз были?", "en": "How often?"}}]}"""
    )
    async with world.work() as work:
        await answered(work, own, at.of.mentee_person, at.school.id, {"how": 7})
    await at.curator.says("/export")
    content = at.curator.documents[-1][1]
    told = {cell for rows in sheets(content).values() for row in rows for cell in row}
    assert {"Наш кружок", "Сколько раз были?"} <= told


async def satisfied(world: World, school: Organisation, *values: int) -> None:
    """As many people as there are values have answered one question of satisfaction this morning."""
    async with world.database.write(world.now) as work:
        for value in values:
            person = await work.people.add("Человек Неизвестный Тестович")
            row = {
                "person_id": person.id,
                "organisation_id": school.id,
                "definition": "exit-pupil-pupil-mentee",
                "version": 1,
                "kind": "survey",
                "state": "finished",
                "skipped": [],
                "marks": {},
                "anonymous": False,
                "asked_at": world.now,
                "finished_at": world.now,
            }
            made = await work.connection.execute(responses.insert().values(**row).returning(responses.c.id))
            given = {"response_id": made.scalar_one(), "question": "expectations_met", "value": value, "on_path": True}
            await work.connection.execute(answers.insert().values(answered_at=world.now, **given))


async def test_no_mean_of_a_few_follows_from_the_municipality_less_the_others(world: World) -> None:
    small, other, large = [await world.organisation(f"Школа № {number}") for number in (1, 2, 3)]
    await satisfied(world, small, 1, 2, 3)
    await satisfied(world, other, *[8] * 6)
    await satisfied(world, large, *[9] * 12)
    await world.advance(HOUR)
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    hidden = "Удовлетворённость: среднее скрыто"
    for school, told in ((small, hidden), (other, hidden), (large, "Удовлетворённость: 9 из 10 (12 ответов)")):
        await coordinator.says("/summary")
        await coordinator.taps(school.name)
        await coordinator.sees(school.name, told)
    await coordinator.says("/summary")
    await coordinator.taps("Все вместе")
    await coordinator.sees("Удовлетворённость: 7,71 из 10 (21 ответ)")
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, small)
    await curator.says("/summary")
    await curator.sees("Удовлетворённость: 2 из 10 (3 ответа)")


async def test_each_role_hears_what_is_work_for_them(world: World) -> None:
    of = await pair(world)
    await world.member("Котова Яна Олеговна", Role.MENTEE, of.school)
    head, _ = await world.member("Орлова Анна Юрьевна", Role.HEAD, of.school)
    psychologist, _ = await world.member("Тихая Вера Павловна", Role.PSYCHOLOGIST, of.school)
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await world.advance(HOUR)
    await psychologist.says("/summary")
    await psychologist.sees("Активных пар и групп: 1", "Без наставника: 1")
    await head.says("/summary")
    await head.sees("Активных пар и групп: 1")
    await head.never_sees("Без наставника")
    await coordinator.says("/summary month")
    await coordinator.presses_old(1, "summary.show:0:month")
    await coordinator.sees("Пары есть, встреч не было: Школа № 14 (организаций: 1)")
    await coordinator.taps("Сравнение")
    await coordinator.sees("Школа № 14")


async def test_the_municipality_organisation_by_organisation(world: World) -> None:
    """Pages of eight, totals above, the same as a table; what a summary hides is hidden here."""
    schools = [await world.organisation(f"Школа № {number}") for number in range(1, 11)]
    await satisfied(world, schools[0], 1, 2, 3)
    await satisfied(world, schools[1], *[8] * 6)
    await satisfied(world, schools[2], *[9] * 12)
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await world.advance(HOUR)
    await coordinator.says("/summary")
    await coordinator.taps("Все вместе")
    await coordinator.taps("По организациям")
    await coordinator.sees(
        "Все вместе: 0 пар, анкеты 21 из 21, довольны на 7,7 из 10",
        "1. Школа № 1: 0 пар, анкеты 3 из 3, довольны: скрыто",
        "2. Школа № 2: 0 пар, анкеты 6 из 6, довольны: скрыто",
        "3. Школа № 3: 0 пар, анкеты 12 из 12, довольны на 9 из 10",
        "8. Школа № 8",
        "Скрыто, где ответили меньше пяти человек",
    )
    await coordinator.taps("›")
    await coordinator.sees("9. Школа № 9: 0 пар", "10. Школа № 10: 0 пар")
    await coordinator.taps("Таблицей")
    name, content = coordinator.documents[-1]
    assert name == "organisations-2026-08-25-2026-09-01.xlsx"
    rows = sheets(content)["Организации"]
    assert [row[6] for row in rows[:4]] == ["скрыто", "скрыто", 9, None]
    assert rows[-1][:6] == ("Программа наставничества школы № 14 г. Твери", 0, 0, 0, 21, 21)
    head, _ = await world.member("Орлова Анна Юрьевна", Role.HEAD, schools[0])
    await head.says("/menu")
    for forged in ("summary.places:week:0", "summary.sheet:week"):
        await head.presses_old(1, forged)
        await head.never_sees("Все вместе:")
    assert not head.documents


@pytest.mark.parametrize(
    ("language", "own", "names", "outside"),
    [
        (
            "ru",
            ("Активных пар и групп: 1", "Удовлетворённость: 7,67 из 10 (6 ответов"),
            ("Иванова Анна Петровна — Сергеев Пётр Ильич — ни одной встречи", "Анна И. — Пётр С. — ни одной встречи"),
            ("Удовлетворённость: 7,67 из 10", "Анна И. — ни одной встречи за 22 дня"),
        ),
        (
            "en",
            ("Active pairs and groups: 1", "Satisfaction: 7.67 of 10 (6 answers"),
            ("Иванова Анна Петровна — Сергеев Пётр Ильич — ", "Анна И. — Пётр С. — "),
            ("Satisfaction: 7.67 of 10", "Анна И. — "),
        ),
    ],
)
async def test_each_role_sees_what_they_may_and_no_more(
    world: World, language: str, own: tuple[str, ...], names: tuple[str, str], outside: tuple[str, ...]
) -> None:
    """Files: the picture for everybody, the rows with names for the curator alone."""
    of = await pair(world, language=language)
    other = await world.organisation("Школа № 15")
    world._clock.set(world.now + timedelta(days=22))
    await satisfied(world, of.school, 7, 7, 8, 8, 8, 8)
    await satisfied(world, other, *[9] * 6)
    world._clock.set(world.now + HOUR)
    full, short = names
    staff_roles = ((Role.CURATOR, full, 1), (Role.HEAD, short, 0), (Role.PSYCHOLOGIST, short, 0))
    for role, named, tables in staff_roles:
        phone, _ = await world.member(f"Служебный {role.value} Олегович", role, of.school, language=language)
        await phone.says("/summary month")
        await phone.sees(of.school.name, *own, named)
        await phone.never_sees(other.name)
        assert (len(phone.photos), len(phone.documents)) == (1, tables), role
        for forged in (f"summary.show:{other.id}:month", "summary.show:0:month", "summary.places:month:0"):
            await phone.presses_old(1, forged)
            await phone.never_sees(other.name)
        assert (len(phone.photos), len(phone.documents)) == (1, tables), role
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None, language=language)
    await coordinator.says("/summary month")
    await coordinator.presses_old(1, f"summary.show:{of.school.id}:month")
    await coordinator.sees(of.school.name, *own[:1], *outside)
    await coordinator.never_sees("Пётр С.")
    await coordinator.never_sees("Петровна")
    assert not coordinator.documents


async def test_without_meetings_is_what_the_programme_calls_so(quick_database: Database) -> None:
    house = house_of("tver-school-14", Telegram().username)
    programme = replace(house.programme, thresholds=replace(house.programme.thresholds, stuck_days=10))
    world = await World.open(quick_database, house=replace(house, programme=programme))
    at = await staff(world)
    await world.advance(timedelta(days=9))
    await at.curator.says("/summary month")
    await at.curator.sees("Нет пар без встреч 10 дней и дольше")
    await world.advance(timedelta(days=2))
    await at.curator.says("/summary month")
    await at.curator.sees("Без встреч 10 дней и дольше — 1 пара")

"""The training and load interface: what `sample` leaves, and what a loader from outside may count on."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli import main
from bot.house import build
from bot.training import sample
from simulator.chats import Person
from simulator.phones import Phone
from storage.engine import Database
from storage.training import NotEmptyError
from tests.contracts.shell import Shell
from tests.conversations.world import World

PEOPLE = 6
CURATOR, COORDINATOR = 900_001, 900_002
WEDNESDAY = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
"""09:00 in Tver."""


@pytest.fixture
async def school(database: Database) -> AsyncIterator[World]:
    """The training school over the real machine, in virtual time."""
    made = await World.open(database, WEDNESDAY)
    async with made.work() as work:
        await sample(work, made.machine.house, PEOPLE)
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


def phone_of(school: World, telegram_id: int, language: str = "ru") -> Phone:
    """The phone of one of those who are there already: they opened the bot at some time."""
    made = Phone(school.telegram, Person(telegram_id, f"Person {telegram_id}", language), school.settle)
    school.telegram.chat(telegram_id).started = True
    return made


async def answers_all(phone: Phone, question: str, last: str) -> None:
    """From the first button of /surveys to the last screen, by plain digits."""
    await phone.says("/surveys")
    await phone.taps(phone.screen.labels[0])
    for number in range(1, 11):
        await phone.sees(question.format(number))
        assert [label for label in phone.screen.labels if label.isdigit()] == ["1", "2", "3", "4", "5"]
        await phone.taps(str(number % 5 + 1))
    await phone.sees(last)


async def test_everybody_answers_ten_questions_by_digits(school: World) -> None:
    for telegram_id in (1, 2):
        await answers_all(phone_of(school, telegram_id), "Вопрос {} из 10", "Спасибо")
    query = (
        "SELECT telegram_id, questionnaire, question, value FROM answers_v"
        " WHERE telegram_id = 1 ORDER BY length(question), question"
    )
    async with school.work() as work:
        rows = [tuple(row) for row in await work.connection.exec_driver_sql(query)]
    assert rows == [(1, "sample", f"q{number}", str(number % 5 + 1)) for number in range(1, 11)]


async def test_in_english_the_screens_say_so_too(school: World) -> None:
    phone = phone_of(school, 3)
    await phone.says("/language")
    await phone.taps("English")
    await answers_all(phone, "Question {} of 10", "Thank you")


async def test_the_first_button_of_log_logs_a_held_meeting_in_at_most_four_presses(school: World) -> None:
    phone, mentee = phone_of(school, 1), phone_of(school, 2)
    await phone.says("/log")
    log = phone.screen.message_id
    for _ in range(4):
        await phone.taps(phone.screen.labels[0], message=log)
        if phone.screen.message_id != log:
            break  # the mark of the meeting is asked below
    await phone.sees("Записано")
    async with school.work() as work:
        rows = await work.connection.exec_driver_sql("SELECT state, mentorship_id FROM meetings")
        assert [tuple(row) for row in rows] == [("held", 1)]
    await mentee.sees("Как прошла")


async def test_odd_ids_are_mentors_of_the_next_and_two_run_the_school(school: World) -> None:
    for telegram_id, commands in {1: {"log", "meetings", "surveys"}, 2: {"meetings", "surveys"}}.items():
        phone = phone_of(school, telegram_id)
        await phone.says("/menu")
        assert commands <= set(phone.commands)
    curator, coordinator = phone_of(school, CURATOR), phone_of(school, COORDINATOR)
    await curator.says("/people")
    await curator.sees("Наставляемые")
    await coordinator.says("/invite")
    await coordinator.sees("куратор")
    query = (
        "SELECT a.telegram_id, b.telegram_id, m.form, m.state FROM mentorships m"
        " JOIN parties x ON x.mentorship_id = m.id AND x.side = 'mentor' JOIN people a ON a.id = x.person_id"
        " JOIN parties y ON y.mentorship_id = m.id AND y.side = 'mentee' JOIN people b ON b.id = y.person_id"
        " ORDER BY m.id"
    )
    async with school.work() as work:
        rows = [tuple(row) for row in await work.connection.exec_driver_sql(query)]
    assert rows == [(first, first + 1, "teacher-teacher", "active") for first in (1, 3, 5)]


async def test_nothing_else_is_due_in_the_days_after(school: World) -> None:
    people = [phone_of(school, telegram_id) for telegram_id in (*range(1, PEOPLE + 1), CURATOR, COORDINATOR)]
    await school.advance(timedelta(days=3))
    assert [each.messages for each in people] == [[] for _ in people]
    async with school.work() as work:
        counts = await work.connection.exec_driver_sql(
            "SELECT (SELECT count(*) FROM outgoing), (SELECT count(*) FROM jobs),"
            " (SELECT count(*) FROM responses WHERE NOT (definition = 'sample' AND state = 'waiting'))"
        )
        assert tuple(counts.one()) == (0, 0, 0)


async def test_the_questionnaire_stays_the_first_button_whatever_comes_after(school: World) -> None:
    mentor = phone_of(school, 1)
    await mentor.says("/log")
    await mentor.says("/surveys")
    assert mentor.screen.labels[0] == "Как прошла встреча"


async def test_a_database_with_people_is_refused_and_left_as_it_was(school: World) -> None:
    with pytest.raises(NotEmptyError):
        async with school.work() as work:
            await sample(work, school.machine.house, 2)
    async with school.work() as work:
        assert await work.people.count() == PEOPLE + 2


async def test_the_command_migrates_and_fills_once(shell: Shell) -> None:
    assert await shell.succeeds("sample", "--people", "2") == ["Готово: 2 человека."]
    again = (await shell.runs("sample", "--people", "2")).line(1)
    assert again.startswith("В базе уже есть люди.")
    rows = shell.rows("SELECT telegram_id, language FROM people ORDER BY telegram_id")
    assert rows == [(1, "ru"), (2, "ru"), (CURATOR, "ru"), (COORDINATOR, "ru")]


@pytest.mark.parametrize("number", ["3", "0", "-2", "two"])
def test_an_odd_number_is_refused(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["sample", "--people", number])
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip().endswith("нужно чётное число от 2")


async def test_ten_thousand_people_take_seconds(sqlite_url: str) -> None:
    begun = datetime.now(UTC)
    database = await Database.open(sqlite_url, key=b"dGVzdHMtYW5kLW5vdGhpbmctYnV0LXRlc3RzLTMyLWI=")
    async with database.write(WEDNESDAY) as work:
        await sample(work, build("tver-school-14", ""), 10_000)
    await database.close()
    assert datetime.now(UTC) - begun < timedelta(seconds=30)
    with sqlite3.connect(sqlite_url.removeprefix("sqlite+aiosqlite:///")) as connection:
        counts = (
            "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM mentorships), (SELECT count(*) FROM responses)"
        )
        assert connection.execute(counts).fetchone() == (10_002, 5_000, 10_000)

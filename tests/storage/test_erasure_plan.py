"""Erasing somebody of whom every column of every table holds words: nothing is left but what is explained below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, String, Table, Text, select

from mentoring.erasure import Ground, label, wanted
from mentoring.names import plain
from mentoring.people import Person
from messaging.ports import Message
from storage.engine import Database
from storage.erasure_plan import Whose
from storage.merging import pointers
from storage.sweeping import APART
from storage.tables import erasures, memberships, metadata, people, responses
from storage.types import EncryptedText, Json, SealedText
from storage.work import Work
from tests.databases import NOW
from tests.storage.nameless import dump, read
from tests.storage.test_merging import row

NAME = "Журавлёва-Меткова Аграфена Спиридоновна"
CHAT = 777_000_111
CODES = {
    *("awards.grounds", "campaigns.audience", "campaigns.questionnaire", "events.roles", "help_requests.area"),
    *("matchings.role_model", "matchings.settings", "meetings.topics", "memberships.areas", "memberships.times"),
    *("mentorships.role_model", "plans.template", "referrals.areas", "responses.definition", "responses.skipped"),
}
"""Columns of codes, numbers and settings: nobody's words, and counted."""
OTHERS = {
    *("alarms.seen_by", "awards.given_by", "consents.given_by", "consents.recorded_by", "event_people.marked_by"),
    *("event_people.signed_by", "help_requests.taken_by", "memberships.decided_by", "mentorship_adults.added_by"),
    *("meetings.planned_by", "mentorships.proposed_by", "needs.set_by", "plan_items.graded_by", "plans.created_by"),
    *("referrals.decided_by", "responses.entered_by", "tasks.checked_by", "tasks.set_by"),
}
"""Who acted on what is about somebody else: the words are of that other record, the actor's own in them are not left
(comments, marks, answers), as far as the tables tell whose they are."""
OFFICE = {
    *("denominators", "events", "indicator_plans", "mentorship_looks", "milestones", "organisation_documents"),
    *("organisation_mentorships", "own_questionnaires", "practices", "recommendations", "report_texts"),
    *("sent_reports", "speed_events", "training_materials", "training_sessions", "training_steps"),
}
"""What is written in office is the organisation's: reports, documents, events. Names in it are replaced."""
OWN_WORDS = {
    *("help_requests.answer@taken_by", "meetings.place@planned_by", "meetings.link@planned_by"),
    *("plan_items.assessment@graded_by", "tasks.comment@checked_by", "consents.paper_giver@given_by"),
}
"""Of rows of others, what the erased person wrote: it goes."""


def explained(where: str) -> bool:
    """Whether it may stay; `where`: table.column@pointer."""
    column, pointer = where.split("@")
    table = column.split(".")[0]
    if column in CODES:
        return True
    if where in OWN_WORDS:
        return False
    by_them = pointer.endswith("_by")
    return by_them and (f"{table}.{pointer}" in OTHERS or table in OFFICE)


def words_of(table: Table) -> Iterator[Column[Any]]:
    """Columns that take any words at all."""
    for column in table.columns:
        plain = isinstance(column.type, Text) or (isinstance(column.type, String) and (column.type.length or 0) > 32)
        if (
            not column.primary_key
            and not column.unique
            and (plain or isinstance(column.type, EncryptedText | SealedText | Json))
        ):
            yield column


def marked(column: Column[Any], mark: str) -> Any:
    said = f"{mark} {NAME}"
    return [said] if isinstance(column.type, Json) else said


async def fill(work: Work, person: Person) -> dict[str, str]:
    """A row for each column that may hold a person, full of words; gives mark → table.column@pointer."""
    marks: dict[str, str] = {}
    for number, pointer in enumerate(pointers()):
        table = pointer.table
        if table.name in APART:
            continue
        values: dict[str, Any] = {pointer.name: person.id}
        if table is responses:
            values |= {"kind": "survey", "state": "finished", "anonymous": False}
        for at, column in enumerate(words_of(table)):
            mark = f"метка{number}x{at}."
            if table is responses and column.name == "marks":
                values[column.name] = {"facts": {"name": f"{mark} {NAME}"}}
            else:
                values[column.name] = marked(column, mark)[: getattr(column.type, "length", None) or 200]
            marks[mark] = f"{table.name}.{column.name}@{pointer.name}"
        await row(work, table, **values)
    return marks


async def erase(database: Database, person: Person, *, at_once: bool, now: datetime = NOW) -> None:
    async with database.write(now) as work:
        every, alone = await work.erasures.hiding.mentorships(person.id)
        mine = select(memberships.c.id).where(memberships.c.person_id == person.id)
        held = (await work.connection.execute(mine)).scalars().all()
        whose = Whose(person.id, person.telegram_id, memberships=held, mentorships=every, alone=alone)
        due = now if at_once else now + timedelta(days=30)
        await work.erasures.hide(
            whose, words=wanted(person), places=(1,), ground=Ground.OWN, asked_by=person.id, due_at=due
        )
        work.forgets = True


async def sweep(database: Database, now: datetime) -> None:
    """All pages, each in a transaction of its own."""
    for _ in range(500):
        async with database.write(now) as work:
            await work.erasures.begin_due()
            through = await work.erasures.sweep()
            work.forgets = True
            if through is None:
                return
            for one in through:
                await work.erasures.end(one)
    raise AssertionError("the search does not end")


async def somebody(work: Work) -> Person:
    await work.chats.start(CHAT, "ru")
    return await work.people.add(NAME, telegram_id=CHAT, birth=date(2010, 11, 5))


async def test_no_words_of_an_erased_person_are_left(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        marks = await fill(work, person)
    await erase(database, person, at_once=True)
    await sweep(database, NOW)
    left: set[str] = set()
    for name, rows in (await dump(database)).items():
        said = str(rows)
        left |= {where for mark, where in marks.items() if mark in said}
        assert NAME not in said, name
        assert "Журавлёва" not in said, name
        if name not in ("screens", "chats"):
            assert str(CHAT) not in said, name
    assert [where for where in sorted(left) if not explained(where)] == []


PASSING = {"outgoing", "jobs", "planned_keys", "people_drafts", "questionnaire_drafts", "parked", "erasures"}


async def test_what_is_hidden_comes_back_as_it_was(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        await fill(work, person)
    before = await dump(database)
    await erase(database, person, at_once=False)
    hidden = await dump(database)
    assert [row["name"] for row in hidden["people"] if row["id"] == person.id] == [label(person.id)]
    async with database.write(NOW) as work:
        [waiting] = await work.erasures.pending(CHAT, None)
        assert await work.erasures.undo(waiting.id) > 30
    after = await dump(database)
    for name in sorted(before.keys() - PASSING - {"sqlite_sequence"}):
        key = sorted(before[name], key=_by_key)
        assert sorted(after[name], key=_by_key) == key, name


def _by_key(values: dict[str, Any]) -> str:
    return str(
        sorted((name, str(value)) for name, value in values.items() if name in ("id", "hidden", "chat_id", "key"))
    )


async def killed(database: Database, now: datetime) -> None:
    """A page that was never committed."""
    async with database.write(now) as work:
        await work.erasures.sweep()
        raise RuntimeError


async def test_a_killed_search_goes_on_where_it_was_and_ends_with_nothing_sealed(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        await fill(work, person)
    await erase(database, person, at_once=False)
    async with database.write(NOW) as work:
        assert await work.erasures.next_due() == NOW + timedelta(days=30)
        assert await work.erasures.begin_due() == 0
    due = NOW + timedelta(days=30, minutes=1)
    seen = []
    for _ in range(3):
        async with database.write(due) as work:
            await work.erasures.begin_due()
            assert await work.erasures.sweep() == ()
            seen.append(await work.connection.scalar(select(erasures.c.progress)))
        with pytest.raises(RuntimeError):
            await killed(database, due)
    assert seen == sorted(set(seen)), "each turn begins where the last committed one ended"
    await sweep(database, due)
    async with database.read(due) as work:
        [row_] = (await work.connection.execute(select(erasures))).all()
        [done], total = await work.erasures.page(1)
    assert (row_.state, row_.sealed, row_.chat_id, row_.erased_at, total) == ("erased", None, None, due, 1)
    assert done.counts["card"] == 1


async def test_the_files_bytes_hold_nothing_of_an_erased_person(sqlite_database: Database) -> None:
    """Names and words in plain columns: neither in the file nor in its log."""
    async with sqlite_database.write(NOW) as work:
        person = await somebody(work)
        await fill(work, person)
        await work.outbox.put([Message(CHAT, "menu", {"text": NAME})])
    async with sqlite_database.read(NOW) as work:
        cards = await work.connection.execute(select(people.c.name).where(people.c.id == person.id))
        assert cards.scalar_one() == NAME
    assert NAME.encode() in read(sqlite_database), "it lies there in plain before"
    await erase(sqlite_database, person, at_once=True)
    await sweep(sqlite_database, NOW + timedelta(hours=2))
    lies = read(sqlite_database)
    for mark in (NAME, "Журавлёва", plain(NAME), str(CHAT)):
        assert mark.encode() not in lies, mark


async def test_a_namesake_keeps_their_name(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        other = await work.people.add(NAME)
        await row(work, metadata.tables["report_texts"], written_by=other.id, words=f"Помогла {NAME}")
    await erase(database, person, at_once=True)
    await sweep(database, NOW)
    async with database.read(NOW) as work:
        assert (await work.people.many([other.id]))[other.id].name == NAME
        words = await work.connection.scalar(select(metadata.tables["report_texts"].c.words))
    assert words == f"Помогла {NAME}"


async def test_what_feeds_counts_stays_under_the_number(database: Database) -> None:
    """Category, quarter of birth and grade stay, so that ages at the ends of quarters and grades count as before."""
    async with database.write(NOW) as work:
        person = await somebody(work)
        await work.connection.execute(people.update().values(category="pupil", school_class="9А"))
    await erase(database, person, at_once=True)
    async with database.read(NOW) as work:
        left = await work.people.get(person.id)
    assert left is not None
    assert (left.name, left.birth, left.category, left.profile.school_class) == (
        label(person.id),
        date(2010, 10, 1),
        "pupil",
        "9",
    )
    assert left.telegram_id is None

"""Merging two records: every column that holds a person's id is moved, and conflicts are settled."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Column, Table, func, insert, select

from mentoring.people import OrganisationKind, Person
from mentoring.roles import Role
from storage.engine import Database
from storage.merging import Merging, holds_person, pointers
from storage.tables import (
    attendances,
    memberships,
    metadata,
    parties,
    people,
    responses,
    training_steps,
)
from storage.types import EncryptedText, Id, Json, UtcTime
from storage.work import Work
from tests.databases import NOW

ELSEWHERE = {
    "responses.organisation_id",
    "responses.subject_id",
    "responses.campaign_id",
    "trail.organisation_id",
    "trail.subject_id",
    "mentorships.continues_id",
    "meetings.series_id",
    "chats.active_response",
    "answer_counts.organisation_id",
    "answer_counts.campaign_id",
}
"""Columns of ids that no foreign key explains and that are of something else than people."""


def test_every_column_of_ids_is_known_to_be_a_persons_or_something_elses() -> None:
    """A new column without a foreign key has to be named like a person's, or stand in the list above."""
    unexplained = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.type is Id and not column.primary_key and not column.foreign_keys and not holds_person(column)
    }
    assert unexplained <= ELSEWHERE
    explained = {f"{column.table.name}.{column.name}" for column in pointers()}
    assert not explained & ELSEWHERE
    assert all(column.type is Id for column in pointers())


OWNERS = {"consents.person_id", "guardianships.child_id"}
"""Columns that may be null only beside a waiting registration."""


async def two(work: Work) -> tuple[Person, Person]:
    kept = await work.people.add("Иванова Анна Петровна", telegram_id=1, birth=date(1990, 1, 1))
    return kept, await work.people.add("Иванова А. П.", telegram_id=2)


_NUMBERS = count(1)


def sample(column: Column[Any]) -> Any:
    """Something that the column takes, another each time."""
    number = next(_NUMBERS)
    if column.type is Id:
        return 100_000 + number
    if isinstance(column.type, UtcTime):
        return NOW + timedelta(minutes=number)
    if isinstance(column.type, Json):
        return []
    if isinstance(column.type, EncryptedText):
        return "{}"
    kind = column.type.python_type
    if kind is date:
        return date(2026, 1, 1) + timedelta(days=number)
    if kind is bytes:
        return number.to_bytes(32, "big")
    return {int: number, bool: True}.get(kind, f"x{number}")


async def row(work: Work, table: Table, **given: Any) -> int:
    """A row with all that must be there, and rows for whatever it points at."""
    values = dict(given)
    for column in table.columns:
        if column.name in values or column.name == "id":
            continue
        target = next(iter(column.foreign_keys), None)
        if column.nullable and f"{table.name}.{column.name}" not in OWNERS:
            continue
        if target is not None:
            owner = target.column.table
            values[column.name] = await row(work, owner)
        else:
            values[column.name] = sample(column)
    if table is people:
        values["telegram_id"] = None
    made = await work.connection.execute(insert(table).values(**values).returning(*table.primary_key.columns))
    return int(made.one()[0])


async def test_nothing_points_at_the_dropped_record_afterwards(database: Database) -> None:
    """A row for each column that may hold a person: all of them are the kept person's when it is done."""
    async with database.write(NOW) as work:
        kept, dropped = await two(work)
        filled = []
        for column in pointers():
            if column.table is people:
                continue
            extra: dict[str, Any] = {column.name: dropped.id}
            made = await row(work, column.table, **extra)
            filled.append((column, made))
        await work.merging.merge(kept, dropped, _nothing)
        assert await work.people.get(dropped.id) is None
        for column, made in filled:
            key = next(iter(column.table.primary_key.columns))
            found = (await work.connection.execute(select(column).where(key == made))).scalars().all()
            assert kept.id in found, f"{column.table.name}.{column.name}"
        for column in pointers():
            left = select(func.count()).select_from(column.table).where(column == dropped.id)
            assert await work.connection.scalar(left) == 0, f"{column.table.name}.{column.name}"


async def _nothing(response_id: int) -> None:
    """Nothing is counted here."""


async def test_conflicts_are_settled(database: Database) -> None:
    """The stronger membership, the answered party, the finished response and who was present stay."""
    async with database.write(NOW) as work:
        kept, dropped = await two(work)
        school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Europe/Moscow")
        weak = await work.memberships.apply(kept.id, school.id, Role.MENTOR, areas=("maths",))
        strong = await work.memberships.grant(dropped.id, school.id, Role.MENTOR)
        await work.memberships.grant(kept.id, None, Role.COORDINATOR)
        await work.memberships.grant(dropped.id, None, Role.COORDINATOR)
        step = await row(work, training_steps, membership_id=strong.id, session_id=None)
        pair = await row(work, metadata.tables["mentorships"])
        for person, agreed in ((kept, None), (dropped, True)):
            await row(work, parties, mentorship_id=pair, person_id=person.id, side="mentor", agreed=agreed)
        meeting = await row(work, metadata.tables["meetings"], mentorship_id=pair)
        for person, present in ((kept, False), (dropped, True)):
            await row(work, attendances, meeting_id=meeting, person_id=person.id, present=present)
        asked = {
            "campaign_id": 5,
            "definition": "x",
            "subject": "campaign",
            "subject_id": 5,
            "kind": "survey",
            "anonymous": False,
        }
        await row(work, responses, person_id=kept.id, state="finished", **asked)
        twice = await row(work, responses, person_id=dropped.id, state="finished", **asked)
        taken_back: list[int] = []

        async def forget(response_id: int) -> None:
            taken_back.append(response_id)

        await work.merging.merge(kept, dropped, forget)
        await work.people.save(kept)
        places = await work.memberships.of_person(kept.id)
        assert [(one.id, one.role, one.state.value, one.areas) for one in places] == [
            (weak.id, Role.MENTOR, "approved", ("maths",)),
            (places[1].id, Role.COORDINATOR, "approved", ()),
        ]
        moved = select(training_steps.c.membership_id).where(training_steps.c.id == step)
        assert await work.connection.scalar(moved) == weak.id
        assert (await work.connection.execute(select(parties.c.person_id, parties.c.agreed))).all() == [(kept.id, True)]
        assert (await work.connection.execute(select(attendances.c.present))).scalars().all() == [True]
        assert taken_back == [twice]
        assert await work.connection.scalar(select(func.count()).select_from(responses)) == 1
        assert await work.connection.scalar(select(func.count()).select_from(memberships)) == 2


async def test_what_waits_moves_to_the_account_that_stays(sqlite_database: Database) -> None:
    async with sqlite_database.write(NOW) as work:
        kept, dropped = await two(work)
        waiting = await row(
            work, responses, person_id=dropped.id, chat_id=2, state="waiting", kind="survey", subject_id=None
        )
        await Merging(work.connection, NOW).merge(kept, dropped, _nothing)
        chat = select(responses.c.chat_id).where(responses.c.id == waiting)
        assert await work.connection.scalar(chat) == 1

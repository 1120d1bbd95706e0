"""Merging two records of one person: everything that points at one points at the other afterwards.

Which columns hold a person's id is told by the tables: a foreign key to `people`, or one of the names below. A test
walks over all of them, so that a new column cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Table, UniqueConstraint, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.merging import stronger
from mentoring.people import MembershipState, Person
from storage.response_rows import UNFINISHED_STATES
from storage.tables import (
    attendances,
    chats,
    guardianships,
    mark_people,
    matching_pairs,
    memberships,
    metadata,
    needs,
    pair_rules,
    parties,
    people,
    plans,
    responses,
    trail,
    training_steps,
    wishes,
)

NAMES = frozenset({"person_id", "actor_id", "given_by", "entered_by", "decided_by", "recorded_by"})
"""Names of columns without a foreign key that hold a person's id, besides those that end in `_by`."""
ABOUT_PERSON = "person"
"""Subject of responses and trails that are about a person; their `subject_id` is the person's."""
_ACCOUNTS = frozenset({("invitations", "used_by")})
"""Columns that are called like a person's and hold a Telegram account."""
Counted = Callable[[int], Awaitable[None]]


def pointers() -> tuple[Column[Any], ...]:
    """Every column that holds the id of a person."""
    return tuple(column for table in metadata.sorted_tables for column in table.columns if holds_person(column))


def holds_person(column: Column[Any]) -> bool:
    """Whether a column holds the id of a person."""
    if (column.table.name, column.name) in _ACCOUNTS or column.table is mark_people:  # which follows the responses
        return False
    if any(key.column is people.c.id for key in column.foreign_keys):
        return True
    return not column.foreign_keys and (column.name in NAMES or column.name.endswith("_by"))


class Merging:
    """Moves what belongs to a record to another. Conflicts of unique constraints are settled by `_SETTLE`."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def hold(self, first: int, second: int) -> None:
        """Two transactions that merge the same people go one after the other."""
        query = select(people.c.id).where(people.c.id.in_([first, second])).order_by(people.c.id).with_for_update()
        await self._connection.execute(query)

    async def figures(self, person_id: int) -> Mapping[str, int]:
        """How much hangs on a record: memberships, mentorships, answered questionnaires."""
        counted = {
            "memberships": select(memberships.c.id).where(memberships.c.person_id == person_id),
            "mentorships": select(parties.c.id).where(parties.c.person_id == person_id),
            "responses": select(responses.c.id).where(
                responses.c.person_id == person_id, responses.c.kind == "survey", responses.c.state == "finished"
            ),
        }
        return {name: len((await self._connection.execute(query)).all()) for name, query in counted.items()}

    async def merge(self, merged: Person, dropped: Person, forget: Counted) -> None:
        """`merged` is what stays (its id the kept one's), to be saved next; the record `dropped` is gone afterwards.

        forget: takes the answers of a response out of the counts, before it is deleted because the person has answered
        the same thing twice.
        """
        kept_id, dropped_id = merged.id, dropped.id
        await self._move_subjects(kept_id, dropped_id)
        await self._settle_pairs(kept_id, dropped_id)
        for column in pointers():
            uniques = _uniques(column)
            if uniques:
                await self._move_rows(column, uniques, kept_id, dropped_id, forget)
            else:
                await self._connection.execute(
                    update(column.table).where(column == dropped_id).values({column.name: kept_id})
                )
        await self._move_chat(merged, dropped)
        await self._connection.execute(delete(people).where(people.c.id == dropped_id))

    async def _move_subjects(self, kept: int, dropped: int) -> None:
        for table in (responses, trail):
            await self._connection.execute(
                update(table)
                .where(table.c.subject == ABOUT_PERSON, table.c.subject_id == dropped)
                .values(subject_id=kept)
            )

    async def _settle_pairs(self, kept: int, dropped: int) -> None:
        """What would join the person with themselves is gone."""
        for one, other in (
            (guardianships.c.child_id, guardianships.c.guardian_id),
            (matching_pairs.c.mentee_id, matching_pairs.c.mentor_id),
            (pair_rules.c.mentee_id, pair_rules.c.mentor_id),
            (wishes.c.person_id, wishes.c.about_id),
        ):
            both = or_(and_(one == kept, other == dropped), and_(one == dropped, other == kept))
            await self._connection.execute(delete(one.table).where(both))

    async def _move_rows(
        self,
        column: Column[Any],
        uniques: Sequence[tuple[Column[Any], ...]],
        kept: int,
        dropped: int,
        forget: Counted,
    ) -> None:
        table = column.table
        found = await self._connection.execute(select(table).where(column == dropped).order_by(table.c.id))
        for row in found.all():
            twin = await self._twin(row, column, uniques, kept)
            if twin is not None:
                await self._settle(table, twin, row, forget)
            if twin is None or await self._stands(table, row.id):
                await self._connection.execute(update(table).where(table.c.id == row.id).values({column.name: kept}))

    async def _twin(
        self, row: Row[Any], column: Column[Any], uniques: Sequence[tuple[Column[Any], ...]], kept: int
    ) -> Row[Any] | None:
        """The row that stands where this one would come to stand."""
        table = column.table
        values = row._mapping
        for unique in uniques:
            others = [other for other in unique if other is not column]
            if any(values[other.name] is None for other in others) and not _counts_nulls(table):
                continue
            same: list[ColumnElement[bool]] = [other.is_not_distinct_from(values[other.name]) for other in others]
            query = select(table).where(column == kept, *same)
            twin = (await self._connection.execute(query)).first()
            if twin is not None:
                return twin
        return None

    async def _stands(self, table: Table, row_id: int) -> bool:
        found = await self._connection.execute(select(table.c.id).where(table.c.id == row_id))
        return found.first() is not None

    async def _settle(self, table: Table, twin: Row[Any], row: Row[Any], forget: Counted) -> None:
        """One of two rows that say the same of the same thing goes: `twin` is the kept record's."""
        if table is memberships:
            await self._settle_membership(twin, row)
        loser = row
        if table in _PREFERS and _PREFERS[table](twin, row):
            loser = twin
        if table is responses and loser.state == "finished" and not loser.anonymous:
            await forget(loser.id)
        await self._connection.execute(delete(table).where(table.c.id == loser.id))

    async def _settle_membership(self, twin: Row[Any], row: Row[Any]) -> None:
        """The stronger state stays, areas of both, and what hangs on the place of the dropped record."""
        values: dict[str, Any] = {"areas": tuple(dict.fromkeys((*twin.areas, *row.areas)))}
        if stronger(MembershipState(twin.state), MembershipState(row.state)):
            values |= {name: row._mapping[name] for name in ("state", "reason", "decided_by", "decided_at")}
            values |= {name: row._mapping[name] for name in ("paused_from", "paused_until", "pause_reason")}
        for name in ("request", "capacity", "times"):
            if twin._mapping[name] is None:
                values[name] = row._mapping[name]
        values |= {name: bool(twin._mapping[name] or row._mapping[name]) for name in ("council", "expert")}
        await self._connection.execute(update(memberships).where(memberships.c.id == twin.id).values(**values))
        await self._move_steps(twin.id, row.id)
        for table in (responses, trail):
            await self._connection.execute(
                update(table)
                .where(table.c.subject == "membership", table.c.subject_id == row.id)
                .values(subject_id=twin.id)
            )

    async def _move_steps(self, kept: int, dropped: int) -> None:
        """What a mentor has been through; of the same session the kept place's own stands."""
        mine = select(training_steps.c.session_id).where(
            training_steps.c.membership_id == kept, training_steps.c.session_id.is_not(None)
        )
        theirs = training_steps.c.membership_id == dropped
        await self._connection.execute(delete(training_steps).where(theirs, training_steps.c.session_id.in_(mine)))
        await self._connection.execute(update(training_steps).where(theirs).values(membership_id=kept))

    async def _move_chat(self, merged: Person, dropped: Person) -> None:
        """What waits for an answer waits in the account that stays; forms of the other account are left alone."""
        old, new = dropped.telegram_id, merged.telegram_id
        await self._connection.execute(update(people).where(people.c.id == dropped.id).values(telegram_id=None))
        if old is None and new is None:
            return
        waits = (responses.c.person_id == merged.id) & responses.c.state.in_(UNFINISHED_STATES)
        here = (
            responses.c.chat_id.is_(None)
            if old is None
            else responses.c.chat_id.is_(None) | (responses.c.chat_id == old)
        )
        own = waits & here & (responses.c.kind == "survey") & responses.c.entered_by.is_(None)
        await self._connection.execute(update(responses).where(own).values(chat_id=new))
        if old is not None and old != new:
            await self._connection.execute(update(chats).where(chats.c.chat_id == old).values(active_response=None))


def _uniques(column: Column[Any]) -> tuple[tuple[Column[Any], ...], ...]:
    """The unique constraints and indexes that a column is part of."""
    table = column.table
    found = [tuple(each.columns) for each in table.constraints if isinstance(each, UniqueConstraint)]
    found += [tuple(each.columns) for each in table.indexes if each.unique]
    return tuple(each for each in found if column in each)


def _counts_nulls(table: Table) -> bool:
    """A null organisation is the municipality: there a null equals a null (`uq_memberships_municipality`)."""
    return table is memberships


def _later(name: str) -> Callable[[Row[Any], Row[Any]], bool]:
    return lambda twin, row: row._mapping[name] > twin._mapping[name]


def _answered(twin: Row[Any], row: Row[Any]) -> bool:
    """What was answered stays before what was only asked."""
    return bool(row.state == "finished" and twin.state != "finished")


_PREFERS: Mapping[Table, Callable[[Row[Any], Row[Any]], bool]] = {
    needs: _later("set_at"),
    plans: _later("changed_at"),
    wishes: _later("wished_at"),
    pair_rules: _later("set_at"),
    attendances: lambda twin, row: bool(row.present and not twin.present),
    parties: lambda twin, row: row.agreed is not None and twin.agreed is None,
    responses: _answered,
}
"""Whether the dropped record's row stays and the kept one's goes; elsewhere the kept record's own stays."""

"""Alarm answers: raised once for each answer, looked at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.alarms import Alarm
from mentoring.mentorships import Side
from storage.tables import alarms, parties
from storage.upsert import insert_or

_MENTOR, _MENTEE = parties.alias("mentor"), parties.alias("mentee")
_MENTORED = (
    select(_MENTOR.c.person_id, _MENTEE.c.person_id)
    .join(_MENTEE, _MENTEE.c.mentorship_id == _MENTOR.c.mentorship_id)
    .where(
        _MENTOR.c.person_id.in_(bindparam("viewers", expanding=True)),
        _MENTOR.c.side == Side.MENTOR.value,
        _MENTEE.c.person_id.in_(bindparam("people", expanding=True)),
        _MENTEE.c.side == Side.MENTEE.value,
    )
)


def _alarm(row: Row[Any]) -> Alarm:
    return Alarm(
        row.id,
        row.response_id,
        row.question,
        row.organisation_id,
        row.person_id,
        row.raised_at,
        row.seen_by,
        row.seen_at,
        row.note,
    )


class Alarms:
    """Alarms by id and by organisation; what was noted about one is encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def raise_(self, response_id: int, question: str, *, organisation_id: int, person_id: int) -> bool:
        """False where this answer has alarmed before."""
        statement = insert_or(
            self._connection,
            alarms,
            response_id=response_id,
            question=question,
            organisation_id=organisation_id,
            person_id=person_id,
            raised_at=self._now,
        )
        done = await self._connection.execute(
            statement.on_conflict_do_nothing(index_elements=["response_id", "question"])
        )
        return done.rowcount == 1

    async def get(self, alarm_id: int) -> Alarm | None:
        row = (await self._connection.execute(select(alarms).where(alarms.c.id == alarm_id))).one_or_none()
        return _alarm(row) if row else None

    async def page(
        self, organisations: Collection[int], viewer: int, *, offset: int = 0, limit: int = 6
    ) -> tuple[tuple[Alarm, ...], int]:
        """One page of those `viewer` may look at, what nobody has seen first, then the newest; and how many in all."""
        which = _theirs(organisations, viewer)
        total = await self._connection.scalar(select(func.count()).select_from(alarms).where(which))
        order = (alarms.c.seen_at.is_not(None), alarms.c.raised_at.desc(), alarms.c.id.desc())
        found = await self._connection.execute(select(alarms).where(which).order_by(*order).offset(offset).limit(limit))
        return tuple(_alarm(row) for row in found), total or 0

    async def hears(self, viewer: int, person_id: int) -> bool:
        """Whether somebody may hear of a person's alarms at all: not of their own, nor of those they mentor."""
        if viewer == person_id:
            return False
        return not await self._connection.scalar(select(_mentors(viewer, person_id)))

    async def mentored(self, viewers: Collection[int], people: Collection[int]) -> frozenset[tuple[int, int]]:
        """(viewer, person): who of these mentors whom of those, or did."""
        values = {"viewers": list(viewers), "people": list(people)}
        return frozenset((row[0], row[1]) for row in await self._connection.execute(_MENTORED, values))

    async def see(self, alarm_id: int, *, by: int, note: str | None) -> bool:
        """Whether this look was the first one."""
        changed = await self._connection.execute(
            update(alarms)
            .where(alarms.c.id == alarm_id, alarms.c.seen_at.is_(None))
            .values(seen_by=by, seen_at=self._now, note=note)
        )
        return changed.rowcount == 1


def _theirs(organisations: Collection[int], viewer: int) -> ColumnElement[bool]:
    return (
        alarms.c.organisation_id.in_(set(organisations))
        & (alarms.c.person_id != viewer)
        & ~_mentors(viewer, alarms.c.person_id)
    )


def _mentors(viewer: int, person: int | ColumnElement[int]) -> ColumnElement[bool]:
    """Whether `viewer` mentors the person, or did."""
    return (
        select(_MENTOR.c.mentorship_id)
        .join(_MENTEE, _MENTEE.c.mentorship_id == _MENTOR.c.mentorship_id)
        .where(
            _MENTOR.c.person_id == viewer,
            _MENTOR.c.side == Side.MENTOR.value,
            _MENTEE.c.person_id == person,
            _MENTEE.c.side == Side.MENTEE.value,
        )
        .exists()
    )

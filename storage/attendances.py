"""Who was at a meeting, and how many meetings and minutes that makes for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.attendance import Absence, Attendance
from mentoring.diary import Hours
from mentoring.meetings import MeetingState
from mentoring.mentorships import Side
from mentoring.participation import Attended
from mentoring.periods import Period
from storage.tables import attendances, meetings, mentorships, parties

_AT_ONCE = 5000
"""Ids in one statement: below the limits of both databases."""
_AWAY = exists().where(
    attendances.c.meeting_id == meetings.c.id,
    attendances.c.person_id == parties.c.person_id,
    attendances.c.present.is_(False),
)
_HELD = meetings.c.state == MeetingState.HELD.value
_SUMS = (func.count().label("many"), func.coalesce(func.sum(meetings.c.minutes), 0).label("minutes"))


class Attendances:
    """Marks by meeting. A held meeting without any was attended by everybody."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def mark(self, marks: Iterable[Attendance]) -> None:
        """Store what the log of a meeting says; it is said once."""
        rows = [
            {
                "meeting_id": one.meeting_id,
                "person_id": one.person_id,
                "present": one.present,
                "reason": one.reason.value if one.reason else None,
                "marked_by": one.marked_by,
                "marked_at": one.marked_at,
            }
            for one in marks
        ]
        if rows:
            await self._connection.execute(insert(attendances), rows)

    async def of_meetings(self, ids: Iterable[int]) -> dict[int, tuple[Attendance, ...]]:
        """By meeting, in the order of marking; meetings without marks are left out."""
        wanted = sorted(set(ids))
        found: dict[int, tuple[Attendance, ...]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            rows = await self._connection.execute(
                select(attendances)
                .where(attendances.c.meeting_id.in_(wanted[start : start + _AT_ONCE]))
                .order_by(attendances.c.id)
            )
            for row in rows:
                found[row.meeting_id] = (*found.get(row.meeting_id, ()), _attendance(row))
        return found

    async def hours(self, mentor_id: int, since: datetime | None = None) -> dict[int, Hours]:
        """By mentorship: the held meetings a person was at as a mentor, from `since` on, and their minutes."""
        which = and_(parties.c.person_id == mentor_id, parties.c.side == Side.MENTOR.value)
        if since is not None:
            which = and_(which, meetings.c.starts_at >= since)
        rows = await self._connection.execute(_attended(parties.c.mentorship_id, which))
        return {row.of: Hours(row.many, row.minutes) for row in rows}

    async def attended(self, organisations: Collection[int], period: Period) -> dict[int, Attended]:
        """By person: what `mentoring.participation.attended` counts, in organisations given by their ids."""
        which = and_(
            mentorships.c.organisation_id.in_(organisations),
            parties.c.person_id.is_not(None),
            meetings.c.starts_at >= period.starts,
            meetings.c.starts_at < period.ends,
        )
        rows = await self._connection.execute(_attended(parties.c.person_id, which))
        return {row.of: Attended(row.many, row.minutes) for row in rows}


def _attended(by: ColumnElement[int], which: ColumnElement[bool]) -> Select[Any]:
    """Held meetings of parties who were not away, counted `by` a column."""
    return (
        select(by.label("of"), *_SUMS)
        .select_from(parties)
        .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
        .join(meetings, meetings.c.mentorship_id == parties.c.mentorship_id)
        .where(which, _HELD, ~_AWAY)
        .group_by(by)
    )


def _attendance(row: Any) -> Attendance:
    return Attendance(
        row.meeting_id,
        row.person_id,
        row.present,
        Absence(row.reason) if row.reason else None,
        row.marked_by,
        row.marked_at,
    )

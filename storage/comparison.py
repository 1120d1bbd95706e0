"""What organisations are compared by, counted for all of them at once: a statement a measure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import MeetingState
from mentoring.periods import Period
from mentoring.satisfaction import Tally
from storage.asked import AskedByDay
from storage.indices import beside
from storage.inline import LONG
from storage.marks import Measured, marks_of, read_tally, tally_of
from storage.tables import answers, meetings, mentorships, responses

_PLANNED = (MeetingState.PLANNED.value, MeetingState.HELD.value, MeetingState.NOT_HELD.value)


class Comparison:
    """Counts by organisation over organisations given by their ids; one in which there is nothing is left out."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def active(self, organisations: Collection[int], period: Period) -> dict[int, int]:
        """Mentorships that were active at some moment of the period."""
        found = await self._connection.execute(_active(organisations, period))
        return {row.organisation_id: row.many for row in found}

    async def met(self, organisations: Collection[int], period: Period) -> dict[int, int]:
        """Those of them that met in the period."""
        met = (
            select(meetings.c.id)
            .where(
                meetings.c.mentorship_id == mentorships.c.id,
                meetings.c.starts_at >= period.starts,
                meetings.c.starts_at < period.ends,
                meetings.c.state == MeetingState.HELD.value,
            )
            .exists()
        )
        found = await self._connection.execute(_active(organisations, period).where(met).prefix_with(LONG))
        return {row.organisation_id: row.many for row in found}

    async def meetings(self, organisations: Collection[int], period: Period) -> dict[int, tuple[int, int]]:
        """Meetings held as they had been planned, and all planned ones that were not cancelled."""
        # By mentorship first, and not as a join: SQLite would begin with the meetings of everybody.
        theirs = select(mentorships.c.id).where(mentorships.c.organisation_id.in_(organisations))
        counted = beside(meetings.c.state.in_(_PLANNED) & ~meetings.c.unplanned)
        held = func.sum(case((meetings.c.state == MeetingState.HELD.value, 1), else_=0))
        each = (
            select(meetings.c.mentorship_id, held.label("held"), func.count().label("many"))
            .where(
                meetings.c.mentorship_id.in_(theirs),
                meetings.c.starts_at >= period.starts,
                meetings.c.starts_at < period.ends,
                counted,
            )
            .group_by(meetings.c.mentorship_id)
            .subquery()
        )
        found = await self._connection.execute(
            select(mentorships.c.organisation_id)
            .add_columns(func.sum(each.c.held).label("held"), func.sum(each.c.many).label("many"))
            .prefix_with(LONG)
            .join(each, each.c.mentorship_id == mentorships.c.id)
            .group_by(mentorships.c.organisation_id)
        )
        return {row.organisation_id: (int(row.held), int(row.many)) for row in found}

    async def answered(
        self, organisations: Collection[int], period: Period, without: Collection[str]
    ) -> dict[int, tuple[int, int]]:
        """Surveys answered and put to people in the period, as `Summary.asked` counts; `without` these definitions."""
        found = await AskedByDay(self._connection, organisations, period).by_organisation(without)
        counted: dict[int, tuple[int, int]] = {}
        for (place, _), (put, done) in found.items():
            answered, asked = counted.get(place, (0, 0))
            counted[place] = (answered + done, asked + max(put, done))
        return counted

    async def tallies(
        self, organisations: Collection[int], period: Period, which: Collection[Measured]
    ) -> dict[tuple[int, str | None], Tally]:
        """Marks given in the period by organisation and the role in which somebody was asked."""
        if not which:
            return {}
        place = (responses.c.organisation_id, responses.c.role)
        query = (
            select(*place, *tally_of(which))
            .prefix_with(LONG)
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(organisations, period.starts, period.ends, which))
            .group_by(*place)
        )
        found = await self._connection.execute(query)
        return {(row.organisation_id, row.role): read_tally(row) for row in found}


def _active(organisations: Collection[int], period: Period) -> Select[Any]:
    return (
        select(mentorships.c.organisation_id, func.count().label("many"))
        .where(
            mentorships.c.organisation_id.in_(organisations),
            mentorships.c.activated_at < period.ends,
            mentorships.c.ended_at.is_(None) | (mentorships.c.ended_at >= period.starts),
        )
        .group_by(mentorships.c.organisation_id)
    )

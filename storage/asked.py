"""How many surveys were put to people in a period, and how many of these were answered before its end.

Whole days come from `asked_days`, the hours at both ends from the rows. What was withdrawn before it was answered is
not counted: nobody could answer it any more.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.periods import Period
from storage.day_spans import DaySpan
from storage.indices import beside
from storage.inline import LONG
from storage.summary_rows import COUNTED, NAMELESS, asked_in
from storage.tables import asked_days, responses

_Counted = dict[tuple[int, str], tuple[int, int]]
"""By organisation and definition: asked, answered."""


class AskedByDay:
    """Over organisations given by their ids."""

    def __init__(self, connection: AsyncConnection, organisations: Collection[int], period: Period) -> None:
        self._connection = connection
        self._organisations = organisations
        self._period = period

    async def by_definition(self) -> dict[str, tuple[int, int]]:
        """Asked and answered, of all these organisations together."""
        found: dict[str, tuple[int, int]] = {}
        for (_, definition), (asked, answered) in (await self.by_organisation(())).items():
            so_far = found.get(definition, (0, 0))
            found[definition] = (so_far[0] + asked, so_far[1] + answered)
        return found

    async def by_organisation(self, without: Collection[str]) -> _Counted:
        """Asked and answered by organisation and definition; `without` these definitions."""
        span = DaySpan.of(self._period.starts, self._period.ends)
        queries = [self._days(span), self._late(span), *(self._rows(*edge) for edge in span.edges)]
        found: _Counted = {}
        for query in queries:
            for row in await self._connection.execute(query):
                if row.definition in without:
                    continue
                place = (row.organisation_id, row.definition)
                asked, answered = found.get(place, (0, 0))
                found[place] = (asked + int(row.asked or 0), answered + int(row.answered or 0))
        return {place: numbers for place, numbers in found.items() if any(numbers)}

    def _days(self, span: DaySpan) -> Select[Any]:
        kept = asked_days.c
        return (
            select(kept.organisation_id, kept.definition)
            .add_columns(func.sum(kept.asked).label("asked"), func.sum(kept.answered).label("answered"))
            .prefix_with(LONG)
            .where(kept.organisation_id.in_(self._organisations), kept.day >= span.first, kept.day < span.beyond)
            .group_by(kept.organisation_id, kept.definition)
        )

    def _late(self, span: DaySpan) -> Select[Any]:
        """What the days count as answered and was answered after the period, to be taken off."""
        starts, ends = span.bounds
        return (
            select(responses.c.organisation_id, responses.c.definition)
            .add_columns(literal(0).label("asked"), (-func.count()).label("answered"))
            .prefix_with(LONG)
            .where(
                responses.c.organisation_id.in_(self._organisations),
                responses.c.finished_at >= self._period.ends,
                beside(asked_in(self._organisations, starts, ends)),
            )
            .group_by(responses.c.organisation_id, responses.c.definition)
        )

    def _rows(self, starts: datetime, ends: datetime) -> Select[Any]:
        put = case((NAMELESS, 0), else_=1)  # whoever gave it was asked, and has a row of their own
        in_time = case((responses.c.finished_at < self._period.ends, 1), else_=0)
        return (
            select(responses.c.organisation_id, responses.c.definition)
            .add_columns(func.sum(put).label("asked"), func.sum(in_time).label("answered"))
            .prefix_with(LONG)
            .where(
                responses.c.state.in_(COUNTED),
                responses.c.asked_at >= starts,
                responses.c.asked_at < ends,
                beside(asked_in(self._organisations, starts, ends)),
            )
            .group_by(responses.c.organisation_id, responses.c.definition)
        )

"""Marks by organisation and role, from the counts by day: sums and counts as `Summary.tallies` has them, and people.

Sums of whole days come from `mark_days`, of the hours at both ends from the rows; people from `mark_people`, and where
somebody's first and last mark do not tell, from their rows; nameless answers from their rows, each of them a person.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.satisfaction import NO_MARKS, Tally
from storage.day_spans import DaySpan
from storage.inline import LONG
from storage.marks import Measured, marks_of, tally_of
from storage.tables import answers, mark_days, mark_people, responses
from surveys.record import RecordState

_Numbers = AsyncIterator[tuple[str, str, tuple[int, str | None], Tally]]
"""Definition, question, organisation and role, and the marks."""
Cells = dict[tuple[int, str | None], Tally]
"""By organisation and role."""
_KEPT = and_(responses.c.person_id.is_not(None), responses.c.anonymous.is_(False), responses.c.kind == "survey")


class MarksByPlace:
    """Over organisations given by their ids, within a half-open span of UTC times."""

    def __init__(
        self, connection: AsyncConnection, organisations: Collection[int], starts: datetime, ends: datetime
    ) -> None:
        self._connection = connection
        self._organisations = organisations
        self._starts = starts
        self._ends = ends

    async def tallies(self, groups: Mapping[str, Collection[Measured]]) -> dict[str, Cells]:
        """By group of questions (no question is in two)."""
        of = {(each.definition, each.question): (name, each) for name, several in groups.items() for each in several}
        found: dict[str, Cells] = {name: {} for name in groups}
        if not of:
            return found
        async for definition, question, place, tally in self._numbers([each for _, each in of.values()]):
            name, which = of[definition, question]
            total = tally.total if which.turned is None else which.turned * tally.count - tally.total
            cells = found[name]
            cells[place] = cells.get(place, NO_MARKS) + Tally(total, tally.count, tally.people)
        for name, several in groups.items():
            for place, people in (await self._people(several)).items():
                found[name][place] = found[name].get(place, NO_MARKS) + Tally(people=people)
        return found

    async def _numbers(self, which: Collection[Measured]) -> _Numbers:
        """By question as it stands in its definition, organisation and role; people where they are nobody."""
        span = DaySpan.of(self._starts, self._ends)
        days = (
            select(mark_days.c.definition, mark_days.c.question, mark_days.c.organisation_id, mark_days.c.role)
            .prefix_with(LONG)
            .add_columns(func.sum(mark_days.c.total).label("total"), func.sum(mark_days.c.count).label("many"))
            .where(
                *_asked(mark_days, which),
                mark_days.c.organisation_id.in_(self._organisations),
                mark_days.c.day >= span.first,
                mark_days.c.day < span.beyond,
            )
            .group_by(mark_days.c.definition, mark_days.c.question, mark_days.c.organisation_id, mark_days.c.role)
            .having(func.sum(mark_days.c.count) > 0)
        )
        for row in await self._connection.execute(days):
            yield row.definition, row.question, (row.organisation_id, row.role or None), Tally(int(row.total), row.many)
        for starts, ends in span.edges:
            async for each in self._rows(which, starts, ends, _KEPT):
                yield each
        async for each in self._rows(which, self._starts, self._ends, responses.c.person_id.is_(None), nameless=True):
            yield each

    async def _rows(
        self,
        which: Collection[Measured],
        starts: datetime,
        ends: datetime,
        whose: ColumnElement[bool],
        *,
        nameless: bool = False,
    ) -> _Numbers:
        plain = [Measured(each.definition, each.question) for each in which]
        place = (responses.c.definition, answers.c.question, responses.c.organisation_id, responses.c.role)
        query = (
            select(*place, *tally_of(plain))
            .prefix_with(LONG)
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(self._organisations, starts, ends, plain), whose)
            .group_by(*place)
        )
        for row in await self._connection.execute(query):
            people = row.many if nameless else 0
            tally = Tally(int(row.total), row.many, people)
            yield row.definition, row.question, (row.organisation_id, row.role), tally

    async def _people(self, which: Collection[Measured]) -> dict[tuple[int, str | None], int]:
        """How many named people gave a mark to any of these questions."""
        if not which:
            return {}
        kept = mark_people.c
        within = case(
            ((kept.last_at < self._starts) | (kept.first_at >= self._ends), 0),
            ((kept.first_at >= self._starts) | (kept.last_at < self._ends), 1),
            (self._looked_up(), 1),
            else_=0,
        )
        each = (
            select(kept.organisation_id, kept.role, kept.person_id, func.max(within).label("within"))
            .where(*_asked(mark_people, which), kept.organisation_id.in_(self._organisations))
            .group_by(kept.organisation_id, kept.role, kept.person_id)
            .subquery()
        )
        found = await self._connection.execute(
            select(each.c.organisation_id, each.c.role, func.sum(each.c.within).label("people"))
            .prefix_with(LONG)
            .group_by(each.c.organisation_id, each.c.role)
            .having(func.sum(each.c.within) > 0)
        )
        return {(row.organisation_id, row.role or None): int(row.people) for row in found}

    def _looked_up(self) -> ColumnElement[bool]:
        """Whether somebody who gave marks before the span and after it gave one within it."""
        kept = mark_people.c
        return (
            select(responses.c.id)
            .join(answers, answers.c.response_id == responses.c.id)
            .where(
                responses.c.person_id == kept.person_id,
                responses.c.definition == kept.definition,
                responses.c.finished_at >= self._starts,
                responses.c.finished_at < self._ends,
                responses.c.organisation_id == kept.organisation_id,
                func.coalesce(responses.c.role, "") == kept.role,
                responses.c.state == RecordState.FINISHED.value,
                _KEPT,
                answers.c.question == kept.question,
                answers.c.on_path,
                answers.c.value.is_not(None),
            )
            .correlate(mark_people)
            .exists()
        )


def _asked(table: Any, which: Collection[Measured]) -> Iterator[ColumnElement[bool]]:
    """That a row is about one of these questions."""
    places = sorted({(each.definition, each.question) for each in which})
    yield table.c.definition.in_(sorted({definition for definition, _ in places}))
    yield tuple_(table.c.definition, table.c.question).in_(places)

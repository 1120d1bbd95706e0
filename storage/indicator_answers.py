"""How many participants are satisfied, counted where the answers lie: the newest answer of each person counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Subquery, and_, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.clock import at
from mentoring.indicator_counts import Answered
from mentoring.mentorships import Side
from storage.marks import Measured
from storage.summary_rows import READABLE
from storage.tables import answers, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Satisfying:
    """Questions that say how satisfied somebody is, from which mean of ten on, and whose side a definition is for."""

    places: tuple[Measured, ...] = ()
    threshold: int = 7
    sides: Mapping[str, Side] | None = None


async def answered(
    connection: AsyncConnection,
    satisfying: Satisfying,
    first: date,
    last: date,
    zone: str,
    organisation_id: int | None,
) -> dict[tuple[Side, int | None], Answered]:
    """By side and organisation, and (None) in the whole municipality; days local to `zone`, both included.

    With an organisation, of it alone, and with the people who are satisfied and gave their answers by name.
    """
    if not satisfying.places:
        return {}
    starts, ends = at(first, time(), zone), at(last + timedelta(days=1), time(), zone)
    scored = _scored(satisfying, starts, ends, organisation_id)
    found: dict[tuple[Side, int | None], Answered] = {}
    for row in await connection.execute(_counted(scored)):
        side = Side(row.side)
        found[side, row.organisation_id] = Answered(row.satisfied, row.answered)
        if organisation_id is None:
            so_far = found.get((side, None), Answered())
            found[side, None] = Answered(so_far.satisfied + row.whole_satisfied, so_far.answered + row.whole_answered)
    return found if organisation_id is None else await _named(connection, scored, found)


async def _named(
    connection: AsyncConnection, scored: Subquery, found: Mapping[tuple[Side, int | None], Answered]
) -> dict[tuple[Side, int | None], Answered]:
    """The same with those of the satisfied who gave their names."""
    pleased: dict[Side, set[int]] = {}
    named = scored.c.person_id.is_not(None)
    for row in await connection.execute(
        select(scored.c.side, scored.c.person_id).where(scored.c.here == 1, scored.c.ok == 1, named)
    ):
        pleased.setdefault(Side(row.side), set()).add(row.person_id)
    return {
        (side, place): Answered(each.satisfied, each.answered, frozenset(pleased.get(side, ())))
        for (side, place), each in found.items()
    }


def _counted(scored: Subquery) -> Select[Any]:
    """By side and organisation; `whole_…`: those whose newest answer of all was given there."""

    def many(place: ColumnElement[int], what: ColumnElement[int] | int) -> ColumnElement[int]:
        return func.sum(case((place == 1, what), else_=0))

    here, whole, ok = scored.c.here, scored.c.whole, scored.c.ok
    return select(
        *(scored.c.side, scored.c.organisation_id),
        *(many(here, ok).label("satisfied"), many(here, 1).label("answered")),
        *(many(whole, ok).label("whole_satisfied"), many(whole, 1).label("whole_answered")),
    ).group_by(scored.c.side, scored.c.organisation_id)


def _scored(satisfying: Satisfying, starts: datetime, ends: datetime, organisation_id: int | None) -> Subquery:
    """Every response: its side, whether its mean is satisfied, and its place in the organisation (`here`) and in the
    municipality (`whole`), of which 1 is the person's newest."""
    number = cast(answers.c.value, Integer)
    turned = [(_is(each), each.turned - number) for each in satisfying.places if each.turned is not None]
    value = case(*turned, else_=number) if turned else number
    ok = case((func.sum(value) >= satisfying.threshold * func.count(), 1), else_=0)
    heads = (responses.c.id, responses.c.organisation_id, responses.c.person_id, responses.c.finished_at)
    side = _side(satisfying)
    means = (
        select(*heads, side.label("side"), ok.label("ok"))
        .join(answers, answers.c.response_id == responses.c.id)
        .where(_given(satisfying, starts, ends, organisation_id), side.is_not(None))
        .group_by(*heads, responses.c.role, responses.c.definition)
        .subquery()
    )
    who = func.coalesce(means.c.person_id, -means.c.id)
    order = (means.c.finished_at.desc(), means.c.id.desc())
    here = func.row_number().over(partition_by=(means.c.side, means.c.organisation_id, who), order_by=order)
    whole = func.row_number().over(partition_by=(means.c.side, who), order_by=order)
    return select(means, here.label("here"), whole.label("whole")).subquery()


def _side(satisfying: Satisfying) -> ColumnElement[Any]:
    """The side the answers were given from: as asked, else whom the questionnaire is for."""
    known = [side.value for side in Side]
    named = [(responses.c.definition == name, side.value) for name, side in (satisfying.sides or {}).items()]
    return case((responses.c.role.in_(known), responses.c.role), *named, else_=None)


def _given(
    satisfying: Satisfying, starts: datetime, ends: datetime, organisation_id: int | None
) -> ColumnElement[bool]:
    here = responses.c.organisation_id
    return and_(
        here.is_not(None) if organisation_id is None else here == organisation_id,
        responses.c.definition.in_({each.definition for each in satisfying.places}),
        responses.c.state == RecordState.FINISHED.value,
        responses.c.kind == "survey",
        responses.c.finished_at >= starts,
        responses.c.finished_at < ends,
        answers.c.question.in_({each.question for each in satisfying.places}),
        answers.c.on_path,
        answers.c.value.is_not(None),
        READABLE,
        case(*((_is(each), True) for each in satisfying.places), else_=False),
    )


def _is(which: Measured) -> ColumnElement[bool]:
    return and_(responses.c.definition == which.definition, answers.c.question == which.question)

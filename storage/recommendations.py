"""Recommendations of the municipality: each move holds only while the state is as it was read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.recommendations import WAITING, Recommendation, RecommendationState
from mentoring.tasks import Attachment
from storage.tables import recommendations

_OF = recommendations.c
_STATE_WAITS = _OF.state.in_(sorted(state.value for state in WAITING))
_ANSWERED = _OF.state == RecommendationState.ANSWERED.value


@dataclass(frozen=True, slots=True)
class RecommendationFilter:
    """Which recommendations a list shows; what is left out does not narrow it.

    `before`: whose day lies before this one; `written`: first and last moment (UTC, the last one excluded).
    """

    organisation_id: int | None = None
    states: Collection[RecommendationState] = ()
    before: date | None = None
    written: tuple[datetime, datetime] | None = None


def recommendation(row: Row[Any]) -> Recommendation:
    """The value of a row of `recommendations`."""
    return Recommendation(
        id=row.id,
        organisation_id=row.organisation_id,
        title=row.title,
        words=row.words,
        state=RecommendationState(row.state),
        written_by=row.written_by,
        written_at=row.written_at,
        indicator=row.indicator,
        due=row.due,
        read_at=row.read_at,
        answer=row.answer,
        file=Attachment(row.file["file_id"], row.file["name"], row.file["photo"]) if row.file else None,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        comment=row.comment,
    )


class Recommendations:
    """Recommendations to all organisations; texts are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self, organisation_id: int, title: str, words: str, *, by: int, indicator: str | None, due: date | None
    ) -> Recommendation:
        """A new one, sent now."""
        made = await self._connection.execute(
            insert(recommendations)
            .values(
                organisation_id=organisation_id,
                title=title,
                words=words,
                indicator=indicator,
                due=due,
                state=RecommendationState.SENT.value,
                written_by=by,
                written_at=self._now,
            )
            .returning(recommendations)
        )
        return recommendation(made.one())

    async def get(self, recommendation_id: int) -> Recommendation | None:
        found = await self._connection.execute(select(recommendations).where(_OF.id == recommendation_id))
        row = found.one_or_none()
        return recommendation(row) if row else None

    async def read(self, recommendation_id: int) -> bool:
        """Somebody of the organisation has opened it; False where somebody had before."""
        changed = await self._connection.execute(
            update(recommendations).where(_OF.id == recommendation_id, _OF.read_at.is_(None)).values(read_at=self._now)
        )
        return changed.rowcount == 1

    async def move(self, before: Recommendation, after: Recommendation) -> bool:
        """Whether this move was the one that counted: it holds only while all is as it was read."""
        file = after.file
        changed = await self._connection.execute(
            update(recommendations)
            .where(_OF.id == before.id, _OF.state == before.state.value)
            .values(
                state=after.state.value,
                answer=after.answer,
                file={"file_id": file.file_id, "name": file.name, "photo": file.photo} if file else None,
                answered_by=after.answered_by,
                answered_at=after.answered_at,
                decided_by=after.decided_by,
                decided_at=after.decided_at,
                comment=after.comment,
            )
        )
        return changed.rowcount == 1

    async def page(
        self, which: RecommendationFilter, *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Recommendation, ...], int]:
        """One page and how many there are in all: open ones first by their day, then the newest."""
        matching = _matching(which)
        total = await self._connection.scalar(select(func.count()).select_from(recommendations).where(matching))
        order = case((_STATE_WAITS | _ANSWERED, 0), else_=1)
        found = await self._connection.execute(
            select(recommendations)
            .where(matching)
            .order_by(order, _OF.due.is_(None), case((order == 0, _OF.due)), _OF.written_at.desc(), _OF.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return tuple(recommendation(row) for row in found), total or 0

    async def listed(self, which: RecommendationFilter) -> tuple[Recommendation, ...]:
        """All of them, the oldest first."""
        found = await self._connection.execute(select(recommendations).where(_matching(which)).order_by(_OF.id))
        return tuple(recommendation(row) for row in found)

    async def counts(self, organisation_id: int | None, today: date) -> tuple[int, int, int]:
        """How many wait for the organisation's answer, how many of these are overdue, how many for a decision."""
        waits, overdue = case((_STATE_WAITS, 1), else_=0), case((_STATE_WAITS & (_OF.due < today), 1), else_=0)
        query = select(func.sum(waits), func.sum(overdue), func.sum(case((_ANSWERED, 1), else_=0)))
        row = (await self._connection.execute(query.where(_placed(organisation_id)))).one()
        return int(row[0] or 0), int(row[1] or 0), int(row[2] or 0)


def _placed(organisation_id: int | None) -> ColumnElement[bool]:
    return true() if organisation_id is None else _OF.organisation_id == organisation_id


def _matching(which: RecommendationFilter) -> ColumnElement[bool]:
    matching = _placed(which.organisation_id)
    if which.states:
        matching &= _OF.state.in_(sorted(state.value for state in which.states))
    if which.before is not None:
        matching &= _OF.due < which.before
    if which.written is not None:
        matching &= (_OF.written_at >= which.written[0]) & (_OF.written_at < which.written[1])
    return matching

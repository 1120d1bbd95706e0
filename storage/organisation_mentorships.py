"""Help between organisations: each move holds only while all is as it was read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.vertical import OPEN, OrganisationMentorship, VerticalState
from storage.tables import organisation_mentorships

_OF = organisation_mentorships.c
_IS_OPEN = _OF.state.in_(sorted(state.value for state in OPEN))


def organisation_mentorship(row: Row[Any]) -> OrganisationMentorship:
    """The value of a row of `organisation_mentorships`."""
    return OrganisationMentorship(
        id=row.id,
        mentor_id=row.mentor_id,
        mentee_id=row.mentee_id,
        goal=row.goal,
        starts=row.starts,
        ends=row.ends,
        state=VerticalState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        mentor_agreed_by=row.mentor_agreed_by,
        mentee_agreed_by=row.mentee_agreed_by,
        result=row.result,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )


class OrganisationMentorships:
    """Who helps whom among organisations; results are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def propose(
        self, mentor_id: int | None, mentee_id: int, goal: str, starts: date, ends: date | None, *, by: int
    ) -> OrganisationMentorship:
        """A new one; for the municipality as a mentor whoever proposes it has agreed."""
        made = await self._connection.execute(
            insert(organisation_mentorships)
            .values(
                mentor_id=mentor_id,
                mentee_id=mentee_id,
                goal=goal,
                starts=starts,
                ends=ends,
                state=VerticalState.PROPOSED.value,
                proposed_by=by,
                proposed_at=self._now,
                mentor_agreed_by=by if mentor_id is None else None,
            )
            .returning(organisation_mentorships)
        )
        return organisation_mentorship(made.one())

    async def get(self, mentorship_id: int) -> OrganisationMentorship | None:
        found = await self._connection.execute(select(organisation_mentorships).where(_OF.id == mentorship_id))
        row = found.one_or_none()
        return organisation_mentorship(row) if row else None

    async def open_between(self, mentor_id: int | None, mentee_id: int) -> bool:
        """Whether the same help is proposed or active already."""
        same = _OF.mentor_id.is_not_distinct_from(mentor_id) & (_OF.mentee_id == mentee_id)
        found = await self._connection.execute(select(_OF.id).where(_IS_OPEN, same).limit(1))
        return found.one_or_none() is not None

    async def move(self, before: OrganisationMentorship, after: OrganisationMentorship) -> bool:
        """Whether this move was the one that counted: it holds only while all is as it was read."""
        changed = await self._connection.execute(
            update(organisation_mentorships)
            .where(
                _OF.id == before.id,
                _OF.state == before.state.value,
                _OF.mentor_agreed_by.is_not_distinct_from(before.mentor_agreed_by),
                _OF.mentee_agreed_by.is_not_distinct_from(before.mentee_agreed_by),
            )
            .values(
                state=after.state.value,
                mentor_agreed_by=after.mentor_agreed_by,
                mentee_agreed_by=after.mentee_agreed_by,
                result=after.result,
                changed_by=after.changed_by,
                changed_at=after.changed_at,
            )
        )
        return changed.rowcount == 1

    async def page(
        self, organisations: Collection[int] | None, *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[OrganisationMentorship, ...], int]:
        """One page of those in which these take part (None: all), open ones first, and how many there are in all."""
        which = _among(organisations)
        total = await self._connection.scalar(select(func.count()).select_from(organisation_mentorships).where(which))
        found = await self._connection.execute(
            select(organisation_mentorships)
            .where(which)
            .order_by(case((_IS_OPEN, 0), else_=1), _OF.starts.desc(), _OF.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return tuple(organisation_mentorship(row) for row in found), total or 0

    async def proposed(self) -> int:
        """How many wait for an agreement."""
        return await self._many(VerticalState.PROPOSED)

    async def active(self) -> int:
        """How many organisations are being helped now, counted by help."""
        return await self._many(VerticalState.ACTIVE)

    async def _many(self, state: VerticalState) -> int:
        query = select(func.count()).select_from(organisation_mentorships).where(_OF.state == state.value)
        return await self._connection.scalar(query) or 0

    async def ending(self, first: date, last: date) -> tuple[OrganisationMentorship, ...]:
        """Active ones whose last day is among these, the earliest first."""
        found = await self._connection.execute(
            select(organisation_mentorships)
            .where(_OF.state == VerticalState.ACTIVE.value, _OF.ends.between(first, last))
            .order_by(_OF.ends, _OF.id)
        )
        return tuple(organisation_mentorship(row) for row in found)


def _among(organisations: Collection[int] | None) -> ColumnElement[bool]:
    if organisations is None:
        return true()
    ids = set(organisations)
    return _OF.mentor_id.in_(ids) | _OF.mentee_id.in_(ids)

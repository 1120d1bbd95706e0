"""The bases of mentees and mentors: when they were looked through, by whom, and who in them has stood unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.bases import Review
from mentoring.people import Membership, MembershipState
from mentoring.roles import Role
from storage.membership_lists import membership
from storage.tables import base_reviews, memberships

_changed = func.coalesce(
    memberships.c.changed_at, memberships.c.decided_at, memberships.c.applied_at, type_=memberships.c.applied_at.type
)


class BaseReviews:
    """Reviews are only ever added; a base is everybody approved in a role of an organisation."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, organisation_id: int, role: Role, *, by: int) -> None:
        """Notes that a base was looked through now."""
        await self._connection.execute(
            insert(base_reviews).values(
                organisation_id=organisation_id, role=role.value, reviewed_by=by, reviewed_at=self._now
            )
        )

    async def last(self, organisations: Iterable[int]) -> dict[tuple[int, Role], Review]:
        """The newest review of each base, by organisation and role."""
        found = await self._connection.execute(
            select(base_reviews)
            .where(base_reviews.c.organisation_id.in_(set(organisations)))
            .order_by(base_reviews.c.reviewed_at, base_reviews.c.id)
        )
        return {
            (row.organisation_id, Role(row.role)): Review(
                row.organisation_id, Role(row.role), row.reviewed_by, row.reviewed_at
            )
            for row in found
        }

    async def size(self, organisation_id: int, role: Role, *, unchanged_since: datetime | None = None) -> int:
        """How many are in a base; `unchanged_since`: only those whom nobody has changed since that moment."""
        which = _of_base(organisation_id, role)
        if unchanged_since is not None:
            which &= _changed < unchanged_since
        return await self._connection.scalar(select(func.count()).select_from(memberships).where(which)) or 0

    async def longest_unchanged(
        self, organisation_id: int, role: Role, *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Membership, datetime], ...]:
        """A page of a base with when each was last changed (UTC), who has stood longest first."""
        found = await self._connection.execute(
            select(memberships, _changed.label("since"))
            .where(_of_base(organisation_id, role))
            .order_by("since", memberships.c.id)
            .offset(offset)
            .limit(limit)
        )
        return tuple((membership(row), row.since) for row in found)


def _of_base(organisation_id: int, role: Role) -> ColumnElement[bool]:
    return (
        (memberships.c.organisation_id == organisation_id)
        & (memberships.c.role == role.value)
        & (memberships.c.state == MembershipState.APPROVED.value)
    )

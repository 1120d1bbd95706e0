"""Roles in organisations: asked for, decided by a curator, given up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.people import Membership, MembershipState
from mentoring.roles import Role
from storage.tables import memberships

_ALL = select(memberships)
_OPEN = (MembershipState.APPLIED.value, MembershipState.APPROVED.value)


def membership(row: Row[Any]) -> Membership:
    """The value of a row of `memberships`."""
    return Membership(
        row.id,
        row.person_id,
        row.organisation_id,
        Role(row.role),
        MembershipState(row.state),
        tuple(row.areas),
        row.request,
        row.reason,
        row.decided_by,
        row.decided_at,
    )


class Memberships:
    """Who has which role where; an organisation of None is the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def apply(
        self,
        person_id: int,
        organisation_id: int | None,
        role: Role,
        *,
        areas: Sequence[str] = (),
        request: str | None = None,
    ) -> Membership:
        """Asks for a role. Who was refused or has left asks anew; who has the role already keeps it as it is."""
        known = await self.find(person_id, organisation_id, role)
        if known and known.state is MembershipState.APPROVED:
            return known
        return await self._put(
            known,
            person_id,
            organisation_id,
            role,
            state=MembershipState.APPLIED,
            areas=tuple(areas),
            request=request,
            applied_at=self._now,
        )

    async def grant(
        self, person_id: int, organisation_id: int | None, role: Role, *, by: int | None = None
    ) -> Membership:
        """Gives a role at once, as a personal invitation does. by: who invited, None for the operator."""
        known = await self.find(person_id, organisation_id, role)
        if known and known.state is MembershipState.APPROVED:
            return known
        return await self._put(
            known,
            person_id,
            organisation_id,
            role,
            state=MembershipState.APPROVED,
            decided_by=by,
            decided_at=self._now,
        )

    async def _put(
        self,
        known: Membership | None,
        person_id: int,
        organisation_id: int | None,
        role: Role,
        *,
        state: MembershipState,
        **values: Any,
    ) -> Membership:
        fresh: dict[str, Any] = {"state": state.value, "reason": None, "decided_by": None, "decided_at": None}
        fresh |= values
        if known:
            statement = update(memberships).where(memberships.c.id == known.id).values(**fresh)
            membership_id = known.id
            await self._connection.execute(statement)
        else:
            fresh = {"areas": (), "applied_at": self._now} | fresh
            added = insert(memberships).values(
                person_id=person_id, organisation_id=organisation_id, role=role.value, **fresh
            )
            membership_id = (await self._connection.execute(added.returning(memberships.c.id))).scalar_one()
        row = (await self._connection.execute(_ALL.where(memberships.c.id == membership_id))).one()
        return membership(row)

    async def approve(self, membership_id: int, *, by: int) -> bool:
        """Whether this decision was the one that counted: of two curators at once, one wins."""
        return await self._decide(membership_id, MembershipState.APPROVED, by, None)

    async def refuse(self, membership_id: int, *, by: int, reason: str | None = None) -> bool:
        """Like `approve`."""
        return await self._decide(membership_id, MembershipState.REFUSED, by, reason)

    async def _decide(self, membership_id: int, state: MembershipState, by: int, reason: str | None) -> bool:
        changed = await self._connection.execute(
            update(memberships)
            .where(memberships.c.id == membership_id, memberships.c.state == MembershipState.APPLIED.value)
            .values(state=state.value, decided_by=by, decided_at=self._now, reason=reason)
        )
        return changed.rowcount == 1

    async def leave(self, membership_id: int, *, by: int | None = None) -> bool:
        """The person gives the role up, or has left; False where they had done so before."""
        changed = await self._connection.execute(
            update(memberships)
            .where(memberships.c.id == membership_id, memberships.c.state.in_(_OPEN))
            .values(state=MembershipState.LEFT.value, decided_by=by, decided_at=self._now)
        )
        return changed.rowcount == 1

    async def save(self, changed: Membership) -> None:
        """Stores the areas and the request."""
        await self._connection.execute(
            update(memberships)
            .where(memberships.c.id == changed.id)
            .values(areas=changed.areas, request=changed.request)
        )

    async def get(self, membership_id: int) -> Membership | None:
        return await self._one(memberships.c.id == membership_id)

    async def find(self, person_id: int, organisation_id: int | None, role: Role) -> Membership | None:
        """The person's membership in that role, whatever its state."""
        return await self._one(
            (memberships.c.person_id == person_id)
            & memberships.c.organisation_id.is_not_distinct_from(organisation_id)
            & (memberships.c.role == role.value)
        )

    async def _one(self, which: ColumnElement[bool]) -> Membership | None:
        row = (await self._connection.execute(_ALL.where(which))).one_or_none()
        return membership(row) if row else None

    async def of_person(self, person_id: int) -> tuple[Membership, ...]:
        """All of a person's, whatever their state, the oldest first."""
        return (await self.of_people([person_id])).get(person_id, ())

    async def of_people(self, people: Iterable[int]) -> dict[int, tuple[Membership, ...]]:
        """Several people's memberships at once."""
        found = await self._connection.execute(
            _ALL.where(memberships.c.person_id.in_(set(people))).order_by(memberships.c.id)
        )
        grouped: dict[int, tuple[Membership, ...]] = {}
        for row in found:
            grouped[row.person_id] = (*grouped.get(row.person_id, ()), membership(row))
        return grouped

    async def holders(
        self,
        role: Role,
        organisation_id: int | None,
        *,
        state: MembershipState = MembershipState.APPROVED,
    ) -> tuple[Membership, ...]:
        """Who has the role there (`organisation_id` None: in the municipality), the oldest first."""
        found = await self._connection.execute(
            _ALL.where(
                memberships.c.organisation_id.is_not_distinct_from(organisation_id),
                memberships.c.role == role.value,
                memberships.c.state == state.value,
            ).order_by(memberships.c.id)
        )
        return tuple(membership(row) for row in found)

    async def applicants(
        self, organisations: Iterable[int], *, offset: int = 0, limit: int = 10
    ) -> tuple[tuple[Membership, ...], int]:
        """One page of those who wait for a decision, who waits longest first, and how many there are in all."""
        waiting = memberships.c.organisation_id.in_(set(organisations)) & (
            memberships.c.state == MembershipState.APPLIED.value
        )
        total = await self._connection.scalar(select(func.count()).select_from(memberships).where(waiting))
        found = await self._connection.execute(
            _ALL.where(waiting).order_by(memberships.c.applied_at, memberships.c.id).offset(offset).limit(limit)
        )
        return tuple(membership(row) for row in found), total or 0

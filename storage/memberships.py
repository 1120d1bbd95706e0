"""Roles in organisations: asked for, decided by a curator, given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update

from mentoring.people import Membership, MembershipState
from mentoring.roles import Role
from storage.membership_lists import MembershipLists, membership
from storage.tables import memberships

_ALL = select(memberships)
_NO_PAUSE = {"paused_from": None, "paused_until": None, "pause_reason": None}
_NO_OFFICE = {"council": False, "expert": False}
_OPEN = (MembershipState.LISTED.value, MembershipState.APPLIED.value, MembershipState.APPROVED.value)


class Memberships(MembershipLists):
    """Who has which role where; an organisation of None is the municipality."""

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
        fresh: dict[str, Any] = {
            "state": state.value,
            "reason": None,
            "decided_by": None,
            "decided_at": None,
            **_NO_PAUSE,
        }
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

    async def enlist(self, person_id: int, organisation_id: int, role: Role) -> Membership:
        """Puts somebody down for a role until they consent; who has a place in it, whatever its state, keeps that."""
        known = await self.find(person_id, organisation_id, role)
        return known or await self._put(None, person_id, organisation_id, role, state=MembershipState.LISTED)

    async def welcome(
        self,
        membership_id: int,
        *,
        by: int | None,
        areas: Sequence[str] = (),
        request: str | None = None,
    ) -> bool:
        """Somebody listed has consented and takes part from now on; False where they were not listed any more."""
        listed = memberships.c.state == MembershipState.LISTED.value
        values = {"areas": tuple(areas), "request": request, "decided_by": by, "decided_at": self._now}
        return await self._set(membership_id, listed, state=MembershipState.APPROVED.value, **values)

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
        """The person gives the role up, or has left, and any pause and office with it; False where they had before."""
        changed = await self._connection.execute(
            update(memberships)
            .where(memberships.c.id == membership_id, memberships.c.state.in_(_OPEN))
            .values(state=MembershipState.LEFT.value, decided_by=by, decided_at=self._now, **_NO_PAUSE, **_NO_OFFICE)
        )
        return changed.rowcount == 1

    async def save(self, changed: Membership) -> None:
        """Stores what is asked or offered: areas, request, capacity and times."""
        await self._set(
            changed.id,
            areas=changed.areas,
            request=changed.request,
            capacity=changed.capacity,
            times=changed.times or None,
        )

    async def pause(self, membership_id: int, *, since: date, until: date | None, reason: str | None = None) -> bool:
        """Puts somebody who takes part on a pause, or gives a pause another end; False for who is not approved."""
        approved = memberships.c.state == MembershipState.APPROVED.value
        return await self._set(membership_id, approved, paused_from=since, paused_until=until, pause_reason=reason)

    async def resume(self, membership_id: int, day: date) -> bool:
        """Ends a pause by hand on `day`; False where there is none (any more)."""
        paused = memberships.c.paused_from.is_not(None) & (
            memberships.c.paused_until.is_(None) | (memberships.c.paused_until > day)
        )
        return await self._set(membership_id, paused, paused_from=None, paused_until=day, pause_reason=None)

    async def come_back(self, membership_id: int, state: MembershipState, *, by: int | None) -> bool:
        """Somebody who has left asks anew, or is taken in again; False where they had not left (any more)."""
        left = memberships.c.state == MembershipState.LEFT.value
        values: dict[str, Any] = {"state": state.value, "reason": None, "applied_at": self._now}
        if state is MembershipState.APPROVED:
            values |= {"decided_by": by, "decided_at": self._now}
        return await self._set(membership_id, left, **values)

    async def appoint(self, membership_id: int, *, council: bool, expert: bool) -> None:
        """Stores whether a mentor sits in the council and is an expert."""
        await self._set(membership_id, council=council, expert=expert)

    async def _set(self, membership_id: int, only: ColumnElement[bool] | None = None, **values: Any) -> bool:
        """Whether the row was there, and as `only` wants it."""
        which = memberships.c.id == membership_id
        changed = await self._connection.execute(
            update(memberships).where(which if only is None else which & only).values(changed_at=self._now, **values)
        )
        return changed.rowcount == 1

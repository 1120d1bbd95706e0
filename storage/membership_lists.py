"""Memberships looked up: by id, by person, by role and place, and those whose pause ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import OPEN_STATES, Side
from mentoring.people import Membership, MembershipState
from mentoring.roles import Role
from storage.tables import memberships, mentorships, parties

_ALL = select(memberships)
_OF_PEOPLE = _ALL.where(memberships.c.person_id.in_(bindparam("people", expanding=True))).order_by(memberships.c.id)
_HOLDERS_IN = (
    select(memberships.c.organisation_id, memberships.c.person_id)
    .where(
        memberships.c.organisation_id.in_(bindparam("places", expanding=True)),
        memberships.c.role == bindparam("role"),
        memberships.c.state == MembershipState.APPROVED.value,
    )
    .order_by(memberships.c.id)
)


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
        row.capacity,
        tuple(row.times or ()),
        row.paused_from,
        row.paused_until,
        row.pause_reason,
        row.council,
        row.expert,
    )


class MembershipLists:
    """What is asked of memberships."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def get(self, membership_id: int) -> Membership | None:
        return await self._one(memberships.c.id == membership_id)

    async def hold(self, membership_id: int) -> Membership | None:
        """The membership for a change: nobody else changes it until this is done."""
        row = (
            await self._connection.execute(_ALL.where(memberships.c.id == membership_id).with_for_update())
        ).one_or_none()
        return membership(row) if row else None

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
        found = await self._connection.execute(_OF_PEOPLE, {"people": list(set(people))})
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

    async def holders_in(self, role: Role, organisations: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """The people who have the role in each of several organisations, the oldest first; none: left out."""
        values = {"role": role.value, "places": list(set(organisations))}
        found = await self._connection.execute(_HOLDERS_IN, values)
        held: dict[int, tuple[int, ...]] = {}
        for row in found:
            held[row.organisation_id] = (*held.get(row.organisation_id, ()), row.person_id)
        return held

    async def holders_after(
        self, roles: Collection[Role], organisation_id: int | None, *, after: int, limit: int
    ) -> tuple[int, ...]:
        """People who have one of the roles there, or (None) in any organisation: the next ones by id."""
        which = [
            memberships.c.role.in_([role.value for role in roles]),
            memberships.c.state == MembershipState.APPROVED.value,
            memberships.c.person_id > after,
            memberships.c.organisation_id.is_not(None)
            if organisation_id is None
            else memberships.c.organisation_id == organisation_id,
        ]
        found = await self._connection.execute(
            select(memberships.c.person_id).where(*which).distinct().order_by(memberships.c.person_id).limit(limit)
        )
        return tuple(found.scalars())

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

    async def load(self, mentors: Iterable[int]) -> dict[int, int]:
        """How many people each of these mentors has in open mentorships; who has none is left out."""
        facing = parties.alias("facing")
        query = (
            select(parties.c.person_id, func.count(distinct(facing.c.person_id)).label("many"))
            .join(facing, (facing.c.mentorship_id == parties.c.mentorship_id) & (facing.c.side == Side.MENTEE.value))
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(
                parties.c.person_id.in_(set(mentors)),
                parties.c.side == Side.MENTOR.value,
                mentorships.c.state.in_([state.value for state in OPEN_STATES]),
            )
            .group_by(parties.c.person_id)
        )
        return {row.person_id: row.many for row in await self._connection.execute(query)}

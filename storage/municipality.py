"""What the municipality asks of its organisations: counts by organisation, curators, mentors and experts found.

A fixed number of statements, whatever the number of organisations. No mentee is named here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, distinct, func, select, true, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import MeetingState
from mentoring.mentorships import MentorshipState
from mentoring.names import find
from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from storage.tables import meetings, memberships, mentorships, organisations, people


@dataclass(frozen=True, slots=True)
class Standing:
    """How much goes on in an organisation. `last`: when a meeting took place last, UTC."""

    mentors: int = 0
    mentees: int = 0
    active: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class ColleagueFilter:
    """Whose places a base lists; what is left out does not narrow it.

    `part`: of the name, subject, post or organisation, slips of typing forgiven. `area`: one that the place offers.
    """

    role: Role
    expert: bool = False
    organisation_id: int | None = None
    area: str | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A membership that a base lists, and whose it is."""

    membership_id: int
    person_id: int
    organisation_id: int


class Municipality:
    """Read across organisations, for the coordinator."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def standing(self, organisation_ids: Collection[int]) -> dict[int, Standing]:
        """By organisation; one in which nothing goes on is left out."""
        held = await self._by(_members(Role.MENTOR), organisation_ids)
        mentees = await self._by(_members(Role.MENTEE), organisation_ids)
        active = await self._by(_active(), organisation_ids)
        last = await self._by(_last_held(), organisation_ids)
        return {
            each: Standing(held.get(each, 0), mentees.get(each, 0), active.get(each, 0), last.get(each))
            for each in {*held, *mentees, *active, *last}
        }

    async def _by(self, query: Select[Any], organisation_ids: Collection[int]) -> dict[int, Any]:
        """`query` gives an organisation's id and a value; which organisations is added here."""
        place = query.selected_columns[0]
        found = await self._connection.execute(query.where(place.in_(set(organisation_ids))))
        return {row[0]: row[1] for row in found}

    async def colleagues(
        self, which: ColleagueFilter, *, offset: int = 0, limit: int | None = 8
    ) -> tuple[tuple[Place, ...], int]:
        """One page (limit None: all of them) by name, and how many places there are in all.

        Pupils are never among them: to the municipality they are counts.
        """
        matching = _colleagues(which)
        if which.part.strip():
            return await self._sought(which, matching, offset, limit)
        total = await self._connection.scalar(select(func.count()).select_from(matching.subquery()))
        found = await self._connection.execute(matching.offset(offset).limit(limit))
        return tuple(Place(row.id, row.person_id, row.organisation_id) for row in found), total or 0

    async def _sought(
        self, which: ColleagueFilter, matching: Select[Any], offset: int, limit: int | None
    ) -> tuple[tuple[Place, ...], int]:
        rows = {row.id: row for row in await self._connection.execute(matching)}
        words = {
            key: " ".join(filter(None, (row.search, row.subject, row.post, row.organisation, row.short_name)))
            for key, row in rows.items()
        }
        ids = find(which.part, words)
        shown = ids[offset : None if limit is None else offset + limit]
        return tuple(Place(one, rows[one].person_id, rows[one].organisation_id) for one in shown), len(ids)


def _members(role: Role) -> Select[Any]:
    return (
        select(memberships.c.organisation_id, func.count(distinct(memberships.c.person_id)))
        .where(memberships.c.role == role.value, memberships.c.state == MembershipState.APPROVED.value)
        .group_by(memberships.c.organisation_id)
    )


def _active() -> Select[Any]:
    return (
        select(mentorships.c.organisation_id, func.count())
        .where(mentorships.c.state == MentorshipState.ACTIVE.value)
        .group_by(mentorships.c.organisation_id)
    )


def _last_held() -> Select[Any]:
    return (
        select(mentorships.c.organisation_id, func.max(meetings.c.starts_at))
        .join(meetings, meetings.c.mentorship_id == mentorships.c.id)
        .where(meetings.c.state == MeetingState.HELD.value)
        .group_by(mentorships.c.organisation_id)
    )


def _colleagues(which: ColleagueFilter) -> Select[Any]:
    grown: ColumnElement[bool] = people.c.category.is_(None) | (people.c.category != Category.PUPIL.value)
    wanted: ColumnElement[bool] = true()
    if which.expert:
        wanted &= memberships.c.expert
    if which.organisation_id is not None:
        wanted &= memberships.c.organisation_id == which.organisation_id
    if which.area is not None:
        wanted &= type_coerce(memberships.c.areas, Text).contains(f'"{which.area}"', autoescape=True)
    return (
        select(
            memberships.c.id,
            memberships.c.person_id,
            memberships.c.organisation_id,
            people.c.search,
            people.c.subject,
            people.c.post,
            organisations.c.name.label("organisation"),
            organisations.c.short_name,
        )
        .join(people, people.c.id == memberships.c.person_id)
        .join(organisations, organisations.c.id == memberships.c.organisation_id)
        .where(
            memberships.c.role == which.role.value,
            memberships.c.state == MembershipState.APPROVED.value,
            grown,
            wanted,
        )
        .order_by(people.c.search, memberships.c.id)
    )

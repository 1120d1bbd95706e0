"""What matching reads of people: mentees and mentors with what they ask and offer, and what is known of two of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.consents import Consent
from mentoring.matching import Two
from mentoring.mentorships import OPEN_STATES, Form, MentorshipState, Side
from mentoring.people import Membership, MembershipState, Person
from mentoring.roles import Role
from storage.consents import consent
from storage.membership_lists import membership
from storage.people import person
from storage.tables import consents, guardianships, memberships, mentorships, parties, people, trail
from storage.turns import by_turns

_OPEN = tuple(state.value for state in OPEN_STATES)


@dataclass(frozen=True, slots=True)
class Member:
    """A person with their place in an organisation."""

    person: Person
    membership: Membership


@dataclass(frozen=True, slots=True)
class Alone:
    """A mentee without an open mentorship; `since`: aware UTC, when they were approved or the last one ended."""

    member: Member
    since: datetime


@dataclass(frozen=True, slots=True)
class Traced:
    """An event about a thing of some kind, from a moment on."""

    subject: str
    event: str
    after: datetime


class Candidates:
    """Approved mentees and mentors in bulk: a statement each, however many they are."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def members(self, role: Role, organisation_id: int | None) -> tuple[Member, ...]:
        """Everybody approved in the role, by name; organisation None: of all organisations, each person once."""
        found = await self._connection.execute(
            _MEMBERS.where(_approved(role, organisation_id)).order_by(people.c.search, people.c.id, memberships.c.id)
        )
        members = [_member(row) async for row in by_turns(found)]
        return tuple({one.person.id: one for one in reversed(members)}.values())[::-1]

    async def some(self, role: Role, ids: Collection[int]) -> Mapping[int, tuple[Member, ...]]:
        """The approved memberships in the role of these people, in whichever organisations."""
        which = _approved(role, None) & people.c.id.in_(set(ids))
        found: dict[int, tuple[Member, ...]] = {}
        async for row in by_turns(await self._connection.execute(_MEMBERS.where(which).order_by(memberships.c.id))):
            one = _member(row)
            found[one.person.id] = (*found.get(one.person.id, ()), one)
        return found

    async def consents(self, ids: Collection[int]) -> Mapping[int, tuple[Consent, ...]]:
        """What holds now about these people: the newest consent of each kind by each giver, unless withdrawn."""
        newest: dict[tuple[Any, ...], Consent] = {}
        query = select(consents).where(consents.c.person_id.in_(set(ids))).order_by(consents.c.id)
        async for row in by_turns(await self._connection.execute(query)):
            one = consent(row)
            newest[one.about, one.kind, one.given_by] = one
        held: dict[int, tuple[Consent, ...]] = {}
        for one in newest.values():
            if one.withdrawn_at is None:
                held[one.about] = (*held.get(one.about, ()), one)
        return held

    async def wards(self, ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        """The children these people answer for."""
        found: dict[int, frozenset[int]] = {}
        query = select(guardianships.c.guardian_id, guardianships.c.child_id).where(
            guardianships.c.guardian_id.in_(set(ids)), guardianships.c.child_id.is_not(None)
        )
        for row in await self._connection.execute(query):
            found[row.guardian_id] = found.get(row.guardian_id, frozenset()) | {row.child_id}
        return found

    async def loads(self, ids: Collection[int]) -> Mapping[int, int]:
        """How many different mentees these mentors have in open mentorships, in all organisations."""
        mentor, mentee = parties.alias(), parties.alias()
        found = await self._connection.execute(
            select(mentor.c.person_id, func.count(mentee.c.person_id.distinct()).label("many"))
            .join(mentee, mentee.c.mentorship_id == mentor.c.mentorship_id)
            .join(mentorships, mentorships.c.id == mentor.c.mentorship_id)
            .where(
                mentor.c.side == Side.MENTOR.value,
                mentee.c.side == Side.MENTEE.value,
                mentorships.c.state.in_(_OPEN),
                mentor.c.person_id.in_(set(ids)),
            )
            .group_by(mentor.c.person_id)
        )
        return {row.person_id: row.many for row in found}

    async def together(self, mentees: Collection[int]) -> frozenset[Two]:
        """Pairs (mentee, mentor) in an open mentorship."""
        return await self._twos(mentees, mentorships.c.state.in_(_OPEN))

    async def failed(self, mentees: Collection[int]) -> frozenset[Two]:
        """Pairs that one of the two declined, or that ended before their time."""
        ended = (mentorships.c.state == MentorshipState.ENDED_EARLY.value) & mentorships.c.activated_at.is_not(None)
        return await self._twos(mentees, or_(mentorships.c.state == MentorshipState.DECLINED.value, ended))

    async def _twos(self, mentees: Collection[int], which: ColumnElement[bool]) -> frozenset[Two]:
        mentor, mentee = parties.alias(), parties.alias()
        found = await self._connection.execute(
            select(mentee.c.person_id.label("mentee"), mentor.c.person_id.label("mentor"))
            .join(mentor, mentee.c.mentorship_id == mentor.c.mentorship_id)
            .join(mentorships, mentorships.c.id == mentee.c.mentorship_id)
            .where(
                mentee.c.side == Side.MENTEE.value,
                mentor.c.side == Side.MENTOR.value,
                mentee.c.person_id.in_(set(mentees)),
                mentor.c.person_id.is_not(None),
                which,
            )
        )
        return frozenset((row.mentee, row.mentor) for row in found)

    async def led(self, organisation_id: int, form: Form) -> frozenset[int]:
        """The mentees of open mentorships of the organisation in a form."""
        found = await self._connection.execute(
            select(parties.c.person_id)
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(
                mentorships.c.organisation_id == organisation_id,
                mentorships.c.form == form.value,
                mentorships.c.state.in_(_OPEN),
                parties.c.side == Side.MENTEE.value,
                parties.c.person_id.is_not(None),
            )
        )
        return frozenset(found.scalars())

    async def unmatched(
        self, organisations: Collection[int], *, offset: int = 0, limit: int = 6
    ) -> tuple[tuple[Alone, ...], int]:
        """One page of the approved mentees without an open mentorship, who waits longest first, and how many in all."""
        query = self._alone(organisations)
        total = await self._connection.scalar(select(func.count()).select_from(query.order_by(None).subquery()))
        found = await self._connection.execute(query.offset(offset).limit(limit))
        return tuple(_alone(row) for row in found), total or 0

    async def alone(self, membership_id: int) -> Alone | None:
        """The same of one mentee's membership; None where they have a mentor, or take no part any more."""
        row = (await self._connection.execute(self._alone(None).where(memberships.c.id == membership_id))).one_or_none()
        return _alone(row) if row else None

    async def left_alone(
        self, organisations: Collection[int], before: datetime, but: Traced, limit: int
    ) -> tuple[tuple[int, int, int, datetime], ...]:
        """(organisation, membership, person, since) of those since before that moment who waits longest first.

        but: without those of whose membership that is traced.
        """
        listed = self._alone(organisations).subquery()
        traced = select(trail.c.id).where(
            trail.c.subject == but.subject,
            trail.c.subject_id == listed.c.place_id,
            trail.c.event == but.event,
            trail.c.at >= but.after,
        )
        found = await self._connection.execute(
            select(listed.c.place_organisation_id, listed.c.place_id, listed.c.id, listed.c.since)
            .where(listed.c.since <= before, ~traced.exists())
            .order_by(listed.c.since, listed.c.place_id)
            .limit(limit)
        )
        return tuple((row[0], row[1], row[2], row[3]) for row in found)

    def _alone(self, organisations: Collection[int] | None) -> Any:
        led = (
            select(parties.c.id)
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(
                parties.c.person_id == memberships.c.person_id,
                parties.c.side == Side.MENTEE.value,
                mentorships.c.organisation_id == memberships.c.organisation_id,
                mentorships.c.state.in_(_OPEN),
            )
        )
        ended = (
            select(func.max(mentorships.c.ended_at))
            .join(parties, mentorships.c.id == parties.c.mentorship_id)
            .where(
                parties.c.person_id == memberships.c.person_id,
                parties.c.side == Side.MENTEE.value,
                mentorships.c.organisation_id == memberships.c.organisation_id,
            )
            .scalar_subquery()
        )
        since = func.coalesce(ended, memberships.c.decided_at, memberships.c.applied_at)
        which = (memberships.c.role == Role.MENTEE.value) & _STANDING & ~led.exists()
        if organisations is not None:
            which &= memberships.c.organisation_id.in_(organisations)
        return _MEMBERS.add_columns(since.label("since")).where(which).order_by(since, memberships.c.id)


_STANDING = memberships.c.state == MembershipState.APPROVED.value
_PLACE = [column.label(f"place_{column.name}") for column in memberships.c]
_MEMBERS = select(people, *_PLACE).join_from(people, memberships, memberships.c.person_id == people.c.id)


def _approved(role: Role, organisation_id: int | None) -> ColumnElement[bool]:
    which = (memberships.c.role == role.value) & _STANDING
    if organisation_id is None:
        return which & memberships.c.organisation_id.is_not(None)
    return which & (memberships.c.organisation_id == organisation_id)


@dataclass(frozen=True, slots=True)
class _Place:
    """The membership's part of a joined row, under its own names."""

    row: Row[Any]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, f"place_{name}")


def _member(row: Row[Any]) -> Member:
    place: Any = _Place(row)
    return Member(person(row), membership(place))


def _alone(row: Row[Any]) -> Alone:
    return Alone(_member(row), row.since)

"""The rows behind the numbers: mentorships, meetings, what was asked and what was answered in a period."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship, MentorshipState, Party, Side
from mentoring.people import Membership, Person
from mentoring.periods import Period
from mentoring.satisfaction import SMALL_GROUP
from storage.inline import LONG
from storage.meeting_dues import meeting
from storage.membership_lists import membership
from storage.mentorship_dues import mentorship, party
from storage.people import person
from storage.tables import answers, meetings, memberships, mentorships, parties, people, responses
from storage.turns import by_turns
from surveys.path import Value
from surveys.record import RecordState, Subject

_AT_ONCE = 5000
"""Ids in one statement: below the limits of both databases."""


@dataclass(frozen=True, slots=True)
class PairNames:
    """The full names of a mentorship's people by side, and whose it is."""

    organisation_id: int
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A survey put to one person; `person_id` None where it is anonymous."""

    definition: str
    version: int
    asked_at: datetime
    finished_at: datetime | None
    person_id: int | None
    subject: Subject | None


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a finished survey; `person_id` None where it is anonymous."""

    definition: str
    version: int
    question: str
    value: Value
    finished_at: datetime
    person_id: int | None
    subject: Subject | None


class SummaryRows:
    """Rows of organisations given by their ids; `period` None: of all time."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def mentorships(self, ids: Iterable[int]) -> dict[int, Mentorship]:
        """Mentorships with their parties, by id."""
        wanted = sorted(set(ids))
        found: dict[int, Mentorship] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            several = mentorships.c.id.in_(wanted[start : start + _AT_ONCE])
            found |= {each.id: each for each in await self._mentorships(several)}
        return found

    async def pair_names(self, ids: Iterable[int]) -> dict[int, PairNames]:
        """By mentorship: the names of its people, who came first first, without those who are gone."""
        wanted, found = sorted(set(ids)), dict[int, PairNames]()
        for start in range(0, len(wanted), _AT_ONCE):
            rows = await self._connection.execute(
                select(mentorships.c.id, mentorships.c.organisation_id, parties.c.side, people.c.name)
                .prefix_with(LONG)
                .select_from(mentorships.outerjoin(_PLACED, parties.c.mentorship_id == mentorships.c.id))
                .where(mentorships.c.id.in_(wanted[start : start + _AT_ONCE]))
                .order_by(parties.c.id)
            )
            found |= _pair_names(rows.all())
        return found

    async def open_mentorships(
        self, organisations: Collection[int], period: Period | None = None
    ) -> tuple[Mentorship, ...]:
        """Those that were proposed, agreed or active at some moment of the period, the oldest first."""
        which: ColumnElement[bool] = mentorships.c.organisation_id.in_(organisations)
        if period is not None:
            which = and_(
                which,
                mentorships.c.proposed_at < period.ends,
                mentorships.c.state != MentorshipState.DECLINED.value,
                or_(mentorships.c.ended_at.is_(None), mentorships.c.ended_at >= period.starts),
            )
        return await self._mentorships(which)

    async def _mentorships(self, which: ColumnElement[bool]) -> tuple[Mentorship, ...]:
        placed = await self._connection.execute(
            select(parties)
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(which, parties.c.person_id.is_not(None))
            .order_by(parties.c.id)
        )
        their: dict[int, list[Party]] = {}
        for row in placed:
            their.setdefault(row.mentorship_id, []).append(party(row))
        found = await self._connection.execute(select(mentorships).where(which).order_by(mentorships.c.id))
        return tuple(mentorship(row, tuple(their.get(row.id, ()))) for row in found)

    async def last_held(self, organisations: Collection[int], before: datetime) -> dict[int, datetime]:
        """By mentorship: its last held meeting before a moment."""
        found = await self._connection.execute(
            select(meetings.c.mentorship_id, func.max(meetings.c.starts_at).label("last"))
            .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
            .where(
                mentorships.c.organisation_id.in_(organisations),
                meetings.c.state == MeetingState.HELD.value,
                meetings.c.starts_at < before,
            )
            .group_by(meetings.c.mentorship_id)
        )
        return {row.mentorship_id: row.last for row in found}

    async def meeting_rows(self, organisations: Collection[int], period: Period | None = None) -> tuple[Meeting, ...]:
        """Meetings whose time lies in the period, by time."""
        query = (
            select(meetings)
            .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
            .where(mentorships.c.organisation_id.in_(organisations))
        )
        if period is not None:
            query = query.where(meetings.c.starts_at >= period.starts, meetings.c.starts_at < period.ends)
        found = await self._connection.execute(query.order_by(meetings.c.starts_at, meetings.c.id))
        return tuple([meeting(row) async for row in by_turns(found)])

    async def mentorships_of(self, meeting_ids: Iterable[int]) -> dict[int, int]:
        """By meeting: the mentorship it belongs to."""
        wanted = sorted(set(meeting_ids))
        found: dict[int, int] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            rows = await self._connection.execute(
                select(meetings.c.id, meetings.c.mentorship_id).where(
                    meetings.c.id.in_(wanted[start : start + _AT_ONCE])
                )
            )
            found |= {row.id: row.mentorship_id for row in rows}
        return found

    async def asked_rows(self, organisations: Collection[int], period: Period) -> tuple[AskedOf, ...]:
        """What the response rates are counted from, by time."""
        found = await self._connection.execute(
            select(responses)
            .where(asked_in(organisations, period.starts, period.ends), ~_DETACHED_FROM)
            .order_by(responses.c.asked_at, responses.c.id)
        )
        return tuple(
            [
                AskedOf(row.definition, row.version, row.asked_at, row.finished_at, _whose(row), _subject(row))
                async for row in by_turns(found)
            ]
        )

    async def answer_rows(self, organisations: Collection[int], period: Period | None = None) -> tuple[Answered, ...]:
        """Answers on the path of surveys that were finished in the period, by time."""
        found = await self._connection.execute(_answers(organisations, period))
        return tuple([_answered(row) async for row in by_turns(found)])

    async def names(self, organisations: Collection[int]) -> dict[int, str]:
        """Full names of everybody who has or had a place in these organisations, by id."""
        placed = (
            select(parties.c.person_id)
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(mentorships.c.organisation_id.in_(organisations), parties.c.person_id.is_not(None))
        )
        members = select(memberships.c.person_id).where(memberships.c.organisation_id.in_(organisations))
        found = await self._connection.execute(
            select(people.c.id, people.c.name).where(people.c.id.in_(placed.union(members)))
        )
        return {row.id: row.name for row in found}

    async def members(self, organisations: Collection[int]) -> tuple[tuple[Person, Membership], ...]:
        """Everybody with a membership of these organisations, by name; one entry a membership."""
        query = (
            select(people, memberships.c.id.label("membership_id"))
            .join(memberships, memberships.c.person_id == people.c.id)
            .where(memberships.c.organisation_id.in_(organisations))
            .order_by(people.c.search, people.c.id, memberships.c.id)
        )
        found = await self._connection.execute(
            select(memberships).where(memberships.c.organisation_id.in_(organisations))
        )
        theirs = {row.id: membership(row) for row in found}
        rows = await self._connection.execute(query)
        return tuple((person(row), theirs[row.membership_id]) for row in rows)


_PLACED = parties.join(people, people.c.id == parties.c.person_id)
NAMELESS = responses.c.anonymous & responses.c.person_id.is_(None)
"""An answer that was detached from whoever gave it."""
_DETACHED_FROM = and_(
    responses.c.anonymous,
    responses.c.person_id.is_not(None),
    responses.c.state == RecordState.FINISHED.value,
    responses.c.finished_at.is_(None),
)
"""That somebody answered, when the answers are nobody's any more: these count instead."""
_BESIDE = responses.alias("beside")
_ENOUGH = (
    select(func.count() >= SMALL_GROUP)
    .where(
        _BESIDE.c.campaign_id == responses.c.campaign_id,
        _BESIDE.c.organisation_id == responses.c.organisation_id,
        _BESIDE.c.anonymous,
        _BESIDE.c.person_id.is_(None),
    )
    .correlate(responses)
    .scalar_subquery()
)
READABLE = or_(responses.c.anonymous.is_(False), NAMELESS & or_(responses.c.campaign_id.is_(None), _ENOUGH.is_(True)))
"""Anonymous answers are read once they are detached, and where there are at least five."""


COUNTED = tuple(state.value for state in RecordState if state is not RecordState.CANCELLED)
"""States of a survey that was put to somebody and not withdrawn."""


def asked_in(organisations: Collection[int], starts: datetime, ends: datetime) -> ColumnElement[bool]:
    """Surveys put to people in the span and not withdrawn; states are named so that the index by them serves."""
    return and_(
        responses.c.state.in_(COUNTED),
        responses.c.asked_at >= starts,
        responses.c.asked_at < ends,
        responses.c.organisation_id.in_(organisations),
        responses.c.kind == "survey",
    )


def _answers(organisations: Collection[int], period: Period | None) -> Select[Any]:
    query = (
        select(
            *(responses.c.definition, responses.c.version, responses.c.person_id, responses.c.anonymous),
            *(responses.c.subject, responses.c.subject_id, responses.c.finished_at),
            *(answers.c.question, answers.c.value, answers.c.secret),
        )
        .join(answers, answers.c.response_id == responses.c.id)
        .where(
            responses.c.organisation_id.in_(organisations),
            responses.c.state == RecordState.FINISHED.value,
            responses.c.kind == "survey",
            answers.c.on_path,
            READABLE,
        )
    )
    if period is not None:
        query = query.where(responses.c.finished_at >= period.starts, responses.c.finished_at < period.ends)
    return query.order_by(responses.c.finished_at, responses.c.id, answers.c.answered_at, answers.c.question)


def _pair_names(rows: Iterable[Any]) -> dict[int, PairNames]:
    sides: dict[int, tuple[int, list[str], list[str]]] = {}
    for row in rows:
        _, mentors, mentees = sides.setdefault(row.id, (row.organisation_id, [], []))
        if row.name is not None:
            (mentors if row.side == Side.MENTOR.value else mentees).append(row.name)
    return {key: PairNames(place, tuple(first), tuple(second)) for key, (place, first, second) in sides.items()}


def _answered(row: Row[Any]) -> Answered:
    value = row.value if row.secret is None else json.loads(row.secret)
    return Answered(row.definition, row.version, row.question, value, row.finished_at, _whose(row), _subject(row))


def _whose(row: Row[Any]) -> int | None:
    return None if row.anonymous else row.person_id


def _subject(row: Row[Any]) -> Subject | None:
    return Subject(row.subject, row.subject_id) if row.subject and row.subject_id is not None else None

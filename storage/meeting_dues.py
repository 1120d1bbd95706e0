"""Meetings as rows, and what falls due about them: who hears, which lasting keys are used, feedback that is awaited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import Meeting, MeetingFormat, MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import MentorshipState
from mentoring.reminders import Recipient, ReminderKind, Waiting
from mentoring.roles import Role
from storage.tables import (
    chats,
    guardianships,
    meetings,
    mentorships,
    organisations,
    parties,
    people,
    planned_keys,
    responses,
)
from storage.types import UtcTime
from surveys.record import UNFINISHED

ALL = select(meetings)
PLANNED = meetings.c.state == MeetingState.PLANNED.value
OF_ACTIVE = ALL.join(mentorships, mentorships.c.id == meetings.c.mentorship_id).where(
    PLANNED, mentorships.c.state == MentorshipState.ACTIVE.value
)
"""Planned meetings of active mentorships: those of any other have nothing ahead."""
_RANK = {Role.MENTOR: 0, Role.MENTEE: 1, Role.GUARDIAN: 2}
_ZONE = func.coalesce(people.c.zone, organisations.c.zone).label("zone")
_KEYS_AT_ONCE = 500
_BETWEEN = OF_ACTIVE.where(
    meetings.c.starts_at.between(bindparam("first", type_=UtcTime), bindparam("last", type_=UtcTime))
).order_by(meetings.c.starts_at, meetings.c.id)
_NEXT = (
    OF_ACTIVE.with_only_columns(meetings.c.starts_at)
    .where(meetings.c.starts_at > bindparam("after", type_=UtcTime))
    .order_by(meetings.c.starts_at)
    .limit(1)
)


def meeting(row: Row[Any]) -> Meeting:
    """The value of a row of `meetings`."""
    return Meeting(
        id=row.id,
        mentorship_id=row.mentorship_id,
        kind=MeetingKind(row.kind),
        starts_at=row.starts_at,
        place=row.place,
        state=MeetingState(row.state),
        planned_by=row.planned_by,
        planned_at=row.planned_at,
        sequence=row.sequence,
        moves=row.moves,
        unplanned=row.unplanned,
        minutes=row.minutes,
        not_held_reason=NotHeld(row.not_held_reason) if row.not_held_reason else None,
        topics=tuple(row.topics),
        outcome=row.outcome,
        logged_by=row.logged_by,
        logged_at=row.logged_at,
        format=MeetingFormat(row.format),
        link=row.link,
        series_id=row.series_id,
    )


class MeetingDues:
    """The part of the meetings' store that the tick reads."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def several(self, query: Select[Any], values: Mapping[str, object] | None = None) -> tuple[Meeting, ...]:
        """The meetings a query finds; `values`: of its parameters."""
        return tuple(meeting(row) for row in await self._connection.execute(query, values))

    async def audiences(self, of: Iterable[int]) -> dict[int, tuple[Recipient, ...]]:
        """By mentorship: mentors, mentees, and guardians who want to hear of meetings, as far as they can be reached.

        Everybody once, in the first of these places that they have.
        """
        wanted = set(of)
        found: dict[int, dict[int, Recipient]] = {}
        for query in (_PARTIES, _GUARDIANS):
            for row in await self._connection.execute(query, {"mentorships": list(wanted)}):
                role = Role(row.role)
                known = found.setdefault(row.mentorship_id, {})
                earlier = known.get(row.person_id)
                if earlier is None or _RANK[role] < _RANK[earlier.role]:
                    known[row.person_id] = Recipient(row.person_id, row.zone, role)
        return {mentorship_id: tuple(known.values()) for mentorship_id, known in found.items()}

    async def planned_between(self, first: datetime, last: datetime) -> tuple[Meeting, ...]:
        """Planned meetings of active mentorships that begin from `first` to `last`, both included, by time."""
        return await self.several(_BETWEEN, {"first": first, "last": last})

    async def next_after(self, moment: datetime) -> datetime | None:
        """When the first planned meeting after `moment` begins."""
        found: datetime | None = await self._connection.scalar(_NEXT, {"after": moment})
        return found

    async def unused(self, keys: Collection[str]) -> frozenset[str]:
        """Those of the lasting keys under which nothing was sent yet."""
        left = set(keys)
        ordered = sorted(left)
        for start in range(0, len(ordered), _KEYS_AT_ONCE):
            found = await self._connection.execute(
                select(planned_keys.c.key).where(planned_keys.c.key.in_(ordered[start : start + _KEYS_AT_ONCE]))
            )
            left -= set(found.scalars())
        return frozenset(left)

    async def feedback_to_remind(self, name: str, asked_before: datetime, limit: int) -> tuple[Waiting, ...]:
        """Unfinished responses to the questionnaire `name`, asked up to then and not reminded, the oldest first."""
        return await self._awaited(name, responses.c.reminded_at.is_(None), asked_before, limit)

    async def feedback_to_close(
        self, name: str, asked_before: datetime, on_paper_before: datetime, limit: int
    ) -> tuple[Waiting, ...]:
        """Those asked up to then, reminded or not; of who has no Telegram, up to `on_paper_before`."""
        over = people.c.telegram_id.is_not(None) | (responses.c.asked_at <= on_paper_before)
        return await self._awaited(name, over, asked_before, limit)

    async def next_feedback(
        self, name: str, asked_after: datetime, *, unreminded: bool = False, on_paper: bool = False
    ) -> datetime | None:
        """When the first unfinished response after `asked_after` was asked for; `on_paper`: of who has no Telegram."""
        query = select(responses.c.asked_at).where(_awaits(name), responses.c.asked_at > asked_after)
        if unreminded:
            query = query.where(responses.c.reminded_at.is_(None))
        if on_paper:
            query = query.join(people, people.c.id == responses.c.person_id).where(people.c.telegram_id.is_(None))
        found: datetime | None = await self._connection.scalar(query.order_by(responses.c.asked_at).limit(1))
        return found

    async def _awaited(
        self, name: str, which: ColumnElement[bool], asked_before: datetime, limit: int
    ) -> tuple[Waiting, ...]:
        found = await self._connection.execute(
            select(responses.c.id, responses.c.person_id, responses.c.asked_at, _ZONE)
            .join(people, people.c.id == responses.c.person_id)
            .join(organisations, organisations.c.id == responses.c.organisation_id)
            .where(_awaits(name), which, responses.c.asked_at <= asked_before)
            .order_by(responses.c.asked_at, responses.c.id)
            .limit(limit)
        )
        return tuple(
            Waiting(ReminderKind.FEEDBACK, row.id, Recipient(row.person_id, row.zone, Role.MENTEE), row.asked_at)
            for row in found
        )


def _awaits(name: str) -> ColumnElement[bool]:
    return (responses.c.definition == name) & responses.c.state.in_([state.value for state in UNFINISHED])


def _reached(query: Select[Any]) -> Select[Any]:
    """Of the people a query joins, those whom a message reaches, with the mentorship's organisation for its zone."""
    return (
        query.join(chats, (chats.c.chat_id == people.c.telegram_id) & chats.c.reachable)
        .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
        .join(organisations, organisations.c.id == mentorships.c.organisation_id)
        .where(parties.c.mentorship_id.in_(bindparam("mentorships", expanding=True)))
    )


_PARTIES = _reached(
    select(parties.c.mentorship_id, people.c.id.label("person_id"), _ZONE, parties.c.side.label("role")).join(
        people, people.c.id == parties.c.person_id
    )
).order_by(parties.c.id)
_HEARS = (guardianships.c.child_id == parties.c.person_id) & guardianships.c.hears_of_meetings
_GUARDIANS = _reached(
    select(parties.c.mentorship_id, people.c.id.label("person_id"), _ZONE, literal(Role.GUARDIAN.value).label("role"))
    .join(guardianships, _HEARS)
    .join(people, people.c.id == guardianships.c.guardian_id)
).order_by(guardianships.c.id)

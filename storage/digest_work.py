"""What digests of the staff are made of: things that wait in some organisations, a statement each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.consents import ConsentKind
from mentoring.meetings import MeetingState
from mentoring.mentorships import OPEN_STATES, MentorshipState
from mentoring.people import MembershipState
from mentoring.referrals import ReferralState
from mentoring.roles import PARTICIPANTS
from storage.mentorship_dues import SUBJECT
from storage.tables import (
    alarms,
    chats,
    consents,
    meetings,
    memberships,
    mentorships,
    parties,
    people,
    referrals,
    responses,
)
from surveys.record import UNFINISHED

# Statements are built once: building all of a digest's anew took a third of its time.
_PLACES: BindParameter[Any] = bindparam("places", expanding=True)
_LATER = consents.alias("later")
_APPROVED = memberships.c.state == MembershipState.APPROVED.value
_UNFINISHED = responses.c.state.in_([state.value for state in UNFINISHED])
_OPEN = mentorships.c.state.in_([state.value for state in sorted(OPEN_STATES)])

_ALARMS: Select[Any] = (
    select(alarms.c.organisation_id, alarms.c.id, alarms.c.raised_at, alarms.c.person_id)
    .where(alarms.c.organisation_id.in_(_PLACES), alarms.c.seen_at.is_(None))
    .order_by(alarms.c.raised_at, alarms.c.id)
)
_APPLICANTS: Select[Any] = (
    select(memberships.c.organisation_id, memberships.c.id, memberships.c.applied_at, memberships.c.person_id)
    .where(
        memberships.c.organisation_id.in_(_PLACES),
        memberships.c.state == MembershipState.APPLIED.value,
    )
    .order_by(memberships.c.applied_at, memberships.c.id)
)
_REFERRALS: Select[Any] = (
    select(referrals.c.organisation_id, referrals.c.id, referrals.c.created_at)
    .where(referrals.c.organisation_id.in_(_PLACES), referrals.c.state == ReferralState.NEW.value)
    .order_by(referrals.c.created_at, referrals.c.id)
)
_UNREACHABLE: Select[Any] = (
    select(mentorships.c.organisation_id, people.c.id, func.min(mentorships.c.proposed_at), people.c.id)
    .join(parties, parties.c.mentorship_id == mentorships.c.id)
    .join(people, people.c.id == parties.c.person_id)
    .join(chats, chats.c.chat_id == people.c.telegram_id)
    .where(mentorships.c.organisation_id.in_(_PLACES), _OPEN, ~chats.c.reachable)
    .group_by(mentorships.c.organisation_id, people.c.id)
    .order_by(people.c.id)
)
_ANEW = exists().where(
    _LATER.c.person_id == consents.c.person_id,
    _LATER.c.kind == consents.c.kind,
    _LATER.c.given_by.is_not_distinct_from(consents.c.given_by),
    _LATER.c.id > consents.c.id,
)
_WITHDRAWN: Select[Any] = (
    select(memberships.c.organisation_id, people.c.id, func.max(consents.c.withdrawn_at), people.c.id)
    .join(people, people.c.id == memberships.c.person_id)
    .join(consents, consents.c.person_id == people.c.id)
    .where(
        memberships.c.organisation_id.in_(_PLACES),
        memberships.c.role.in_([role.value for role in PARTICIPANTS]),
        _APPROVED,
        consents.c.kind.in_([ConsentKind.PROCESSING.value, ConsentKind.PARTICIPATION.value]),
        consents.c.withdrawn_at.is_not(None),
        ~_ANEW,
    )
    .group_by(memberships.c.organisation_id, people.c.id)
    .order_by(people.c.id)
)
_SILENT_SIDE = exists().where(parties.c.mentorship_id == mentorships.c.id, parties.c.agreed.is_(None))
_PROPOSALS: Select[Any] = (
    select(mentorships.c.organisation_id, mentorships.c.id, mentorships.c.proposed_at)
    .where(
        mentorships.c.organisation_id.in_(_PLACES),
        mentorships.c.state == MentorshipState.PROPOSED.value,
        mentorships.c.proposed_at <= bindparam("before"),
        _SILENT_SIDE,
    )
    .order_by(mentorships.c.proposed_at, mentorships.c.id)
)
_SILENT: Select[Any] = (
    select(mentorships.c.organisation_id, mentorships.c.id, func.min(responses.c.asked_at))
    .join(responses, (responses.c.subject == SUBJECT) & (responses.c.subject_id == mentorships.c.id))
    .where(
        mentorships.c.organisation_id.in_(_PLACES),
        _OPEN,
        responses.c.kind == "survey",
        _UNFINISHED,
        responses.c.person_id.is_not(None),
        responses.c.entered_by.is_(None),
        responses.c.asked_at <= bindparam("before"),
    )
    .group_by(mentorships.c.organisation_id, mentorships.c.id)
    .order_by(func.min(responses.c.asked_at), mentorships.c.id)
)
_UNLOGGED: Select[Any] = (
    select(mentorships.c.organisation_id, meetings.c.id, meetings.c.starts_at)
    .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
    .where(
        mentorships.c.organisation_id.in_(_PLACES),
        mentorships.c.state == MentorshipState.ACTIVE.value,
        meetings.c.state == MeetingState.PLANNED.value,
        meetings.c.starts_at > bindparam("after"),
        meetings.c.starts_at <= bindparam("before"),
    )
    .order_by(meetings.c.starts_at, meetings.c.id)
)
_CLOSING: Select[Any] = (
    select(mentorships.c.organisation_id, mentorships.c.id, mentorships.c.ends, mentorships.c.exit_asked_at)
    .where(
        mentorships.c.organisation_id.in_(_PLACES),
        mentorships.c.state == MentorshipState.ACTIVE.value,
        mentorships.c.exit_asked_at.is_not(None) | (mentorships.c.ends <= bindparam("before")),
    )
    .order_by(mentorships.c.ends, mentorships.c.id)
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something in an organisation: `subject` is its id, `person_id` whom it is about, `since` when it came up."""

    organisation_id: int
    subject: int
    since: datetime
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """An active mentorship that is at its end; `exit_asked_at` None: nobody was asked the last questionnaires."""

    organisation_id: int
    mentorship_id: int
    ends: date
    exit_asked_at: datetime | None


class DigestWork:
    """Of organisations given by their ids; who has waited longest comes first."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def alarms(self, organisations: Collection[int]) -> tuple[Waiting, ...]:
        """Alarm answers that nobody has looked at; the subject is the alarm."""
        return await self._found(_ALARMS, organisations)

    async def applicants(self, organisations: Collection[int]) -> tuple[Waiting, ...]:
        """Those who wait for a decision; the subject is the membership."""
        return await self._found(_APPLICANTS, organisations)

    async def referrals(self, organisations: Collection[int]) -> tuple[Waiting, ...]:
        """Requests of third parties that wait for a decision."""
        return await self._found(_REFERRALS, organisations)

    async def unreachable(self, organisations: Collection[int]) -> tuple[Waiting, ...]:
        """People in open mentorships who have blocked the bot; `since`: when the mentorship was proposed."""
        return await self._found(_UNREACHABLE, organisations)

    async def withdrawn(self, organisations: Collection[int]) -> tuple[Waiting, ...]:
        """People who take part still though a consent was withdrawn and none of its kind was given since."""
        return await self._found(_WITHDRAWN, organisations)

    async def proposals(self, organisations: Collection[int], before: datetime) -> tuple[Waiting, ...]:
        """Mentorships proposed before that moment to which somebody has not agreed."""
        return await self._found(_PROPOSALS, organisations, before=before)

    async def silent(self, organisations: Collection[int], before: datetime) -> tuple[Waiting, ...]:
        """Open mentorships with a questionnaire asked before that moment that waits still; `since`: the first one's."""
        return await self._found(_SILENT, organisations, before=before)

    async def unlogged(self, organisations: Collection[int], after: datetime, before: datetime) -> tuple[Waiting, ...]:
        """Meetings of active mentorships that began between these moments and of which nobody said how they were."""
        return await self._found(_UNLOGGED, organisations, after=after, before=before)

    async def closing(self, organisations: Collection[int], before: date) -> tuple[Closing, ...]:
        """Active mentorships whose exit questionnaires are asked, or whose last day was on that day or earlier."""
        values = {"places": list(organisations), "before": before}
        found = await self._connection.execute(_CLOSING, values)
        return tuple(Closing(*row) for row in found)

    async def _found(
        self, query: Select[Any], organisations: Collection[int], **values: datetime
    ) -> tuple[Waiting, ...]:
        found = await self._connection.execute(query, {"places": list(organisations), **values})
        return tuple(Waiting(*row) for row in found)

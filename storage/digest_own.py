"""What digests of participants are made of: what some people have to do themselves, a statement each; and who reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import MentorshipState, Side
from mentoring.people import MembershipState
from mentoring.tasks import TO_DO, TaskState
from storage.campaign_people import STAYS
from storage.mentorship_dues import SUBJECT
from storage.tables import (
    campaigns,
    chats,
    guardianships,
    memberships,
    mentorships,
    organisations,
    parties,
    people,
    plan_items,
    plans,
    responses,
    tasks,
)
from surveys.record import UNFINISHED

_ACTIVE = mentorships.c.state == MentorshipState.ACTIVE.value
_REACHED = (chats.c.chat_id == people.c.telegram_id) & chats.c.reachable
_FIRST_ZONE = (
    select(organisations.c.zone)
    .join(memberships, memberships.c.organisation_id == organisations.c.id)
    .where(
        memberships.c.person_id == people.c.id,
        memberships.c.state == MembershipState.APPROVED.value,
    )
    .order_by(memberships.c.id)
    .limit(1)
    .scalar_subquery()
)


def _takes_part(person: ColumnElement[Any], side: ColumnElement[Any] | Side) -> ColumnElement[bool]:
    """Approved on that side somewhere and not on a pause today: nobody else is reminded."""
    today: BindParameter[date] = bindparam("today")
    paused = case(
        (
            (memberships.c.paused_from <= today)
            & (memberships.c.paused_until.is_(None) | (memberships.c.paused_until > today)),
            1,
        ),
        else_=0,
    )
    return (
        select(memberships.c.id)
        .where(
            memberships.c.person_id == person,
            memberships.c.role == (side.value if isinstance(side, Side) else side),
            memberships.c.state == MembershipState.APPROVED.value,
            paused == 0,
        )
        .exists()
    )


_REACHABLE = select(people.c.id).join(chats, _REACHED)
_MINE = (parties.c.side == Side.MENTOR.value) | (parties.c.person_id == plans.c.person_id)
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)

# Statements are built once: building all of a digest's anew took a third of its time.
_OWN_ZONES = select(people.c.zone).where(people.c.zone.is_not(None)).distinct()
_ZONES = select(organisations.c.zone).distinct()
_READERS: Select[Any] = (
    select(people.c.id)
    .join(chats, _REACHED)
    .where(
        people.c.id > bindparam("after"),
        func.coalesce(people.c.zone, _FIRST_ZONE, bindparam("home", type_=people.c.zone.type)) == bindparam("zone"),
    )
    .order_by(people.c.id)
    .limit(bindparam("most"))
)
_WARDS_ALONE: Select[Any] = (
    select(guardianships.c.child_id, guardianships.c.guardian_id)
    .where(
        guardianships.c.child_id.in_(
            select(guardianships.c.child_id).where(
                guardianships.c.guardian_id.in_(bindparam("guardians", expanding=True))
            )
        ),
        guardianships.c.guardian_id.in_(_REACHABLE),
        guardianships.c.child_id.not_in(_REACHABLE),
    )
    .order_by(guardianships.c.id.desc())
)
_SURVEYS: Select[Any] = (
    select(
        responses.c.person_id,
        responses.c.id,
        responses.c.definition,
        responses.c.version,
        responses.c.asked_at,
        campaigns.c.closes_at,
        responses.c.reminders,
    )
    .outerjoin(campaigns, (campaigns.c.id == responses.c.campaign_id) & (responses.c.subject != SUBJECT))
    .where(
        responses.c.person_id.in_(_PEOPLE),
        responses.c.state.in_([state.value for state in UNFINISHED]),
        responses.c.kind == "survey",
        responses.c.subject.in_([SUBJECT, "campaign"]),
        responses.c.entered_by.is_(None),
        STAYS,
    )
    .order_by(responses.c.asked_at, responses.c.id)
)
_ON_PAPER: Select[Any] = _SURVEYS.where(
    responses.c.anonymous.is_(False),
    responses.c.started_at.is_(None),
    responses.c.person_id.in_(select(people.c.id).where(people.c.telegram_id.is_(None))),
)
_TO_AGREE: Select[Any] = (
    select(parties.c.person_id, mentorships.c.id, mentorships.c.proposed_at)
    .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
    .where(
        parties.c.person_id.in_(_PEOPLE),
        parties.c.agreed.is_(None),
        mentorships.c.state == MentorshipState.PROPOSED.value,
    )
    .order_by(mentorships.c.proposed_at, mentorships.c.id)
)
_TASKS: Select[Any] = (
    select(tasks.c.person_id, tasks.c.id, tasks.c.due, tasks.c.set_at, tasks.c.task)
    .join(mentorships, mentorships.c.id == tasks.c.mentorship_id)
    .where(
        tasks.c.person_id.in_(_PEOPLE),
        tasks.c.state.in_([state.value for state in TO_DO]),
        tasks.c.due <= bindparam("last"),
        _ACTIVE,
        _takes_part(tasks.c.person_id, Side.MENTEE),
    )
    .order_by(tasks.c.due, tasks.c.id)
)
_TO_CHECK: Select[Any] = (
    select(parties.c.person_id, tasks.c.id, tasks.c.done_at, tasks.c.task)
    .join(tasks, tasks.c.mentorship_id == parties.c.mentorship_id)
    .join(mentorships, mentorships.c.id == tasks.c.mentorship_id)
    .where(
        parties.c.person_id.in_(_PEOPLE),
        parties.c.side == Side.MENTOR.value,
        tasks.c.state == TaskState.DONE.value,
        tasks.c.done_at <= bindparam("before"),
        _ACTIVE,
        _takes_part(parties.c.person_id, Side.MENTOR),
    )
    .order_by(tasks.c.done_at, tasks.c.id)
)
_PLAN_TERMS: Select[Any] = (
    select(parties.c.person_id, plans.c.id, plan_items.c.due, plans.c.agreed_at)
    .join(plans, (plans.c.mentorship_id == parties.c.mentorship_id) & _MINE)
    .join(plan_items, plan_items.c.plan_id == plans.c.id)
    .join(mentorships, mentorships.c.id == plans.c.mentorship_id)
    .where(
        parties.c.person_id.in_(_PEOPLE),
        _ACTIVE,
        plans.c.agreed_at.is_not(None),
        plan_items.c.grade.is_(None),
        plan_items.c.removed_at.is_(None),
        plan_items.c.due.between(bindparam("first"), bindparam("last")),
        _takes_part(parties.c.person_id, parties.c.side),
    )
    .distinct()
    .order_by(plan_items.c.due, plans.c.id)
)
_BACK = (
    select(memberships.c.id, memberships.c.person_id, memberships.c.organisation_id, memberships.c.paused_until)
    .where(
        memberships.c.state == MembershipState.APPROVED.value,
        memberships.c.organisation_id.is_not(None),
        memberships.c.paused_from.is_not(None),
        memberships.c.paused_until.between(bindparam("first"), bindparam("last")),
    )
    .order_by(memberships.c.paused_until, memberships.c.id)
)
_BACK_OF = _BACK.where(memberships.c.person_id.in_(bindparam("which", expanding=True)))
_BACK_IN = _BACK.where(memberships.c.organisation_id.in_(bindparam("which", expanding=True)))


@dataclass(frozen=True, slots=True)
class OwnSurvey:
    """A questionnaire that waits for somebody. `closes_at`: of its campaign, None outside of one; `reminders`: how
    often something else has reminded them of it."""

    person_id: int
    response_id: int
    definition: str
    version: int
    asked_at: datetime
    closes_at: datetime | None
    reminders: int


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """Something of somebody's with a day: a task (`subject`) with its words, or items of a plan."""

    person_id: int
    subject: int
    day: date
    since: datetime
    words: str = ""


class DigestOwn:
    """Of people given by their ids."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # --- who reads ----------------------------------------------------------------------------------------------------

    async def zones(self, home: str) -> frozenset[str]:
        """Every zone in which somebody may live; `home` is the programme's."""
        found = [*await self._connection.scalars(_OWN_ZONES), *await self._connection.scalars(_ZONES)]
        return frozenset({home, *found})

    async def readers(self, zone: str, home: str, after: int, limit: int) -> tuple[int, ...]:
        """Ids of those who live there and can be reached, from `after` on; who belongs nowhere lives at `home`."""
        found = await self._connection.scalars(_READERS, {"zone": zone, "home": home, "after": after, "most": limit})
        return tuple(found)

    async def wards_alone(self, guardians: Collection[int]) -> dict[int, int]:
        """Children of these guardians who cannot be reached themselves: the guardian who stands first for each."""
        found = await self._connection.execute(_WARDS_ALONE, {"guardians": list(guardians)})
        return {row.child_id: row.guardian_id for row in found if row.guardian_id in guardians}

    # --- what they have to do -----------------------------------------------------------------------------------------

    async def surveys(self, ids: Collection[int]) -> tuple[OwnSurvey, ...]:
        """Questionnaires of mentorships and campaigns that wait for these people, the oldest first."""
        found = await self._connection.execute(_SURVEYS, {"people": list(ids)})
        return tuple(OwnSurvey(*row) for row in found)

    async def on_paper(self, ids: Collection[int]) -> tuple[OwnSurvey, ...]:
        """Those of people without Telegram that a guardian may type in: with a name, and not begun by anybody."""
        found = await self._connection.execute(_ON_PAPER, {"people": list(ids)})
        return tuple(OwnSurvey(*row) for row in found)

    async def to_agree(self, ids: Collection[int]) -> tuple[tuple[int, int, datetime], ...]:
        """(person, mentorship, when it was proposed) of proposals that these people have not answered."""
        found = await self._connection.execute(_TO_AGREE, {"people": list(ids)})
        return tuple((row.person_id, row.id, row.proposed_at) for row in found)

    async def tasks(self, ids: Collection[int], last: date) -> tuple[OwnTerm, ...]:
        """Tasks that these people have to do up to that day, by day, past ones among them."""
        found = await self._connection.execute(_TASKS, {"people": list(ids), "last": last, "today": self._now.date()})
        return tuple(OwnTerm(*row) for row in found)

    async def to_check(self, ids: Collection[int], before: datetime) -> tuple[tuple[int, int, datetime, str], ...]:
        """(mentor, task, when it was done, its words) of tasks done before that moment that nobody has looked at."""
        found = await self._connection.execute(
            _TO_CHECK, {"people": list(ids), "before": before, "today": self._now.date()}
        )
        return tuple((row.person_id, row.id, row.done_at, row.task) for row in found)

    async def plan_terms(self, ids: Collection[int], first: date, last: date) -> tuple[OwnTerm, ...]:
        """Days on which something in agreed plans of these people, or of their mentees, is due; the subject is the
        plan, `since` when it was agreed."""
        found = await self._connection.execute(
            _PLAN_TERMS, {"people": list(ids), "first": first, "last": last, "today": self._now.date()}
        )
        return tuple(OwnTerm(*row) for row in found)

    async def back(self, ids: Collection[int], first: date, last: date) -> tuple[tuple[int, int, int, date], ...]:
        """(membership, person, organisation, day) of these people or, by organisation, pauses over on these days."""
        return await self._back(_BACK_OF, ids, first, last)

    async def back_in(self, places: Collection[int], first: date, last: date) -> tuple[tuple[int, int, int, date], ...]:
        """The same of everybody in these organisations."""
        return await self._back(_BACK_IN, places, first, last)

    async def _back(
        self, query: Select[Any], which: Collection[int], first: date, last: date
    ) -> tuple[tuple[int, int, int, date], ...]:
        found = await self._connection.execute(query, {"which": list(which), "first": first, "last": last})
        return tuple((row[0], row[1], row[2], row[3]) for row in found)

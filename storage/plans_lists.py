"""Plans in lists: who has one and how far it is, totals of organisations, and what falls due about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import MentorshipState, Side
from mentoring.people import MembershipState
from mentoring.plans import ACHIEVED, EDITABLE, PlanState, Progress
from mentoring.reminders import Recipient
from mentoring.roles import Role
from storage.tables import chats, memberships, mentorships, organisations, parties, people, plan_items, plans

_ZONE = func.coalesce(people.c.zone, organisations.c.zone).label("zone")
_ACTIVE = mentorships.c.state == MentorshipState.ACTIVE.value


@dataclass(frozen=True, slots=True)
class Among:
    """Whose plans: of these organisations, of what these people mentor, of these mentees (any of them).

    `partly`: organisations of which only mentorships by `open_models` (ids of form and role model) are meant.
    """

    organisations: frozenset[int] = frozenset()
    mentors: frozenset[int] = frozenset()
    mentees: frozenset[int] = frozenset()
    partly: frozenset[int] = frozenset()
    open_models: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A mentee of an open mentorship and their plan, if there is one."""

    mentorship_id: int
    person_id: int
    plan_id: int | None
    state: PlanState | None
    version: int
    items: int
    done: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PlanDue:
    """An agreed plan of an active mentorship that has something ungraded due on one of the days asked for."""

    plan_id: int
    mentorship_id: int
    person_id: int
    agreed_at: datetime


class PlanLists:
    """The part of the plans' store that lists, counts and looks ahead."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def lines(
        self, among: Among, today: date, *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[PlanLine, ...], int]:
        """One page of the mentees of mentorships agreed or under way, the newest first, and how many there are."""
        mentee = (parties.c.mentorship_id == mentorships.c.id) & (parties.c.side == Side.MENTEE.value)
        matching = (
            select(mentorships.c.id.label("mentorship_id"), parties.c.person_id)
            .join(parties, mentee)
            .where(
                mentorships.c.state.in_([state.value for state in EDITABLE]),
                parties.c.person_id.is_not(None),
                _among(among),
            )
        )
        total = await self._connection.scalar(select(func.count()).select_from(matching.subquery()))
        page = matching.order_by(mentorships.c.id.desc(), parties.c.id).offset(offset).limit(limit)
        found = [(row.mentorship_id, row.person_id) for row in await self._connection.execute(page)]
        known = await self._plans_of({mentorship_id for mentorship_id, _ in found}, today)
        return tuple(known.get(place, PlanLine(*place, None, None, 0, 0, 0, 0)) for place in found), total or 0

    async def _plans_of(self, ids: Collection[int], today: date) -> dict[tuple[int, int], PlanLine]:
        counted = _counted(today)
        query = (
            select(plans)
            .add_columns(counted.c.many, counted.c.done, counted.c.overdue)
            .outerjoin(counted, counted.c.plan_id == plans.c.id)
            .where(plans.c.mentorship_id.in_(ids))
        )
        return {
            (row.mentorship_id, row.person_id): PlanLine(
                row.mentorship_id,
                row.person_id,
                row.id,
                PlanState(row.state),
                row.version,
                row.many or 0,
                row.done or 0,
                row.overdue or 0,
            )
            for row in await self._connection.execute(query)
        }

    async def progress(self, of: Iterable[int], today: date, mentorship_id: int | None = None) -> Progress:
        """How far the plans of these organisations' open mentorships are, or of one of these."""
        counted = _counted(today)
        query = (
            select(
                func.count(plans.c.id).label("plans"),
                func.sum(case((plans.c.state == PlanState.AGREED.value, 1), else_=0)).label("agreed"),
                *(func.sum(counted.c[name]).label(name) for name in ("many", "graded", "done", "overdue")),
            )
            .join(mentorships, mentorships.c.id == plans.c.mentorship_id)
            .outerjoin(counted, counted.c.plan_id == plans.c.id)
            .where(
                mentorships.c.organisation_id.in_(set(of)),
                mentorships.c.state.in_([state.value for state in EDITABLE]),
            )
        )
        if mentorship_id is not None:
            query = query.where(mentorships.c.id == mentorship_id)
        row = (await self._connection.execute(query)).one()
        numbers = [int(value or 0) for value in row]
        return Progress(*numbers)

    async def drawn_up(self, mentorship_id: int) -> dict[int, PlanState]:
        """By mentee: how far the plan of a mentorship is."""
        found = await self._connection.execute(
            select(plans.c.person_id, plans.c.state).where(plans.c.mentorship_id == mentorship_id)
        )
        return {row.person_id: PlanState(row.state) for row in found}

    async def due_between(self, first: date, last: date) -> tuple[PlanDue, ...]:
        """Agreed plans of active mentorships with something ungraded due from `first` to `last`, both included."""
        query = (
            _dues(select(plans.c.id, plans.c.mentorship_id, plans.c.person_id, plans.c.agreed_at))
            .where(plan_items.c.due >= first, plan_items.c.due <= last)
            .distinct()
            .order_by(plans.c.id)
        )
        return tuple(PlanDue(*row) for row in await self._connection.execute(query))

    async def next_due(self, after: date) -> date | None:
        """The first day after `after` on which such a plan has something due."""
        found: date | None = await self._connection.scalar(
            _dues(select(func.min(plan_items.c.due))).where(plan_items.c.due > after)
        )
        return found

    async def audiences(self, dues: Collection[PlanDue], today: date) -> dict[int, tuple[Recipient, ...]]:
        """By plan: mentors and the mentee, as far as they can be reached, take part still and are not on a pause."""
        mine = (parties.c.side == Side.MENTOR.value) | (parties.c.person_id == plans.c.person_id)
        query = (
            select(plans.c.id.label("plan_id"), people.c.id, parties.c.side, _ZONE)
            .join(parties, (parties.c.mentorship_id == plans.c.mentorship_id) & mine)
            .join(people, people.c.id == parties.c.person_id)
            .join(chats, (chats.c.chat_id == people.c.telegram_id) & chats.c.reachable)
            .join(mentorships, mentorships.c.id == plans.c.mentorship_id)
            .join(organisations, organisations.c.id == mentorships.c.organisation_id)
            .where(plans.c.id.in_([one.plan_id for one in dues]), _takes_part(today))
            .order_by(plans.c.id, parties.c.id)
        )
        found: dict[int, dict[int, Recipient]] = {}
        for row in await self._connection.execute(query):
            found.setdefault(row.plan_id, {}).setdefault(row.id, Recipient(row.id, row.zone, Role(row.side)))
        return {plan_id: tuple(known.values()) for plan_id, known in found.items()}


def _among(among: Among) -> ColumnElement[bool]:
    mentored = (
        select(parties.c.mentorship_id)
        .where(parties.c.side == Side.MENTOR.value, parties.c.person_id.in_(among.mentors))
        .scalar_subquery()
    )
    return or_(
        mentorships.c.organisation_id.in_(among.organisations) if among.organisations else false(),
        mentorships.c.id.in_(mentored) if among.mentors else false(),
        parties.c.person_id.in_(among.mentees) if among.mentees else false(),
        _partly(among) if among.partly else false(),
    )


def _partly(among: Among) -> ColumnElement[bool]:
    by_form: dict[str, set[str]] = {}
    for form, model in among.open_models:
        by_form.setdefault(form, set()).add(model)
    told = (and_(mentorships.c.form == form, mentorships.c.role_model.in_(ids)) for form, ids in by_form.items())
    return and_(mentorships.c.organisation_id.in_(among.partly), or_(false(), *told))


def _counted(today: date) -> Subquery:
    """Items that count, by plan."""
    ungraded = plan_items.c.grade.is_(None)
    done = plan_items.c.grade.in_([grade.value for grade in ACHIEVED])
    return (
        select(
            plan_items.c.plan_id,
            func.count().label("many"),
            func.sum(case((ungraded, 0), else_=1)).label("graded"),
            func.sum(case((done, 1), else_=0)).label("done"),
            func.sum(case((and_(ungraded, plan_items.c.due < today), 1), else_=0)).label("overdue"),
        )
        .where(plan_items.c.removed_at.is_(None))
        .group_by(plan_items.c.plan_id)
        .subquery()
    )


def _dues(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(plans)
        .join(plan_items, plan_items.c.plan_id == plans.c.id)
        .join(mentorships, mentorships.c.id == plans.c.mentorship_id)
        .where(
            _ACTIVE,
            plans.c.agreed_at.is_not(None),
            plan_items.c.grade.is_(None),
            plan_items.c.removed_at.is_(None),
        )
    )


def _takes_part(today: date) -> ColumnElement[bool]:
    """Whether the party is an approved participant on that side who is not on a pause today."""
    paused = and_(
        memberships.c.paused_from.is_not(None),
        memberships.c.paused_from <= today,
        or_(memberships.c.paused_until.is_(None), memberships.c.paused_until > today),
    )
    return exists().where(
        memberships.c.person_id == parties.c.person_id,
        memberships.c.role == parties.c.side,
        memberships.c.state == MembershipState.APPROVED.value,
        ~paused,
    )

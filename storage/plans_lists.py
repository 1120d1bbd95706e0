"""Plans in lists: who has one and how far it is, totals of organisations, and what falls due about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Subquery, and_, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import MentorshipState, Side
from mentoring.plans import ACHIEVED, EDITABLE, PlanState, Progress
from storage.tables import mentorships, organisations, parties, people, plan_items, plans

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

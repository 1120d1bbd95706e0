"""What tells how mentorships are, read for all of them at once: a dozen statements, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.clock import at, local_date
from mentoring.health import Facts
from mentoring.help import WAITING, late_at
from mentoring.meetings import MeetingState
from mentoring.mentorships import MentorshipState
from mentoring.planning import LENGTH
from mentoring.tasks import CHECK_WAITS, OPEN, TO_DO
from storage.tables import (
    answers,
    help_requests,
    meetings,
    memberships,
    mentorship_looks,
    mentorships,
    organisations,
    parties,
    plan_items,
    planned_keys,
    plans,
    responses,
    tasks,
)
from surveys.record import UNFINISHED, RecordState

UNLOGGED_AFTER = LENGTH + timedelta(days=2)
"""The mentor has been asked twice by then how it went."""
UNANSWERED_AFTER = timedelta(days=6)
"""A questionnaire is reminded of after two and after five days."""
GAP_KEY = "gap"
"""How the keys of the hints about wide gaps begin (services.rating_gap)."""
_ACTIVE = mentorships.c.state == MentorshipState.ACTIVE.value
_BUSY = {state.value for state in (MeetingState.PLANNED, MeetingState.HELD)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What of the programme matters here. `window`: how far back marks, gaps and missed meetings are looked for.

    `feedback` is the questionnaire of a meeting, `low_mark` the mark of it that is low; `meets_once` and `on_demand`
    are kinds of mentorship.
    """

    feedback: str
    low_mark: int
    window: timedelta
    meets_once: frozenset[str] = frozenset()
    on_demand: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Seen:
    """What was found of one mentorship."""

    row: Row[Any]
    last_held: datetime | None = None
    next_planned: datetime | None = None
    unlogged: int = 0
    not_held: list[datetime] = field(default_factory=list)
    low: list[datetime] = field(default_factory=list)
    gaps: list[datetime] = field(default_factory=list)
    unanswered: int = 0
    help: int = 0
    tasks: int = 0
    plan: int = 0
    sides: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    returned: date | None = None
    looked_at: datetime | None = None
    rests_until: date | None = None

    def today(self, now: datetime) -> date:
        return local_date(now, self.row.zone)


class HealthFacts:
    """Of active mentorships only; the rule is `mentoring.health.assess`."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def of(self, organisation_ids: Collection[int], rules: Rules) -> tuple[Facts, ...]:
        """Every active mentorship of these organisations, by id."""
        return await self._facts(mentorships.c.organisation_id.in_(set(organisation_ids)), rules)

    async def one(self, mentorship_id: int, rules: Rules) -> Facts | None:
        """One of them; None unless it is active."""
        found = await self._facts(mentorships.c.id == mentorship_id, rules)
        return found[0] if found else None

    async def _facts(self, which: ColumnElement[bool], rules: Rules) -> tuple[Facts, ...]:
        scope = and_(_ACTIVE, which)
        zone = organisations.c.zone
        known = await self._rows(
            select(mentorships, zone)
            .join(organisations, organisations.c.id == mentorships.c.organisation_id)
            .where(scope)
            .order_by(mentorships.c.id)
        )
        seen = {row.id: _Seen(row) for row in known}
        if seen:
            ids = select(mentorships.c.id).where(scope)
            for read in (self._meetings, self._marks, self._surveys, self._help, self._tasks, self._plans):
                await read(seen, ids, rules)
            for look in (self._pauses, self._looks, self._gaps):
                await look(seen, ids, rules)
        return tuple(self._told(one, rules) for one in seen.values())

    def _told(self, seen: _Seen, rules: Rules) -> Facts:
        row, since = seen.row, max(filter(None, (seen.last_held, seen.looked_at)), default=None)
        began = row.activated_at or at(row.starts, time(0), row.zone)
        held = seen.last_held
        return Facts(
            mentorship_id=row.id,
            organisation_id=row.organisation_id,
            began=local_date(began, row.zone),
            last_held=local_date(held, row.zone) if held is not None else None,
            returned=seen.returned,
            paused=any(all(side) for side in seen.sides.values()),
            meets_once=row.kind in rules.meets_once,
            on_demand=row.kind in rules.on_demand,
            finishing=row.exit_asked_at is not None,
            not_held=_later(seen.not_held, since),
            unlogged=seen.unlogged,
            low=_later(seen.low, seen.looked_at),
            gap=bool(_later(seen.gaps, seen.looked_at)),
            unanswered=seen.unanswered,
            help=seen.help,
            tasks=seen.tasks,
            plan=seen.plan,
            planned_ahead=seen.next_planned is not None,
            rests_until=seen.rests_until,
        )

    async def _meetings(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        state, starts = meetings.c.state, meetings.c.starts_at
        planned = state == MeetingState.PLANNED.value
        rows = await self._rows(
            select(
                meetings.c.mentorship_id,
                func.max(case((state == MeetingState.HELD.value, starts))).label("held"),
                func.min(case((and_(planned, starts >= self._now), starts))).label("ahead"),
                func.sum(case((and_(planned, starts < self._now - UNLOGGED_AFTER), 1), else_=0)).label("unlogged"),
            )
            .where(meetings.c.mentorship_id.in_(ids), state.in_(_BUSY))
            .group_by(meetings.c.mentorship_id)
        )
        for row in rows:
            one = seen[row.mentorship_id]
            one.last_held, one.next_planned, one.unlogged = row.held, row.ahead, row.unlogged
        missed = (state == MeetingState.NOT_HELD.value) & (starts > self._now - rules.window)
        query = select(meetings.c.mentorship_id, starts).where(meetings.c.mentorship_id.in_(ids), missed)
        for row in await self._rows(query):
            seen[row.mentorship_id].not_held.append(row.starts_at)

    async def _marks(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        """Low marks for meetings, by whoever gave them."""
        rows = await self._rows(
            select(meetings.c.mentorship_id, responses.c.finished_at)
            .join(responses, (responses.c.subject == "meeting") & (responses.c.subject_id == meetings.c.id))
            .join(answers, answers.c.response_id == responses.c.id)
            .where(
                meetings.c.mentorship_id.in_(ids),
                responses.c.definition == rules.feedback,
                responses.c.state == RecordState.FINISHED.value,
                responses.c.finished_at > self._now - rules.window,
                answers.c.question == "mark",
                cast(answers.c.value, Integer) <= rules.low_mark,
            )
        )
        for row in rows:
            seen[row.mentorship_id].low.append(row.finished_at)

    async def _surveys(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        """Questionnaires about the mentorship that were reminded of in vain, or whose time ran out."""
        waits = responses.c.state.in_([state.value for state in UNFINISHED])
        lost = (responses.c.state == RecordState.UNANSWERED.value) & (responses.c.due_at > self._now - rules.window)
        rows = await self._rows(
            select(responses.c.subject_id, func.count().label("many"))
            .where(
                responses.c.subject == "mentorship",
                responses.c.subject_id.in_(ids),
                responses.c.kind == "survey",
                responses.c.entered_by.is_(None),
                or_(and_(waits, responses.c.asked_at < self._now - UNANSWERED_AFTER), lost),
            )
            .group_by(responses.c.subject_id)
        )
        for row in rows:
            seen[row.subject_id].unanswered = row.many

    async def _help(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        waits = help_requests.c.state.in_([state.value for state in WAITING])
        query = select(help_requests.c.mentorship_id, help_requests.c.asked_at)
        for row in await self._rows(query.where(help_requests.c.mentorship_id.in_(ids), waits)):
            one = seen[row.mentorship_id]
            one.help += late_at(row.asked_at, one.row.zone) <= self._now

    async def _tasks(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        states = [state.value for state in OPEN]
        rows = await self._rows(
            select(tasks.c.mentorship_id, tasks.c.state, tasks.c.due, tasks.c.done_at).where(
                tasks.c.mentorship_id.in_(ids), tasks.c.state.in_(states)
            )
        )
        for row in rows:
            one = seen[row.mentorship_id]
            late = row.state in TO_DO and row.due is not None and row.due < one.today(self._now)
            unchecked = row.state not in TO_DO and row.done_at is not None and row.done_at + CHECK_WAITS <= self._now
            one.tasks += late or unchecked

    async def _plans(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        """Items of plans that go on: due, and without a result."""
        rows = await self._rows(
            select(plans.c.mentorship_id, plan_items.c.due)
            .join(plan_items, plan_items.c.plan_id == plans.c.id)
            .where(
                plans.c.mentorship_id.in_(ids),
                plans.c.closed_at.is_(None),
                plan_items.c.removed_at.is_(None),
                plan_items.c.grade.is_(None),
                plan_items.c.due <= self._now.date(),
            )
        )
        for row in rows:
            one = seen[row.mentorship_id]
            one.plan += row.due < one.today(self._now)

    async def _pauses(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        """Who is on a pause today, and when somebody last came back from one (`mentoring.people.Membership`)."""
        place = and_(
            memberships.c.person_id == parties.c.person_id,
            memberships.c.organisation_id == mentorships.c.organisation_id,
            memberships.c.role == parties.c.side,
        )
        rows = await self._rows(
            select(
                *(parties.c.mentorship_id, parties.c.side),
                *(memberships.c.paused_from, memberships.c.paused_until),
            )
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .outerjoin(memberships, place)
            .where(parties.c.mentorship_id.in_(ids), parties.c.person_id.is_not(None))
        )
        for row in rows:
            one = seen[row.mentorship_id]
            today = one.today(self._now)
            begun = row.paused_from is not None and row.paused_from <= today
            over = row.paused_until is not None and row.paused_until <= today
            one.sides[row.side].append(begun and not over)
            if over:
                one.returned = max(one.returned or row.paused_until, row.paused_until)

    async def _looks(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        newest = (
            select(func.max(mentorship_looks.c.id))
            .where(mentorship_looks.c.mentorship_id.in_(ids))
            .group_by(mentorship_looks.c.mentorship_id)
        )
        columns = (mentorship_looks.c.mentorship_id, mentorship_looks.c.looked_at, mentorship_looks.c.rests_until)
        for row in await self._rows(select(*columns).where(mentorship_looks.c.id.in_(newest))):
            one = seen[row.mentorship_id]
            one.looked_at, one.rests_until = row.looked_at, row.rests_until

    async def _gaps(self, seen: Mapping[int, _Seen], ids: Select[Any], rules: Rules) -> None:
        """Hints about wide gaps between the two sides that curators were given."""
        hints = planned_keys.c.key.startswith(f"{GAP_KEY}:", autoescape=True)
        query = select(planned_keys.c.key, planned_keys.c.due)
        for row in await self._rows(query.where(hints, planned_keys.c.due > self._now - rules.window)):
            mentorship = row.key.split(":")[2]
            if int(mentorship) in seen:
                seen[int(mentorship)].gaps.append(row.due)

    async def _rows(self, query: Select[Any]) -> list[Row[Any]]:
        return list(await self._connection.execute(query))


def _later(moments: Iterable[datetime], than: datetime | None) -> int:
    return sum(than is None or moment > than for moment in moments)

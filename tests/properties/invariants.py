"""What holds whatever people do: looked up in the rows, by reckoning of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Table, func, select

from mentoring.mentorships import OPEN_STATES, MentorshipState
from mentoring.people import MembershipState
from storage import tables
from storage.work import Work

ACTIVE, AGREED, PROPOSED = MentorshipState.ACTIVE, MentorshipState.AGREED, MentorshipState.PROPOSED
COMPLETED, ENDED, DECLINED = MentorshipState.COMPLETED, MentorshipState.ENDED_EARLY, MentorshipState.DECLINED
LATER: Mapping[str, frozenset[MentorshipState]] = {
    PROPOSED: frozenset(MentorshipState),
    AGREED: frozenset({AGREED, ACTIVE, COMPLETED, ENDED}),
    ACTIVE: frozenset({ACTIVE, COMPLETED, ENDED}),
    COMPLETED: frozenset({COMPLETED}),
    ENDED: frozenset({ENDED}),
    DECLINED: frozenset({DECLINED}),
}
"""What a mentorship may have become."""
NEEDED = frozenset({"processing", "participation"})


@dataclass
class Rules:
    """Checks one look after the other; remembers the mentorships and mentors as they were at the last one."""

    capacity: int
    orders: dict[int, tuple[str, date]] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    loads: dict[int, int] = field(default_factory=dict)
    limits: dict[int, int] = field(default_factory=dict)
    held: set[tuple[int, str]] = field(default_factory=set)

    async def broken(self, work: Work) -> list[str]:
        """Every rule that does not hold now, in words."""
        town = await Rows.read(work)
        return [
            *self._lives(town),
            *self._capacities(town),
            *_consents(town),
            *_meetings(town),
            *_beside(town),
            *await _talk(work),
        ]

    def _lives(self, town: Rows) -> Iterable[str]:
        """States go on in their order; an order is given once, to what everybody agreed upon."""
        held = {(row.person_id, row.role) for row in town.memberships if row.state == MembershipState.APPROVED}
        for one in town.mentorships.values():
            before = self.states.get(one.id, PROPOSED)
            if one.state not in LATER[before]:
                yield f"mentorship {one.id} went from {before} to {one.state}"
            agreed = all(party.agreed for party in town.parties[one.id])
            order = (one.order_number, one.order_date)
            if (one.order_number is None) != (one.order_date is None):
                yield f"mentorship {one.id} has half an order: {order}"
            if one.state in (ACTIVE, COMPLETED) and (one.order_number is None or not agreed):
                yield f"mentorship {one.id} is {one.state} with the order {order}, agreed by all: {agreed}"
            if one.state in (PROPOSED, AGREED, DECLINED) and one.order_number is not None:
                yield f"mentorship {one.id} is {one.state} and has an order"
            if one.order_number is not None and self.orders.setdefault(one.id, order) != order:
                yield f"the order of mentorship {one.id} was {self.orders[one.id]} and is {order}"
            if one.state == ACTIVE and self.states.get(one.id, ACTIVE) != ACTIVE:
                yield from self._absent(town, one.id, held)
            self.states[one.id] = one.state
        self.held = held

    def _absent(self, town: Rows, mentorship: int, held: set[tuple[int, str]]) -> Iterable[str]:
        """Who was in the base neither when they were looked at last nor now that the order is given."""
        for party in town.parties[mentorship]:
            if (party.person_id, party.side) not in held | self.held:
                yield f"mentorship {mentorship} became active with person {party.person_id}, who had left"

    def _capacities(self, town: Rows) -> Iterable[str]:
        """Nobody comes to lead more people than they take on. Who takes on less afterwards keeps those they have."""
        loads: dict[int, set[int]] = defaultdict(set)
        for one in town.mentorships.values():
            if one.state in OPEN_STATES:
                for mentor in town.side(one.id, "mentor"):
                    loads[mentor] |= town.side(one.id, "mentee")
        for mentor, mentees in loads.items():
            rooms = [row.capacity for row in town.memberships if (row.person_id, row.role) == (mentor, "mentor")]
            limit = max((self.capacity if room is None else room for room in rooms), default=self.capacity)
            most = max(limit, self.limits.get(mentor, 0))
            if len(mentees) > max(most, self.loads.get(mentor, 0)):
                yield f"mentor {mentor} takes {most} and leads {sorted(mentees)}"
            self.loads[mentor], self.limits[mentor] = len(mentees), limit


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that rules are about, as they stand."""

    mentorships: Mapping[int, Row[Any]]
    parties: Mapping[int, list[Row[Any]]]
    memberships: list[Row[Any]]
    meetings: list[Row[Any]]
    consents: Mapping[int, set[str]]
    zones: Mapping[int, str]
    plans: list[Row[Any]]
    tasks: list[Row[Any]]

    @classmethod
    async def read(cls, work: Work) -> Rows:
        async def every(table: Table) -> list[Row[Any]]:
            return list((await work.connection.execute(select(table))).all())

        parties: dict[int, list[Row[Any]]] = defaultdict(list)
        for party in await every(tables.parties):
            parties[party.mentorship_id].append(party)
        consents: dict[int, set[str]] = defaultdict(set)
        for row in await every(tables.consents):
            if row.withdrawn_at is None and row.person_id is not None:
                consents[row.person_id].add(row.kind)
        return cls(
            {row.id: row for row in await every(tables.mentorships)},
            parties,
            await every(tables.memberships),
            await every(tables.meetings),
            consents,
            {row.id: row.zone for row in await every(tables.organisations)},
            await every(tables.plans),
            await every(tables.tasks),
        )

    def side(self, mentorship: int, side: str) -> set[int]:
        return {party.person_id for party in self.parties[mentorship] if party.side == side}


def _consents(town: Rows) -> Iterable[str]:
    """Nobody takes part without both consents."""
    for one in town.mentorships.values():
        if one.state != ACTIVE:
            continue
        for party in town.parties[one.id]:
            missing = NEEDED - town.consents[party.person_id]
            if missing:
                yield f"person {party.person_id} is in the active mentorship {one.id} without consent: {missing}"


def _meetings(town: Rows) -> Iterable[str]:
    """Planned and held within the dates of their mentorship, and none after it ended."""
    for meeting in town.meetings:
        one = town.mentorships[meeting.mentorship_id]
        day = meeting.starts_at.astimezone(ZoneInfo(town.zones[one.organisation_id])).date()
        if meeting.state in ("planned", "held") and not one.starts <= day <= one.ends:
            yield f"meeting {meeting.id} is {meeting.state} on {day}, its mentorship lasts {one.starts} to {one.ends}"
        if meeting.state == "planned" and one.state in (PROPOSED, AGREED, DECLINED):
            yield f"meeting {meeting.id} is planned, its mentorship {one.id} is {one.state}"
        if meeting.state in ("planned", "held") and one.ended_at is not None and meeting.starts_at > one.ended_at:
            yield f"meeting {meeting.id} is {meeting.state} after the end of mentorship {one.id}"


def _beside(town: Rows) -> Iterable[str]:
    """A plan and a task belong to a mentee of their mentorship; an agreed plan has its day."""
    for plan in town.plans:
        if plan.person_id not in town.side(plan.mentorship_id, "mentee"):
            yield f"plan {plan.id} is of person {plan.person_id}, no mentee of mentorship {plan.mentorship_id}"
        if plan.state == "agreed" and plan.agreed_at is None:
            yield f"plan {plan.id} is agreed to without a day"
    for task in town.tasks:
        if task.person_id not in town.side(task.mentorship_id, "mentee"):
            yield f"task {task.id} is of person {task.person_id}, no mentee of mentorship {task.mentorship_id}"


async def _talk(work: Work) -> list[str]:
    """Nothing was put aside, nothing waits that could be sent, no job is left."""
    parked = (await work.connection.execute(select(tables.parked))).all()
    dead = await work.connection.scalar(
        select(func.count()).select_from(tables.outgoing).where(tables.outgoing.c.dead.is_not(None))
    )
    jobs = (await work.connection.execute(select(tables.jobs))).all()
    return [
        *(f"an update was put aside: {row.reason}\n{row.traceback}" for row in parked),
        *([f"{dead} messages were refused for good"] if dead else []),
        *(f"job {job.id} ({job.kind}) is {job.state} after {job.attempts} attempts" for job in jobs),
    ]

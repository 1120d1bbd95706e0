"""The numbers of a period, counted where the rows lie: a few statements, whatever the number of meetings.

What each number means is defined in `mentoring.participation` and `mentoring.satisfaction`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, select

from mentoring.meetings import MeetingState
from mentoring.participation import Rate
from mentoring.periods import Period
from mentoring.satisfaction import NO_MARKS, Tally
from storage.asked import AskedByDay
from storage.inline import LONG
from storage.marks import Measured, is_question, marks_of, read_tally, tally_of
from storage.marks_by_place import Cells, MarksByPlace
from storage.summary_rows import SummaryRows
from storage.tables import answers, meetings, mentorships, planned_keys, responses


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """Meetings of a period. `cancelled` and `moved` are counted among all of them."""

    planned: int = 0
    held: int = 0
    unplanned: int = 0
    not_held: int = 0
    unlogged: int = 0
    cancelled: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Idle:
    """An active mentorship and when it last met, or (`never`) since when it has not."""

    mentorship_id: int
    since: datetime
    never: bool


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """Meetings of one span of the series, planned ones and all that took place, and the marks given in it."""

    planned: int = 0
    held: int = 0
    marks: Tally = NO_MARKS


class Summary(SummaryRows):
    """Counts over organisations given by their ids; times are UTC, spans half-open."""

    async def active(self, organisations: Collection[int], period: Period) -> int:
        """Mentorships that were active at some moment of the period."""
        found = await self._connection.scalar(
            select(func.count())
            .select_from(mentorships)
            .where(
                mentorships.c.organisation_id.in_(organisations),
                mentorships.c.activated_at < period.ends,
                (mentorships.c.ended_at.is_(None)) | (mentorships.c.ended_at >= period.starts),
            )
        )
        return found or 0

    async def meetings(self, organisations: Collection[int], period: Period) -> MeetingCounts:
        """Meetings whose time lies in the period, by what became of them."""
        moved = (meetings.c.moves > 0).label("moved")
        found = await self._connection.execute(
            select(meetings.c.state, meetings.c.unplanned, moved, func.count().label("many"))
            .prefix_with(LONG)
            .where(_taking_place(organisations, period.starts, period.ends))
            .group_by(meetings.c.state, meetings.c.unplanned, moved)
        )
        rows = [(MeetingState(row.state), row.unplanned, row.moved, row.many) for row in found]

        def total(*states: MeetingState, unplanned: bool = False) -> int:
            return sum(many for state, beside, _, many in rows if state in states and bool(beside) is unplanned)

        return MeetingCounts(
            planned=total(MeetingState.PLANNED, MeetingState.HELD, MeetingState.NOT_HELD),
            held=total(MeetingState.HELD),
            unplanned=total(MeetingState.HELD, unplanned=True),
            not_held=total(MeetingState.NOT_HELD),
            unlogged=total(MeetingState.PLANNED),
            cancelled=sum(many for state, _, _, many in rows if state is MeetingState.CANCELLED),
            moved=sum(many for _, _, moved, many in rows if moved),
        )

    async def asked(self, organisations: Collection[int], period: Period) -> dict[str, Rate]:
        """By definition: surveys put to people in the period, and of these finished before its end.

        What was withdrawn before it was answered is not counted: nobody could answer it any more.
        """
        rates = await AskedByDay(self._connection, organisations, period).by_definition()
        return {name: Rate(max(asked, answered), answered) for name, (asked, answered) in rates.items()}

    async def tallies(
        self, organisations: Collection[int], period: Period, groups: Mapping[str, Collection[Measured]]
    ) -> dict[str, tuple[Tally, Tally]]:
        """By group of questions (no question is in two): the marks of the period, and those of the period before."""
        previous = period.previous()
        chosen = [(which, name) for name, several in groups.items() for which in several]
        if not chosen:
            return {}
        group = case(*((is_question(which), name) for which, name in chosen)).label("group")
        now = case((responses.c.finished_at >= period.starts, 1), else_=0).label("now")
        query = (
            select(group, now, *tally_of([which for which, _ in chosen]))
            .prefix_with(LONG)
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(organisations, previous.starts, period.ends, [which for which, _ in chosen]))
            .group_by(group, now)
        )
        found = {(row.group, row.now): read_tally(row) for row in await self._connection.execute(query)}
        return {name: (found.get((name, 1), NO_MARKS), found.get((name, 0), NO_MARKS)) for name in groups}

    async def tallies_by_place(
        self, organisations: Collection[int], period: Period, groups: Mapping[str, Collection[Measured]]
    ) -> dict[tuple[str, bool], Cells]:
        """By group of questions (no question is in two), and whether it is the period itself or the one before it: the
        marks by organisation and the role in which somebody was asked."""
        found: dict[tuple[str, bool], Cells] = {}
        for now, each in ((True, period), (False, period.previous())):
            counted = MarksByPlace(self._connection, organisations, each.starts, each.ends)
            found |= {(name, now): cells for name, cells in (await counted.tallies(groups)).items()}
        return {key: cells for key, cells in found.items() if cells}

    async def tallies_of_places(
        self, organisations: Collection[int], period: Period, groups: Mapping[str, Collection[Measured]]
    ) -> dict[str, dict[int, Tally]]:
        """By group of questions (no question is in two): the marks of the period by organisation, of all roles
        together, so that somebody with two of them is one."""
        chosen = [(which, name) for name, several in groups.items() for which in several]
        if not chosen:
            return {}
        group = case(*((is_question(which), name) for which, name in chosen)).label("group")
        measured = [which for which, _ in chosen]
        query = (
            select(group, responses.c.organisation_id, *tally_of(measured))
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(organisations, period.starts, period.ends, measured))
            .group_by(group, responses.c.organisation_id)
        )
        found: dict[str, dict[int, Tally]] = {}
        for row in await self._connection.execute(query):
            found.setdefault(row.group, {})[row.organisation_id] = read_tally(row)
        return found

    async def marks_by_place(
        self, organisations: Collection[int], bounds: Sequence[datetime], marks: Measured
    ) -> dict[int, dict[int, Tally]]:
        """By number of the span between two neighbours of `bounds` (rising): the marks by organisation."""
        span = _span(responses.c.finished_at, bounds)
        given = await self._connection.execute(
            select(span, responses.c.organisation_id, *tally_of([marks]))
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(organisations, bounds[0], bounds[-1], [marks]))
            .group_by(span, responses.c.organisation_id)
            .prefix_with(LONG)
        )
        found: dict[int, dict[int, Tally]] = {}
        for row in given:
            found.setdefault(row.span, {})[row.organisation_id] = read_tally(row)
        return found

    async def idle(self, organisations: Collection[int], moment: datetime, before: datetime) -> tuple[Idle, ...]:
        """Mentorships active just before `moment` that have not met since `before`, who waits longest first."""
        # The state is wrapped, or SQLite walks the index by state once a mentorship.
        held = case((meetings.c.state == MeetingState.HELD.value, True), else_=False)
        last = (
            select(meetings.c.starts_at)
            .where(meetings.c.mentorship_id == mentorships.c.id, meetings.c.starts_at < moment, held)
            .order_by(meetings.c.starts_at.desc())
            .limit(1)
            .scalar_subquery()
        )
        since = func.coalesce(last, mentorships.c.activated_at)
        found = await self._connection.execute(
            select(mentorships.c.id, mentorships.c.activated_at, last.label("last"))
            .prefix_with(LONG)
            .where(
                mentorships.c.organisation_id.in_(organisations),
                mentorships.c.activated_at < moment,
                (mentorships.c.ended_at.is_(None)) | (mentorships.c.ended_at >= moment),
                since <= before,
            )
            .order_by(since, mentorships.c.id)
        )
        return tuple(Idle(row.id, row.last or row.activated_at, row.last is None) for row in found)

    async def series(
        self, organisations: Collection[int], bounds: Sequence[datetime], marks: Measured
    ) -> tuple[WeekCounts, ...]:
        """Counts for each span between two neighbours of `bounds` (rising)."""
        meeting_span = _span(meetings.c.starts_at, bounds)
        found = await self._connection.execute(
            select(meeting_span, meetings.c.state, meetings.c.unplanned, func.count().label("many"))
            .where(_taking_place(organisations, bounds[0], bounds[-1]))
            .group_by(meeting_span, meetings.c.state, meetings.c.unplanned)
            .prefix_with(LONG)
        )
        planned, held = [0] * (len(bounds) - 1), [0] * (len(bounds) - 1)
        for row in found:
            planned[row.span] += row.many * (not row.unplanned and row.state != MeetingState.CANCELLED.value)
            held[row.span] += row.many * (row.state == MeetingState.HELD.value)
        given_span = _span(responses.c.finished_at, bounds)
        given = await self._connection.execute(
            select(given_span, *tally_of([marks]))
            .join(responses, responses.c.id == answers.c.response_id)
            .where(marks_of(organisations, bounds[0], bounds[-1], [marks]))
            .group_by(given_span)
            .prefix_with(LONG)
        )
        tallies = {row.span: read_tally(row) for row in given}
        return tuple(
            WeekCounts(planned[number], held[number], tallies.get(number, NO_MARKS))
            for number in range(len(bounds) - 1)
        )

    async def is_told(self, key: str) -> bool:
        """Whether a message with this lasting key was written."""
        found = await self._connection.scalar(select(planned_keys.c.key).where(planned_keys.c.key == key))
        return found is not None


def _taking_place(organisations: Collection[int], starts: datetime, ends: datetime) -> ColumnElement[bool]:
    # Not a join: SQLite would begin with the meetings of everybody.
    theirs = select(mentorships.c.id).where(mentorships.c.organisation_id.in_(organisations))
    return and_(meetings.c.mentorship_id.in_(theirs), meetings.c.starts_at >= starts, meetings.c.starts_at < ends)


def _span(moment: ColumnElement[datetime], bounds: Sequence[datetime]) -> ColumnElement[int]:
    """The number of the span that a moment within the bounds lies in."""
    return case(*((moment < end, number) for number, end in enumerate(bounds[1:])), else_=len(bounds)).label("span")

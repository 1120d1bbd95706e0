"""The numbers of a summary, counted by the database, against a small world worked out by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.participation import Participation, Rate, participation
from mentoring.people import OrganisationKind
from mentoring.periods import Period, Span
from mentoring.satisfaction import Tally
from storage.engine import Database
from storage.marks import Measured
from storage.report_figures import AtWork, Chosen
from storage.summary import Idle, MeetingCounts, WeekCounts
from storage.tables import answers, responses
from storage.work import Work

SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
NOW = datetime(2026, 10, 5, tzinfo=UTC)
LAST_WEEK = Period(Span.WEEK, datetime(2026, 9, 28, tzinfo=UTC), NOW, "UTC")
"""Monday, 28 September to Sunday, 4 October 2026."""
MARK = Measured("meeting-feedback", "mark")
LIKED = Measured("exit", "liked")
DREADED = Measured("exit", "dreaded", turned=11)


def day(number: int, hour: int = 12) -> datetime:
    """A day of September; 31 is the first of October."""
    return SEPTEMBER + timedelta(days=number - 1, hours=hour)


@dataclass(slots=True)
class School:
    """Two schools: `own` with three mentorships, and `other`, whose rows must never be counted."""

    work: Work
    own: int = 0
    other: int = 0
    people: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()

    async def build(self) -> None:
        kind = OrganisationKind.SCHOOL
        self.own = (await self.work.organisations.add("Школа № 14", kind, "UTC")).id
        self.other = (await self.work.organisations.add("Школа № 15", kind, "UTC")).id
        self.people = tuple([(await self.work.people.add(f"Человек {n} Тестович")).id for n in range(6)])
        self.pairs = (
            await self.pair(self.own, 0, 1, since=day(1)),
            await self.pair(self.own, 2, 3, since=day(2)),
            await self.pair(self.own, 4, 5, since=day(1), ended=day(10)),
            await self.pair(self.other, 0, 5, since=day(1)),
            await self.pair(self.own, 0, 3, since=None),
        )

    async def pair(
        self, organisation: int, mentor: int, mentee: int, *, since: datetime | None, ended: datetime | None = None
    ) -> int:
        state = MentorshipState.PROPOSED if since is None else MentorshipState.ACTIVE
        return await self.work.mentorships.propose(
            Mentorship(
                id=0,
                organisation_id=organisation,
                form=Form.TEACHER_TEACHER,
                role_model="any",
                kind="any",
                starts=date(2026, 9, 1),
                ends=date(2026, 12, 20),
                state=MentorshipState.COMPLETED if ended else state,
                parties=(Party(self.people[mentor], Side.MENTOR), Party(self.people[mentee], Side.MENTEE)),
                proposed_by=1,
                proposed_at=SEPTEMBER,
                activated_at=since,
                ended_at=ended,
            )
        )

    async def meets(self, pair: int, at: datetime, state: MeetingState = MeetingState.HELD, **values: Any) -> None:
        await self.work.meetings.add(
            Meeting(0, self.pairs[pair], MeetingKind.WORKING, at, None, state, 1, SEPTEMBER, **values)
        )

    async def answers(
        self,
        definition: str,
        asked: datetime,
        finished: datetime | None = None,
        *,
        person: int | None = 0,
        organisation: int | None = None,
        state: str | None = None,
        role: str | None = None,
        **values: int | str,
    ) -> None:
        made = await self.work.connection.execute(
            responses.insert()
            .values(
                person_id=None if person is None else self.people[person],
                organisation_id=organisation or self.own,
                definition=definition,
                version=1,
                kind="survey",
                state=state or ("finished" if finished else "waiting"),
                role=role,
                skipped=[],
                marks={},
                anonymous=person is None,
                asked_at=asked,
                finished_at=finished,
            )
            .returning(responses.c.id)
        )
        response = made.scalar_one()
        for question, value in values.items():
            row = {"response_id": response, "question": question, "value": value, "on_path": True}
            await self.work.connection.execute(answers.insert().values(answered_at=asked, **row))


@pytest.fixture
async def school(database: Database) -> AsyncIterator[School]:
    async with database.write(NOW) as work:
        made = School(work)
        await made.build()
        yield made


async def test_meetings_by_what_became_of_them(school: School) -> None:
    await school.meets(0, day(27))  # the Sunday before: not in the week
    await school.meets(0, day(28, hour=0))  # Monday 00:00: in it
    await school.meets(0, day(29), moves=2)
    await school.meets(1, day(29), MeetingState.NOT_HELD)
    await school.meets(1, day(30), MeetingState.PLANNED)
    await school.meets(1, day(30), MeetingState.CANCELLED, moves=1)
    await school.meets(1, day(31), unplanned=True)
    await school.meets(1, day(35, hour=0))  # the next Monday 00:00
    await school.meets(3, day(29))  # another school
    found = await school.work.summary.meetings([school.own], LAST_WEEK)
    assert found == MeetingCounts(planned=4, held=2, unplanned=1, not_held=1, unlogged=1, cancelled=1, moved=2)
    both = await school.work.summary.meetings([school.own, school.other], LAST_WEEK)
    assert (both.planned, both.held) == (5, 3)


async def test_active_at_some_moment_of_the_period(school: School) -> None:
    whole = Period(Span.MONTH, SEPTEMBER, NOW, "UTC")
    assert await school.work.summary.active([school.own], whole) == 3
    assert await school.work.summary.active([school.own], LAST_WEEK) == 2
    assert await school.work.summary.active([school.other], LAST_WEEK) == 1
    assert await school.work.summary.active([], LAST_WEEK) == 0


async def test_rates_count_what_was_asked_in_the_period_and_answered_before_its_end(school: School) -> None:
    await school.answers("meeting-feedback", day(28), day(29), mark=5)
    await school.answers("meeting-feedback", day(28), NOW + timedelta(hours=1), mark=5)
    await school.answers("meeting-feedback", day(28))
    await school.answers("meeting-feedback", day(27), day(29), mark=4)  # asked before
    await school.answers("exit", day(30), state="unanswered")
    await school.answers("exit", day(30), state="cancelled")  # withdrawn
    await school.answers("exit", day(30), organisation=school.other)
    found = await school.work.summary.asked([school.own], LAST_WEEK)
    assert found == {"meeting-feedback": Rate(3, 1), "exit": Rate(1, 0)}


async def test_marks_with_those_of_the_period_before(school: School) -> None:
    await school.answers("meeting-feedback", day(28), day(29), person=0, mark=5)
    await school.answers("meeting-feedback", day(28), day(30), person=0, mark=4)
    await school.answers("meeting-feedback", day(28), day(31), person=1, mark=2)
    await school.answers("meeting-feedback", day(20), day(25), person=1, mark=3)
    await school.answers("meeting-feedback", day(10), day(20), person=1, mark=1)  # the week before that
    await school.answers("exit", day(28), day(29), person=2, liked=9, dreaded=2)
    await school.answers("exit", day(28), day(29), person=None, liked=7)
    await school.answers("exit", day(28), day(29), organisation=school.other, liked=1)
    groups = {"marks": [MARK], "all": [LIKED, DREADED], "dreaded": [DREADED]}
    found = await school.work.summary.tallies(
        [school.own], LAST_WEEK, {name: groups[name] for name in ("marks", "all")}
    )
    assert found == {
        "marks": (Tally(11, 3, 2), Tally(3, 1, 1)),
        "all": (Tally(9 + 9 + 7, 3, 2), Tally()),
    }
    turned = await school.work.summary.tallies([school.own], LAST_WEEK, {"dreaded": [DREADED]})
    assert turned == {"dreaded": (Tally(9, 1, 1), Tally())}
    assert await school.work.summary.tallies([school.own], LAST_WEEK, {}) == {}
    both = [school.own, school.other]
    by_place = await school.work.summary.tallies_by_place(both, LAST_WEEK, {"marks": [MARK], "liked": [LIKED]})
    assert {name: sum(one.count for one in tallies.values()) for name, tallies in by_place.items()} == {
        ("marks", True): 3,
        ("marks", False): 1,
        ("liked", True): 3,
    }
    assert {place for place, _ in by_place["liked", True]} == set(both)
    assert await school.work.summary.tallies_by_place(both, LAST_WEEK, {}) == {}


async def test_somebody_with_two_roles_is_one_of_the_organisation(school: School) -> None:
    for role, mark in (("mentor", 5), ("mentee", 2)):
        await school.answers("exit", day(28), day(29), person=0, role=role, liked=mark)
    groups, own = {"liked": [LIKED]}, [school.own]
    parts = await school.work.summary.tallies_by_place(own, LAST_WEEK, groups)
    assert parts == {("liked", True): {(school.own, "mentor"): Tally(5, 1, 1), (school.own, "mentee"): Tally(2, 1, 1)}}
    whole = await school.work.summary.tallies_of_places(own, LAST_WEEK, groups)
    assert whole == {"liked": {school.own: Tally(7, 2, 1)}}


async def test_what_a_report_counts_of_answers_and_meetings(school: School) -> None:
    """Of the organisation and the period alone, and of the questionnaires and questions that are asked for."""
    await school.answers("exit", day(28), day(29), person=0, better="yes", go_on="no", mood=5)
    await school.answers("exit", day(28), day(29), person=1, better="no")
    await school.answers("exit", day(20), day(21), person=2, better="yes")
    await school.answers("entry", day(28), day(29), person=3, better="yes")
    await school.answers("exit", day(28), day(29), organisation=school.other, better="yes")
    store = school.work.report_figures
    year = Period(Span.YEAR, SEPTEMBER, NOW, "UTC")
    form = Form.TEACHER_TEACHER
    assert await store.at_work([school.own], year) == AtWork(
        {(form, MentorshipState.ACTIVE): 2, (form, MentorshipState.COMPLETED): 1}, {Side.MENTOR: 3, Side.MENTEE: 3}
    )
    late = await store.at_work([school.own, school.other], LAST_WEEK)
    assert late == AtWork({(form, MentorshipState.ACTIVE): 3}, {Side.MENTOR: 2, Side.MENTEE: 3})
    found = await store.said_yes(school.own, LAST_WEEK, ["exit"], ["better", "go_on"])
    assert found == {"better": Chosen(1, 2), "go_on": Chosen(0, 1)}
    assert await store.said_yes(school.own, LAST_WEEK, ["exit"], []) == {}
    await school.meets(0, day(29), topics=("career",))
    await school.meets(0, day(30), topics=("homework", "career"))
    await school.meets(1, day(29), MeetingState.PLANNED, topics=("mood",))
    await school.meets(3, day(29), topics=("mood",))
    assert await store.topics(school.own, LAST_WEEK) == {school.pairs[0]: frozenset({"career", "homework"})}


async def test_idle_since_the_last_held_meeting_or_the_order(school: School) -> None:
    await school.meets(1, day(10))
    await school.meets(1, day(20), MeetingState.NOT_HELD)
    await school.meets(1, NOW + timedelta(days=1), MeetingState.PLANNED)
    found = await school.work.summary.idle([school.own], NOW, day(12))
    assert found == (Idle(school.pairs[0], day(1), True), Idle(school.pairs[1], day(10), False))
    assert await school.work.summary.idle([school.own], NOW, day(9)) == found[:1]


async def test_the_series_of_weeks(school: School) -> None:
    bounds = [SEPTEMBER + timedelta(days=6), day(14, hour=0), day(21, hour=0), day(24, hour=0)]
    await school.meets(0, day(8))
    await school.meets(0, day(9), MeetingState.NOT_HELD)
    await school.meets(0, day(10), MeetingState.CANCELLED)
    await school.meets(1, day(14, hour=0), unplanned=True)
    await school.meets(1, day(24, hour=0))
    await school.answers("meeting-feedback", day(8), day(15), person=0, mark=5)
    await school.answers("meeting-feedback", day(8), day(16), person=1, mark=4)
    found = await school.work.summary.series([school.own], bounds, MARK)
    assert found == (WeekCounts(2, 1), WeekCounts(0, 1, Tally(9, 2, 2)), WeekCounts())
    by_place = await school.work.summary.marks_by_place([school.own, school.other], bounds, MARK)
    assert by_place == {1: {school.own: Tally(9, 2, 2)}}


async def test_the_database_counts_what_the_rules_count(school: School) -> None:
    for number in range(60):
        states = tuple(MeetingState)
        await school.meets(
            number % 3,
            day(1 + number % 35, hour=number % 24),
            states[number % 4],
            unplanned=number % 4 == 1 and number % 5 == 0,
        )
    store = school.work.summary
    pairs = await store.mentorships(school.pairs[:3])
    every = await store.meeting_rows([school.own])
    assert len(every) == 60
    for period in (LAST_WEEK, Period(Span.MONTH, SEPTEMBER, NOW, "UTC"), LAST_WEEK.previous()):
        expected: Participation = participation(period, tuple(pairs.values()), every, ())
        counted = await store.meetings([school.own], period)
        assert (counted.planned, counted.held, counted.unplanned, counted.not_held, counted.unlogged) == (
            *(expected.planned, expected.held, expected.unplanned),
            *(expected.not_held, expected.unlogged),
        )
        assert await store.active([school.own], period) == expected.active
        idle = await store.idle([school.own], period.ends, period.ends - timedelta(days=21))
        assert [each.mentorship_id for each in idle] == [each.mentorship_id for each in expected.stuck]


async def test_the_rows_behind_the_numbers(school: School) -> None:
    await school.meets(0, day(29))
    await school.meets(0, day(20))
    await school.meets(3, day(29))
    await school.answers("meeting-feedback", day(28), day(29), mark=5)
    await school.answers("exit", day(28), day(29), person=None, liked=7)
    await school.answers("exit", day(28), state="cancelled")
    store = school.work.summary
    assert [each.id for each in await store.open_mentorships([school.own], LAST_WEEK)] == [
        school.pairs[0],
        school.pairs[1],
        school.pairs[4],
    ]
    assert [each.starts_at for each in await store.meeting_rows([school.own], LAST_WEEK)] == [day(29)]
    assert await store.last_held([school.own], NOW) == {school.pairs[0]: day(29)}
    asked = await store.asked_rows([school.own], LAST_WEEK)
    assert [(each.definition, each.person_id) for each in asked] == [
        ("meeting-feedback", school.people[0]),
        ("exit", None),
    ]
    given = await store.answer_rows([school.own], LAST_WEEK)
    assert [(each.question, each.value, each.person_id) for each in given] == [
        ("mark", 5, school.people[0]),
        ("liked", 7, None),
    ]
    assert set(await store.names([school.other])) == {school.people[0], school.people[5]}
    meetings = await store.meeting_rows([school.own])
    assert await store.mentorships_of(each.id for each in meetings) == {each.id: school.pairs[0] for each in meetings}

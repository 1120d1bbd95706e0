"""Periods, participation and satisfaction: numbers worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import MentorshipState
from mentoring.participation import Asked, Rate, Stuck, participation
from mentoring.periods import Period, Span, up_to, week_before
from mentoring.satisfaction import SMALL_GROUP, Figure, Mark, figures, satisfied_share
from tests.mentoring.people import meeting, mentorship, utc

MOSCOW, BERLIN = "Europe/Moscow", "Europe/Berlin"
State = MeetingState
WEEK = week_before(utc(21, 6), MOSCOW)  # Monday 21 September, 9:00 in Moscow


def test_the_week_before_monday() -> None:
    assert (WEEK.first_day, WEEK.last_day) == (date(2026, 9, 14), date(2026, 9, 20))
    assert (WEEK.starts, WEEK.ends) == (utc(13, 21), utc(20, 21))
    assert WEEK.previous() == Period(Span.WEEK, utc(6, 21), utc(13, 21), MOSCOW)


@pytest.mark.parametrize(
    ("span", "starts", "previous_starts"),
    [
        (Span.WEEK, date(2026, 3, 24), date(2026, 3, 17)),
        (Span.MONTH, date(2026, 2, 28), date(2026, 1, 28)),
        (Span.QUARTER, date(2025, 12, 31), date(2025, 10, 2)),
        (Span.YEAR, date(2025, 3, 31), date(2024, 3, 31)),
    ],
)
def test_periods_up_to_now(span: Span, starts: date, previous_starts: date) -> None:
    now = datetime(2026, 3, 31, 12, tzinfo=UTC)
    period = up_to(now, span, MOSCOW)
    assert (period.starts, period.ends) == (datetime.combine(starts, now.timetz()), now)
    assert period.previous().starts == datetime.combine(previous_starts, now.timetz())
    assert period.previous().ends == period.starts
    assert period.has(now - timedelta(seconds=1))
    assert not period.has(now)


def test_a_week_with_a_change_of_clocks_is_seven_local_days() -> None:
    period = week_before(datetime(2026, 10, 26, 8, tzinfo=UTC), BERLIN)
    assert period.ends - period.starts == timedelta(days=7, hours=1)
    assert period.previous().first_day == date(2026, 10, 12)


def meetings(*days_and_states: tuple[int, MeetingState], mentorship_id: int = 5) -> list[Meeting]:
    return [meeting(utc(day), state, mentorship_id=mentorship_id) for day, state in days_and_states]


def test_planned_and_held() -> None:
    asked = [
        Asked("feedback", 1, utc(15), utc(16)),
        Asked("feedback", 2, utc(15), utc(21)),  # after the week
        Asked("feedback", 3, utc(10), utc(15)),  # asked before the week
        Asked("entry", 1, utc(14), None),
    ]
    happened = [
        *meetings((14, State.HELD), (15, State.HELD), (16, State.NOT_HELD), (17, State.CANCELLED), (18, State.PLANNED)),
        *meetings((13, State.HELD), (21, State.HELD)),
        meeting(utc(19), State.HELD, unplanned=True),
    ]
    active = mentorship(activated_at=utc(2))
    found = participation(WEEK, [active], happened, asked)
    assert (found.planned, found.held, found.not_held, found.unlogged, found.unplanned) == (4, 2, 1, 1, 1)
    assert (found.held_share, found.meetings, found.stuck) == (0.5, 3, ())
    assert dict(found.responses) == {"entry": Rate(1, 0), "feedback": Rate(2, 1)}
    assert found.all_responses == Rate(3, 1)
    assert found.responses["feedback"].share == 0.5


def test_nothing_at_all() -> None:
    found = participation(WEEK, [], [], [])
    assert (found.active, found.held_share, found.all_responses.share) == (0, None, None)


@pytest.mark.parametrize(
    ("activated_at", "ended_at", "counts"),
    [
        (None, None, False),
        (utc(2), None, True),
        (utc(20), None, True),
        (utc(21), None, False),
        (utc(2), utc(13), False),
        (utc(2), utc(14), True),
        (utc(2), utc(25), True),
    ],
)
def test_active_at_some_moment_of_the_week(
    activated_at: datetime | None, ended_at: datetime | None, counts: bool
) -> None:
    pair = mentorship(MentorshipState.COMPLETED, activated_at=activated_at, ended_at=ended_at)
    assert participation(WEEK, [pair], [], []).active == int(counts)


def test_three_weeks_without_a_meeting() -> None:
    pairs = [
        mentorship(number=1, activated_at=utc(1, month=8)),  # met on 30 August: 22 days
        mentorship(number=2, activated_at=utc(1, month=8)),  # met on 1 September: 20 days
        mentorship(number=3, activated_at=utc(20, month=8)),  # never met: 32 days
        mentorship(number=4, activated_at=utc(20, month=8), ended_at=utc(19)),  # over
        mentorship(number=5, activated_at=utc(10)),  # young
    ]
    happened = [
        *meetings((1, State.HELD), mentorship_id=2),
        meeting(utc(30, month=8), State.HELD, mentorship_id=1),
        meeting(utc(15), State.NOT_HELD, mentorship_id=1),
        meeting(utc(25), State.HELD, mentorship_id=3),  # after the week
    ]
    found = participation(WEEK, pairs, happened, []).stuck
    assert found == (Stuck(3, utc(20, month=8), 32), Stuck(1, utc(30, month=8), 22))


def marks(item: str, *values: int, day: int = 15, person: int = 1) -> list[Mark]:
    return [Mark(item, person + place, value, utc(day)) for place, value in enumerate(values)]


def test_each_item_by_itself_with_count_and_change() -> None:
    given = [*marks("meeting", 5, 4, 4), *marks("meeting", 3, 4, day=8), *marks("satisfaction", 10, 9)]
    assert figures(WEEK, given) == (
        Figure("meeting", Decimal("4.33"), 3, Decimal("0.83"), 2),
        Figure("satisfaction", Decimal("9.50"), 2, None, 0),
    )


def test_an_item_of_the_week_before_alone() -> None:
    assert figures(WEEK, marks("meeting", 5, day=8)) == (Figure("meeting", None, 0, None, 1),)


def test_few_people_are_hidden_from_others() -> None:
    four, five = marks("a", 1, 2, 3, 4), marks("b", 1, 2, 3, 4, 5)
    hidden, shown = figures(WEEK, [*four, *five], fewest=SMALL_GROUP)
    assert (hidden.mean, hidden.hidden, hidden.count) == (None, True, 4)
    assert (shown.mean, shown.hidden) == (Decimal("3.00"), False)
    repeated = [replace(mark, person_id=1) for mark in five]
    assert figures(WEEK, repeated, fewest=SMALL_GROUP)[0].hidden


def test_no_change_against_a_hidden_period() -> None:
    given = [*marks("b", 1, 2, 3, 4, 5), *marks("b", 1, 2, day=8)]
    assert figures(WEEK, given, fewest=SMALL_GROUP)[0].change is None


def test_halves_round_up() -> None:
    assert figures(WEEK, marks("a", *[1] * 7, 2))[0].mean == Decimal("1.13")  # 1.125


def test_the_satisfied() -> None:
    assert satisfied_share(marks("satisfaction", 6, 7, 8, 10)) == 0.75
    assert satisfied_share([]) is None

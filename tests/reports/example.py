"""One organisation's month as the reports take it: every number below is counted from the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from mentoring.meetings import MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import Form, MentorshipState
from mentoring.participation import Participation, Rate, Stuck
from mentoring.periods import Period, Span
from mentoring.satisfaction import Figure
from reports.data import AnswerRow, AskedRow, Item, Measure, MeetingRow, PairRow, Summary, Waiting, Week

SCHOOL = "МОУ СОШ № 14"
PAIRS = ("Мария И. — Пётр С.", "Олег К. — Анна В., Денис Л.")
ZONE = "Europe/Moscow"
SEPTEMBER = Period(Span.MONTH, datetime(2026, 8, 31, 21, tzinfo=UTC), datetime(2026, 9, 30, 21, tzinfo=UTC), ZONE)
STATES = (
    MeetingState.HELD,
    MeetingState.HELD,
    MeetingState.NOT_HELD,
    MeetingState.HELD,
    MeetingState.CANCELLED,
    MeetingState.HELD,
    MeetingState.PLANNED,
)
MARKS = (5, 4, 5, 4)
ITEMS = (9, 8, 10)


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 9, day, hour, tzinfo=UTC)


def meetings() -> tuple[MeetingRow, ...]:
    return tuple(
        MeetingRow(
            pair=PAIRS[number % 2],
            kind=MeetingKind.WORKING,
            starts_at=at(3 + 4 * number),
            state=state,
            unplanned=number == 5,
            moves=1 if number == 3 else 0,
            minutes=45 if state == MeetingState.HELD else None,
            place="кабинет 12",
            not_held_reason=NotHeld.TIMETABLE if state == MeetingState.NOT_HELD else None,
        )
        for number, state in enumerate(STATES)
    )


def asked() -> tuple[AskedRow, ...]:
    feedback = tuple(
        AskedRow("feedback", "Встреча", at(4 + n), n < len(MARKS), f"Человек {n}", PAIRS[n % 2], at(5 + n))
        for n in range(6)
    )
    return (*feedback, *(AskedRow("interim", "Климат", at(10), n < 3) for n in range(4)))


def answers() -> tuple[AnswerRow, ...]:
    marks = tuple(
        AnswerRow("Встреча", "Как прошла?", mark, Measure.MEETING, mark, f"Человек {n}", PAIRS[n % 2], at(5 + n))
        for n, mark in enumerate(MARKS)
    )
    items = tuple(AnswerRow("Климат", "Насколько комфортно?", item, Measure.SATISFACTION, item) for item in ITEMS)
    return (*marks, *items, AnswerRow("Климат", "Что мешает?", "Ничего"))


def weeks() -> tuple[Week, ...]:
    means = (4.0, None, 4.25, 4.6, 5.0, 4.5, None, 4.8)
    counts = ((2, 2), (0, 0), (3, 2), (4, 4), (5, 3), (12, 11), (2, 0), (6, 7))
    return tuple(
        Week(date(2026, 8, 10) + timedelta(weeks=n), planned, held, mean, held if mean else 0)
        for n, (mean, (planned, held)) in enumerate(zip(means, counts, strict=True))
    )


def participation() -> Participation:
    return Participation(
        active=2,
        planned=5,
        held=3,
        unplanned=1,
        not_held=1,
        unlogged=1,
        responses={"feedback": Rate(6, 4), "interim": Rate(4, 3)},
        stuck=(Stuck(1, at(6), 24), Stuck(2, at(1), 31)),
    )


def summary() -> Summary:
    pair_rows = tuple(
        PairRow(
            pair,
            Form.PUPIL_PUPIL,
            MentorshipState.ACTIVE,
            ("Мария И.",),
            ("Пётр С.",),
            date(2026, 9, 1),
            date(2026, 12, 20),
            True,
            at(15),
        )
        for pair in PAIRS
    )
    return Summary(
        organisation=SCHOOL,
        period=SEPTEMBER,
        participation=participation(),
        cancelled=1,
        moved=1,
        meeting_marks=Figure("meeting", Decimal("4.50"), 4, Decimal("0.25"), 2),
        satisfaction=Figure("satisfaction", Decimal("9.00"), 3, None, 0),
        idle_days=21,
        items=(Item("Насколько комфортно?", Figure("comfort", Decimal("9.00"), 3, None, 0)),),
        waiting=(Waiting(PAIRS[0], 24), Waiting(PAIRS[1], 31, never=True)),
        weeks=weeks(),
        pairs=pair_rows,
        meetings=meetings(),
        asked=asked(),
        answers=answers(),
    )


def nothing() -> Summary:
    """The first week of a new school: nobody has done anything yet."""
    return replace(
        summary(),
        participation=Participation(0, 0, 0, 0, 0, 0, {}, ()),
        cancelled=0,
        moved=0,
        meeting_marks=None,
        satisfaction=None,
        items=(),
        waiting=(),
        weeks=tuple(Week(week.first, 0, 0) for week in weeks()),
        pairs=(),
        meetings=(),
        asked=(),
        answers=(),
    )

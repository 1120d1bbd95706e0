"""What a summary is made of: the numbers as `mentoring` counts them, and the rows from which each can be counted again.

Days are days in the period's zone, times are aware UTC. Texts of a row (names of people, of a pair, of a question)
arrive ready in the reader's language; words of the bot's own come from `locales/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from mentoring.meetings import MeetingFormat, MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import Form, MentorshipState
from mentoring.participation import Participation, Rate
from mentoring.periods import Period, Span
from mentoring.plans import Progress
from mentoring.satisfaction import Figure

MEETING_MARK_TOP = 5
SATISFACTION_TOP = 10
FEEDBACK = "feedback"
"""The group of `Participation.responses` that is asked after meetings; all others are questionnaires."""


class Measure(StrEnum):
    """What an answer's score counts for: a mark of a meeting is 1–5, a satisfaction item 1–10."""

    MEETING = "meeting"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair of `Participation.stuck` by its names; `never`: it had no meeting since it became active."""

    pair: str
    days: int
    never: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the chart, in a year's one month: its first day, meetings planned and all that took place, and the
    marks given in it.

    `mean` is the unrounded mean of `count` marks, None where there are none or too few to be shown.
    """

    first: date
    planned: int
    held: int
    mean: float | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One satisfaction item or scale by its wording, with its figure."""

    label: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class PairRow:
    """A mentorship that was open in the period. `active`: it counts in `Participation.active`."""

    pair: str
    form: Form
    state: MentorshipState
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    starts: date
    ends: date
    active: bool
    last_held: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting whose time lies in the period.

    `linked`: it has an online link; `present` of `invited`: how many people were at a held one.
    """

    pair: str
    kind: MeetingKind
    starts_at: datetime
    state: MeetingState
    unplanned: bool = False
    moves: int = 0
    minutes: int | None = None
    place: str | None = None
    not_held_reason: NotHeld | None = None
    format: MeetingFormat = MeetingFormat.IN_PERSON
    linked: bool = False
    present: int | None = None
    invited: int | None = None


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Something one person was asked in the period; `group` as in `Participation.responses`.

    An anonymous one has no `who`, no `pair` and no `answered_at`.
    """

    group: str
    title: str
    asked_at: datetime
    answered: bool
    who: str | None = None
    pair: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of the period. `score` is what it counts as for `measure` (a reversed item is turned already).

    An anonymous one has no `who`, no `pair` and no `answered_at`.
    """

    title: str
    question: str
    answer: str | int | float
    measure: Measure | None = None
    score: int | None = None
    who: str | None = None
    pair: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A period of one organisation with the rows behind the numbers.

    cancelled, moved: meetings of the period that were cancelled, and that were moved at least once.
    meeting_marks, satisfaction: all marks of meetings, and all satisfaction items together; None: nobody answered.
    items: satisfaction item by item, for the table.
    waiting: the longest of `participation.stuck` by name, all of them beside the rows; idle_days: from how many days on
    a pair stands there.
    weeks: for the chart, oldest first; they may begin before the period. Of a year they are its months.
    plans: how far the individual plans of open mentorships are now; None: there are none.
    """

    organisation: str
    period: Period
    participation: Participation
    cancelled: int
    moved: int
    meeting_marks: Figure | None
    satisfaction: Figure | None
    idle_days: int
    items: tuple[Item, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    weeks: tuple[Week, ...] = ()
    plans: Progress | None = None
    pairs: tuple[PairRow, ...] = field(default=(), repr=False)
    meetings: tuple[MeetingRow, ...] = field(default=(), repr=False)
    asked: tuple[AskedRow, ...] = field(default=(), repr=False)
    answers: tuple[AnswerRow, ...] = field(default=(), repr=False)

    @property
    def by_month(self) -> bool:
        """Whether `weeks` are months."""
        return self.period.span is Span.YEAR

    @property
    def feedback(self) -> Rate:
        """Answers about meetings."""
        return self.participation.responses.get(FEEDBACK, Rate(0, 0))

    @property
    def questionnaires(self) -> Rate:
        """Entry, interim, exit and other questionnaires together."""
        everything = self.participation.all_responses
        return Rate(everything.asked - self.feedback.asked, everything.answered - self.feedback.answered)


def one_decimal(mean: float) -> float:
    """A mean as a picture shows it: one decimal, half up (4.25 is 4.3)."""
    return float(Decimal(str(mean)).quantize(Decimal("0.1"), ROUND_HALF_UP))

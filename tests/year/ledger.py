"""The record of a year as it was lived: who came, what was typed and pressed, what phones showed. Plain values alone.

Nothing of the bot is imported here: what is counted from this record (`reckoning.py`, `by_hand.py`) owes it nothing.
Moments are aware UTC; people are known by their Telegram ids, everything else by the ids on the bot's buttons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

UNANSWERED_AFTER = timedelta(days=14)
"""A questionnaire about a mentorship stands as unanswered afterwards, once the bot has woken up."""


@dataclass(slots=True)
class Place:
    """An organisation; `kind` as in the programme."""

    id: int
    name: str
    kind: str
    zone: str


@dataclass(slots=True)
class Soul:
    """A participant; `belongs`: the organisations in which they are registered as mentor or mentee."""

    chat: int
    name: str
    category: str
    birth: date
    belongs: list[int]
    grade: int | None = None
    post: str | None = None
    career: date | None = None
    workplace: str | None = None


@dataclass(slots=True)
class Known:
    """What a curator has marked of somebody: from `since` on, until the day it was taken off."""

    chat: int
    place: int
    need: str
    since: date
    value: str | None = None
    until: date | None = None


@dataclass(slots=True)
class Staff:
    """A curator, head or psychologist, from a moment on."""

    chat: int
    place: int
    role: str
    since: datetime


@dataclass(slots=True)
class Union:
    """A pair, group or circle. `began`: the order; `ended`: completed or ended early."""

    id: int
    place: int
    model: str
    mentors: list[int]
    mentees: list[int]
    began: datetime | None = None
    ended: datetime | None = None

    @property
    def people(self) -> list[int]:
        return [*self.mentors, *self.mentees]


@dataclass(slots=True)
class Met:
    """A meeting: `state` is planned, held, not_held or cancelled; `planned`: it was arranged beforehand."""

    id: int
    union: int
    at: datetime
    planned: bool = True
    state: str = "planned"
    moves: int = 0


@dataclass(slots=True)
class Asked:
    """A questionnaire as it came to a phone. `about`: the mentorship it is about; `marks`: what was given, by measure.

    `stage`: entry, interim, exit, feedback, or none. `state`: waits, answered, withdrawn, unanswered.
    """

    id: int
    chat: int
    place: int
    side: str | None
    stage: str | None
    about: int | None
    at: datetime
    state: str = "waits"
    answered: datetime | None = None
    marks: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """A programme in the register: the states it went through, with the moments; its own day and last day."""

    place: int
    steps: list[tuple[str, datetime]]
    dated: date | None = None
    until: date | None = None
    id: int = 0


@dataclass(slots=True)
class Report:
    """A report or the criteria of an organisation; `returned`: when it was sent back, so that it counts no more."""

    place: int
    at: datetime
    returned: datetime | None = None


@dataclass(slots=True)
class Typed:
    """A denominator as typed in; `place` None is the municipality."""

    place: int | None
    name: str
    value: int
    on: date


@dataclass(slots=True)
class Ledger:
    """Everything, in the order in which it happened."""

    zone: str
    begins: date
    places: dict[int, Place] = field(default_factory=dict)
    souls: dict[int, Soul] = field(default_factory=dict)
    known: list[Known] = field(default_factory=list)
    staff: list[Staff] = field(default_factory=list)
    unions: dict[int, Union] = field(default_factory=dict)
    meetings: dict[int, Met] = field(default_factory=dict)
    asked: dict[int, Asked] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    typed: list[Typed] = field(default_factory=list)
    plans: dict[tuple[int | None, str, str], str] = field(default_factory=dict)

    def day(self, moment: datetime, place: int) -> date:
        """The local day there."""
        return moment.astimezone(ZoneInfo(self.places[place].zone)).date()

    def woke(self, now: datetime) -> None:
        """The bot has looked at what is due: questionnaires that waited too long are closed."""
        for one in self.asked.values():
            about_pair = one.stage in ("entry", "interim", "exit")
            if one.state == "waits" and about_pair and now >= one.at + UNANSWERED_AFTER:
                one.state = "unanswered"

    def withdrawn(self, union: int, *stages: str) -> None:
        """Nobody need answer these any more."""
        for one in self.asked.values():
            if one.about == union and one.stage in stages and one.state == "waits":
                one.state = "withdrawn"

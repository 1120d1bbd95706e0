"""The digest: what waits for somebody's hand, what stands first, and whether there is anything to say today.

One message a person and day at most. It is said when something new has come up; and where something has waited for
two days without new things, again three days after it came up, then once a week. Days are those of the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WAITS = timedelta(days=2)
AGAIN, WEEKLY = timedelta(days=3), timedelta(days=7)
LOOKS_BACK = timedelta(days=7)
"""What came up longer ago, before a downtime or a role, is no news any more; it is said again as what waits."""


class Kind(StrEnum):
    """What a line is about, in the order in which it needs a hand: people first, then terms, then upkeep."""

    ALARMS = "alarms"
    HELP = "help"
    STUCK = "stuck"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    CHILDREN = "children"
    APPLICANTS = "applicants"
    REFERRALS = "referrals"
    AGREE = "agree"
    TASKS = "tasks"
    ANSWER = "answer"
    PAPER = "paper"
    PLAN = "plan"
    CHECK = "check"
    UNMATCHED = "unmatched"
    PROPOSALS = "proposals"
    SILENT = "silent"
    CAMPAIGNS = "campaigns"
    UNLOGGED = "unlogged"
    OVERDUE = "overdue"
    INDICATORS = "indicators"
    AUDIT = "audit"
    REPORTS = "reports"
    ROADMAP = "roadmap"
    RECOMMENDATIONS = "recommendations"
    RETURNED = "returned"
    UNSENT = "unsent"
    MISSING = "missing"
    LATE = "late"
    DECIDE = "decide"
    REVIEW = "review"
    ANSWERED = "answered"
    PRACTICES = "practices"
    EVENTS = "events"
    BASES = "bases"
    ENDING = "ending"
    VERTICAL = "vertical"
    BACK = "back"


OWN = frozenset({Kind.AGREE, Kind.TASKS, Kind.ANSWER, Kind.PAPER, Kind.PLAN, Kind.CHECK})
"""What people have to do as participants; all else is work, and rests on Saturdays and Sundays."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that waits. `days`: when it is news; `lasting`: said again while it waits; `shows`: from when on it
    stands in a digest that is sent for something else, None: from the first of its days."""

    kind: Kind
    days: tuple[date, ...]
    lasting: bool = True
    shows: date | None = None

    def __post_init__(self) -> None:
        if not self.days and self.shows is None:
            raise ValueError("a matter stands in digests from some day on")

    @property
    def since(self) -> date:
        return self.shows if self.shows is not None else min(self.days)


@dataclass(frozen=True, slots=True)
class Page:
    """Which of several lines stand on a screen, by index, and how many do not."""

    shown: range
    rest: int


def here(matter: Matter, today: date, *, asked: bool = False) -> bool:
    """Whether it stands in the digest of a day at all. `asked`: the reader wants to know, so it rests on no day."""
    return matter.since <= today and (asked or matter.kind in OWN or today.weekday() < 5)


def is_news(matter: Matter, today: date, told: date | None) -> bool:
    """Whether it has news for somebody who heard the last digest on `told`; None: in the last week they heard none."""
    after = max(told or date.min, today - LOOKS_BACK)
    return any(after < day <= today for day in matter.days)


def waits(matter: Matter, today: date, told: date | None) -> bool:
    """Whether it is to be said again without news: after three days, then weekly, counted from the last digest."""
    if not matter.lasting or today - matter.since < WAITS:
        return False
    if told is None:
        return True
    return today - told >= (AGAIN if told < matter.since + AGAIN else WEEKLY)


def speaks(matters: Iterable[Matter], today: date, told: date | None) -> bool:
    """Whether a digest is to be sent today to somebody who has heard none today."""
    found = [one for one in matters if here(one, today)]
    return any(is_news(one, today, told) or waits(one, today, told) for one in found)


def in_order(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Each kind once, what needs a hand first."""
    ranks = {kind: rank for rank, kind in enumerate(Kind)}
    return tuple(sorted(set(kinds), key=ranks.__getitem__))


def shown(lines: Sequence[object], room: int) -> Page:
    """What of the lines a message with `room` buttons shows: all, or one less with the way to the rest."""
    if len(lines) <= room:
        return Page(range(len(lines)), 0)
    return Page(range(room - 1), len(lines) - room + 1)

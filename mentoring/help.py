"""Help on demand: a question between meetings, to the mentor or to an expert of the base."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.clock import days_before, local_date

WORKING_DAYS = 2
"""So many working days a question may wait before the curator hears of it."""
LOSES_SENSE = timedelta(days=14)
_WEEKEND = (5, 6)


class Addressee(StrEnum):
    MENTOR = "mentor"
    EXPERT = "expert"


class HelpState(StrEnum):
    """Open → taken by somebody → answered → closed once the asker has said whether it helped."""

    OPEN = "open"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


WAITING = frozenset({HelpState.OPEN, HelpState.TAKEN})


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """A question; times are UTC. `taken_by` answers it; an answer of None with `answered_at`: they meet about it."""

    id: int
    organisation_id: int
    mentorship_id: int | None
    asked_by: int
    area: str | None
    question: str
    addressee: Addressee
    state: HelpState
    asked_at: datetime
    taken_by: int | None = None
    taken_at: datetime | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    helped: bool | None = None
    closed_at: datetime | None = None

    @property
    def waits(self) -> bool:
        return self.state in WAITING


@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody of the base who helps mentees of others too; `areas` are what they help with."""

    person_id: int
    areas: tuple[str, ...]


def late_at(asked_at: datetime, zone: str) -> datetime:
    """When a question has waited two working days: the same hour by the local clock, weekends left out; UTC."""
    moment, left = asked_at, WORKING_DAYS
    while left:
        moment = days_before(moment, -1, zone)
        left -= _weekday(moment, zone) not in _WEEKEND
    return moment


def fitting(experts: Iterable[Expert], area: str | None, without: Collection[int] = ()) -> tuple[int, ...]:
    """Whom to ask: those who know the area; where nobody names it, all of them. Never the people `without`."""
    others = [one for one in experts if one.person_id not in without]
    knowing = [one for one in others if area is not None and area in one.areas]
    return tuple(one.person_id for one in knowing or others)


def _weekday(moment: datetime, zone: str) -> int:
    return local_date(moment, zone).weekday()

"""Erasing a person: when, on whose word, and what little is left so that past counts stay what they were.

152-FZ, article 21 part 5: within thirty days of a withdrawal (the programme may set fewer), unless the law demands
keeping.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.people import CONSENT_AGE, Person, age

_QUARTER = 3
_BACKUP_MARGIN = timedelta(days=2)
_LEAST_WORDS = 2


class Ground(StrEnum):
    """On whose word it is done."""

    OWN = "own"
    GUARDIAN = "guardian"
    LETTER = "letter"
    """A letter to the organisation, written down by its curator."""
    AGAIN = "again"
    """Done once, and again after an older copy of the database was restored."""


class ErasureState(StrEnum):
    HIDDEN = "hidden"
    """Nothing is shown or sent any more; it may be taken back."""
    SWEEPING = "sweeping"
    """Nothing can be taken back; the name is looked for in what others wrote."""
    ERASED = "erased"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure. `places`: organisations that answer for the data, 0 the municipality; times are UTC.

    `counts`: kinds of data (`storage.erasure_plan`) and how many records of each; `chat_id`: where it was asked for.
    """

    id: int
    person_id: int
    chat_id: int | None
    places: tuple[int, ...]
    ground: Ground
    asked_by: int | None
    asked_at: datetime
    due_at: datetime
    state: ErasureState
    counts: dict[str, int]
    erased_at: datetime | None = None

    @property
    def number(self) -> str:
        """How the person is called wherever the name stood."""
        return label(self.person_id)


def label(person_id: int) -> str:
    """What stands in place of a name, in every language."""
    return f"№ {person_id}"


def due_at(asked_at: datetime, days: int) -> datetime:
    """When what is hidden is erased; `days`: the programme's term."""
    return asked_at + timedelta(days=days)


def longest_backup(days: int) -> timedelta:
    """How long a copy of the database may be kept at most, so that none outlives the term of an erasure.

    A copy of the last moment before an erasure begins is gone two days before it is due.
    """
    return max(timedelta(days=days) - _BACKUP_MARGIN, timedelta(days=1))


def coarse(day: date | None) -> date | None:
    """The first day of its quarter: ages and years of work stay right at the end of every quarter and year."""
    return None if day is None else date(day.year, day.month - (day.month - 1) % _QUARTER, 1)


def grade(school_class: str | None) -> str | None:
    """«7А» → «7»: indicators know grades, nobody needs the letter."""
    digits = "".join(each for each in (school_class or "") if each.isdecimal())
    return digits or None


def wanted(person: Person) -> tuple[str, ...]:
    """The ways in which others may have written a person's name, the longest first; a single word is nobody's name."""
    parts = person.name.split()
    if len(parts) < _LEAST_WORDS:
        return ()
    surname, first = parts[:2]
    found = {person.name, " ".join((*parts[1:], surname)), f"{surname} {first}", f"{first} {surname}"}
    return tuple(sorted(found, key=lambda each: (-len(each), each)))


def may_alone(person: Person, today: date) -> bool:
    """Whether somebody withdraws by themselves: from 14, as they consent; for the younger a guardian does."""
    return person.birth is None or age(person.birth, today) >= CONSENT_AGE

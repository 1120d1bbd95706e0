"""What earns thanks: criteria, what a person did in a school year, and how the one stands to the other.

Everything is counted on one side of the mentorships (mentor or mentee), from what the bot has stored. Source of each
programme's criteria: its `awards` (docs/programmes.md#awards).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from mentoring.mentorships import Form
from mentoring.people import age
from mentoring.roles import Category, Role


@dataclass(frozen=True, slots=True)
class Criteria:
    """What earns an award in one school year; everything must hold, 0, None and an empty set ask nothing.

    `roles`: of mentor and mentee, the side on which everything is counted; `categories`, `forms`: only these.
    `meetings`: held ones they took part in, at least; `completed`: mentorships completed as planned; `feedback`: mean
    mark of five by the other sides after meetings; `years`: full years since their first mentorship began;
    `practices`: published ones of theirs.
    """

    roles: frozenset[Role]
    categories: frozenset[Category] = frozenset()
    forms: frozenset[Form] = frozenset()
    meetings: int = 0
    completed: int = 0
    feedback: Decimal | None = None
    years: int = 0
    practices: int = 0


class Measure(StrEnum):
    """What a criterion asks for."""

    MEETINGS = "meetings"
    COMPLETED = "completed"
    FEEDBACK = "feedback"
    YEARS = "years"
    PRACTICES = "practices"


@dataclass(frozen=True, slots=True)
class Deed:
    """A person's part in one mentorship in a span of time, up to `until` (local days).

    `meetings`: held ones they took part in, `minutes` in all; `marks`: by the other side, for those meetings.
    `completed`: it came to its planned end in the span.
    """

    mentorship_id: int
    person_id: int
    role: Role
    form: Form
    begun: date
    ended: date | None = None
    completed: bool = False
    several: bool = False
    meetings: int = 0
    minutes: int = 0
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Doer:
    """Who may be thanked: what they did, since when they take part at all, and how many practices they published."""

    person_id: int
    name: str
    category: Category | None
    deeds: tuple[Deed, ...]
    since: Mapping[Role, date] = field(default_factory=dict)
    practices: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """One criterion with its numbers. `count`: how many marks a mean is of; 0 for whatever is no mean."""

    measure: Measure
    have: Decimal
    want: Decimal
    count: int = 0

    @property
    def met(self) -> bool:
        return self.have >= self.want

    @property
    def lacks(self) -> Decimal:
        """By how much it is missed; 0 if it is met."""
        return max(self.want - self.have, Decimal(0))


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a person stands to the criteria of an award, criterion by criterion."""

    doer: Doer
    grounds: tuple[Ground, ...]

    @property
    def met(self) -> bool:
        return all(ground.met for ground in self.grounds)

    @property
    def missed(self) -> tuple[Ground, ...]:
        return tuple(ground for ground in self.grounds if not ground.met)


@dataclass(frozen=True, slots=True)
class Given:
    """An award as given. `award`: its id in the programme; `words`: why, where a criterion was not met.

    `organisation_id` None: the municipality's. `grounds`: the criteria as they stood on the day.
    """

    id: int
    organisation_id: int | None
    award: str
    person_id: int
    school_year: int
    grounds: tuple[Ground, ...]
    number: str | None
    given_on: date
    given_by: int
    given_at: datetime
    words: str | None = None
    revoked_at: datetime | None = None
    on_board: bool = False


def weigh(criteria: Criteria, doer: Doer, today: date) -> Verdict | None:
    """How a person stands; None for whom it is not meant: another side, category or form."""
    if criteria.categories and doer.category not in criteria.categories:
        return None
    deeds = tuple(
        deed
        for deed in doer.deeds
        if deed.role in criteria.roles and (not criteria.forms or deed.form in criteria.forms)
    )
    if not deeds:
        return None
    return Verdict(doer, tuple(_grounds(criteria, doer, deeds, today)))


def _grounds(criteria: Criteria, doer: Doer, deeds: Collection[Deed], today: date) -> Iterable[Ground]:
    def ground(measure: Measure, have: int, want: int) -> Iterable[Ground]:
        return (Ground(measure, Decimal(have), Decimal(want)),) if want else ()

    yield from ground(Measure.MEETINGS, sum(deed.meetings for deed in deeds), criteria.meetings)
    yield from ground(Measure.COMPLETED, sum(deed.completed for deed in deeds), criteria.completed)
    if criteria.feedback is not None:
        mean, count = mean_mark(deeds)
        yield Ground(Measure.FEEDBACK, mean, criteria.feedback, count)
    began = [day for role, day in doer.since.items() if role in criteria.roles]
    yield from ground(Measure.YEARS, age(min(began), today) if began else 0, criteria.years)
    yield from ground(Measure.PRACTICES, doer.practices, criteria.practices)


def mean_mark(deeds: Iterable[Deed]) -> tuple[Decimal, int]:
    """The mean of all marks, to two digits, and their number; rounded down: nobody reaches a mark by rounding."""
    marks = [mark for deed in deeds for mark in deed.marks]
    return (Decimal(sum(marks) * 100 // len(marks)) / 100, len(marks)) if marks else (Decimal(0), 0)


def suited(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Who meets everything: the most meetings first."""
    return tuple(sorted((one for one in verdicts if one.met), key=_most_first))


def nearly(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Who misses something: those who miss the least first."""
    return tuple(sorted((one for one in verdicts if not one.met), key=lambda one: (_distance(one), _most_first(one))))


def _distance(verdict: Verdict) -> Decimal:
    """The sum of the missing parts: somebody with four meetings of five misses a fifth."""
    return sum((ground.lacks / ground.want for ground in verdict.missed), Decimal(0))


def _most_first(verdict: Verdict) -> tuple[int, str, int]:
    doer = verdict.doer
    return -sum(deed.meetings for deed in doer.deeds), doer.name.casefold(), doer.person_id

"""What a programme plans and is judged by: roadmap, indicators, monitoring, reports, awards, expected results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mentoring.people import OrganisationKind
from programmes.terms import Span, Term
from surveys.wording import Wording


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    number: int
    name: Wording


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A measurement that the programme makes, and when."""

    id: str
    name: Wording
    term: Term


@dataclass(frozen=True, slots=True)
class Due:
    """One term of a row with those who are responsible for it (ids of executors; none where the document has none)."""

    term: Term
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A row of the roadmap; `place` is where the document has it, `document` what comes of it, `note` a slip of it.

    Most rows have one term, some several with different executors.
    """

    id: str
    stage: str
    measure: Wording
    content: tuple[Wording, ...]
    terms: tuple[Due, ...]
    place: str
    document: str | None = None
    note: str | None = None

    @property
    def responsible(self) -> tuple[str, ...]:
        """Everybody its terms name, each once."""
        return tuple(dict.fromkeys(name for due in self.terms for name in due.responsible))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A row of the roadmap falling due: `days` of one of its terms, None where the document leaves them open."""

    row: RoadmapRow
    due: Due
    school_year: int
    days: Span | None

    def late(self, today: date) -> bool:
        return self.days is not None and today > self.days.last


class Period(StrEnum):
    """How often an indicator is reported."""

    YEARLY = "yearly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share in per cent: numerator counted from the data, denominator typed in, plans of calendar years.

    `name.ru` is the document's own wording. `base`: what there was, by year. `years`: those it is reported for;
    empty: all of the programme. `counts`: how many organisations of a kind make up the plan of a year.
    """

    id: str
    name: Wording
    more_is_better: bool
    plan: tuple[tuple[int, Decimal], ...]
    base: tuple[tuple[int, Decimal], ...] = ()
    period: Period = Period.YEARLY
    years: tuple[int, ...] = ()
    counts: tuple[tuple[int, OrganisationKind, int], ...] = ()
    place: str | None = None
    note: str | None = None

    def moved(self, by: int) -> Indicator:
        """The same so many years later."""
        return replace(
            self,
            plan=tuple((year + by, value) for year, value in self.plan),
            base=tuple((year + by, value) for year, value in self.base),
            years=tuple(year + by for year in self.years),
            counts=tuple((year + by, kind, number) for year, kind, number in self.counts),
        )


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report the document asks for: `by` and `to` are executors (nobody named: it is published or kept)."""

    id: str
    name: Wording
    by: tuple[str, ...]
    to: tuple[str, ...]
    term: Term
    place: str


@dataclass(frozen=True, slots=True)
class Award:
    """A way the programme thanks its people; `place` is where the document has it."""

    id: str
    name: Wording
    place: str

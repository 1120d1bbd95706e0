"""What a programme plans and is judged by: roadmap, indicators, monitoring, reports, expected results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mentoring.numerators import Level, Numerator
from mentoring.people import OrganisationKind
from programmes.proofs import Proof
from programmes.terms import Span, Term
from surveys.wording import Wording


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """What the document expects, in its own words. `proof`: what shows it in the bot's data."""

    number: int
    name: Wording
    proof: tuple[Proof, ...] = ()
    short: Wording | None = None

    @property
    def brief(self) -> Wording:
        """The name as a list on a phone has it."""
        return self.short or self.name


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


def short(measure: str, most: int = 80) -> str:
    """The first words of a measure for a list: whole words of at most `most` characters, then «…»."""
    if len(measure) <= most:
        return measure
    return measure[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"


class Period(StrEnum):
    """How often an indicator is reported."""

    YEARLY = "yearly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class DenominatorOf:
    """What shares are taken of: typed in once for the municipality, or by each organisation."""

    id: str
    name: Wording
    level: Level


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share in per cent: numerator counted from the data, denominator typed in, plans of calendar years.

    `name.ru` is the document's own wording. `denominator` None: it is counted with the numerator. `base`: what there
    was, by year. `years`: those it is reported for; empty: all of the programme. `counts`: how many organisations of a
    kind make up the plan of a year. `monitoring`: the measurement whose days are its report dates; None: the last day
    of the period. `short`: what stands in a list on a phone; None: the name. `sort`: what the document says it is.
    """

    id: str
    name: Wording
    more_is_better: bool
    plan: tuple[tuple[int, Decimal], ...]
    numerator: Numerator
    denominator: DenominatorOf | None
    base: tuple[tuple[int, Decimal], ...] = ()
    period: Period = Period.YEARLY
    years: tuple[int, ...] = ()
    counts: tuple[tuple[int, OrganisationKind, int], ...] = ()
    place: str | None = None
    note: str | None = None
    monitoring: str | None = None
    short: Wording | None = None
    sort: Wording | None = None

    @property
    def brief(self) -> Wording:
        """The name as a list has it."""
        return self.short or self.name

    def planned(self, year: int) -> Decimal | None:
        """The document's plan of a calendar year, in per cent."""
        return next((value for planned, value in self.plan if planned == year), None)

    def before(self, year: int) -> Decimal | None:
        """What there was before, or at, the end of a calendar year, by the document: the newest base it names."""
        return next((value for based, value in reversed(self.base) if based <= year), None)

    def organisations(self, year: int) -> int | None:
        """How many organisations make up the plan of a year; None where the document does not say."""
        return sum(number for planned, _, number in self.counts if planned == year) or None

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

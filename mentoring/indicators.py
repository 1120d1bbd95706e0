"""Where an indicator stands: periods and their report dates, what was counted, the share, the plan beside the fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A calendar year (`2026`) or quarter (`2026q3`), from `first` to `last`, reported as of `report_date`."""

    code: str
    first: date
    last: date
    report_date: date

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def quarter(self) -> int | None:
        """1–4; None for a whole year."""
        return int(self.code[5:]) if "q" in self.code else None


@dataclass(frozen=True, slots=True)
class Count:
    """What a numerator came to. `people`: who stands behind it, where it is people; `names`: enterprises.

    `denominator`: only where it is counted, too. `unknown`: who might count, but a date or a class is not known.
    """

    numerator: int = 0
    people: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    denominator: int | None = None
    unknown: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Denominator:
    """What a share is taken of: typed in with its day and source, or (`summed` organisations) added up."""

    name: str
    value: int
    on: date
    source: str
    entered_at: datetime
    organisation_id: int | None = None
    summed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned value, in per cent, typed in for a period."""

    indicator: str
    period: str
    value: Decimal
    organisation_id: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator of one organisation (or of the municipality) in one period. Shares are per cent, to thousandths.

    `numerator` None with `hidden`: it may not be shown; `small`: it is under five, else it stands beside such a one.
    `denominator` None: not typed in yet, or there is none at this level. `base`: what there was before.
    """

    indicator: str
    numerator: int | None
    denominator: int | None
    planned: Decimal | None = None
    base: Decimal | None = None
    more_is_better: bool = True
    hidden: bool = False
    small: bool = False

    @property
    def fact(self) -> Decimal | None:
        """The share in per cent; None while it cannot be told."""
        if self.numerator is None or not self.denominator:
            return None
        return percent(self.numerator, self.denominator)

    @property
    def met(self) -> bool | None:
        """Whether the plan is reached, in the direction that is better; None while there is nothing to compare."""
        fact = self.fact
        if fact is None or self.planned is None:
            return None
        return fact >= self.planned if self.more_is_better else fact <= self.planned

    @property
    def gap(self) -> Decimal | None:
        """By how much the fact is better than the plan (less than nothing: worse), in points of per cent."""
        fact = self.fact
        if fact is None or self.planned is None:
            return None
        return fact - self.planned if self.more_is_better else self.planned - fact


@dataclass(frozen=True, slots=True)
class SentFact:
    """One indicator as it was sent."""

    indicator: str
    numerator: int
    denominator: int | None
    planned: Decimal | None


@dataclass(frozen=True, slots=True)
class SentIndicators:
    """The indicators of a period as they were sent; sent again, the newest counts."""

    id: int
    organisation_id: int | None
    period: str
    report_date: date
    sent_by: int
    sent_at: datetime
    facts: tuple[SentFact, ...] = field(default=())

    def fact(self, indicator: str) -> SentFact | None:
        return next((fact for fact in self.facts if fact.indicator == indicator), None)


def percent(numerator: int, denominator: int) -> Decimal:
    """A share in per cent, half up to thousandths. Raises ZeroDivisionError for a share of nothing."""
    if not denominator:
        raise ZeroDivisionError("a share of nothing")
    return (Decimal(100 * numerator) / Decimal(denominator)).quantize(_THOUSANDTH, ROUND_HALF_UP)


def thousandths(value: Decimal) -> int:
    """A per cent value as a whole number of thousandths, half up."""
    return int((value * 1000).quantize(Decimal(1), ROUND_HALF_UP))


def from_thousandths(value: int) -> Decimal:
    """The per cent value that so many thousandths are."""
    return (Decimal(value) / 1000).quantize(_THOUSANDTH)

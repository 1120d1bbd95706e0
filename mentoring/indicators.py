"""Where an indicator stands: periods and their report dates, what was counted, the share, the plan beside the fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

_THOUSANDTH = Decimal("0.001")
_ALL = Decimal(100)
_FEWEST, _MOST = 1, 3
"""Decimals of a share that is shown."""


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
    def shown(self) -> Decimal | None:
        """The share as people read it; None while it cannot be told."""
        if self.numerator is None or not self.denominator:
            return None
        return readable(self.numerator, self.denominator, self.planned)

    @property
    def met(self) -> bool | None:
        """Whether the plan is reached, in the direction that is better; None while there is nothing to compare.

        No rounding lifts a share over its plan, but to thousandths where the plan has them: two thirds are 66,667.
        """
        if self.numerator is None or not self.denominator or self.planned is None:
            return None
        reached = _exact(self.numerator, self.denominator, self.planned)
        return reached >= self.planned if self.more_is_better else reached <= self.planned

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


def readable(numerator: int, denominator: int, planned: Decimal | None) -> Decimal:
    """A share in per cent with one decimal, half up, or as many as its plan has; at most three.

    What is not the plan, not nothing and not all is never shown as that: it gets more decimals, and if three do not
    tell, it stays on its side: 58,96 is no 59, and 58,9999 is 58,999. Zeros at the end are for the writer to leave out.
    """
    exact = _exact(numerator, denominator, planned)
    marks = [mark for mark in (planned, Decimal(), _ALL) if mark is not None and mark != exact]
    places = _decimals(planned)
    while places < _MOST and _hides(exact, _to(exact, places), marks):
        places += 1
    found = _to(exact, places)
    if not _hides(exact, found, marks):
        return found
    return _to(exact, places, ROUND_FLOOR if found > exact else ROUND_CEILING)


def _hides(exact: Decimal, found: Decimal, marks: Iterable[Decimal]) -> bool:
    """Whether rounding has brought a share to one of the marks, or over it."""
    return any((exact < mark) != (found < mark) or found == mark for mark in marks)


def _exact(numerator: int, denominator: int, planned: Decimal | None) -> Decimal:
    """The share as it is compared with its plan."""
    if _decimals(planned) == _MOST:
        return percent(numerator, denominator)
    return Decimal(100 * numerator) / Decimal(denominator)


def _decimals(planned: Decimal | None) -> int:
    exponent = planned.normalize().as_tuple().exponent if planned is not None else 0
    return min(_MOST, max(_FEWEST, -exponent if isinstance(exponent, int) else 0))


def _to(exact: Decimal, places: int, how: str = ROUND_HALF_UP) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-places), how)


def thousandths(value: Decimal) -> int:
    """A per cent value as a whole number of thousandths, half up."""
    return int((value * 1000).quantize(Decimal(1), ROUND_HALF_UP))


def from_thousandths(value: int) -> Decimal:
    """The per cent value that so many thousandths are."""
    return (Decimal(value) / 1000).quantize(_THOUSANDTH)

"""Satisfaction: marks of meetings (1–5) and satisfaction items (1–10), each by itself.

Every figure has a mean, its count and the change against the period before (the target model's
satisfaction, Tver programme, sections 4 and 9.7). Means are rounded half up to hundredths; the change is
taken between the unrounded means. To the curator small numbers are shown as they are; for others `fewest`
people must stand behind a mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from mentoring.periods import Period

SMALL_GROUP = 5
"""Means over fewer people are shown to nobody beyond the organisation's curator and psychologist."""
SATISFIED_FROM = 7
"""Of ten: an answer from here on counts as satisfied; a programme may say otherwise."""
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer on a scale, as scored (reversed items turned).

    `item` is the scale or question it belongs to.
    """

    item: str
    person_id: int
    value: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """One item in one period. `mean` is None where nobody answered or, with `hidden`, too few people did."""

    item: str
    mean: Decimal | None
    count: int
    change: Decimal | None
    previous_count: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Marks of one item that were counted where they lie: their sum, how many, and of how many people."""

    total: int = 0
    count: int = 0
    people: int = 0

    @property
    def mean(self) -> float | None:
        """Unrounded; None where there are none."""
        return self.total / self.count if self.count else None

    def __add__(self, other: Tally) -> Tally:
        """Both together; whoever stands behind both is counted twice."""
        return Tally(self.total + other.total, self.count + other.count, self.people + other.people)


NO_MARKS = Tally()


def figure(item: str, now: Tally, before: Tally, fewest: int = 1) -> Figure:
    """One item in a period against the period before; `fewest`: people who must stand behind a mean."""
    mean, earlier = _mean(now, fewest), _mean(before, fewest)
    return Figure(
        item,
        mean=None if mean is None else rounded(mean),
        count=now.count,
        change=None if mean is None or earlier is None else rounded(mean - earlier),
        previous_count=before.count,
        hidden=bool(now.count) and mean is None,
    )


def figures(period: Period, marks: Sequence[Mark], fewest: int = 1) -> tuple[Figure, ...]:
    """One figure for every item that was answered in the period or the one before, in alphabetical order.

    `marks` reach back over the period before (`period.previous()`); `fewest`: people who must stand behind
    a mean.
    """
    now, before = _by_item(period, marks), _by_item(period.previous(), marks)
    return tuple(
        figure(item, _tally(now.get(item, [])), _tally(before.get(item, [])), fewest)
        for item in sorted({*now, *before})
    )


def satisfied_share(marks: Iterable[Mark], satisfied_from: int = SATISFIED_FROM) -> float | None:
    """The share of answers of at least `satisfied_from`; None where there are none."""
    values = [mark.value for mark in marks]
    return sum(value >= satisfied_from for value in values) / len(values) if values else None


def rounded(value: Fraction) -> Decimal:
    """To hundredths, half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_HUNDREDTH, ROUND_HALF_UP)


def _by_item(period: Period, marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if period.has(mark.at):
            found[mark.item].append(mark)
    return found


def _tally(marks: list[Mark]) -> Tally:
    return Tally(sum(mark.value for mark in marks), len(marks), len({mark.person_id for mark in marks}))


def _mean(marks: Tally, fewest: int) -> Fraction | None:
    return None if not marks.count or marks.people < fewest else Fraction(marks.total, marks.count)

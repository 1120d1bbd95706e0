"""Results of one question from counts alone: how many chose what, mean, median and quartiles.

The counts are those of `surveys.counting`: value → how often, `ANSWERED` → how many answered. A scale shows what was
answered, also where the item is reversed: only a scale of several items turns it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from surveys.counting import ANSWERED
from surveys.definition import Kind, Option, Question

NUMERIC = frozenset({"scale", "number"})
CHOICES = frozenset({"single", "multi"})
MOST_STEPS = 20
"""A scale's steps are all told, those that nobody chose too, while they are at most so many."""

Counted = tuple[Fraction, int]
"""A value and how often it was given."""


@dataclass(frozen=True, slots=True)
class Share:
    """One value (an option's id or a number as text), how often it was given, and of how much of the answers (0–1).

    Of a question with several choices the shares may add up to more than 1."""

    value: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """One question's results. `finished`: responses that are finished; `answered`: those of them that answer it.

    values: empty for kinds that are not spread out (texts, dates) and for sensitive questions. The means are unrounded,
    None without numbers.
    """

    question: str
    kind: Kind
    finished: int
    answered: int
    values: tuple[Share, ...] = ()
    mean: float | None = None
    median: float | None = None
    quartiles: tuple[float, float] | None = None


def tally(
    question: Question, counts: Mapping[str, int], finished: int, options: Sequence[Option] = ()
) -> QuestionTally:
    """The results of a question; `options`: those of its named source, if it has one."""
    answered = counts.get(ANSWERED, 0)
    given = {value: count for value, count in counts.items() if value != ANSWERED and count}
    shares = tuple(
        Share(value, given.get(value, 0), given.get(value, 0) / answered if answered else 0.0)
        for value in _order(question, given, options)
    )
    numbers = sorted((Fraction(value), count) for value, count in given.items()) if question.kind in NUMERIC else []
    if not numbers:
        return QuestionTally(question.id, question.kind, finished, answered, shares)
    return QuestionTally(
        question.id,
        question.kind,
        finished,
        answered,
        shares,
        mean=float(mean(numbers)),
        median=float(quantile(numbers, Fraction(1, 2))),
        quartiles=(float(quantile(numbers, Fraction(1, 4))), float(quantile(numbers, Fraction(3, 4)))),
    )


def mean(numbers: Iterable[Counted]) -> Fraction:
    """The exact mean of counted values; there must be one at least."""
    pairs = list(numbers)
    return sum((value * count for value, count in pairs), Fraction(0)) / sum(count for _, count in pairs)


def quantile(numbers: Sequence[Counted], share: Fraction) -> Fraction:
    """A quantile of counted values in ascending order, linear between neighbours (type 7 of Hyndman and Fan 1996, The
    American Statistician 50:361; the median is the usual one). The values are never spread out."""
    ends = list(accumulate(count for _, count in numbers))
    place = share * (ends[-1] - 1)
    low = place.numerator // place.denominator
    return _at(numbers, ends, low) + (place - low) * (
        _at(numbers, ends, min(low + 1, ends[-1] - 1)) - _at(numbers, ends, low)
    )


def _at(numbers: Sequence[Counted], ends: Sequence[int], place: int) -> Fraction:
    """The value that stands at a place, from 0."""
    return next(value for (value, _), end in zip(numbers, ends, strict=True) if place < end)


def _order(question: Question, given: Mapping[str, int], options: Sequence[Option]) -> Iterator[str]:
    """Values in the order to be shown: a choice's options as asked, then what is no longer offered; numbers upwards."""
    if question.kind in CHOICES:
        offered = [option.id for option in (*question.options, *options)]
        yield from offered
        yield from sorted(set(given) - set(offered))
    elif question.kind in NUMERIC:
        steps = {Fraction(value): value for value in given}
        low, high = int(question.minimum or 0), int(question.maximum or 0)
        if question.kind == "scale" and high - low < MOST_STEPS:
            steps |= {Fraction(step): str(step) for step in range(low, high + 1)}
        yield from (steps[step] for step in sorted(steps))

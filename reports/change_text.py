"""Change in sentences that a curator understands: keys of `locales/*/results.ftl` with their values.

The words go up or down with the figure and judge neither: of worry or tiredness less is better, and a definition does
not say which way is good. Chance is told as what p means: how often such a difference, or a greater one, comes about
when nothing really changes. The words for the effect are Cohen's conventions (1988, Statistical Power Analysis, 2.2.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from locales.typography import minus
from reports.results_data import ChangeRow
from surveys.change import FEWEST_FOR_P, FEWEST_PAIRS, Change

Line = tuple[str, Mapping[str, Any]]
"""A key and its values: str, int and Decimal."""

UNLIKELY = 0.05
"""A p below it is called unlikely to be chance."""
RARE, HARDLY_EVER = 0.01, 0.001
EFFECTS = ((0.2, "tiny"), (0.5, "small"), (0.8, "medium"))
"""Below which |d| an effect is called so; from the last on it is large."""
MANY = 10
"""From so many parameters on, the reader is told that some may seem to change by chance."""
_TENTH = Decimal("0.1")


class Way(StrEnum):
    """Which way a mean went, as it is written with one decimal."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


def way(change: Change) -> Way:
    """The way of a change that has enough pairs."""
    shift = tenth(change.mean_change or 0)
    return Way.SAME if not shift else Way.UP if shift > 0 else Way.DOWN


def lines(row: ChangeRow) -> tuple[Line, ...]:
    """All that is told of one parameter: the sentence, the means and the n, the effect and chance."""
    if row.change.too_few:
        return (sentence(row),)
    return sentence(row), _means(row.change), *_meaning(row.change)


def sentence(row: ChangeRow) -> Line:
    """«из 41 пары ответов: … выросла в среднем на 1,2 балла из 10, 95 % от 0,6 до 1,8», or «мало данных».

    The ends of the interval are told in the direction of the change: after «снизилась на 0,3» a lower end of −0,2 means
    a rise of 0,2.
    """
    change = row.change
    if change.too_few:
        return "change-few", {"label": row.label, "paired": change.paired, "fewest": FEWEST_PAIRS}
    values: dict[str, Any] = {
        "label": row.label,
        "paired": change.paired,
        "change": tenth(abs(change.mean_change or 0)),
    }
    low, high = change.interval95 or (0.0, 0.0)
    if way(change) is Way.DOWN:
        low, high = -high, -low
    values |= {"known": "no" if change.interval95 is None else "yes", "low": tenth(low), "high": tenth(high)}
    if row.points and row.top is not None:
        return f"change-points-{way(change)}", {**values, "top": minus(f"{row.top:g}")}
    return f"change-number-{way(change)}", values


def notes(rows: Sequence[ChangeRow]) -> tuple[Line, ...]:
    """What is said once below all of them: what the figures mean, and that a difference has not told its cause."""
    told = [row for row in rows if not row.change.too_few]
    if not told:
        return ()
    many: tuple[Line, ...] = (("change-note-many", {"count": len(told)}),) if len(told) >= MANY else ()
    return ("change-note-interval", {}), *many, ("change-note-cause", {})


def tenth(value: float) -> Decimal:
    """With one decimal, half up; never a minus before zero."""
    return Decimal(str(round(value, 9))).quantize(_TENTH, ROUND_HALF_UP) + 0


def _means(change: Change) -> Line:
    before, after = tenth(change.mean_before or 0), tenth(change.mean_after or 0)
    return "change-means", {"before": before, "after": after, "paired": change.paired, "enrolled": change.enrolled}


def _meaning(change: Change) -> tuple[Line, ...]:
    """How great the shift is, and whether chance alone may have made it."""
    if change.effect is None:
        alike: Line = ("change-alike" if change.mean_change else "change-nobody", {})
        return (alike, _chance(change)) if change.mean_change else (alike,)
    return ("change-effect", {"size": _size(change.effect), "effect": tenth(abs(change.effect))}), _chance(change)


def _size(effect: float) -> str:
    return next((name for most, name in EFFECTS if abs(effect) < most), "large")


def _chance(change: Change) -> Line:
    p = change.wilcoxon_p
    if p is None:
        return "change-chance-unknown", {"fewest": FEWEST_FOR_P}
    if p < RARE:
        return "change-chance-rare", {"of": 1000 if p < HARDLY_EVER else 100}
    times = int(Decimal(str(100 * p)).quantize(Decimal(1), ROUND_HALF_UP))
    return f"change-chance-{'unlikely' if p < UNLIKELY else 'possible'}", {"times": times}

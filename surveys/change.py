"""Paired change between entry and exit: how much one parameter differs in the same people before and after.

Rules (docs/questionnaires.md#rules): only pairs with both answers count; below `FEWEST_PAIRS` nothing but their
number is told; a Wilcoxon p from `FEWEST_FOR_P` pairs on. How the figures are made:

- interval: Student's t for the mean of the differences, 95 %, two-sided. It needs spread: where all differences are
  alike it is None, since a width of nothing would claim a certainty that nobody has.
- effect: d_z = mean difference / standard deviation of the differences (n - 1), with the sign of the change (Cohen
  1988, Statistical Power Analysis, 2.3.5; Lakens 2013, Frontiers in Psychology 4:863, formula 6). None without spread.
- p: Wilcoxon's signed-rank test, two-sided. Differences of zero are dropped (Wilcoxon's own way, that of the published
  tables and of `scipy.stats.wilcoxon` unless told otherwise), ties share their mean rank. Up to `MOST_EXACT`
  differences that are not zero every assignment of signs to these very ranks is counted, as R's
  `coin::wilcoxsign_test` does with `distribution = "exact"`: answers on a scale are full of ties, for which scipy turns
  to the normal distribution from 14 pairs on, and there that is far off (0.083 in place of 0.109 in one of the tests).
  Beyond, scipy's normal approximation with its correction for ties. Nobody's answer changed: p = 1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, stdev

RULE_VERSION = 1
"""Kept with every change, so that it can be recomputed as it was."""
FEWEST_PAIRS = 5
FEWEST_FOR_P = 10
MOST_EXACT = 50
"""Differences whose signs are counted out; from here on, the normal approximation is good."""
CONFIDENCE = 0.95
_DIGITS = 9
"""Differences are rounded to so many digits: 4.6 - 4.1 and 3.5 - 3.0 are a tie, which binary fractions would hide."""

Number = int | float | Decimal
Pair = tuple[Number | None, Number | None]
"""What one person answered before and after; None where an answer is missing."""


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one item or scale, in its own points. All figures are None when there are too few pairs.

    enrolled: people who are in the programme and are asked the item; paired: those of them who answered it both times.
    mean_before, mean_after: of the paired people only. interval95: lowest and highest mean change. `rule`: its version.
    """

    item: str
    enrolled: int
    paired: int
    mean_before: float | None = None
    mean_after: float | None = None
    mean_change: float | None = None
    interval95: tuple[float, float] | None = None
    effect: float | None = None
    wilcoxon_p: float | None = None
    rule: int = RULE_VERSION

    @property
    def too_few(self) -> bool:
        """Whether there is nothing to tell but «мало данных»."""
        return self.paired < FEWEST_PAIRS


def paired_change(item: str, enrolled: int, pairs: Iterable[Pair]) -> Change:
    """The change over the pairs that have both answers. Raises ValueError when there are more pairs than enrolled."""
    both = [(float(before), float(after)) for before, after in pairs if before is not None and after is not None]
    if len(both) > enrolled:
        raise ValueError(f"{item}: {len(both)} pairs of {enrolled} enrolled")
    if len(both) < FEWEST_PAIRS:
        return Change(item, enrolled, len(both))
    differences = [round(after - before, _DIGITS) for before, after in both]
    spread = len(set(differences)) > 1
    return Change(
        item=item,
        enrolled=enrolled,
        paired=len(both),
        mean_before=fmean(before for before, _ in both),
        mean_after=fmean(after for _, after in both),
        mean_change=fmean(differences),
        interval95=_interval(differences) if spread else None,
        effect=fmean(differences) / stdev(differences) if spread else None,
        wilcoxon_p=_wilcoxon(differences) if len(both) >= FEWEST_FOR_P else None,
    )


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    from scipy import stats

    found = stats.ttest_1samp(differences, 0).confidence_interval(CONFIDENCE)
    return float(found.low), float(found.high)


def _wilcoxon(differences: Sequence[float]) -> float:
    changed = [value for value in differences if value]
    if len(changed) <= MOST_EXACT:
        return _exact(changed)
    from scipy import stats

    found = stats.wilcoxon(
        changed, zero_method="wilcox", correction=False, alternative="two-sided", method="asymptotic"
    )
    return float(found.pvalue)


def _exact(differences: Sequence[float]) -> float:
    """The share of all assignments of signs whose positive ranks add up as far from the middle as they do here."""
    ranks = _doubled_ranks([abs(value) for value in differences])
    ways = Counter({0: 1})
    for rank in ranks:
        ways.update({total + rank: many for total, many in list(ways.items())})
    positive = sum(rank for rank, value in zip(ranks, differences, strict=True) if value > 0)
    seen = abs(2 * positive - sum(ranks))
    far = sum(many for total, many in ways.items() if abs(2 * total - sum(ranks)) >= seen)
    return float(far / 2 ** len(ranks))


def _doubled_ranks(sizes: Sequence[float]) -> list[int]:
    """Twice the ranks from 1 up, ties sharing their mean: whole numbers, so that sums are exact."""
    ordered = sorted(sizes)
    return [bisect_left(ordered, size) + bisect_right(ordered, size) + 1 for size in sizes]

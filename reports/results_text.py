"""Results of one question as lines for a phone: keys of `locales/*/results.ftl` with their values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from locales.typography import minus
from reports.change_text import tenth
from reports.results_data import Bar, QuestionResult

Line = tuple[str, Mapping[str, Any]]
"""A key and its values: str, int and Decimal."""

BLOCKS = 10
MOST_LINES = 10


def lines(result: QuestionResult) -> list[Line]:
    """The question, who answered, mean and median, then a line for each value; numbers of many values only as means."""
    told: list[Line] = [
        ("results-question", {"title": result.title}),
        ("results-answered", {"answered": result.answered, "finished": result.finished}),
    ]
    if result.mean is not None and result.median is not None:
        told.append(("results-mean", {"mean": tenth(result.mean), "median": tenth(result.median)}))
    if not result.answered or (result.mean is not None and len(result.bars) > MOST_LINES):
        return told
    most = sorted(result.bars, key=lambda bar: -bar.count)[:MOST_LINES]
    kept = [bar for bar in result.bars if bar in most]
    highest = max((bar.count for bar in kept), default=0)
    told += [_bar(bar, highest) for bar in kept]
    if len(kept) < len(result.bars):
        told.append(("results-more", {"count": len(result.bars) - len(kept)}))
    return told


def _bar(bar: Bar, highest: int) -> Line:
    """A bar of blocks, the longest for the most frequent, beside its numbers: what is there has a block at least."""
    blocks = max(1, round(BLOCKS * bar.count / highest)) if bar.count else 0
    share = int((Decimal(str(bar.share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    drawn = "▓" * blocks or "░"
    told = "< 1" if bar.count and not share else str(share)
    key = "results-bar-step" if bar.label.lstrip("-").isdecimal() else "results-bar"
    return key, {"label": minus(bar.label), "bar": drawn, "count": bar.count, "share": told}

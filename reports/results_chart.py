"""Pictures of results for a phone: the distribution of one question, and many scale questions with their means.

Nothing is told by colour alone: every bar has its count and per cent, every mean its number. Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from locales import Wording
from locales.typography import minus
from reports.results_data import Bar, QuestionResult
from reports.sheet import (
    ACCENT,
    GRID,
    INK,
    LEFT,
    MARK,
    MIDDLE,
    RIGHT,
    SMALL,
    SOFT,
    TINT,
    Sheet,
    end,
    lines,
    number,
    width_of,
)

OVERVIEW_ROWS = 8
"""Questions on one overview; more go on further pictures."""
MOST_BARS = 12
"""Bars of one picture: further choices are told together, further numbers are gathered into ranges."""
LABEL_ROOM = 330
"""Pixels for the labels of bars at most."""
TRACK_LEFT, TRACK_RIGHT = 70, 775


def draw(result: QuestionResult, language: str) -> bytes:
    """The distribution of one question as a PNG, 1080 pixels wide: horizontal bars, labels in words, counts and per
    cent, the mean marked."""
    bars = shown_bars(result, language)
    labels = [lines(minus(bar.label), SMALL, LABEL_ROOM, 3) for bar in bars]
    heights = [max(64, 41 * len(label) + 20) for label in labels]
    head = 48 * len(lines(result.title, MIDDLE + 4, RIGHT - LEFT, 4, bold=True)) + 66
    foot = 100 if result.mean is not None else 0
    ends = 44 * sum(1 for _ in _ends(result))
    sheet = Sheet(max(420, head + 70 + ends + sum(heights) + 40 + foot), language)
    top = sheet.heading(result.title, 4)
    answered = sheet.worded("results-chart-answered", answered=result.answered, finished=result.finished)
    sheet.say(LEFT, top + 6, answered, SMALL, SOFT)
    if not result.answered or not bars:
        why = "words-only" if result.answered else "empty"
        sheet.say(LEFT, top + 120, sheet.worded(f"results-chart-{why}"), MIDDLE, SOFT)
        return sheet.png()
    top += 70
    for text in _ends(result):
        sheet.say(LEFT, top, lines(text, SMALL, RIGHT - LEFT, 1)[0], SMALL, SOFT)
        top += 44
    left = LEFT + max(width_of(line, SMALL) for label in labels for line in label) + 24
    middles = _bars(sheet, bars, labels, heights, top, left)
    if result.mean is not None:
        _mean(sheet, result, top + sum(heights) + 56)
        _arrow(sheet, result, bars, middles, left)
    return sheet.png()


def shown_bars(result: QuestionResult, language: str) -> tuple[Bar, ...]:
    """At most `MOST_BARS`: many numbers are gathered into ranges, many choices keep the most frequent."""
    if len(result.bars) <= MOST_BARS:
        return result.bars
    if result.mean is not None:
        return tuple(_ranges(result.bars))
    kept = sorted(result.bars, key=lambda bar: -bar.count)[: MOST_BARS - 1]
    rest = [bar for bar in result.bars if bar not in kept]
    others = Wording.load().text(language, "results-chart-others", count=len(rest))
    return (*(bar for bar in result.bars if bar in kept), Bar(others, *_together(rest)))


def _ranges(bars: Sequence[Bar]) -> Iterable[Bar]:
    """Numbers in ranges of one width, ten at most."""
    values = [float(bar.label) for bar in bars]
    width = _round_width((max(values) - min(values)) / 10)
    placed = [(int(value // width), bar) for value, bar in zip(values, bars, strict=True)]
    for _, group in groupby(placed, key=lambda pair: pair[0]):
        inside = [bar for _, bar in group]
        first, last = inside[0].label, inside[-1].label
        yield Bar(first if first == last else f"{first}–{last}", *_together(inside))


def _round_width(least: float) -> float:
    """The next of …, 0.5, 1, 2, 5, 10, …"""
    power = 1.0
    while power > least:
        power /= 10
    return next(power * times for times in (1, 2, 5, 10, 20, 50, 10**9) if power * times >= least)


def _together(bars: Sequence[Bar]) -> tuple[int, float]:
    return sum(bar.count for bar in bars), sum(bar.share for bar in bars)


def _ends(result: QuestionResult) -> Iterable[str]:
    """What the ends of the scale mean."""
    if result.low and result.bottom is not None:
        yield f"{end(result.bottom)} — {result.low}"
    if result.high and result.top is not None:
        yield f"{end(result.top)} — {result.high}"


def _bars(
    sheet: Sheet, bars: Sequence[Bar], labels: Sequence[Sequence[str]], heights: Sequence[int], top: float, left: float
) -> list[float]:
    """Labels, bars, counts with per cent; returns the middles of the bars."""
    told = [f"{bar.count} · {sheet.per_cent(bar.share)}" for bar in bars]
    room = RIGHT - left - max(width_of(text, SMALL, bold=True) for text in told) - 24
    most = max(bar.count for bar in bars) or 1
    middles = []
    for bar, label, height, text in zip(bars, labels, heights, told, strict=True):
        middle = top + height / 2
        for at, line in enumerate(label):
            sheet.say(left - 24, middle + 41 * (at - (len(label) - 1) / 2), line, SMALL, align="right")
        width = room * bar.count / most
        sheet.block(left, middle - 20, room, 40, "#f2f5f7")
        sheet.block(left, middle - 20, width, 40, ACCENT)
        sheet.say(RIGHT, middle, text, SMALL, INK if bar.count else SOFT, bold=bool(bar.count), align="right")
        middles.append(middle)
        top += height
    sheet.line((left, middles[0] - 30), (left, middles[-1] + 30), width=3)
    return middles


def _mean(sheet: Sheet, result: QuestionResult, top: float) -> None:
    """The mean and the median in words below the bars."""
    assert result.mean is not None
    assert result.median is not None
    sheet.block(LEFT, top - 36, RIGHT - LEFT, 76, TINT)
    words = sheet.worded("results-chart-mean", mean=number(result.mean, sheet.language), median=result.median)
    sheet.say(LEFT + 62, top + 2, words, MIDDLE, bold=True)
    sheet.line((LEFT + 32, top + 2), colour=MARK, marker="D", markersize=15)


def _arrow(sheet: Sheet, result: QuestionResult, bars: Sequence[Bar], middles: Sequence[float], left: float) -> None:
    """The mean as a diamond on the axis, between the steps of the scale; not for numbers in ranges."""
    assert result.mean is not None
    if result.bottom is None or len(bars) < 2 or len(bars) != len(result.bars):
        return
    place = (result.mean - float(bars[0].label)) / (float(bars[-1].label) - float(bars[0].label))
    top = middles[0] + place * (middles[-1] - middles[0])
    sheet.line((left, top), colour=MARK, marker="D", markersize=15, markeredgecolor="white", markeredgewidth=2)


def overview(title: str, results: Sequence[QuestionResult], language: str) -> bytes:
    """At most `OVERVIEW_ROWS` scale questions as a PNG, 1080 pixels wide: one track a question with its mean, the
    middle half of the answers as a thick band, and how many answered. Raises ValueError for more, and for no scale."""
    if len(results) > OVERVIEW_ROWS:
        raise ValueError(f"{len(results)} questions on one picture")
    named = [lines(result.title, SMALL, RIGHT - LEFT, 2) for result in results]
    heights = [43 * len(label) + 104 for label in named]
    head = 48 * len(lines(title, MIDDLE + 4, RIGHT - LEFT, 2, bold=True)) + 66
    sheet = Sheet(max(480, head + 70 + sum(heights) + 10), language)
    top = sheet.heading(title, 2)
    _legend(sheet, top + 4)
    top += 70
    for result, label, height in zip(results, named, heights, strict=True):
        for at, line in enumerate(label):
            sheet.say(LEFT, top + 43 * at, line, SMALL)
        _track(sheet, result, top + 43 * len(label) + 18)
        top += height
    return sheet.png()


def _legend(sheet: Sheet, top: float) -> None:
    """What the signs mean."""
    sheet.line((LEFT + 12, top), colour=MARK, marker="D", markersize=15)
    words = sheet.worded("results-chart-legend-mean")
    sheet.say(LEFT + 40, top, words, SMALL, SOFT)
    band = LEFT + 40 + width_of(words, SMALL) + 40
    sheet.block(band, top - 11, 60, 22, "#9cc8bb")
    sheet.say(band + 76, top, sheet.worded("results-chart-legend-half"), SMALL, SOFT)


def _track(sheet: Sheet, result: QuestionResult, top: float) -> None:
    if result.bottom is None or result.top is None:
        raise ValueError("an overview is of scales")
    span = result.top - result.bottom

    def across(value: float) -> float:
        return TRACK_LEFT + 34 + (TRACK_RIGHT - TRACK_LEFT - 68) * (value - float(result.bottom or 0)) / span

    sheet.say(TRACK_LEFT, top, end(result.bottom), SMALL, SOFT, align="center")
    sheet.say(TRACK_RIGHT, top, end(result.top), SMALL, SOFT, align="center")
    sheet.line((across(result.bottom), top), (across(result.top), top), colour=GRID, width=6)
    count = sheet.worded("results-chart-count", count=result.answered)
    if result.mean is None or result.quartiles is None:
        sheet.say(TRACK_RIGHT + 50, top, sheet.worded("results-chart-none"), SMALL, SOFT)
        return
    low, high = map(across, result.quartiles)
    sheet.block(low - 6, top - 11, high - low + 12, 22, "#9cc8bb")
    sheet.line((across(result.mean), top), colour=MARK, marker="D", markersize=17, markeredgecolor="white")
    mean = number(result.mean, sheet.language)
    sheet.say(TRACK_RIGHT + 50, top, mean, MIDDLE, MARK, bold=True)
    sheet.say(RIGHT, top, count, SMALL, SOFT, align="right")

"""The slope picture of change for a phone: a line from before to after for each parameter. Runs in the workshop.

Nothing is told by colour alone: a rise is a whole line and ▲, a fall a broken one and ▼, all numbers are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.change_text import Way, way
from reports.results_data import ChangeRow
from reports.sheet import ACCENT, GRID, INK, LEFT, MARK, MIDDLE, RIGHT, SMALL, SOFT, Sheet, end, lines, number, width_of

MOST_ROWS = 7
"""Parameters of one picture; more go on further pictures."""
BEFORE, AFTER = 170, 400
"""Where the lines begin and end."""
VALUES, WORDS, EDGE = 100, 505, 1050
"""The right end of the values before, and both ends of the words beside the lines."""
LINE, GAP = 43, 26
SIGNS = {Way.UP: "▲", Way.DOWN: "▼", Way.SAME: "="}
LOOKS: dict[Way, tuple[str, str]] = {Way.UP: (ACCENT, "-"), Way.DOWN: (MARK, "--"), Way.SAME: (SOFT, ":")}
"""Colour and stroke."""


@dataclass(frozen=True, slots=True)
class Slope:
    """A parameter with enough pairs: its figures as written and its name in lines that fit beside the line's end."""

    row: ChangeRow
    way: Way
    before: float
    after: float
    figures: str
    label: tuple[str, ...]

    @property
    def height(self) -> int:
        return LINE * (1 + len(self.label))


def draw(title: str, rows: Sequence[ChangeRow], language: str) -> bytes:
    """At most `MOST_ROWS` parameters as a PNG, 1080 pixels wide; those with too few pairs are named below.

    A line's ends stand where the means lie between the ends of the parameter's scale. Raises ValueError for more rows.
    """
    if len(rows) > MOST_ROWS:
        raise ValueError(f"{len(rows)} parameters on one picture")
    told = [row for row in rows if not row.change.too_few]
    few = [(row, lines(row.label, SMALL, RIGHT - LEFT, 2)) for row in rows if row.change.too_few]
    slopes = [_slope(row, language) for row in told]
    plot = max(420, sum(slope.height + GAP for slope in slopes)) if slopes else 0
    head = 66 + 48 * len(lines(title, MIDDLE + 4, RIGHT - LEFT, 2, bold=True))
    foot = sum(LINE * (1 + len(label)) + 16 for _, label in few)
    sheet = Sheet(max(480, head + (plot + 190 if slopes else 30) + foot + 10), language)
    top = sheet.heading(title, 2)
    if slopes:
        _plot(sheet, slopes, top + 70, plot)
        _legend(sheet, top + plot + 130)
        top += plot + 190
    for row, label in few:
        top = _few(sheet, row, label, top)
    if not rows:
        sheet.say(LEFT, top + 60, sheet.worded("change-chart-empty"), MIDDLE, SOFT)
    return sheet.png()


def _slope(row: ChangeRow, language: str) -> Slope:
    change = row.change
    before, after, shift = change.mean_before, change.mean_after, change.mean_change
    assert before is not None
    assert after is not None
    assert shift is not None
    figures = (
        f"{SIGNS[way(change)]} {number(abs(shift), language)}   {number(before, language)} → {number(after, language)}"
    )
    return Slope(row, way(change), before, after, figures, tuple(lines(row.label, SMALL, EDGE - WORDS, 4)))


def _plot(sheet: Sheet, slopes: Sequence[Slope], top: float, height: float) -> None:
    """Both axes, the lines, the values before on the left, the words on the right; none covers another."""
    for left, name in ((BEFORE, "before"), (AFTER, "after")):
        sheet.say(left, top - 34, sheet.worded(f"change-chart-{name}"), SMALL, bold=True, align="center")
        sheet.line((left, top), (left, top + height), colour=GRID, width=4)
    _ends(sheet, slopes, top, height)
    starts = [top + height * (1 - _place(slope.row, slope.before)) for slope in slopes]
    stops = [top + height * (1 - _place(slope.row, slope.after)) for slope in slopes]
    values = spread(starts, [LINE] * len(slopes), top, top + height)
    words = spread(stops, [slope.height + GAP for slope in slopes], top - 20, top + height + 20)
    for slope, start, stop, value, word in zip(slopes, starts, stops, values, words, strict=True):
        colour, stroke = LOOKS[slope.way]
        sheet.line((VALUES + 8, value), (BEFORE - 12, start), colour=SOFT, width=2)
        sheet.line((AFTER + 12, stop), (WORDS - 14, word), colour=SOFT, width=2)
        sheet.line((BEFORE, start), (AFTER, stop), colour=colour, width=6, linestyle=stroke)
        sheet.line(
            (BEFORE, start), colour=colour, marker="o", markersize=13, markerfacecolor="white", markeredgewidth=3
        )
        sheet.line((AFTER, stop), colour=colour, marker="o", markersize=13)
        sheet.say(VALUES, value, number(slope.before, sheet.language), SMALL, align="right")
        _words(sheet, slope, word)


def _ends(sheet: Sheet, slopes: Sequence[Slope], top: float, height: float) -> None:
    """The ends of the scale on the axes, where all parameters have the same."""
    ends = {(slope.row.bottom, slope.row.top) for slope in slopes}
    bottom, highest = ends.pop() if len(ends) == 1 else (None, None)
    if bottom is not None and highest is not None:
        for value, at in ((bottom, top + height - 20), (highest, top + 20)):
            sheet.say((BEFORE + AFTER) / 2, at, end(value), SMALL, SOFT, align="center")


def _words(sheet: Sheet, slope: Slope, middle: float) -> None:
    """Figures and the number of pairs in the first line, the name below."""
    top = middle - slope.height / 2 + LINE / 2
    sheet.say(WORDS, top, slope.figures, SMALL, bold=True)
    sheet.say(EDGE, top, f"n {slope.row.change.paired}", SMALL, SOFT, align="right")
    for at, line in enumerate(slope.label, start=1):
        sheet.say(WORDS, top + LINE * at, line, SMALL, INK)


def _place(row: ChangeRow, value: float) -> float:
    """Where a mean lies between the ends of its scale, 0 to 1; a number without ends is measured from zero."""
    low = row.bottom if row.bottom is not None else 0.0
    high = row.top if row.top is not None else 1.2 * max(row.change.mean_before or 0, row.change.mean_after or 0, low)
    return min(1.0, max(0.0, (value - low) / ((high - low) or 1)))


def spread(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Places as near as can be to those wanted where things of these heights do not cover each other.

    From the top down each gives way to the one above, then from the bottom up to the one below. All must fit between
    top and bottom. Returned in the order given.
    """
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    found = list(middles)
    edge = top
    for at in order:
        found[at] = max(found[at], edge + heights[at] / 2)
        edge = found[at] + heights[at] / 2
    edge = max(bottom, top + sum(heights))
    for at in reversed(order):
        found[at] = min(found[at], edge - heights[at] / 2)
        edge = found[at] - heights[at] / 2
    return found


def _legend(sheet: Sheet, top: float) -> None:
    """What the strokes mean, and n."""
    left = float(LEFT)
    for each in (Way.UP, Way.DOWN):
        colour, stroke = LOOKS[each]
        sheet.line((left, top), (left + 64, top), colour=colour, width=6, linestyle=stroke)
        words = f"{SIGNS[each]} {sheet.worded(f'change-chart-{each}')}"
        sheet.say(left + 80, top, words, SMALL, SOFT)
        left += 80 + width_of(words, SMALL) + 44
    sheet.say(left, top, sheet.worded("change-chart-count"), SMALL, SOFT)


def _few(sheet: Sheet, row: ChangeRow, label: Sequence[str], top: float) -> float:
    """A parameter with too few pairs: its name and that; returns where the next may begin."""
    for line in label:
        sheet.say(LEFT, top, line, SMALL)
        top += LINE
    sheet.say(LEFT, top, sheet.worded("change-chart-few", paired=row.change.paired), SMALL, SOFT, bold=True)
    return top + LINE + 16

"""A picture for a phone: organisations as horizontal bars, the greatest first, with a line for all of them together.

Nothing is told by colour alone: every bar has its number. Runs in the workshop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from locales import Wording

if TYPE_CHECKING:
    from reports.sheet import Sheet

MOST_BARS = 24
"""Organisations of one picture; further ones are counted below it, and all stand in the table."""
_ROW, _LINE, _NAME_ROOM = 62, 42, 380
_NAME_LINES = 2
"""A name that is cut is like another's: «Детский сад…»."""
_SCALE = {"share": 100.0, "mean": 10.0}
"""Where a full bar ends; counts end at the greatest."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What is compared: `measure` is a measure's code, `name` the indicator's if it is one; `unit` of the values.

    rows: an organisation's label, its value (None: there is none), and whether it is hidden.
    """

    measure: str
    name: str
    unit: str
    rows: tuple[tuple[str, float | None, bool], ...]
    total: float | None


def comparison_chart(bars: Bars, language: str) -> bytes:
    """A PNG, 1080 pixels wide, in the reader's language (`ru` or `en`)."""
    from reports.sheet import INK, LEFT, MARK, MIDDLE, RIGHT, SMALL, SOFT, TINT, Sheet, lines, number

    title = bars.name or Wording.load().text(language, f"compare-measure-{bars.measure}")
    shown = bars.rows[:MOST_BARS]
    head = 48 * len(lines(title, MIDDLE + 4, RIGHT - LEFT, 3, bold=True)) + 66
    names = [lines(label, SMALL, _NAME_ROOM, _NAME_LINES) for label, _, _ in shown]
    room = sum(_ROW + _LINE * (len(each) - 1) for each in names)
    sheet = Sheet(max(480, head + 120 + room + 60), language)
    top = sheet.heading(title, 3)
    if bars.total is not None:
        told = sheet.worded(
            "compare-chart-total", total=told_value(bars.total, bars.unit, number(bars.total, language))
        )
        sheet.block(LEFT, top - 10, RIGHT - LEFT, 68, TINT)
        sheet.say(LEFT + 24, top + 24, told, MIDDLE, MARK, bold=True)
    top += 110
    most = _SCALE.get(bars.unit) or max((value or 0 for _, value, _ in shown), default=0) or 1
    for name, (_, value, hidden) in zip(names, shown, strict=True):
        lower = _LINE * (len(name) - 1) / 2
        for number_of, line in enumerate(name):
            sheet.say(LEFT, top + _LINE * number_of, line, SMALL)
        top += lower
        text = "—" if value is None else told_value(value, bars.unit, number(value, language))
        text = sheet.worded("compare-cell-hidden") if hidden else text
        _bar(sheet, top, value, most)
        sheet.say(RIGHT, top, text, SMALL, INK if value is not None else SOFT, bold=value is not None, align="right")
        top += _ROW + lower
    if len(bars.rows) > len(shown):
        sheet.say(LEFT, top, sheet.worded("compare-chart-more", count=len(bars.rows) - len(shown)), SMALL, SOFT)
    return sheet.png()


def _bar(sheet: Sheet, top: float, value: float | None, most: float) -> None:
    from reports.sheet import ACCENT, LEFT, RIGHT

    left, room = LEFT + _NAME_ROOM + 24, RIGHT - LEFT - _NAME_ROOM - 24 - 180
    sheet.block(left, top - 18, room, 36, "#f2f5f7")
    if value:
        sheet.block(left, top - 18, room * min(value / most, 1.0), 36, ACCENT)


def told_value(value: float, unit: str, written: str) -> str:
    """«75 %», «7,6», «12»: `written` is the value as the reader's language writes it."""
    if unit == "count":
        return str(round(value))
    return f"{written} %" if unit == "share" else written

"""One indicator through its periods: a bar for each share that was sent, a stroke where the plan was.

Runs in the workshop.
"""

from __future__ import annotations

from decimal import Decimal

from reports.indicators_data import Past
from reports.indicators_text import Words, share
from reports.sheet import ACCENT, GRID, LEFT, MARK, MIDDLE, RIGHT, SMALL, SOFT, WIDTH, Sheet, lines

MOST = 12
"""Periods of a picture, the newest ones."""
STEP, BAR = 112, 44
"""Pixels from one period to the next, and of a bar's height."""
FOOT = 80


def draw(past: Past, language: str) -> bytes:
    """The PNG, 1080 pixels wide."""
    said = Words(language)
    points = past.points[-MOST:]
    title = lines(past.title, MIDDLE + 4, RIGHT - LEFT, 5, bold=True)
    sheet = Sheet(66 + 48 * (len(title) + 1) + STEP * len(points) + FOOT, language)
    top = sheet.heading(past.title, 5)
    sheet.say(LEFT, top, past.place or said("municipality"), SMALL, SOFT)
    top += 60
    highest = max([value for _, _, value, _ in points] + [plan for *_, plan in points if plan is not None])
    for year, quarter, value, plan in points:
        name = said("period", year=str(year), quarter=str(quarter or "none"))
        _bar(sheet, top, name, value, plan, highest)
        top += STEP
    if any(plan is not None for *_, plan in points):
        sheet.block(LEFT, top + 2, 8, 30, MARK)
        sheet.say(LEFT + 24, top + 17, said("chart-plan"), SMALL, SOFT)
    return sheet.png()


def _bar(sheet: Sheet, top: float, name: str, value: Decimal, plan: Decimal | None, highest: Decimal) -> None:
    """The period's name and share above its bar."""
    room = RIGHT - LEFT
    sheet.say(LEFT, top, name, SMALL)
    sheet.say(WIDTH - LEFT, top, share(value, sheet.language), SMALL, bold=True, align="right")
    sheet.block(LEFT, top + 24, room, BAR, GRID)
    if highest:
        sheet.block(LEFT, top + 24, float(value / highest) * room, BAR, ACCENT)
    if plan is not None and highest:
        sheet.block(LEFT + float(plan / highest) * room - 4, top + 18, 8, BAR + 12, MARK)

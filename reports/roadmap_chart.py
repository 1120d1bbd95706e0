"""The roadmap of a school year as a timeline for a phone: stages, under each its rows, with today's line through them.

Nothing is told by colour alone: each state has a shape of its own, and is written. Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from mentoring.roadmap import Standing
from reports import fonts
from reports.roadmap_data import RoadmapSheet, SheetRow, SheetStage, Step
from reports.sheet import ACCENT, GRID, INK, LEFT, MIDDLE, PAPER, RIGHT, SMALL, SOFT, TINT, Sheet, lines, width_of

LATE, SOON, AHEAD = "#a8201f", "#a8651f", "#3a5a8c"
STAGE, LANE, LEGEND = 64, 92, 52
"""Heights of a stage's heading, of a row, and of a line of the legend."""
TRACK = 62
"""How far below a row's upper edge its days are drawn."""
_GOES_ON = (Standing.AHEAD, Standing.SOON, Standing.DUE)
"""What ends after the picture does goes on with an arrow."""
_NAMED = 10
"""So many months have room for their names; of more every other one is named."""
_MOST = 80
"""Characters that no line has room for."""
_OVER = 2.5
"""Above the lines of months and today, below the letters."""
_ORDER = (Standing.LATE, Standing.DUE, Standing.SOON, Standing.AHEAD, Standing.DONE, Standing.PAST, Standing.NOT_NEEDED)
"""What is told of a row with several times: the first of these."""
_LOOKS: Mapping[Standing, tuple[str, str, bool]] = {
    Standing.LATE: ("X", LATE, True),
    Standing.DUE: ("D", SOON, True),
    Standing.SOON: ("D", SOON, False),
    Standing.AHEAD: ("o", AHEAD, False),
    Standing.DONE: ("o", ACCENT, True),
    Standing.PAST: ("s", SOFT, False),
    Standing.NOT_NEEDED: ("_", SOFT, True),
}
"""The sign of a state, its colour, and whether it is filled."""
_LEGEND = (Standing.DONE, Standing.LATE, Standing.SOON, Standing.AHEAD, Standing.PAST, Standing.NOT_NEEDED)


def draw(sheet: RoadmapSheet, language: str) -> bytes:
    """The PNG: rows that have a day within `sheet.first` … `sheet.last`; those without any are left out."""
    stages = [stage for stage in map(_Drawing(sheet).within, sheet.stages) if stage.rows]
    body = sum(STAGE + LANE * len(stage.rows) for stage in stages) or 160
    head = 48 * len(_head(sheet)) + 190
    page = Sheet(head + body + 60 + LEGEND * 3, language)
    drawing = _Drawing(sheet, page)
    top = drawing.head()
    if stages:
        bottom = drawing.axis(top, body)
        top += 66
        for stage in stages:
            top = drawing.stage(stage, top)
        drawing.legend(bottom + 50)
    else:
        page.say(LEFT, top + 60, page.worded("roadmap-picture-empty"), MIDDLE, SOFT)
    return page.png()


def _head(sheet: RoadmapSheet) -> list[str]:
    return lines(sheet.place, MIDDLE + 4, RIGHT - LEFT, 2, bold=True)


def _title(stage: SheetStage) -> list[str]:
    return lines(stage.name, SMALL, RIGHT - LEFT, 1, bold=True)


class _Drawing:
    """One timeline on its way: what stands where."""

    def __init__(self, sheet: RoadmapSheet, page: Sheet | None = None) -> None:
        self._sheet = sheet
        self._page = page or Sheet(100, "ru")

    def within(self, stage: SheetStage) -> SheetStage:
        """The stage with the rows, and their times, that the picture shows."""
        found = []
        for row in stage.rows:
            steps = tuple(step for step in row.steps if self._shown(step))
            if steps:
                found.append(SheetRow(row.number, row.measure, (), (), (), None, steps))
        return SheetStage(stage.name, tuple(found))

    def _shown(self, step: Step) -> bool:
        if step.last is None:
            return False
        return step.last >= self._sheet.first and (step.first or step.last) <= self._sheet.last

    def head(self) -> float:
        """Whose roadmap, and of which days; returns where what follows may begin."""
        page, sheet = self._page, self._sheet
        top = page.heading(sheet.place, 2)
        said = page.worded("roadmap-picture-title", first=str(sheet.first.year), last=str(sheet.last.year))
        page.say(LEFT, top + 6, said, SMALL, SOFT)
        return top + 70

    def axis(self, top: float, body: float) -> float:
        """Months above the rows, their borders and today through them; returns the lower end."""
        page, bottom = self._page, top + 60 + body
        months = list(self._months())
        for at, month in enumerate(months):
            left = self._across(month)
            page.line((left, top + 22), (left, bottom), colour=GRID, width=2)
            if at % 2 == 0 or len(months) <= _NAMED:
                name = format_date(month, "LLL", locale=page.language)[:3]
                page.say(left + 40, top, name, SMALL, SOFT, align="center")
        today = self._sheet.today
        if self._sheet.first <= today <= self._sheet.last:
            left = self._across(today)
            page.line((left, top + 22), (left, bottom), colour=INK, width=4, linestyle=(0, (3, 2)))
            words = page.worded("roadmap-picture-today", day=page_day(page, today, self._sheet.last))
            room = width_of(words, SMALL) / 2
            page.say(
                min(max(left, LEFT + room), RIGHT - room), bottom + 18, words, SMALL, INK, bold=True, align="center"
            )
        return bottom

    def stage(self, stage: SheetStage, top: float) -> float:
        """A stage's name and its rows; returns where the next one may begin."""
        page = self._page
        page.block(LEFT - 20, top, RIGHT - LEFT + 40, STAGE - 14, TINT, zorder=_OVER)
        page.say(LEFT, top + (STAGE - 14) / 2, _title(stage)[0], SMALL, bold=True)
        top += STAGE
        for row in stage.rows:
            self._row(row, top)
            top += LANE
        return top

    def _row(self, row: SheetRow, top: float) -> None:
        page = self._page
        step = min(row.steps, key=lambda each: (_ORDER.index(each.standing), each.last or date.max))
        said = self._words(step)
        colour = _LOOKS[step.standing][1]
        width = width_of(said, SMALL, bold=True)
        label = _cut(f"{row.number}  {row.measure}", RIGHT - LEFT - width - 30)
        page.block(LEFT - 20, top + 2, RIGHT - LEFT + 40, 40, PAPER, zorder=_OVER)
        page.say(LEFT, top + 22, label, SMALL)
        page.say(RIGHT, top + 22, said, SMALL, colour, bold=True, align="right")
        for each in row.steps:
            self._step(each, top + TRACK)

    def _words(self, step: Step) -> str:
        day = page_day(self._page, step.on or step.last or self._sheet.today, self._sheet.last)
        return self._page.worded("roadmap-picture-step", standing=step.standing.value, day=day)

    def _step(self, step: Step, top: float) -> None:
        """Its days as a bar, and the sign of its state at the end; both within the picture."""
        page, sheet = self._page, self._sheet
        _, colour, filled = _LOOKS[step.standing]
        last = step.last or sheet.last
        left, right = self._across(max(step.first or last, sheet.first)), self._across(min(last, sheet.last))
        if right > left:
            page.line((left, top), (right, top), colour=colour, width=8 if filled else 4, solid_capstyle="butt")
        if last > sheet.last and step.standing in _GOES_ON:
            page.line((right, top), colour=colour, marker=">", markersize=17)
        else:
            self._sign(step.standing, right, top)

    def _sign(self, standing: Standing, left: float, top: float) -> None:
        sign, colour, filled = _LOOKS[standing]
        look: dict[str, Any] = {
            "markerfacecolor": colour if filled else PAPER,
            "markeredgecolor": colour,
            "markeredgewidth": 3,
        }
        self._page.line((left, top), colour=colour, marker=sign, markersize=17, **look)
        if standing is Standing.DONE:
            self._page.line((left - 5, top), (left - 1, top + 5), (left + 6, top - 5), colour=PAPER, width=4)

    def legend(self, top: float) -> None:
        """What the signs mean, two in a line."""
        page = self._page
        for at, standing in enumerate(_LEGEND):
            left, middle = LEFT + 20 + (at % 2) * 560, top + LEGEND * (at // 2) + 24
            self._sign(standing, left, middle)
            page.say(left + 34, middle, page.worded(f"roadmap-picture-{standing.value.replace('_', '-')}"), SMALL)

    def _across(self, day: date) -> float:
        whole = (self._sheet.last - self._sheet.first).days or 1
        return LEFT + (RIGHT - LEFT) * (day - self._sheet.first).days / whole

    def _months(self) -> Iterator[date]:
        month = self._sheet.first.replace(day=1)
        while month <= self._sheet.last:
            yield month
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _cut(text: str, room: float) -> str:
    """One line as full as it can be: long words are cut within, since rows begin alike."""
    whole = fonts.printable(text)[:_MOST]
    shown = whole
    while width_of(shown if shown == whole else f"{shown}…", SMALL) > room:
        shown = shown[:-1]
    return whole if shown == whole else f"{shown.rstrip()}…"


def page_day(page: Sheet, day: date, last: date) -> str:
    """«30 сент.»: a day as short as it can be read; with its year where that is after the picture's `last`."""
    return str(format_date(day, "d MMM y" if day > last else "d MMM", locale=page.language))

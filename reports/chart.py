"""The summary's picture for a phone: meetings and marks by week or month. Runs in the workshop alone, not in the bot.

Nothing is told by colour alone: planned columns are outlined and hatched, held ones filled, every number is written.
"""

from __future__ import annotations

import math
from datetime import date
from io import BytesIO
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from locales import Wording
from reports import fonts
from reports.data import MEETING_MARK_TOP, Summary, one_decimal

WIDTH, HEIGHT, DPI = 1080, 1350, 100
MOST_WEEKS, MOST_MONTHS = 8, 10
"""More columns would leave no room for letters that a phone can show; the latest are drawn. Ten months are a school
year from September to June."""

INK, SOFT, GRID, PAPER = "#1f2a37", "#5b6674", "#dfe4ea", "#ffffff"
HELD, PLANNED, MARK = "#1f6f5c", "#8a97a6", "#a8501f"
BIG, MIDDLE, SMALL, LEAST = 48, 38, 34, 29
"""Heights of letters in pixels; the least are for numbers of three digits, which would else run into each other."""
DAY = 5
"""Letters of a month («сент») and a space, below a column."""
LETTER, BOLD = 0.66, 1.2
"""How wide a digit or a small letter is, of its height; how much wider bold ones are, with room between numbers."""
LEFT, RIGHT = 70, 1010


class Page:
    """The sheet the picture is drawn on: places and sizes in pixels from the upper left corner."""

    def __init__(self, summary: Summary, language: str) -> None:
        self.by_month = summary.by_month
        self.weeks = summary.weeks[-(MOST_MONTHS if summary.by_month else MOST_WEEKS) :]
        self.language = language
        self.wording = Wording.load()
        self.figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self.figure)

    def say(
        self, left: float, top: float, text: str, size: int, colour: str, *, bold: bool = False, right: float = RIGHT
    ) -> Text:
        """Text with its left end and the middle of its height at a place; narrowed to end at `right` if need be."""
        drawn = self.figure.text(left / WIDTH, 1 - top / HEIGHT, text, va="center", color=colour)
        drawn.set(
            fontfamily=fonts.FAMILY, fontsize=points(size), fontweight="bold" if bold else "normal", parse_math=False
        )
        width = drawn.get_window_extent().width
        if width > right - left:
            drawn.set_fontsize(points(size) * (right - left) / width)
        return drawn

    def worded(self, key: str, **values: Any) -> str:
        return self.wording.text(self.language, f"report-chart-{key}", **values)

    def box(self, left: float, top: float, *, held: bool) -> float:
        """A square of the legend; returns where its text begins."""
        side = 34
        place = (left / WIDTH, 1 - (top + side / 2) / HEIGHT)
        look = filled() if held else hatched()
        self.figure.add_artist(Rectangle(place, side / WIDTH, side / HEIGHT, **look))
        return left + side + 14

    def axes(self, top: float, height: float, highest: float) -> Axes:
        """An empty plot with a place for each week, its Monday below, and no frame."""
        axes = self.figure.add_axes(
            (LEFT / WIDTH, 1 - (top + height) / HEIGHT, (RIGHT - LEFT) / WIDTH, height / HEIGHT)
        )
        axes.set_frame_on(False)
        axes.set_xlim(-0.5, max(len(self.weeks), 4) - 0.5)
        axes.set_ylim(0, highest)
        axes.set_yticks([])
        axes.set_xticks(range(len(self.weeks)), self._days(), fontsize=points(self._below()), color=INK)
        axes.tick_params(axis="x", length=0, pad=10)
        axes.axhline(0, color=INK, linewidth=3)
        return axes

    def fitting(self, letters: float) -> float:
        """A size of letters of which so many stand side by side in a column; none is larger than usual."""
        column = (RIGHT - LEFT) / max(len(self.weeks), 4)
        return min(SMALL, column / (letters * LETTER))

    def _below(self) -> float:
        return self.fitting(DAY) if self.by_month else SMALL

    def _days(self) -> list[str]:
        """Mondays: the day, and below it the month where it begins or changes. Of months their names."""
        if self.by_month:
            return [self._month(week.first) for week in self.weeks]
        labels, month = [], None
        for week in self.weeks:
            named = "" if week.first.month == month else self._month(week.first)
            month = week.first.month
            labels.append(f"{week.first.day}\n{named or ' '}")
        return labels

    def _month(self, first: date) -> str:
        return str(format_date(first, "LLL", locale=self.language)).rstrip(".")


def points(pixels: float) -> float:
    """Matplotlib's unit for letters and lines."""
    return pixels * 72 / DPI


def filled() -> dict[str, Any]:
    """The look of what was held."""
    return {"facecolor": HELD, "edgecolor": HELD, "linewidth": 2.5}


def hatched() -> dict[str, Any]:
    """The look of what was planned."""
    return {"facecolor": PAPER, "edgecolor": PLANNED, "hatch": "//", "hatch_linewidth": 2.5, "linewidth": 2.5}


def draw(summary: Summary, language: str) -> bytes:
    """The PNG, 1080 × 1350 pixels, in the reader's language."""
    page = Page(summary, language)
    _head(page, summary)
    _meetings(page, top=250)
    _marks(page, top=815)
    picture = BytesIO()
    page.figure.savefig(picture, format="png", dpi=DPI, metadata={"Software": None})
    return picture.getvalue()


def _head(page: Page, summary: Summary) -> None:
    """Whose weeks they are: the name in one line or two, and the period."""
    page.figure.add_artist(Rectangle((0, 1 - 16 / HEIGHT), 1, 16 / HEIGHT, **filled()))
    name = fonts.lines(summary.organisation, 46)
    if len(name) == 1:
        page.say(LEFT, 90, name[0], BIG if len(name[0]) < 24 else MIDDLE, INK, bold=True)
    else:
        page.say(LEFT, 72, name[0], SMALL, INK, bold=True)
        page.say(LEFT, 112, name[1], SMALL, INK, bold=True)
    period = page.worded("period", first=summary.period.first_day, last=summary.period.last_day)
    page.say(LEFT, 160, period, SMALL, SOFT)


def _meetings(page: Page, top: float) -> None:
    """Two columns a week: planned (outlined, hatched) and held (filled)."""
    page.say(LEFT, top, page.worded("meetings", by=_by(page)), MIDDLE, INK, bold=True)
    if not any(week.planned or week.held for week in page.weeks):
        _empty(page, top, "empty-meetings")
        return
    after = page.say(page.box(LEFT, top + 60, held=False), top + 60, page.worded("planned"), SMALL, INK)
    end = after.get_window_extent().x1
    page.say(page.box(end + 50, top + 60, held=True), top + 60, page.worded("held"), SMALL, INK)
    highest = max(max(week.planned, week.held) for week in page.weeks)
    axes = page.axes(top + 100, 330, highest * 1.18)
    size = SMALL if highest < 100 else LEAST * 3 / len(str(highest))
    if page.by_month:
        size = min(size, page.fitting(BOLD * 2 * len(str(highest))))
    for at, week in enumerate(page.weeks):
        axes.bar(at - 0.2, week.planned, 0.34, **hatched())
        axes.bar(at + 0.2, week.held, 0.34, **filled())
        if week.planned or week.held:
            wide = max(week.planned, week.held) >= 10  # then both numbers end at the middle of the week
            apart = 0.05 if wide else 0.2
            for side, many, colour in ((-1, week.planned, SOFT), (1, week.held, HELD)):
                _number(axes, at + side * apart, many + highest * 0.02, str(many), colour, size=size, side=side * wide)


def _marks(page: Page, top: float) -> None:
    """The mean mark of each week as a labelled point, and at the foot how many answered."""
    page.say(LEFT, top, page.worded("marks"), MIDDLE, INK, bold=True)
    means = [math.nan if week.mean is None else week.mean for week in page.weeks]
    seen = [(at, one_decimal(mean)) for at, mean in enumerate(means) if not math.isnan(mean)]
    if not seen:
        _empty(page, top, "empty-marks")
        return
    page.say(LEFT, top + 60, page.worded("count-below"), SMALL, SOFT)
    axes = page.axes(top + 100, 330, MEETING_MARK_TOP + 1.2)
    axes.hlines(range(1, MEETING_MARK_TOP + 1), -0.5, axes.get_xlim()[1], colors=GRID, linewidth=1.5)
    for edge in (1, MEETING_MARK_TOP):
        axes.text(-0.56, edge, str(edge), ha="right", va="center", fontsize=points(SMALL), color=SOFT)
    axes.plot(range(len(means)), means, color=MARK, linewidth=4, marker="o", markersize=16)
    for at, mean in seen:
        _number(axes, at, mean + 0.3, format_decimal(mean, "0.0", locale=page.language), MARK)
        below = f"n {page.weeks[at].count}"
        _number(axes, at, 0.15, below, SOFT, bold=False, size=page.fitting(len(below)))


def _number(
    axes: Axes,
    at: float,
    height: float,
    text: str,
    colour: str,
    *,
    bold: bool = True,
    size: float = SMALL,
    side: int = 0,
) -> None:
    """`side`: -1 it ends at `at`, 1 it begins there, 0 its middle is there."""
    align = {-1: "right", 0: "center", 1: "left"}[side]
    weight = "bold" if bold else "normal"
    axes.text(at, height, text, ha=align, va="bottom", fontsize=points(size), color=colour, fontweight=weight)


def _empty(page: Page, top: float, why: str) -> None:
    """A quiet frame that says what will stand here."""
    place = (LEFT / WIDTH, 1 - (top + 430) / HEIGHT)
    look: dict[str, Any] = {"facecolor": "#f5f7f9", "edgecolor": GRID, "linewidth": 2.5}
    page.figure.add_artist(Rectangle(place, (RIGHT - LEFT) / WIDTH, 370 / HEIGHT, **look))
    page.say(LEFT + 50, top + 215, page.worded("empty"), BIG, SOFT)
    page.say(LEFT + 50, top + 285, page.worded(why), SMALL, SOFT, right=RIGHT - 50)


def _by(page: Page) -> str:
    return "month" if page.by_month else "week"

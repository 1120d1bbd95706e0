"""A sheet for pictures of results: letters and places in pixels of a phone's width, texts broken into lines that fit.

Runs in the workshop.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from io import BytesIO
from itertools import islice
from typing import Any

from babel.numbers import format_decimal, format_percent
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from locales import Wording
from locales.typography import minus
from reports import fonts
from reports.change_text import tenth

WIDTH, DPI = 1080, 100
LEFT, RIGHT = 60, 1020
INK, SOFT, GRID, PAPER, TINT = "#1f2a37", "#5b6674", "#dfe4ea", "#ffffff", "#e8f2ef"
ACCENT, MARK = "#1f6f5c", "#a8501f"
BIG, MIDDLE, SMALL = 46, 38, 34
"""Heights of letters in pixels; none is smaller. On a phone 360 points wide the smallest are 11 points high."""


class Sheet:
    """A white page of the phone's width; `top` grows downwards from the upper edge, in pixels."""

    def __init__(self, height: int, language: str) -> None:
        self.height, self.language = height, language
        self._wording = Wording.load()
        self.figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self.figure)
        self.block(0, 0, WIDTH, 16, ACCENT)

    def worded(self, key: str, **values: Any) -> str:
        return self._wording.text(self.language, key, **values)

    def say(
        self,
        left: float,
        top: float,
        text: str,
        size: int,
        colour: str = INK,
        *,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """One line whose middle is at `top`; `left` is its left end, right end or middle, as `align` says."""
        drawn = self.figure.text(
            left / WIDTH, 1 - top / self.height, text, va="center_baseline", ha=align, color=colour
        )
        drawn.set(
            fontfamily=fonts.FAMILY,
            fontsize=points(size),
            fontweight="bold" if bold else "normal",
            parse_math=False,
        )

    def block(self, left: float, top: float, width: float, height: float, colour: str, **look: Any) -> None:
        place = (left / WIDTH, 1 - (top + height) / self.height)
        look = {"facecolor": colour, "edgecolor": "none", "linewidth": 0, **look}
        self.figure.add_artist(Rectangle(place, width / WIDTH, height / self.height, **look))

    def line(self, *places: tuple[float, float], colour: str = INK, width: float = 2, **look: Any) -> None:
        """A line through places in pixels; `look` as in matplotlib (markers, dashes)."""
        across, down = [left / WIDTH for left, _ in places], [1 - top / self.height for _, top in places]
        self.figure.add_artist(Line2D(across, down, color=colour, linewidth=points(width), **look))

    def heading(self, title: str, most: int = 3) -> float:
        """The title at the page's head; returns where what follows may begin."""
        top = 66.0
        for line in lines(title, MIDDLE + 4, RIGHT - LEFT, most, bold=True):
            self.say(LEFT, top, line, MIDDLE + 4, bold=True)
            top += 48
        return top

    def per_cent(self, share: float) -> str:
        """Whole per cent; what is there and rounds to nothing is less than one."""
        if 0 < share < 0.005:
            return f"< {format_percent(0.01, locale=self.language)}"
        return str(format_percent(share, locale=self.language))

    def png(self) -> bytes:
        picture = BytesIO()
        self.figure.savefig(picture, format="png", dpi=DPI, metadata={"Software": None})
        return picture.getvalue()


def number(mean: float, language: str) -> str:
    """A mean as it is read: one decimal, half up, after a comma in Russian."""
    return minus(format_decimal(tenth(mean), "0.0", locale=language))


def end(value: float) -> str:
    """An end of a scale: no more digits than it has."""
    return minus(f"{value:g}")


def points(pixels: float) -> float:
    """Matplotlib's unit for letters and lines."""
    return pixels * 72 / DPI


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """How wide a text is in pixels."""
    font = _font(size, bold)
    font.set_text(text)
    return font.get_width_height()[0] / 64


def lines(text: str, size: int, room: float, most: int, *, bold: bool = False) -> list[str]:
    """What can be printed of a text in at most `most` lines no wider than `room` pixels, cut with an ellipsis."""
    found = list(islice(_broken(fonts.printable(text), size, room, bold), most + 1))
    if len(found) > most:
        last = found[most - 1]
        while last and width_of(f"{last}…", size, bold=bold) > room:
            last = last[:-1]
        found = [*found[: most - 1], f"{last.rstrip()}…"]
    return found or [""]


def _broken(text: str, size: int, room: float, bold: bool) -> Iterator[str]:
    """Whole words to a line; a word wider than the line is cut into pieces."""
    line = ""
    for word in fonts.words(text):
        longer = f"{line} {word}".strip()
        if width_of(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width_of(line, size, bold=bold) > room:
            cut = max(1, bisect_right(range(1, len(line)), room, key=partial(_width_of_part, line, size, bold)))
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line


def _width_of_part(text: str, size: int, bold: bool, length: int) -> float:
    return width_of(text[:length], size, bold=bold)


@lru_cache(maxsize=8)
def _font(size: int, bold: bool) -> FT2Font:
    """The font to measure with; its unit is 1/64 of a pixel."""
    font = FT2Font(str(fonts.path(bold)))
    font.set_size(points(size), DPI)
    return font

"""The poster that invites by QR code: an A4 page in portrait at 150 dpi. Runs in the workshop.

The code is placed pixel by pixel, without resampling, so that any phone reads it from paper or from a screen.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import segno
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from locales import Wording
from reports import fonts

WIDTH, HEIGHT, DPI = 1240, 1754, 150
LEFT, RIGHT = 110, 1130
CODE_TOP, CODE_SIDE = 543, 690
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 9.1)."""
INK, SOFT, ACCENT, PAPER, TINT = "#1f2a37", "#4b5563", "#1f6f5c", "#ffffff", "#e8f2ef"


def draw(organisation: str, link: str, valid_until: date | None, language: str) -> bytes:
    """The PNG, 1240 × 1754 pixels. `link`: as printed and coded; `valid_until`: its last day, if it has one."""
    page = Page(language)
    page.block(0, 0, WIDTH, 330, ACCENT)
    page.say(150, page.worded("title"), 104, PAPER, bold=True)
    page.say(262, page.worded("call"), 38, PAPER)
    page.name(organisation)
    page.say(472, page.worded("about-1"), 32, SOFT)
    page.say(516, page.worded("about-2"), 32, SOFT)
    page.code(link)
    page.steps([page.worded(f"step-{number}") for number in (1, 2, 3)])
    page.say(1487, page.worded("guardian"), 26, SOFT)
    page.block(0, 1530, WIDTH, 224, TINT)
    page.say(1582, page.worded("link"), 30, SOFT)
    page.say(1636, link, 40, INK, bold=True)
    if valid_until is not None:
        page.say(1700, page.worded("valid", until=valid_until), 28, SOFT)
    return page.png()


class Page:
    """The sheet, measured in pixels from its upper left corner."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._wording = Wording.load()
        self._figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self._figure)

    def worded(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"report-poster-{key}", **values)

    def say(
        self, top: float, text: str, size: float, colour: str, *, bold: bool = False, left: float | None = None
    ) -> None:
        """Text whose middle is at `top`, `size` pixels high: centred, or from `left`; made to fit the width."""
        drawn = self._figure.text(
            (WIDTH / 2 if left is None else left) / WIDTH,
            1 - top / HEIGHT,
            text,
            ha="center" if left is None else "left",
            va="center_baseline",
            color=colour,
            fontfamily=fonts.FAMILY,
            fontweight="bold" if bold else "normal",
            fontsize=size * 72 / DPI,
            parse_math=False,
        )
        room = RIGHT - (LEFT if left is None else left)
        width = drawn.get_window_extent().width
        if width > room:
            drawn.set_fontsize(size * 72 / DPI * room / width)

    def name(self, organisation: str) -> None:
        """The organisation in one line, or a long official name in two or three smaller: its number is often last."""
        parts = fonts.lines(organisation, 44)
        if len(parts) == 1:
            self.say(396, parts[0], 48, INK, bold=True)
            return
        tops: tuple[int, ...] = (368, 416)
        size = 36
        if parts[-1].endswith("…"):
            parts = fonts.lines(organisation, 54, most=3)
            tops, size = (356, 391, 426)[: len(parts)], 29
        for top, part in zip(tops, parts, strict=True):
            self.say(top, part, size, INK, bold=True)

    def block(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        place = (left / WIDTH, 1 - (top + height) / HEIGHT)
        self._figure.add_artist(Rectangle(place, width / WIDTH, height / HEIGHT, facecolor=colour, edgecolor="none"))

    def code(self, link: str) -> None:
        """The QR code with middle error correction, whole pixels a module, centred in its square."""
        pixels = code_pixels(link, CODE_SIDE)
        side = len(pixels)
        left, top = (WIDTH - side) // 2, CODE_TOP + (CODE_SIDE - side) // 2
        self._figure.figimage(pixels, xo=left, yo=HEIGHT - top - side, cmap="gray", vmin=0, vmax=1, origin="upper")

    def steps(self, texts: list[str]) -> None:
        """Numbered in circles, one under the other."""
        for number, text in enumerate(texts, start=1):
            top = 1252 + (number - 1) * 80
            self._figure.add_artist(
                Circle((LEFT + 34, HEIGHT - top), 31, transform=None, facecolor=ACCENT, edgecolor="none")
            )
            self._digit(LEFT + 34, top, str(number))
            self.say(top, text, 30, INK, left=LEFT + 90)

    def _digit(self, left: float, top: float, digit: str) -> None:
        self._figure.text(
            left / WIDTH,
            1 - top / HEIGHT,
            digit,
            ha="center",
            va="center_baseline",
            color=PAPER,
            fontfamily=fonts.FAMILY,
            fontweight="bold",
            fontsize=36 * 72 / DPI,
        )

    def png(self) -> bytes:
        picture = BytesIO()
        self._figure.savefig(picture, format="png", dpi=DPI, metadata={"Software": None})
        return picture.getvalue()


def code_pixels(link: str, side: int) -> list[list[int]]:
    """The code as rows of pixels (0 black, 1 white), quiet zone included, as large as fits into `side`."""
    code = segno.make_qr(link, error="m")
    modules = [[1 - int(dark) for dark in row] for row in code.matrix_iter(scale=1, border=QUIET)]
    scale = side // len(modules)
    return [[cell for cell in row for _ in range(scale)] for row in modules for _ in range(scale)]

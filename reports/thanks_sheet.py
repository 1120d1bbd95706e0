"""A sheet of thanks as PDF or PNG: A4 with a plain frame, texts set to fit at any length. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from reports import fonts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHORT, LONG = 595.3, 841.9
"""A4 in points."""
FRAME, ROOM = 28.0, 62.0
"""Points from the edge of the page to the frame and to the text."""
LEADING = 1.35
INK, SOFT, ACCENT, PAPER = "#1f2a37", "#4b5563", "#1f6f5c", "#ffffff"
_DPI = 150
_STEP, _LEAST = 0.95, 0.3
_TRIED = 100.0
"""Points at which widths are measured."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `size` and `before` in points; `foot`: it stands at the bottom of the page."""

    text: str
    size: float = 13
    bold: bool = False
    colour: str = INK
    before: float = 6
    left: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    blocks: tuple[Block, ...]
    landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, points."""
        return (LONG, SHORT) if self.landscape else (SHORT, LONG)


def pdf(sheets: Iterable[Sheet]) -> bytes:
    """All pages, with the fonts embedded so that names can be copied from it."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages

    content = BytesIO()
    with rc_context({"pdf.fonttype": 42}), PdfPages(content, metadata={"CreationDate": None}) as pages:
        for sheet in sheets:
            pages.savefig(_drawn(sheet))
    return content.getvalue()


def png(sheet: Sheet) -> bytes:
    """One page at 150 dpi."""
    content = BytesIO()
    _drawn(sheet).savefig(content, format="png", dpi=_DPI, metadata={"Software": None})
    return content.getvalue()


def _drawn(sheet: Sheet) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    width, height = sheet.size
    figure = Figure(figsize=(width / 72, height / 72), facecolor=PAPER)
    for inset, line in ((FRAME, 2.2), (FRAME + 6, 0.7)):
        place, across, up = (inset / width, inset / height), 1 - 2 * inset / width, 1 - 2 * inset / height
        figure.add_artist(Rectangle(place, across, up, facecolor="none", edgecolor=ACCENT, linewidth=line))
    body, foot = _fitted(sheet)
    free = height - 2 * ROOM - _height(body) - _height(foot)
    _set(figure, sheet, body, height - ROOM - max(0.0, free * 0.4))
    _set(figure, sheet, foot, ROOM + _height(foot))
    return figure


@dataclass(frozen=True, slots=True)
class _Broken:
    """A block in lines."""

    block: Block
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return self.block.before + len(self.lines) * self.block.size * LEADING


def fitting(sheet: Sheet) -> Sheet:
    """The sheet with letters as large as lets all of it stand on its page."""
    body, foot = _fitted(sheet)
    return replace(sheet, blocks=tuple(one.block for one in (*body, *foot)))


def _fitted(sheet: Sheet) -> tuple[Sequence[_Broken], Sequence[_Broken]]:
    """Body and foot in lines, made smaller until both stand on the page."""
    width, height = sheet.size
    scale = 1.0
    while True:
        scaled = [replace(one, size=one.size * scale, before=one.before * scale) for one in sheet.blocks]
        body = [_Broken(one, _lines(one, width - 2 * ROOM)) for one in scaled if not one.foot]
        foot = [_Broken(one, _lines(one, width - 2 * ROOM)) for one in scaled if one.foot]
        if _height(body) + _height(foot) <= height - 2 * ROOM or scale < _LEAST:
            return body, foot
        scale *= _STEP


def _height(broken: Iterable[_Broken]) -> float:
    return sum(one.height for one in broken)


def _lines(block: Block, width: float) -> tuple[str, ...]:
    """Word by word; a word wider than the page is broken where it must be."""
    lines: list[str] = []
    line = ""
    for word in fonts.words(fonts.printable(block.text)):
        for piece in _pieces(word, block, width):
            longer = f"{line} {piece}".strip()
            if line and _width(longer, block) > width:
                lines.append(line)
                longer = piece
            line = longer
    return (*lines, line)


def _pieces(word: str, block: Block, width: float) -> Iterable[str]:
    while len(word) > 1 and _width(word, block) > width:
        cut = next(at for at in range(len(word) - 1, 0, -1) if at == 1 or _width(word[:at], block) <= width)
        yield word[:cut]
        word = word[cut:]
    yield word


def _width(text: str, block: Block) -> float:
    return _wide(text, bold=block.bold) * block.size


@lru_cache(maxsize=4096)
def _wide(text: str, *, bold: bool) -> float:
    """How wide it is for each point of its letters' size; the same words are tried again and again."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=fonts.FAMILY, weight="bold" if bold else "normal", size=_TRIED)
    wide, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(wide) / _TRIED


def _set(figure: Figure, sheet: Sheet, broken: Iterable[_Broken], top: float) -> None:
    """Lines downwards from `top` (points from the bottom of the page)."""
    width, height = sheet.size
    for one in broken:
        top -= one.block.before
        for line in one.lines:
            figure.text(
                (ROOM if one.block.left else width / 2) / width,
                (top - one.block.size * LEADING / 2) / height,
                line,
                ha="left" if one.block.left else "center",
                va="center_baseline",
                color=one.block.colour,
                fontfamily=fonts.FAMILY,
                fontweight="bold" if one.block.bold else "normal",
                fontsize=one.block.size,
                parse_math=False,
            )
            top -= one.block.size * LEADING

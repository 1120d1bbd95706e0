"""What every sheet of a workbook needs beside its cells: rows as high as their texts, and a page to print it on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LINE = 15
"""Points of one line in the letters that xlsxwriter gives a cell."""
HIGHEST = 408
"""Points that a spreadsheet allows a row (409), in whole pixels."""
A4 = 9
"""The paper's number in the format."""
READABLE = 280
"""Characters across a lying page when its letters are shrunk to half; smaller ones nobody reads."""


def grow(sheet: Worksheet, row: int, cells: Iterable[object], widths: Sequence[float]) -> None:
    """Give a row the height of its longest wrapped text; widths: of the columns, in characters.

    Excel does so by itself when it opens the file, LibreOffice does not: there the lines would lie on each other. To be
    called before the row is written where a workbook keeps no rows in memory.
    """
    lines = max((_lines(cell, width) for cell, width in zip(cells, widths, strict=False)), default=1)
    if lines > 1:
        sheet.set_row(row, min(LINE * lines, HIGHEST))


def lay_out(sheet: Worksheet, widths: Iterable[float], head: int = 0) -> None:
    """Print on A4 lying, the row `head` on every page; widths: of the columns, in characters.

    All columns stand on one page's width; where that would make them unreadable on as few as they need, the first one
    on each.
    """
    across = max(1, ceil(sum(widths) / READABLE))
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(head)
    if across > 1:
        sheet.repeat_columns(0)


def _lines(cell: object, width: float) -> int:
    """How many lines a text takes; anything else takes one."""
    if not isinstance(cell, str) or (len(cell) < width and "\n" not in cell):
        return 1
    return sum(max(1, len(wrap(part, max(1, int(width) - 1)))) for part in cell.split("\n"))

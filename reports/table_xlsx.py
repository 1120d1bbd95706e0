"""Plain tables as an .xlsx: a sheet each, its heading by a wording, numbers as numbers. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Any

from locales import Wording
from reports.xlsx_page import grow, lay_out

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_NARROW, _WIDE = 12, 60
_SHEET_NAME = 31
"""Characters that a spreadsheet takes for the name of a sheet."""


class Hidden(Enum):
    """A number that is there and may not be shown."""

    CELL = "compare-cell-hidden"


@dataclass(frozen=True, slots=True)
class Share:
    """A share in per cent, as the sheet shows it; what is reckoned with is the hundredth part."""

    per_cent: float


Shown = str | int | float | date | Share | None
Cell = Shown | Hidden
_DAY, _SHARE = "dd.mm.yyyy", "0.0%"


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: `title` and `heads` are keys of wordings; a cell of None stays empty."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_workbook(tables: Sequence[Table], language: str) -> bytes:
    """The workbook in the reader's language (`ru` or `en`); typed words stay text, days and shares are numbers."""
    from xlsxwriter import Workbook

    content, wording = BytesIO(), Wording.load()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for table in tables:
        heads = [wording.text(language, key) for key in table.heads]
        rows = [
            tuple(wording.text(language, cell.value) if isinstance(cell, Hidden) else cell for cell in row)
            for row in table.rows
        ]
        _sheet(book, wording.text(language, table.title)[:_SHEET_NAME], heads, rows)
    book.close()
    return content.getvalue()


def _sheet(book: Workbook, name: str, heads: Sequence[str], rows: Sequence[tuple[Shown, ...]]) -> None:
    from reports.workbook import as_text

    head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF", "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": _DAY, "align": "left", "valign": "top"})
    share = book.add_format({"num_format": _SHARE, "valign": "top"})
    sheet: Any = book.add_worksheet(name)
    widths = [_width(title, [row[column] for row in rows]) for column, title in enumerate(heads)]
    for column, (title, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                sheet.write_number(number, column, cell, text)
            elif isinstance(cell, Share):
                sheet.write_number(number, column, cell.per_cent / 100, share)
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, datetime.combine(cell, time(0)), day)
            elif cell is not None:
                sheet.write_string(number, column, as_text(cell), text)
        grow(sheet, number, row, widths)
    sheet.freeze_panes(1, 0)
    lay_out(sheet, widths)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)


def _width(title: str, cells: Sequence[object]) -> int:
    shown = ["" if cell is None or isinstance(cell, Share) else str(cell) for cell in cells]
    longest = max(len(title), *map(len, shown)) if shown else len(title)
    return min(max(longest + 2, _NARROW), _WIDE)

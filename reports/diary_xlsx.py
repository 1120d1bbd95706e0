"""The mentor's diary as an .xlsx: a row a meeting, hours by month on a second sheet. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from reports.diary import COLUMNS, Diary, Words
from reports.workbook import as_text
from reports.xlsx_page import grow, lay_out

_WIDTHS = (17, 24, 12, 28, 48, 32, 17)


def write(diary: Diary, language: str) -> bytes:
    """The workbook in the reader's language (`ru` or `en`); what people typed stays text."""
    content, words = BytesIO(), Words(diary, language)
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF", "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    rows: list[Sequence[str | int]] = [_row(words.cells(row), row.minutes) for row in diary.rows]
    _sheet(book, words.word("sheet-meetings"), [words.word(f"column-{name}") for name in COLUMNS], rows, head, text)
    months: list[Sequence[str | int]] = [(words.month(first), of.meetings, of.minutes) for first, of in diary.months]
    months.append((words.word("file-total"), diary.total.meetings, diary.total.minutes))
    heads = [words.word(f"column-{name}") for name in ("month", "meetings", "minutes")]
    _sheet(book, words.word("sheet-hours"), heads, months, head, text)
    book.close()
    return content.getvalue()


def _row(cells: tuple[str, ...], minutes: int | None) -> Sequence[str | int]:
    """Minutes as a number, so that they can be summed."""
    return cells if minutes is None else (*cells[:2], minutes, *cells[3:])


def _sheet(
    book: Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]], head: Any, text: Any
) -> None:
    sheet = book.add_worksheet(name)
    for column, title in enumerate(heads):
        sheet.set_column(column, column, _WIDTHS[column])
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, text)
            else:
                sheet.write_string(number, column, as_text(cell), text)
        grow(sheet, number, row, _WIDTHS)
    sheet.freeze_panes(1, 0)
    lay_out(sheet, _WIDTHS[: len(heads)])

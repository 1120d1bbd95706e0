"""The report of indicators as an xlsx: the document's table, and how its period was counted. Runs in the workshop.

Shares that stand alone are numbers, everything else texts, whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.indicators_data import IndicatorReport, Row
from reports.indicators_text import Words, cell, counted, heading, period, place, state
from reports.workbook import as_text
from reports.xlsx_page import grow, lay_out

WIDTHS = {"number": 8, "name": 60, "sort": 14, "unit": 11}
PERIOD = 22
"""Width of a column of figures."""
COUNTED = (8, 14, 14, 60, 24)
SHARE = '0.###" %"'
TOP = 4
"""The row of the headings, counted from 0: whose report it is stands above."""


def write(report: IndicatorReport, language: str) -> bytes:
    """The xlsx in the reader's language (`ru` or `en`)."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheets = _Sheets(book, Words(language))
    sheets.table(report)
    sheets.counted(report)
    book.close()
    return content.getvalue()


class _Sheets:
    """Writes the sheets of one report."""

    def __init__(self, book: Workbook, said: Words) -> None:
        self._book, self._said = book, said
        look = {"text_wrap": True, "valign": "top", "border": 1}
        self._bold = book.add_format({"bold": True})
        self._head = book.add_format({**look, "bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF"})
        self._text = book.add_format(look)
        self._share = book.add_format({**look, "num_format": SHARE, "align": "left"})
        self._whole = book.add_format({**look, "num_format": '0" %"', "align": "left"})

    def table(self, report: IndicatorReport) -> None:
        """The document's columns; above them whose report it is, of which period, when it was sent."""
        said = self._said
        widths = [WIDTHS.get(each.column, PERIOD) for each in report.headings]
        sheet = self._sheet(said("sheet-table"), widths)
        for at, text in enumerate(self._above(report)):
            sheet.write_string(at, 0, as_text(text), self._bold)
        heads = [heading(each, said) for each in report.headings]
        grow(sheet, TOP, heads, widths)
        self._row(sheet, TOP, heads, self._head)
        sheet.freeze_panes(TOP + 1, 0)
        lay_out(sheet, widths, TOP)
        for at, row in enumerate(report.rows, TOP + 1):
            self._indicator(sheet, at, report, row)
            grow(sheet, at, [cell(report, row, column, said) for column in range(len(widths))], widths)

    def counted(self, report: IndicatorReport) -> None:
        """Numerators and denominators of the period."""
        said = self._said
        sheet = self._sheet(said("sheet-counted"), COUNTED)
        heads = [said(f"counted-{name}") for name in ("number", "above", "below", "of", "plan")]
        self._row(sheet, 0, heads, self._head)
        sheet.freeze_panes(1, 0)
        lay_out(sheet, COUNTED)
        for at, row in enumerate(counted(report, said), 1):
            grow(sheet, at, row, COUNTED)
            for column, text in enumerate(row):
                if column in (1, 2) and text.isdecimal():
                    sheet.write_number(at, column, int(text), self._text)
                else:
                    sheet.write_string(at, column, as_text(text), self._text)

    def _above(self, report: IndicatorReport) -> tuple[str, ...]:
        said = self._said
        of = said("of-period", period=period(report.period, said), day=report.period.report_date)
        return report.title, place(report, said), of, state(report, said)

    def _indicator(self, sheet: Worksheet, at: int, report: IndicatorReport, row: Row) -> None:
        for column, one in enumerate(row.cells):
            alone = one.share if one.share is not None and not one.kinds else None
            if alone is None:
                sheet.write_string(at, column, as_text(cell(report, row, column, self._said)), self._text)
            else:
                look = self._whole if alone == int(alone) else self._share
                sheet.write_number(at, column, float(alone), look)

    def _sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        return sheet

    def _row(self, sheet: Worksheet, at: int, texts: Sequence[str], look: Format) -> None:
        for column, text in enumerate(texts):
            sheet.write_string(at, column, as_text(text), look)

"""The report of indicators as a docx in the layout of the document's table, ready to be signed. Runs in the workshop.

Sources: Kumtorkala, п. 7.7; Kavkazsky, appendix 1, row 5; Kyzyl, section 2; Seversk, section IV.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.blank_docx import finished, printable
from reports.indicators_data import IndicatorReport
from reports.indicators_text import Words, cell, counted, heading, period, place, state

FONT = "Times New Roman"
BODY, CELL = Pt(12), Pt(10)
UPRIGHT, LYING = 177, 257
"""Millimetres between the margins of an A4 sheet."""
MOST_UPRIGHT = 5
"""Columns of an upright sheet; more lie down."""
WIDTHS = {"number": 14, "sort": 26, "unit": 22, "base": 24, "plan": 24, "fact": 32}
"""Millimetres; the name has what is left, and no less than `NAME`."""
NAME = 60
COUNTED = (14, 24, 29, 70, 40)
TITLE, OF_WHAT = 1, 3
"""Columns of words, which begin at the left; numbers stand in the middle."""


def write(report: IndicatorReport, language: str) -> bytes:
    """The docx in the reader's language (`ru` or `en`)."""
    return finished(_Paper(language, lying=len(report.headings) > MOST_UPRIGHT).make(report))


class _Paper:
    """One document being written, top to bottom."""

    def __init__(self, language: str, *, lying: bool) -> None:
        self._said = Words(language)
        self._width = LYING if lying else UPRIGHT
        self._document: Any = Document()
        self._set_up(lying=lying)

    def make(self, report: IndicatorReport) -> Any:
        said = self._said
        self._line(report.title, bold=True, centred=True)
        self._line(place(report, said), centred=True)
        self._line(said("of-period", period=period(report.period, said), day=report.period.report_date), centred=True)
        self._table([heading(each, said) for each in report.headings], self._rows(report), self._widths(report))
        self._document.add_paragraph()
        self._line(said("counted-head", day=report.period.report_date), bold=True)
        heads = [said(f"counted-{name}") for name in ("number", "above", "below", "of", "plan")]
        scale = self._width / sum(COUNTED)
        self._table(heads, list(counted(report, said)), [width * scale for width in COUNTED], left=OF_WHAT)
        for row in report.rows:
            if row.note:
                self._line(said("note", id=row.number, text=row.note))
        self._end(report)
        return self._document

    def _set_up(self, *, lying: bool) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if lying else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.left_margin, section.right_margin = Mm(20), Mm(20 if lying else 13)
        section.top_margin = section.bottom_margin = Mm(15)
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, BODY
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(4)

    def _rows(self, report: IndicatorReport) -> list[list[str]]:
        return [[cell(report, row, at, self._said) for at in range(len(report.headings))] for row in report.rows]

    def _widths(self, report: IndicatorReport) -> list[float]:
        """The name takes what the others leave; where that is too little, all of them give way."""
        fixed = [float(WIDTHS.get(each.column, 0)) for each in report.headings]
        name = max(self._width - sum(fixed), NAME)
        widths = [width or name for width in fixed]
        return [width * self._width / sum(widths) for width in widths]

    def _table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], left: int = TITLE
    ) -> None:
        table = self._document.add_table(rows=1, cols=len(heads))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for grid, width in zip(table.columns, widths, strict=True):  # LibreOffice goes by the grid, Word by the cells
            grid.width = Mm(width)
        self._fill(table.rows[0], heads, widths, left, bold=True)
        _mark(table.rows[0], "w:tblHeader")
        for row in rows:
            added = table.add_row()
            self._fill(added, row, widths, left)
            _mark(added, "w:cantSplit")

    def _fill(self, row: Any, texts: Sequence[str], widths: Sequence[float], left: int, *, bold: bool = False) -> None:
        for at, (one, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            one.width = Mm(width)
            paragraph = one.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            if bold or at != left:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _run(paragraph, text, size=CELL, bold=bold)

    def _end(self, report: IndicatorReport) -> None:
        """When it was sent, and the line to be signed."""
        said = self._said
        self._line(state(report, said))
        signer = "municipality" if report.organisation is None else "organisation"
        self._line(said("signature", signer=signer) + " " + "_" * 14 + " / " + "_" * 24)

    def _line(self, text: str, *, bold: bool = False, centred: bool = False) -> None:
        paragraph = self._document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(paragraph, text, bold=bold)


def _run(paragraph: Any, text: str, *, size: Pt | None = None, bold: bool = False) -> None:
    """Text as it is, without what XML can't hold."""
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if size is not None:
        run.font.size = size


def _mark(row: Any, name: str) -> None:
    """A property of a row: its heading repeats on each page, or it stays on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))

"""The paper of an individual plan in the layout of the document's table, ready to be signed. Runs in the workshop.

Source: Tver programme, appendix «Типовые индивидуальные планы развития»: heading lines, a table of six columns whose
sections are rows across it, footnotes, two signatures with dates side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from locales import Wording
from reports.blank_docx import finished, printable
from reports.plan_document_data import Column, Noted, PlanSheet, Row, Section, Signatory

FONT = "Times New Roman"
BODY, CELL, SMALL = Pt(12), Pt(10), Pt(9)
WIDTHS = {"number": 12, "task": 47, "due": 21, "expected": 41, "result": 32, "assessment": 24}
"""Millimetres of an upright A4 sheet, 177 in all; «запланированный» is the longest word of a result."""
WIDTH = sum(WIDTHS.values())
SIGNED = (80, 97)
"""Room for the two signatures: «наставляемого сотрудника» is the longer one."""


def write(sheet: PlanSheet, language: str) -> bytes:
    """The docx; headings and dates in the reader's language (`ru` or `en`)."""
    return finished(_Paper(language).make(sheet))


class _Paper:
    """One document being written, top to bottom."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._wording = Wording.load()
        self._document: Any = Document()
        self._set_up()

    def make(self, sheet: PlanSheet) -> Any:
        self._head(sheet)
        self._table(sheet)
        self._footnotes(sheet.footnotes)
        if sheet.assessment:
            self._field(self._word("plan-paper-assessment"), sheet.assessment)
        self._signatures(sheet)
        for name, text in sheet.notes:
            self._appendix(name, text)
        return self._document

    # --- parts --------------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(20), Mm(13)
        section.top_margin = section.bottom_margin = Mm(15)
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, BODY
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(4)

    def _head(self, sheet: PlanSheet) -> None:
        title = self._document.add_paragraph()
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(title, sheet.title.upper(), bold=True)
        key = "plan-paper-form" if sheet.role_model is None else "plan-paper-form-model"
        self._line(self._word(key, form=sheet.form, model=sheet.role_model or ""))
        for one in (sheet.mentee, sheet.mentor):
            self._line(f"{one.line}: {one.name}")
        self._line(self._word("plan-paper-term", starts=sheet.starts, ends=sheet.ends))
        for name, text in sheet.fields:
            self._field(name, text)

    def _table(self, sheet: PlanSheet) -> None:
        table = self._document.add_table(rows=1, cols=len(sheet.columns))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        widths = _widths(sheet.columns)
        for grid, width in zip(table.columns, widths, strict=True):  # LibreOffice goes by the grid, Word by the cells
            grid.width = Mm(width)
        for cell, column, width in zip(table.rows[0].cells, sheet.columns, widths, strict=True):
            cell.width = Mm(width)
            _write(cell, column.name, bold=True, centred=True)
        _mark(table, 0, "w:tblHeader")
        for section in sheet.sections:
            self._section(table, section)
            for row in section.rows:
                self._row(table, row, sheet.columns, widths)

    def _section(self, table: Table, section: Section) -> None:
        cells = _added(table)
        whole = cells[0].merge(cells[-1])
        name = self._word("plan-paper-section", number=section.number, name=section.name.text)
        _write(whole, Noted(name, section.name.note), bold=True)
        _mark(table, -1, "w:cantSplit")
        for paragraph in whole.paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    def _row(self, table: Table, row: Row, columns: tuple[Column, ...], widths: list[float]) -> None:
        for cell, column, width in zip(_added(table), columns, widths, strict=True):
            cell.width = Mm(width)
            _write(cell, self._cell(row, column.id), centred=column.id in ("number", "due"))
        _mark(table, -1, "w:cantSplit")

    def _cell(self, row: Row, column: str) -> Noted:
        match column:
            case "number":
                return Noted(f"{row.number}.")
            case "task":
                return row.task
            case "due":
                return Noted(self._wording.day(self._language, row.due, "short") if row.due else "")
            case "expected":
                return row.expected
            case "result":
                return Noted(self._result(row))
        return Noted(row.assessment or "")

    def _result(self, row: Row) -> str:
        """The document's words for the grade, then what was done."""
        graded = self._word(f"plan-paper-grade-{row.grade}") if row.grade else ""
        return "\n".join(part for part in (graded, row.result or "") if part)

    def _footnotes(self, footnotes: Iterable[str]) -> None:
        texts = tuple(footnotes)
        if texts:
            rule = self._document.add_paragraph("_" * 20)
            rule.paragraph_format.space_after = Pt(0)
        for number, text in enumerate(texts, start=1):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            _run(paragraph, str(number), size=SMALL, raised=True)
            _run(paragraph, f" {text}", size=SMALL)

    def _signatures(self, sheet: PlanSheet) -> None:
        table = self._document.add_table(rows=1, cols=2)
        table.autofit = False
        sides = zip(table.columns, table.rows[0].cells, (sheet.mentor, sheet.mentee), SIGNED, strict=True)
        for grid, cell, one, width in sides:
            grid.width = cell.width = Mm(width)
            self._signature(cell, one)
        _mark(table, 0, "w:cantSplit")
        self._line(self._word("plan-paper-version", version=sheet.version), size=SMALL)

    def _signature(self, cell: _Cell, one: Signatory) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = Pt(18)
        _run(paragraph, f"{one.signature} {'_' * 9}")
        _run(cell.add_paragraph(), self._word("plan-paper-date"))
        if one.agreed_on is not None:
            _run(cell.add_paragraph(), self._word("plan-paper-agreed", on=one.agreed_on), size=SMALL)

    def _appendix(self, name: str, text: str) -> None:
        self._document.add_page_break()
        title = self._document.add_paragraph()
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(title, name, bold=True)
        for part in text.split("\n"):
            self._line(part)

    # --- words --------------------------------------------------------------------------------------------------------

    def _word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, key, **values)

    def _line(self, text: str, *, size: Pt = BODY) -> None:
        _run(self._document.add_paragraph(), text, size=size)

    def _field(self, name: str, text: str) -> None:
        paragraph = self._document.add_paragraph()
        _run(paragraph, f"{name}: ", bold=True)
        _run(paragraph, text)


def _added(table: Any) -> tuple[_Cell, ...]:
    """The cells of a new row."""
    cells: tuple[_Cell, ...] = table.add_row().cells
    return cells


def _widths(columns: tuple[Column, ...]) -> list[float]:
    """The columns that are there share the sheet's width."""
    plain = [WIDTHS[column.id] for column in columns]
    return [width * WIDTH / sum(plain) for width in plain]


def _write(cell: _Cell, noted: Noted, *, bold: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, noted.text, size=CELL, bold=bold)
    if noted.note is not None:
        _run(paragraph, str(noted.note), size=CELL, raised=True)


def _run(paragraph: Paragraph, text: str, *, size: Pt | None = None, bold: bool = False, raised: bool = False) -> None:
    """Text as it is, without what XML can't hold."""
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if size is not None:
        run.font.size = size
    if raised:
        run.font.superscript = True


def _mark(table: Table, row: int, name: str) -> None:
    """A property of a row: its heading repeats on each page, or it stays on one."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(name))

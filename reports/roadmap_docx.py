"""The roadmap of a place as a document: the table of the programme, and beside each row what was done. In the workshop.

Columns that the programme's own table does not have (Tver: the result, Seversk: the content) are left out.
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
from docx.table import _Cell

from locales import Wording
from mentoring.roadmap import Standing
from reports.blank_docx import finished, printable
from reports.roadmap_data import RoadmapSheet, SheetRow, Step

FONT = "Times New Roman"
BODY, CELL = Pt(12), Pt(9)
WIDTHS = {"number": 12, "measure": 52, "content": 56, "term": 32, "responsible": 36, "document": 40, "done": 40}
"""Millimetres of an A4 sheet on its side, 268 in all."""
_CENTRED = frozenset({"number"})
_TOLD = (Standing.DONE, Standing.NOT_NEEDED, Standing.LATE)


def write(sheet: RoadmapSheet, language: str) -> bytes:
    """The docx; headings and dates in the reader's language (`ru` or `en`)."""
    return finished(_Paper(language).make(sheet))


class _Paper:
    """One document being written, top to bottom."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._wording = Wording.load()
        self._document: Any = Document()
        self._moved = False
        self._set_up()

    def make(self, sheet: RoadmapSheet) -> Any:
        self._moved = sheet.moved
        self._line(self._word("roadmap-paper-title"), bold=True, centred=True)
        self._line(sheet.title, bold=True, centred=True)
        if sheet.place != sheet.title:
            self._line(sheet.place, centred=True)
        self._line(self._word("roadmap-paper-as-of", day=sheet.today), centred=True)
        self._table(sheet)
        return self._document

    def _set_up(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(14)
        section.top_margin = section.bottom_margin = Mm(15)
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, BODY
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(4)

    def _table(self, sheet: RoadmapSheet) -> None:
        columns = _columns(sheet)
        widths = [WIDTHS[each] * sum(WIDTHS.values()) / sum(WIDTHS[name] for name in columns) for each in columns]
        table = self._document.add_table(rows=1, cols=len(columns))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for grid, width in zip(table.columns, widths, strict=True):  # LibreOffice goes by the grid, Word by the cells
            grid.width = Mm(width)
        names = [self._word(f"roadmap-paper-{each}") for each in columns]
        for cell, name, width in zip(table.rows[0].cells, names, widths, strict=True):
            cell.width = Mm(width)
            _write(cell, (name,), bold=True, centred=True)
        _mark(table.rows[0], "w:tblHeader")
        for stage in sheet.stages:
            self._stage(table, stage.name)
            for row in stage.rows:
                self._row(table, row, columns, widths)

    def _stage(self, table: Any, name: str) -> None:
        added = table.add_row()
        whole = added.cells[0].merge(added.cells[-1])
        _write(whole, (name,), bold=True)
        whole.paragraphs[0].paragraph_format.keep_with_next = True
        _mark(added, "w:cantSplit")

    def _row(self, table: Any, row: SheetRow, columns: Sequence[str], widths: Sequence[float]) -> None:
        added = table.add_row()
        for cell, column, width in zip(added.cells, columns, widths, strict=True):
            cell.width = Mm(width)
            _write(cell, self._cell(row, column), centred=column in _CENTRED)
        if sum(map(len, row.content)) + len(row.measure) < 1500:
            _mark(added, "w:cantSplit")

    def _cell(self, row: SheetRow, column: str) -> Sequence[str]:
        match column:
            case "number":
                return (row.number,)
            case "measure":
                return (row.measure,)
            case "content":
                return [f"– {each}" for each in row.content] if len(row.content) > 1 else row.content
            case "term":
                return (*row.terms, *(self._now(row) if self._moved else ()))
            case "responsible":
                return row.responsible
            case "document":
                return (row.document or "",)
        return [part for step in row.steps if step.standing in _TOLD for part in self._told(step)]

    def _now(self, row: SheetRow) -> Sequence[str]:
        """The last days that the document's words mean in the years the programme is run for."""
        days = [self._wording.day(self._language, step.last, "short") for step in row.steps if step.last is not None]
        return (self._word("roadmap-paper-now", days=", ".join(days)),) if days else ()

    def _told(self, step: Step) -> Sequence[str]:
        """«Выполнено 28.09.2026, Ветрова А. Л.», then what proves it; of what is late its day."""
        on = step.on or step.last
        day = self._wording.day(self._language, on, "short") if on is not None else "none"
        said = self._word("roadmap-paper-step", standing=step.standing.value, day=day, who=step.by or "none")
        return (said, *step.proof)

    def _word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, key, **values)

    def _line(self, text: str, *, bold: bool = False, centred: bool = False) -> None:
        paragraph = self._document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(printable(text)).bold = bold or None


def _columns(sheet: RoadmapSheet) -> tuple[str, ...]:
    rows = [row for stage in sheet.stages for row in stage.rows]
    empty = {
        "content": not any(row.content for row in rows),
        "document": not any(row.document for row in rows),
    }
    return tuple(name for name in WIDTHS if not empty.get(name, False))


def _write(cell: _Cell, parts: Sequence[str], *, bold: bool = False, centred: bool = False) -> None:
    """A paragraph for each part, without what XML can't hold."""
    for at, part in enumerate(parts or ("",)):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(printable(part))
        run.font.size, run.bold = CELL, bold or None


def _mark(row: Any, name: str) -> None:
    """A property of a row: its heading repeats on each page, or it stays on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))

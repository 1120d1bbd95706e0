"""A paper as a plain Word document, which schools edit afterwards. Runs in the workshop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.blank_docx import finished, letter, printable
from reports.paper import LONG, Paper

BODY, CELL, HEAD = Pt(12), Pt(10), Pt(14)
NARROW, MANY = Pt(8), 7
"""Letters of the heads of a table of so many columns: «показателя» stands in one line there."""
BREAK = "\N{ZERO WIDTH SPACE}"
_SLASH = re.compile("(?<=[^\\W\\d_]{4})/(?=[^\\W\\d_]{4})")
"""Between long words of a cell («организации/муниципалитета») a line may end; LibreOffice ends none there by itself."""


class WordPaper(Paper):
    """Headings, tables and pictures as Word has them; pages are numbered in the foot, the first is not."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.document: Any = Document()
        self._set_up()

    def content(self, title: str) -> bytes:
        self.document.core_properties.title = printable(title)
        return finished(self.document)

    def heading(self, text: str) -> None:
        made = self.document.add_heading(printable(text), level=1)
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(14), Pt(6)

    def subheading(self, text: str) -> None:
        made = self.document.add_heading(printable(text), level=2)
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(8), Pt(4)

    def line(self, text: str, *, bold: bool = False, centred: bool = False, small: bool = False, size: int = 0) -> None:
        paragraph = self.document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(printable(text))
        run.bold = bold or None
        if small or size:
            run.font.size = CELL if small else Pt(size)

    def bullet(self, text: str) -> None:
        self.document.add_paragraph(printable(text), style="List Bullet")

    def space(self, lines: int) -> None:
        """What stands on both sides of it stays on one page: a signature never stands alone."""
        made = [*self.document.paragraphs[-1:], *(self.document.add_paragraph() for _ in range(lines))]
        for paragraph in made:
            paragraph.paragraph_format.keep_with_next = True

    def page_break(self) -> None:
        self.document.add_page_break()

    def picture(self, content: bytes, width: float, alt: str) -> None:
        shape = self.document.add_picture(BytesIO(content), width=Mm(width))
        shape._inline.docPr.set("descr", printable(alt))
        self.document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        if self.document.paragraphs:  # what leads to a table stays on its page
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=1, cols=len(heads))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for grid, width in zip(table.columns, widths, strict=True):  # LibreOffice goes by the grid, Word by the cells
            grid.width = Mm(width)
        _fill(table.rows[0], heads, widths, bold=True, size=NARROW if len(heads) >= MANY else CELL)
        _mark(table.rows[0], "w:tblHeader")
        for row in rows:
            added = table.add_row()
            if len(row) == 1 < len(widths):
                _join(table.rows[-2], added)
            _fill(added, row, widths if len(row) > 1 else (sum(widths),))
            if sum(map(len, row)) < LONG:
                _mark(added, "w:cantSplit")
        self.document.add_paragraph()

    def _set_up(self) -> None:
        self.document.core_properties.author = self.document.core_properties.comments = ""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(15)
        section.top_margin = section.bottom_margin = Mm(20)
        for name, size in (("Normal", BODY), ("Heading 1", HEAD), ("Heading 2", BODY)):
            style = self.document.styles[name]
            letter(style)
            style.font.size = size
        self.document.styles["Normal"].paragraph_format.space_after = Pt(5)
        section.different_first_page_header_footer = True
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), "PAGE")
        run, shown = OxmlElement("w:r"), OxmlElement("w:t")
        shown.text = "2"  # until the pages are counted
        run.append(shown)
        number.append(run)
        foot._p.append(number)


def _join(above: Any, row: Any) -> None:
    """A row of one cell, which begins on the page where the row above it ends."""
    row.cells[0].merge(row.cells[-1])
    for cell in above.cells:
        cell.paragraphs[-1].paragraph_format.keep_with_next = True


def _fill(row: Any, texts: Sequence[str], widths: Sequence[float], *, bold: bool = False, size: int = CELL) -> None:
    for one, text, width in zip(row.cells[: len(texts)], texts, widths, strict=True):
        one.width = Mm(width)
        paragraph = one.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(_SLASH.sub(f"/{BREAK}", printable(text)))
        run.font.size, run.bold = size, bold or None


def _mark(row: Any, name: str) -> None:
    """A property of a row: its heading repeats on each page, or it stays on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))

"""The mentor's diary as a .docx: landscape A4, one row a meeting, hours by month, lines to sign on.

Runs in the workshop.
"""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from reports.diary import COLUMNS, Diary, Words

_WIDTHS = (2.8, 3.2, 2.0, 4.0, 6.2, 4.6, 2.8)
"""Centimetres, column by column."""
_LETTERS = "Times New Roman"


def write(diary: Diary, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`)."""
    words, document = Words(diary, language), Document()
    _page(document)
    document.add_heading(words.word("file-title"), level=1)
    for line in words.head():
        document.add_paragraph(_printable(line))
    rows = [words.cells(row) for row in diary.rows]
    _table(document, tuple(words.word(f"column-{name}") for name in COLUMNS), rows, _WIDTHS)
    document.add_heading(words.word("file-hours"), level=2)
    months = [(words.month(first), str(of.meetings), words.hours(of)) for first, of in diary.months]
    total = (words.word("file-total"), str(diary.total.meetings), words.hours(diary.total))
    heads = tuple(words.word(f"column-{name}") for name in ("month", "meetings", "time"))
    _table(document, heads, [*months, total], (6.0, 4.0, 4.0))
    document.add_paragraph()
    document.add_paragraph(words.word("file-signed"))
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _page(document: Made) -> None:
    section, normal = document.sections[0], document.styles["Normal"]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal.font.name, normal.font.size = _LETTERS, Pt(11)


def _table(document: Made, heads: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[float, ...]) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _printable(text)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the grid, Word by the cells
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _printable(text: str) -> str:
    """Without what XML can't hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")

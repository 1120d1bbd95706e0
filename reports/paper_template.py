"""Word templates of official papers, made from the texts in `reports/templates/`.

A line is a paragraph; how it begins says what it looks like: `#` a heading, `-` flush left, `>` the address at the
right, `~` two ends of a line (parted by `|`), `.` a small line in the middle (after `|`: under the signature at the
right), `|=` the widths of a table's columns in centimetres, `|` its row (the first is its head, `|%` a tag between
rows), `---` a new page, `//` a remark. Everything else is a paragraph of the text. A line that is one Jinja tag stands
between paragraphs. The page is A4 with the margins of Russian office papers (GOST R 7.0.97-2016: 20 mm on the left and
above and below, 10 mm on the right; 30 mm on the left where it is kept for ever).
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FOLDER = Path(__file__).parent / "templates"
FONT = "Times New Roman"
SIZE, CELL, SMALL = Pt(14), Pt(11), Pt(10)
WIDTH = Cm(17)
"""Of the text: A4 less the margins."""
SIGNED = Cm(11.6)
"""Where the room for a signature is, from the left."""
_TAG = re.compile(r"\{%\s.*\s%\}")
_STARTS = ("#", "-", ">", "~", ".")


@lru_cache(maxsize=8)
def template(name: str) -> bytes:
    """The template `name` as a .docx with Jinja tags, as docxtpl wants it."""
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    _page(document)
    rows: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            _table(document, rows)
            rows = []
        if not line.startswith("//"):
            _paragraph(document, line)
    if rows:
        _table(document, rows)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Any) -> None:
    """A4, margins, and one font for everything."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.15
    small = document.styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = style, SMALL


def _paragraph(document: Any, line: str) -> None:
    """One line as a paragraph of its kind."""
    if line == "---":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    if _TAG.fullmatch(line) and line.count("{%") == 1:
        document.add_paragraph("{%p" + line[2:])
        return
    start, text = (line[0], line[1:].strip()) if line.startswith(_STARTS) else ("", line)
    made = document.add_paragraph()
    shape = made.paragraph_format
    if start == "#":
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape.keep_with_next = True
        made.add_run(text).bold = True
        return
    if start == "~":
        shape.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        text = "\t".join(part.strip() for part in text.split("|", 1))
        shape.space_before = Pt(6)
    elif start == ">":
        shape.left_indent = Cm(9)
    elif start == ".":
        made.style = document.styles["Small"]
        if text.startswith("|"):
            shape.tab_stops.add_tab_stop(SIGNED, WD_TAB_ALIGNMENT.CENTER)
            text = "\t" + text[1:].strip()
        else:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif not start and text:
        made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        shape.first_line_indent = Cm(1.25)
    made.add_run(text)


def _table(document: Any, rows: list[str]) -> None:
    """A table with lines: its widths, then its head, in bold and repeated on every page; a row stays on one page."""
    widths = [Cm(float(width)) for width in _cells(rows[0].replace("=", "", 1))]
    table = document.add_table(rows=0, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, line in enumerate(rows[1:]):
        row = table.add_row()
        _mark(row, "w:cantSplit")
        cells = row.cells
        texts = ["{%tr " + line[2:].strip() + " %}"] if line.startswith("|%") else _cells(line)
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        for cell, text in zip(cells, texts, strict=False):
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = CELL, number == 0
    _mark(table.rows[0], "w:tblHeader")


def _mark(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn(name), {qn("w:val"): "true"}))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line[1:].split("|")]

"""A sheet of thanks as .docx, with the same frame, to be edited and printed. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reports.blank_docx import blank, finished, printable
from reports.thanks_sheet import ACCENT, ROOM, Block, Sheet, fitting

if TYPE_CHECKING:
    from docx.document import Document as Made

_LINE = "18"
"""Eighths of a point."""


def docx(sheets: Iterable[Sheet]) -> bytes:
    """The pages; all of them lie as the first one does."""
    document = blank()
    for number, sheet in enumerate(map(fitting, sheets)):
        if not number:
            _page(document, sheet)
        for place, block in enumerate(sheet.blocks):
            _paragraph(document, block, breaks=bool(number) and not place)
    return finished(document)


def _page(document: Made, sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    section = document.sections[0]
    width, height = sheet.size
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(ROOM)
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "double"), ("sz", _LINE), ("space", "24"), ("color", ACCENT[1:])):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # The schema asks for the borders right after the margins.
    section._sectPr.find(qn("w:pgMar")).addnext(borders)


def _paragraph(document: Made, block: Block, *, breaks: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if block.left else WD_ALIGN_PARAGRAPH.CENTER
    shape: Any = paragraph.paragraph_format
    shape.page_break_before = breaks
    shape.space_before, shape.space_after = Pt(block.before), Pt(0)
    run = paragraph.add_run(printable(block.text))
    run.bold, run.font.size = block.bold, Pt(int(block.size))
    run.font.color.rgb = RGBColor.from_string(block.colour[1:].upper())

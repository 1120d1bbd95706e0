"""A .docx to begin with: one lettering and margins for all papers, a table as wide as told, the finished bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from locales.typography import bound

if TYPE_CHECKING:
    from docx.document import Document as Made

LETTERS = "Times New Roman"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def blank(points: int = 12, *, landscape: bool = False) -> Made:
    """An empty A4; landscape: lying."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = Document()
    section, normal = document.sections[0], document.styles["Normal"]
    normal.font.name, normal.font.size = LETTERS, Pt(points)
    for name in ("Title", "Heading 1", "Heading 2"):
        letter(document.styles[name])
    for line in document.styles["Title"].element.pPr.findall(qn("w:pBdr")):  # Word's is blue
        document.styles["Title"].element.pPr.remove(line)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    return document


def letter(style: Any) -> None:
    """Headings as the text is, in black: Word's own come in the blue letters of its theme."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name, style.font.color.rgb = LETTERS, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for of in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(of), LETTERS)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def table(
    document: Made, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float] | None = None
) -> None:
    """A table with a frame and bold heads on every page; widths: centimetres, column by column, None: as it comes."""
    from docx.oxml import OxmlElement

    made = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        added = made.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = printable(text)
    if widths is not None:
        from docx.shared import Cm

        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)  # LibreOffice goes by the grid, Word by the cells
            for cell in column.cells:
                cell.width = Cm(width)


def labelled(document: Made, label: str, text: str) -> None:
    """A paragraph that begins with a bold label."""
    paragraph = document.add_paragraph()
    paragraph.add_run(label + " ").bold = True
    paragraph.add_run(printable(text))


def printable(text: str) -> str:
    """Without what XML can't hold."""
    return _ILLEGAL.sub("", text)


def finished(document: Made) -> bytes:
    """The file; in its text nothing is parted that belongs together."""
    from docx.oxml.ns import qn

    content = BytesIO()
    for said in document.element.body.iter(qn("w:t")):
        said.text = bound(said.text or "")
    document.save(content)
    return content.getvalue()

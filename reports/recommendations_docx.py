"""Recommendations of a period as a .docx: landscape A4, a row each with its answer and what was decided.

Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from locales import Wording

if TYPE_CHECKING:
    from docx.document import Document as Made

_WIDTHS = (5.0, 9.2, 2.8, 8.7)
"""Centimetres, column by column."""
COLUMNS = ("organisation", "words", "due", "result")
_LETTERS = "Times New Roman"


@dataclass(frozen=True, slots=True)
class AdvisedRow:
    """One recommendation. Days are local to its organisation; `state` is its state, or `overdue`."""

    organisation: str
    title: str
    words: str
    indicator: str | None
    written_on: date
    due: date | None
    state: str
    answer: str | None
    answered_on: date | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class AdvisedSheet:
    """Recommendations written from `first` to `last`, both included; `place`: whose, or the programme's title."""

    place: str
    first: date
    last: date
    rows: tuple[AdvisedRow, ...]


def recommendations_document(sheet: AdvisedSheet, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`)."""
    from docx import Document

    words, document = _Words(language), Document()
    _page(document)
    document.add_heading(words.word("title"), level=1)
    document.add_paragraph(_printable(sheet.place))
    document.add_paragraph(words.word("span", first=sheet.first, last=sheet.last))
    if sheet.rows:
        _table(document, words, sheet)
    else:
        document.add_paragraph(words.word("none"))
    content = BytesIO()
    document.save(content)
    return content.getvalue()


class _Words:
    """What the document says, in one language."""

    def __init__(self, language: str) -> None:
        self._language, self._wording = language, Wording.load()

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"recommendation-paper-{key}", zone="UTC", **values)

    def cells(self, row: AdvisedRow) -> tuple[str, ...]:
        """A row as texts, in the order of `COLUMNS`."""
        about = (row.title, row.indicator or "", row.words, self.word("written", day=row.written_on))
        due = f"{row.due:%d.%m.%Y}" if row.due is not None else "—"
        return row.organisation, "\n".join(each for each in about if each), due, "\n".join(self._result(row))

    def _result(self, row: AdvisedRow) -> Iterator[str]:
        yield self.word("state", state=row.state)
        if row.answered_on is not None:
            yield self.word("answered", day=row.answered_on, answer=row.answer or self.word("file"))
        if row.comment:
            yield self.word("comment", comment=row.comment)


def _page(document: Made) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    section, normal = document.sections[0], document.styles["Normal"]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal.font.name, normal.font.size = _LETTERS, Pt(11)


def _table(document: Made, words: _Words, sheet: AdvisedSheet) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(words.word(name)).bold = True
    for row in sheet.rows:
        for cell, text in zip(table.add_row().cells, words.cells(row), strict=True):
            cell.text = _printable(text)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the grid, Word by the cells
        for cell in column.cells:
            cell.width = Cm(width)


def _printable(text: str) -> str:
    """Without what XML can't hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")

"""A paper written top to bottom: headings, lines, tables and pictures, on A4, as docx or pdf. Runs in the workshop."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from babel.numbers import format_decimal

from locales import Wording
from locales.typography import minus
from reports.change_text import tenth

DOCX, PDF = "docx", "pdf"
ENDINGS = (DOCX, PDF)
TEXT_WIDTH = 170
"""Millimetres of the text: A4 less the margins of office papers (GOST R 7.0.97-2016)."""
LONG = 900
"""A row of a table with more characters may be parted by the end of a page."""


class Paper(ABC):
    """One document; wordings in the reader's language (`ru` or `en`)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._wording = Wording.load()

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self.language, key, **values)

    def plain(self, key: str, values: dict[str, Any]) -> str:
        """A wording of a chat's screen without its marks."""
        return self.word(key, **values).replace("<b>", "").replace("</b>", "")

    def number(self, value: float, *, sign: bool = False) -> str:
        """With one decimal, half up; `sign`: a plus before what has risen."""
        shown = tenth(value)
        return minus(format_decimal(shown, "+0.0;-0.0" if sign and shown else "0.0", locale=self.language))

    @abstractmethod
    def heading(self, text: str) -> None: ...

    @abstractmethod
    def subheading(self, text: str) -> None: ...

    @abstractmethod
    def line(self, text: str, *, bold: bool = False, centred: bool = False, small: bool = False, size: int = 0) -> None:
        """A paragraph; `size` in points instead of the usual one."""

    @abstractmethod
    def bullet(self, text: str) -> None: ...

    @abstractmethod
    def space(self, lines: int) -> None:
        """So many empty lines."""

    @abstractmethod
    def page_break(self) -> None: ...

    @abstractmethod
    def picture(self, content: bytes, width: float, alt: str) -> None:
        """A PNG in the middle of the line, `width` in millimetres; `alt`: what it shows, for who can't see it."""

    @abstractmethod
    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table with lines whose head is repeated on every page; `widths` in millimetres.

        A row of one cell is as wide as the table and belongs to the row above it.
        """

    @abstractmethod
    def content(self, title: str) -> bytes:
        """The finished document; `title`: what a reader's window calls it."""


def paper(language: str, ending: str) -> Paper:
    """An empty one: Word's to be edited afterwards, or a PDF. ValueError for another ending."""
    if ending == DOCX:
        from reports.paper_docx import WordPaper

        return WordPaper(language)
    if ending == PDF:
        from reports.paper_pdf import PdfPaper

        return PdfPaper(language)
    raise ValueError(ending)

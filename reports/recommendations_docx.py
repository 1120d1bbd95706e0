"""Recommendations of a period as a .docx: landscape A4, a row each with its answer and what was decided.

Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from locales import Wording
from reports.blank_docx import blank, finished, printable, table

if TYPE_CHECKING:
    pass

_WIDTHS = (5.0, 9.2, 2.8, 8.7)
"""Centimetres, column by column."""
COLUMNS = ("organisation", "words", "due", "result")


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
    words, document = _Words(language), blank(11, landscape=True)
    document.add_heading(words.word("title"), level=1)
    document.add_paragraph(printable(sheet.place))
    document.add_paragraph(words.word("span", first=sheet.first, last=sheet.last))
    if sheet.rows:
        heads = tuple(words.word(name) for name in COLUMNS)
        table(document, heads, (words.cells(row) for row in sheet.rows), _WIDTHS)
    else:
        document.add_paragraph(words.word("none"))
    return finished(document)


class _Words:
    """What the document says, in one language."""

    def __init__(self, language: str) -> None:
        self._language, self._wording = language, Wording.load()

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"recommendation-paper-{key}", zone="UTC", **values)

    def cells(self, row: AdvisedRow) -> tuple[str, ...]:
        """A row as texts, in the order of `COLUMNS`."""
        indicator = self.word("indicator", name=row.indicator) if row.indicator else ""
        about = (row.title, row.words, indicator, self.word("written", day=row.written_on))
        due = f"{row.due:%d.%m.%Y}" if row.due is not None else "—"
        return row.organisation, "\n".join(each for each in about if each), due, "\n".join(self._result(row))

    def _result(self, row: AdvisedRow) -> Iterator[str]:
        yield self.word("state", state=row.state)
        if row.answered_on is not None:
            yield self.word("answered", day=row.answered_on, answer=row.answer or self.word("file"))
        if row.comment:
            yield self.word("comment", comment=row.comment)

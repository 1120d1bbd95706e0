"""The mentor's diary as a .docx: landscape A4, one row a meeting, hours by month, lines to sign on.

Runs in the workshop.
"""

from __future__ import annotations

from reports.blank_docx import blank, finished, printable, table
from reports.diary import COLUMNS, Diary, Words

_WIDTHS = (2.8, 3.2, 2.0, 4.0, 6.2, 4.6, 2.8)
"""Centimetres, column by column."""


def write(diary: Diary, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`)."""
    words, document = Words(diary, language), blank(11, landscape=True)
    document.add_heading(words.word("file-title"), level=1)
    for line in words.head():
        document.add_paragraph(printable(line))
    rows = [words.cells(row) for row in diary.rows]
    table(document, tuple(words.word(f"column-{name}") for name in COLUMNS), rows, _WIDTHS)
    document.add_heading(words.word("file-hours"), level=2)
    months = [(words.month(first), str(of.meetings), words.hours(of)) for first, of in diary.months]
    total = (words.word("file-total"), str(diary.total.meetings), words.hours(diary.total))
    heads = tuple(words.word(f"column-{name}") for name in ("month", "meetings", "time"))
    table(document, heads, [*months, total], (6.0, 4.0, 4.0))
    document.add_paragraph()
    document.add_paragraph(words.word("file-signed"))
    return finished(document)

"""Self-audits of a school year as a .docx: an organisation a section, its ratings in a table. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from locales import Wording
from mentoring.periods import school_year_named
from reports.blank_docx import blank, finished, labelled, printable, table

if TYPE_CHECKING:
    from docx.document import Document as Made


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One organisation's: criteria with their ratings (0–2), the sum and what it could be; the head's own words."""

    organisation: str
    filled_on: date | None
    ratings: tuple[tuple[str, int], ...]
    total: int
    most: int
    achieved: str | None
    improve: str | None


@dataclass(frozen=True, slots=True)
class AuditPaper:
    """Audits of the school year that begins in the autumn of `year`; `programme`: its title."""

    programme: str
    year: int
    rows: tuple[AuditRow, ...]


def audit_document(paper: AuditPaper, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`)."""
    document, wording = blank(), Wording.load()

    def word(key: str, **values: Any) -> str:
        return wording.text(language, f"audit-paper-{key}", zone="UTC", **values)

    document.add_heading(word("title", year=school_year_named(paper.year)), level=1)
    document.add_paragraph(paper.programme)
    if not paper.rows:
        document.add_paragraph(word("none"))
    for row in paper.rows:
        _section(document, row, word)
    return finished(document)


def _section(document: Made, row: AuditRow, word: Callable[..., str]) -> None:
    document.add_heading(printable(row.organisation), level=2)
    if row.filled_on is not None:
        document.add_paragraph(word("day", day=row.filled_on))
    ratings = [(criterion, word("rated", value=rating)) for criterion, rating in row.ratings]
    table(document, (word("criterion"), word("rating")), ratings)
    document.add_paragraph(word("total", total=row.total, most=row.most))
    for name, text in (("achieved", row.achieved), ("improve", row.improve)):
        if text:
            labelled(document, word(name), text)

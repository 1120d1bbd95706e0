"""The analytical note of a municipality as a docx: programme, organisations, indicators, roadmap. In the workshop.

Sources: Kumtorkala, п. 6.2; Kavkazsky, appendix 1, row 6.1; Seversk, appendix 2, the last stage.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reports.analytical_note_data import AnalyticalNote, Place
from reports.final_report_paper import TEXT_WIDTH, Paper
from reports.indicators_text import Words, cell, fact, heading
from reports.summary_text import participation_lines

INDICATORS = 4
"""Of an organisation, in one table; more stand in further ones."""


def write(note: AnalyticalNote, language: str) -> bytes:
    """The docx in the reader's language (`ru` or `en`)."""
    content = BytesIO()
    made = _Note(Paper(language), language)
    made.write(note)
    made.paper.document.save(content)
    return content.getvalue()


class _Note:
    """The note being written, section by section."""

    def __init__(self, paper: Paper, language: str) -> None:
        self.paper = paper
        self._language = language
        self._number = 0

    def write(self, note: AnalyticalNote) -> None:
        paper = self.paper
        paper.line(self._said("title"), bold=True, centred=True, size=18)
        paper.line(self._said("of-programme", programme=note.programme), centred=True)
        paper.line(self._said("of-year", first=str(note.first.year), last=str(note.last.year)), centred=True)
        self._head("programme")
        paper.line(self._said("document", document=note.document))
        paper.line(self._said("period", first=note.first, day=note.made_on))
        for key, values in participation_lines(note.summary):
            paper.bullet(paper.word(key, **values).replace("<b>", "").replace("</b>", ""))
        self._places(note)
        self._indicators(note)
        self._work(note)
        for name, words in (("conclusion", note.conclusion), ("next", note.ahead)):
            self._head(name)
            for part in (words or self._said("unwritten")).split("\n"):
                paper.line(part)
        paper.space(1)
        paper.line(self._said("signature") + " " + "_" * 14 + " / " + "_" * 24)

    def _head(self, name: str) -> None:
        self._number += 1
        self.paper.heading(f"{self._number}. {self._said(f'head-{name}')}")

    def _said(self, name: str, **values: Any) -> str:
        return self.paper.word(f"note-paper-{name}", **values)

    def _places(self, note: AnalyticalNote) -> None:
        self._head("places")
        heads = [self._said(f"column-{name}") for name in ("place", "pairs", "meetings", "answers", "mean", "late")]
        self.paper.table(heads, [self._place(each) for each in note.places], (58, 18, 26, 26, 24, 18))
        if any(each.hidden for each in note.places):
            self.paper.line(self._said("hidden"), small=True)

    def _place(self, of: Place) -> tuple[str, ...]:
        mean = "*" if of.hidden else "—" if of.satisfaction is None else self.paper.number(of.satisfaction)
        answers = self._of(of.answered, of.asked)
        return (of.name, str(of.pairs), self._of(of.held, of.planned), answers, mean, str(of.late))

    def _of(self, part: int, whole: int) -> str:
        return self._said("of", part=part, whole=whole) if whole else "—"

    def _indicators(self, note: AnalyticalNote) -> None:
        """The document's own table, then plan and fact of every organisation."""
        found = note.indicators
        if found is None:
            return
        self._head("indicators")
        said = Words(self._language)
        width = [{"name": 44, "number": 10}.get(each.column, 20) for each in found.headings]
        rows = [[cell(found, row, at, said) for at in range(len(width))] for row in found.rows]
        heads = [heading(each, said) for each in found.headings]
        self.paper.table(heads, rows, [each * TEXT_WIDTH / sum(width) for each in width])
        for start in range(0, len(found.rows), INDICATORS):
            self._across(note, start, said)

    def _across(self, note: AnalyticalNote, start: int, said: Words) -> None:
        """A few indicators in every organisation."""
        if not note.by_place:
            return
        many = len(note.by_place[0].stands[start : start + INDICATORS])
        heads = [note.titles[each.indicator] for each in note.by_place[0].stands[start : start + INDICATORS]]
        rows = [
            (row.name, *(fact(each, said, planned=True) for each in row.stands[start : start + INDICATORS]))
            for row in note.by_place
        ]
        widths = (50.0, *[(TEXT_WIDTH - 50) / many] * many)
        self.paper.table((self._said("column-place"), *heads), rows, widths)

    def _work(self, note: AnalyticalNote) -> None:
        self._head("work")
        if (stand := note.roadmap) is not None:
            self.paper.line(self._said("roadmap", done=stand.done, late=stand.late, places=stand.places))
        waiting, overdue, answered = note.recommendations
        self.paper.line(self._said("recommendations", waiting=waiting, overdue=overdue, answered=answered))

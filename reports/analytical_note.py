"""The analytical note of a municipality: participation, organisations, influence, indicators, roadmap. In the workshop.

Sources: Kumtorkala, п. 6.2; Kavkazsky, appendix 1, row 6.2; Seversk, appendix 2, the last stage; Kyzyl, section 7.
"""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.names import counted
from reports.analytical_note_data import AnalyticalNote, Place
from reports.comparison_chart import Bars, comparison_chart
from reports.indicators_text import Words, fact
from reports.paper import TEXT_WIDTH, Paper, paper
from reports.paper_sections import PICTURE, Sections
from reports.results_data import ChangeRow

INDICATORS = 4
"""Of an organisation, in one table; more stand in further ones."""
HELD = "held"
"""The measure of the picture of organisations: meetings held of those planned."""


def write(note: AnalyticalNote, change: Sequence[ChangeRow], language: str, ending: str = "docx") -> bytes:
    """The document in the reader's language (`ru` or `en`), as `docx` or `pdf`."""
    made = _Note(paper(language, ending))
    made.write(note, change)
    return made.paper.content(f"{made.said('title')}: {note.programme}")


class _Note(Sections):
    """The note being written, section by section."""

    def __init__(self, on: Paper) -> None:
        super().__init__(on, "note")

    def write(self, note: AnalyticalNote, change: Sequence[ChangeRow]) -> None:
        self.named(note.programme, note.first, note.last)
        self._programme(note)
        self._places(note)
        self.influence(note.programme, change)
        if self.indicators(note.indicators):
            self._by_place(note)
        self._work(note)
        self.ends(note.conclusion, note.ahead)

    def _programme(self, note: AnalyticalNote) -> None:
        self.head("programme")
        self.paper.line(self.said("document", document=note.document))
        self.paper.line(self.said("period", first=note.first, day=note.made_on))
        self.people(note.people)
        self.forms(note.forms)
        self.process(note.summary)

    def _places(self, note: AnalyticalNote) -> None:
        self.head("places")
        heads = [self.said(f"column-{name}") for name in ("place", "pairs", "meetings", "answers", "mean", "late")]
        self.paper.table(heads, [self._place(each) for each in note.places], (58, 18, 26, 26, 24, 18))
        if any(each.hidden for each in note.places):
            self.paper.line(self.said("hidden"), small=True)
        if (bars := _bars(note.places)) is not None:
            shown = self.said("held")
            self.paper.picture(comparison_chart(bars, self.paper.language), PICTURE, shown)
            self.paper.line(shown, small=True, centred=True)

    def _place(self, of: Place) -> tuple[str, ...]:
        mean = "*" if of.hidden else "—" if of.satisfaction is None else self.paper.number(of.satisfaction)
        answers = self._of(of.answered, of.asked)
        return (of.name, str(of.pairs), self._of(of.held, of.planned), answers, mean, str(of.late))

    def _of(self, part: int, whole: int) -> str:
        return self.said("of", part=part, whole=whole) if whole else "—"

    def _by_place(self, note: AnalyticalNote) -> None:
        """Plan and fact of every organisation, a few indicators to a table."""
        if not note.by_place:
            return
        words = Words(self.paper.language)
        for start in range(0, len(note.by_place[0].stands), INDICATORS):
            heads = [note.titles[each.indicator] for each in note.by_place[0].stands[start : start + INDICATORS]]
            rows = [
                (row.name, *(fact(each, words, planned=True) for each in row.stands[start : start + INDICATORS]))
                for row in note.by_place
            ]
            widths = (50.0, *[(TEXT_WIDTH - 50) / len(heads)] * len(heads))
            self.paper.table((self.said("column-place"), *heads), rows, widths)

    def _work(self, note: AnalyticalNote) -> None:
        self.head("work")
        if (stand := note.roadmap) is not None:
            self.paper.line(self.said("roadmap", done=stand.done, late=stand.late, places=stand.places))
        waiting, overdue, answered = note.recommendations
        self.paper.line(self.said("recommendations", waiting=waiting, overdue=overdue, answered=answered))


def _bars(places: Sequence[Place]) -> Bars | None:
    """Organisations by the share of planned meetings that were held; None where none had any or there is but one."""
    known = [each for each in places if each.planned]
    if len(known) < 2:
        return None
    ranked = sorted(known, key=lambda each: (-each.held / each.planned, counted(each.name)))
    rows = tuple((each.name, 100 * each.held / each.planned, False) for each in ranked)
    total = 100 * sum(each.held for each in known) / sum(each.planned for each in known)
    return Bars(HELD, "", "share", rows, total)

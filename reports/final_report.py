"""The curator's final report as a docx: title page, process, influence, results, SWOT, conclusions. In the workshop.

Sources: Tver, section 9, stage 7 and section 10; Kumtorkala, п. 6.5.3.1. Schools edit the document afterwards, so it is
plain Word: headings, tables, pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.shared import Mm

from reports import change_chart, change_text, chart
from reports.final_report_data import FinalReport, Quarter
from reports.final_report_paper import TEXT_WIDTH, Paper
from reports.indicators_text import Words, cell, heading
from reports.results_data import ChangeRow
from reports.summary_text import participation_lines

PICTURE = Mm(125)


def write(report: FinalReport, change: Sequence[ChangeRow], language: str) -> bytes:
    """The docx in the reader's language (`ru` or `en`)."""
    content = BytesIO()
    made = _Report(Paper(language), language)
    made.write(report, change)
    made.paper.document.save(content)
    return content.getvalue()


class _Report:
    """The report being written, section by section; sections are numbered as they come."""

    def __init__(self, paper: Paper, language: str) -> None:
        self.paper = paper
        self._language = language
        self._number = 0

    def write(self, report: FinalReport, change: Sequence[ChangeRow]) -> None:
        self._title(report)
        self._programme(report)
        self._process(report)
        self._influence(report, change)
        self._results(report)
        self._indicators(report)
        self._swot(report.swot)
        self._roadmap(report)
        self._ends(report)

    def _head(self, name: str) -> None:
        self._number += 1
        self.paper.heading(f"{self._number}. {self._said(f'head-{name}')}")

    def _said(self, name: str, **values: Any) -> str:
        return self.paper.word(f"final-paper-{name}", **values)

    def _title(self, report: FinalReport) -> None:
        paper = self.paper
        paper.space(6)
        paper.line(report.organisation, bold=True, centred=True)
        paper.space(5)
        paper.line(self._said("title"), bold=True, centred=True, size=20)
        paper.line(self._said("of-programme", programme=report.programme), centred=True)
        paper.line(self._said("of-year", first=str(report.first.year), last=str(report.last.year)), centred=True)
        paper.space(12)
        paper.line(self._said("made", day=report.made_on), centred=True)
        paper.page_break()

    def _programme(self, report: FinalReport) -> None:
        self._head("programme")
        self.paper.line(self._said("programme", programme=report.programme, document=report.document))
        self.paper.line(self._said("period", first=report.first, last=report.last, day=report.made_on))
        numbers = (("mentorships", report.mentorships), ("mentors", report.mentors), ("mentees", report.mentees))
        ends = (("completed", report.completed), ("ended-early", report.ended_early))
        rows = [(self._said(f"number-{name}"), str(value)) for name, value in (*numbers, *ends)]
        self.paper.table((self._said("column-what"), self._said("column-number")), rows, (130, 40))
        if report.forms:
            self.paper.subheading(self._said("head-forms"))
            heads = [self._said(f"column-{name}") for name in ("form", "model", "count", "completed")]
            listed = [
                (each.form, each.role_model or "—", str(each.count), str(each.completed)) for each in report.forms
            ]
            self.paper.table(heads, listed, (50, 70, 22, 28))

    def _process(self, report: FinalReport) -> None:
        self._head("process")
        self.paper.line(self._said("process"))
        for key, values in participation_lines(report.summary):
            self.paper.bullet(self.paper.word(key, **values).replace("<b>", "").replace("</b>", ""))
        if report.summary.weeks:
            self.paper.picture(chart.draw(report.summary, self._language), PICTURE)
            self.paper.line(self._said("weeks"), small=True, centred=True)
        self.paper.subheading(self._said("head-training"))
        self.paper.line(self._said("training", count=report.training.sessions))
        for title in report.training.titles:
            self.paper.bullet(title)

    def _influence(self, report: FinalReport, change: Sequence[ChangeRow]) -> None:
        """Paired change; what has too few pairs is named below."""
        self._head("influence")
        self.paper.line(self._said("influence"))
        told = [each for each in change if not each.change.too_few]
        if not told:
            self.paper.line(self._said("influence-none"))
            return
        self.paper.table(
            [self._said(f"column-{name}") for name in ("parameter", "paired", "before", "after", "change")],
            [self._step(each) for each in told],
            (86, 18, 20, 20, 26),
        )
        for start in range(0, len(told), change_chart.MOST_ROWS):
            picture = told[start : start + change_chart.MOST_ROWS]
            self.paper.picture(change_chart.draw(report.organisation, picture, self._language), PICTURE)
        for each in told:
            key, values = change_text.sentence(each)
            self.paper.bullet(self.paper.word(key, **values).replace("<b>", "").replace("</b>", ""))

    def _step(self, row: ChangeRow) -> tuple[str, ...]:
        found = row.change
        number = self.paper.number
        means = ("—" if each is None else number(each) for each in (found.mean_before, found.mean_after))
        shift = "—" if found.mean_change is None else number(found.mean_change, sign=True)
        return (row.label, str(found.paired), *means, shift)

    def _results(self, report: FinalReport) -> None:
        """Each expected result with the curator's own words."""
        if not report.results:
            return
        self._head("results")
        self.paper.line(self._said("results", count=len(report.results)))
        nothing = self._said("unwritten")
        listed = [(str(each.number), each.name, each.words or nothing) for each in report.results]
        heads = ("№", self._said("column-expected"), self._said("column-reached"))
        self.paper.table(heads, listed, (12, 62, 96))

    def _indicators(self, report: FinalReport) -> None:
        """The document's own table, as it stands in the period that is reported now."""
        found = report.indicators
        if found is None:
            return
        self._head("indicators")
        said = Words(self._language)
        heads = [heading(each, said) for each in found.headings]
        rows = [[cell(found, row, at, said) for at in range(len(heads))] for row in found.rows]
        width = [{"name": 40, "number": 10}.get(each.column, 20) for each in found.headings]
        self.paper.table(heads, rows, [each * TEXT_WIDTH / sum(width) for each in width])

    def _swot(self, swot: tuple[Quarter, ...] | None) -> None:
        if swot is None:
            return
        self._head("swot")
        self.paper.line(self._said("swot"))
        rows = [(self._said("swot-part", mark=each.mark), self._part(each)) for each in swot]
        self.paper.table((self._said("column-part"), self._said("column-words")), rows, (48, 122))

    def _part(self, of: Quarter) -> str:
        counted = self._said("swot-count", count=of.count)
        return f"{of.words}\n{counted}" if of.words else f"{self._said('unwritten')}\n{counted}"

    def _roadmap(self, report: FinalReport) -> None:
        stand = report.milestones
        if stand is None:
            return
        self._head("roadmap")
        self.paper.line(self._said("roadmap", done=stand.done, late=stand.late, ahead=stand.ahead))

    def _ends(self, report: FinalReport) -> None:
        for name, words in (("conclusion", report.conclusion), ("next", report.ahead)):
            self._head(name)
            for part in (words or self._said("unwritten")).split("\n"):
                self.paper.line(part)
        self.paper.space(2)
        self.paper.line(self._said("signature") + " " + "_" * 14 + " / " + "_" * 24)

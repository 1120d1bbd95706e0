"""The curator's final report: title page, process, influence, results, SWOT, conclusions. In the workshop.

Sources: Tver, section 9, stage 7 and section 10; Kumtorkala, п. 6.5.3.1. As docx schools edit it afterwards, so it is
plain Word: headings, tables, pictures; the pdf has the same in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

from reports.final_report_data import Changes, FinalReport, Quarter, Told
from reports.paper import Paper, paper
from reports.paper_sections import Sections
from reports.results_data import ChangeRow


def write(report: FinalReport, change: Sequence[ChangeRow], language: str, ending: str = "docx") -> bytes:
    """The document in the reader's language (`ru` or `en`), as `docx` or `pdf`."""
    made = _Report(paper(language, ending))
    made.write(report, change)
    return made.paper.content(f"{made.said('title')}: {report.organisation}")


class _Report(Sections):
    """The report being written, section by section."""

    def __init__(self, on: Paper) -> None:
        super().__init__(on, "final")

    def write(self, report: FinalReport, change: Sequence[ChangeRow]) -> None:
        self._title(report)
        self._programme(report)
        self._process(report)
        self.influence(report.organisation, change)
        self._results(report, change)
        self.indicators(report.indicators)
        self._swot(report.swot)
        self._roadmap(report)
        self.ends(report.conclusion, report.ahead)

    def _title(self, report: FinalReport) -> None:
        self.paper.space(6)
        self.paper.line(report.organisation, bold=True, centred=True)
        self.paper.space(5)
        self.named(report.programme, report.first, report.last)
        self.paper.space(12)
        self.paper.line(self.said("made", day=report.made_on), centred=True)
        self.paper.page_break()

    def _programme(self, report: FinalReport) -> None:
        self.head("programme")
        self.paper.line(self.said("programme", programme=report.programme, document=report.document))
        self.paper.line(self.said("period", first=report.first, last=report.last, day=report.made_on))
        self.people(report.people)
        self.forms(report.forms)

    def _process(self, report: FinalReport) -> None:
        self.head("process")
        self.process(report.summary)
        self.paper.subheading(self.said("head-training"))
        self.paper.line(self.said("training", count=report.training.sessions))
        for title in report.training.titles:
            self.paper.bullet(title)

    def _results(self, report: FinalReport, change: Sequence[ChangeRow]) -> None:
        """Each expected result with what the data say of it, and below it the curator's own words over the whole width:
        in a column of their own they would make a report of twice the pages."""
        if not report.results:
            return
        self.head("results")
        self.paper.line(self.said("results", count=len(report.results)))
        nothing = self.said("unwritten")
        listed: list[tuple[str, ...]] = []
        for each in report.results:
            listed.append((str(each.number), each.name, self._proof(each.proof, change)))
            listed.append((self.said("reached", number=each.number, words=each.words or nothing),))
        heads = [self.said(f"column-{name}") for name in ("what-number", "expected", "proof")]
        self.paper.table(heads, listed, (11, 70, 89))

    def _proof(self, proof: Sequence[Told | Changes], change: Sequence[ChangeRow]) -> str:
        """A line each; where the data are silent, that they are."""
        told: list[str] = []
        known = [row for row in change if row.change.paired]
        for each in proof:
            if isinstance(each, Told):
                told.append(self.paper.word(each.key, **each.values))
            else:
                told += [self._change(row) for row in known if row.change.item in each.questions]
        return "\n".join(f"• {line}" for line in told) or self.paper.word("proof-none")

    def _change(self, row: ChangeRow) -> str:
        found, number = row.change, self.paper.number
        if found.too_few or found.mean_before is None or found.mean_after is None:
            return self.paper.word("proof-change-few", question=row.label, count=found.paired)
        ends = {"before": number(found.mean_before), "after": number(found.mean_after)}
        return self.paper.word("proof-change", question=row.label, count=found.paired, **ends)

    def _swot(self, swot: tuple[Quarter, ...] | None) -> None:
        if swot is None:
            return
        self.head("swot")
        self.paper.line(self.said("swot"))
        rows = [(self.said("swot-part", mark=each.mark), self._part(each)) for each in swot]
        self.paper.table((self.said("column-part"), self.said("column-words")), rows, (48, 122))

    def _part(self, of: Quarter) -> str:
        counted = self.said("swot-count", count=of.count)
        return f"{of.words}\n{counted}" if of.words else f"{self.said('unwritten')}\n{counted}"

    def _roadmap(self, report: FinalReport) -> None:
        stand = report.milestones
        if stand is None:
            return
        self.head("roadmap")
        self.paper.line(self.said("roadmap", done=stand.done, late=stand.late, ahead=stand.ahead))

"""Sections that the curator's final report and the municipality's note have alike, written on any paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reports import change_chart, change_text, chart
from reports.data import Summary
from reports.final_report_data import FormRow, People
from reports.indicators_data import IndicatorReport
from reports.indicators_text import Words, cell, heading
from reports.paper import TEXT_WIDTH, Paper
from reports.results_data import ChangeRow
from reports.summary_text import participation_lines

PICTURE = 115
"""Millimetres."""


class Sections:
    """Writes on a paper; sections are numbered as they come. `name`: begins the keys of the document's own words."""

    def __init__(self, paper: Paper, name: str) -> None:
        self.paper, self._name = paper, name
        self._number = 0

    def said(self, key: str, **values: Any) -> str:
        """The document's own words."""
        return self.paper.word(f"{self._name}-paper-{key}", **values)

    def head(self, key: str, *, common: bool = False) -> None:
        """A section's heading; `common`: in words that both documents have."""
        self._number += 1
        text = self.paper.word(f"paper-head-{key}") if common else self.said(f"head-{key}")
        self.paper.heading(f"{self._number}. {text}")

    def named(self, programme: str, first: date, last: date) -> None:
        """What the document is, of which programme and year."""
        self.paper.line(self.said("title"), bold=True, centred=True, size=20)
        self.paper.line(self.said("of-programme", programme=programme), centred=True)
        self.paper.line(self.said("of-year", first=str(first.year), last=str(last.year)), centred=True)

    def people(self, of: People) -> None:
        """A table of who took part."""
        numbers = (("mentorships", of.mentorships), ("mentors", of.mentors), ("mentees", of.mentees))
        ends = (("completed", of.completed), ("ended-early", of.ended_early))
        rows = [(self.paper.word(f"paper-number-{name}"), str(value)) for name, value in (*numbers, *ends)]
        self.paper.table(
            (self.paper.word("paper-column-what"), self.paper.word("paper-column-number")), rows, (130, 40)
        )

    def forms(self, forms: Sequence[FormRow]) -> None:
        """Forms with their role models; without that column where nobody's is told."""
        if not forms:
            return
        by_model = any(each.role_model for each in forms)
        names = ("form", "model", "count", "completed") if by_model else ("form", "count", "completed")
        rows = [
            (each.form, *((each.role_model or "—",) if by_model else ()), str(each.count), str(each.completed))
            for each in forms
        ]
        self.paper.subheading(self.paper.word("paper-head-forms"))
        heads = [self.paper.word(f"paper-column-{name}") for name in names]
        self.paper.table(heads, rows, (48, 66, 26, 30) if by_model else (110, 30, 30))

    def process(self, summary: Summary) -> None:
        """What happened and how it was judged, and week by week in a picture."""
        self.paper.line(self.said("process"))
        for key, values in participation_lines(summary):
            self.paper.bullet(self.paper.plain(key, dict(values)))
        if summary.weeks:
            weeks = self.paper.word("paper-weeks", by="month" if summary.by_month else "week")
            self.paper.picture(chart.draw(summary, self.paper.language), PICTURE, weeks)
            self.paper.line(weeks, small=True, centred=True)

    def influence(self, title: str, change: Sequence[ChangeRow]) -> None:
        """Paired change of what has enough pairs, as a table; what has changed most in a picture called `title`, and in
        words."""
        self.head("influence", common=True)
        told = [each for each in change if not each.change.too_few]
        if not told:
            self.paper.line(self.paper.word("paper-influence-none"))
            return
        self.paper.line(self.paper.word("paper-influence"))
        heads = [
            self.paper.word(f"paper-column-{name}") for name in ("parameter", "paired", "before", "after", "change")
        ]
        self.paper.table(heads, [self._step(each) for each in told], (82, 22, 20, 20, 26))
        greatest = sorted(told, key=_shift, reverse=True)[: change_chart.MOST_ROWS]
        self.paper.picture(
            change_chart.draw(title, greatest, self.paper.language), PICTURE, self.paper.word("paper-head-influence")
        )
        if len(greatest) < len(told):
            self.paper.line(self.paper.word("paper-influence-greatest"), small=True, centred=True)
        for each in greatest:
            key, values = change_text.sentence(each)
            self.paper.bullet(self.paper.plain(key, dict(values)))

    def _step(self, row: ChangeRow) -> tuple[str, ...]:
        found = row.change
        number = self.paper.number
        means = ("—" if each is None else number(each) for each in (found.mean_before, found.mean_after))
        shift = "—" if found.mean_change is None else number(found.mean_change, sign=True)
        return (row.label, str(found.paired), *means, shift)

    def indicators(self, report: IndicatorReport | None) -> bool:
        """The document's own table in the period that is reported now; False where there is none."""
        if report is None:
            return False
        self.head("indicators")
        words = Words(self.paper.language)
        widths = [{"name": 46, "number": 14}.get(each.column, 20) for each in report.headings]
        rows = [[cell(report, row, at, words) for at in range(len(widths))] for row in report.rows]
        heads = [heading(each, words) for each in report.headings]
        self.paper.table(heads, rows, [each * TEXT_WIDTH / sum(widths) for each in widths])
        return True

    def ends(self, conclusion: str | None, ahead: str | None) -> None:
        """What its writer concludes, what comes next, and where to sign."""
        for name, words in (("conclusion", conclusion), ("next", ahead)):
            self.head(name)
            for part in (words or self.said("unwritten")).split("\n"):
                self.paper.line(part)
        self.paper.space(2)
        self.paper.line(self.said("signature") + " " + "_" * 14 + " / " + "_" * 24)


def _shift(row: ChangeRow) -> float:
    """How great a change is beside how people differ; where all have changed alike, it is as great as can be."""
    found = row.change
    if found.effect is not None:
        return abs(found.effect)
    return float("inf") if found.mean_change else 0.0

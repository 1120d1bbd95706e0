"""The summary as an xlsx: its numbers, and on further sheets the rows from which each of them can be counted again.

Texts are written as texts, whatever they begin with: nothing that a person typed becomes a formula or a link. Dates are
real dates, times are those of the organisation's zone. Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from locales import Wording
from mentoring.satisfaction import Figure
from reports.data import AnswerRow, AskedRow, MeetingRow, PairRow, Summary
from reports.xlsx_page import grow, lay_out

Cell = str | int | float | Decimal | bool | date | datetime | None
Columns = tuple[tuple[str, int], ...]
"""Keys of column headings, each with the column's width in characters."""

SUMMARY: Columns = (("what", 42), ("value", 24), ("count", 10), ("change", 12))
PAIRS: Columns = (
    *(("pair", 36), ("form", 22), ("state", 18), ("mentors", 28), ("mentees", 28)),
    *(("starts", 12), ("ends", 12), ("active", 10), ("last-held", 17)),
)
MEETINGS: Columns = (
    *(("pair", 36), ("kind", 18), ("when", 17), ("meeting-state", 15), ("planned", 10)),
    *(("moves", 12), ("minutes", 9), ("format", 16), ("place", 28), ("linked", 12)),
    *(("present", 9), ("invited", 9), ("reason", 24)),
)
ASKED: Columns = (
    *(("asked-for", 24), ("title", 32), ("who", 28), ("pair", 36)),
    *(("asked-at", 17), ("answered", 12), ("answered-at", 17)),
)
ANSWERS: Columns = (
    *(("title", 32), ("question", 48), ("answer", 32), ("measure", 20), ("score", 8)),
    *(("who", 28), ("pair", 36), ("answered-at", 17)),
)
LONGEST_TEXT = 32_767
"""What Excel takes in one cell."""


def write(summary: Summary, language: str) -> bytes:
    """The xlsx in the reader's language (`ru` or `en`)."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = Page(book, language, ZoneInfo(summary.period.zone))
    page.sheet("summary", SUMMARY, _figures(summary, page))
    page.sheet("pairs", PAIRS, [pair_cells(row, page) for row in summary.pairs])
    page.sheet("meetings", MEETINGS, [meeting_cells(row, page) for row in summary.meetings])
    page.sheet("asked", ASKED, [_asked(row, page) for row in summary.asked])
    page.sheet("answers", ANSWERS, [answer_cells(row, page) for row in unlinked(summary.answers)])
    book.close()
    return content.getvalue()


class Page:
    """Writes cells by what they are: text, number, day, moment."""

    def __init__(self, book: Workbook, language: str, zone: ZoneInfo) -> None:
        self._book, self._language, self._zone = book, language, zone
        self._wording = Wording.load()
        self._head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF", "valign": "top"})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._number = book.add_format({"valign": "top"})
        self._day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        self._moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm", "valign": "top", "align": "left"})

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"report-{key}", **values)

    def value(self, group: str, member: StrEnum | None) -> str | None:
        return None if member is None else self.word(f"value-{group}-{member.value}")

    def asked_for(self, group: str) -> str:
        """The wording of a group of questionnaires; one without a stage is just a questionnaire."""
        key = f"report-value-asked-{group}"
        return self._wording.text(
            self._language, key if self._wording.has(self._language, key) else "report-value-asked-questionnaire"
        )

    def sheet(self, name: str, columns: Columns, rows: Iterable[Sequence[Cell]]) -> None:
        """One sheet: a heading that stays in sight and filters, then the rows."""
        sheet = self._book.add_worksheet(self.word(f"sheet-{name}"))
        widths = [width for _, width in columns]
        for column, (key, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, self.word(f"column-{key}"), self._head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._write(sheet, last, column, cell)
            grow(sheet, last, row, widths)
        sheet.freeze_panes(1, 0)
        lay_out(sheet, widths)
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case bool():
                sheet.write_string(row, column, self.word("value-yes" if cell else "value-no"), self._text)
            case str():
                sheet.write_string(row, column, as_text(cell), self._text)
            case datetime():
                local = cell.astimezone(self._zone).replace(tzinfo=None, second=0, microsecond=0)
                sheet.write_datetime(row, column, local, self._moment)
            case date():
                sheet.write_datetime(row, column, datetime.combine(cell, time()), self._day)
            case _:
                sheet.write_number(row, column, float(cell), self._number)


def _figures(summary: Summary, page: Page) -> list[Sequence[Cell]]:
    """Every number of the summary beside what it is called, then who waits for a meeting."""
    counted = summary.participation
    plain: tuple[tuple[str, Cell], ...] = (
        ("organisation", summary.organisation),
        ("first", summary.period.first_day),
        ("last", summary.period.last_day),
        ("zone", summary.period.zone),
        ("active-pairs", counted.active),
        ("planned", counted.planned),
        ("held", counted.held),
        ("unplanned", counted.unplanned),
        ("not-held", counted.not_held),
        ("unlogged", counted.unlogged),
        ("cancelled", summary.cancelled),
        ("moved", summary.moved),
        ("feedback-asked", summary.feedback.asked),
        ("feedback-answered", summary.feedback.answered),
        ("questionnaires-asked", summary.questionnaires.asked),
        ("questionnaires-answered", summary.questionnaires.answered),
    )
    return [
        *((page.word(f"row-{key}"), value) for key, value in plain),
        _figure(page.word("row-meeting-marks"), summary.meeting_marks),
        _figure(page.word("row-satisfaction"), summary.satisfaction),
        *(_figure(item.label, item.figure) for item in summary.items),
        *_plans(summary, page),
        (page.word("row-waiting"), len(summary.waiting)),
        *((page.word("row-waiting-days", pair=waiting.pair), waiting.days) for waiting in summary.waiting),
    ]


def _plans(summary: Summary, page: Page) -> list[Sequence[Cell]]:
    """Individual plans as they stand now."""
    plans = summary.plans
    if plans is None or not plans.plans:
        return []
    return [
        (page.word("row-plans"), plans.plans),
        (page.word("row-plans-agreed"), plans.agreed),
        (page.word("row-plans-items"), plans.items),
        (page.word("row-plans-done"), plans.done),
        (page.word("row-plans-overdue"), plans.overdue),
    ]


def _figure(label: str, figure: Figure | None) -> Sequence[Cell]:
    if figure is None:
        return label, None, 0, None
    return label, figure.mean, figure.count, figure.change


def pair_cells(row: PairRow, page: Page) -> Sequence[Cell]:
    """In the order of PAIRS."""
    return (
        *(row.pair, page.value("form", row.form), page.value("mentorship", row.state)),
        *("; ".join(row.mentors), "; ".join(row.mentees)),
        *(row.starts, row.ends, row.active, row.last_held),
    )


def meeting_cells(row: MeetingRow, page: Page) -> Sequence[Cell]:
    """In the order of MEETINGS."""
    return (
        *(row.pair, page.value("kind", row.kind), row.starts_at, page.value("meeting", row.state)),
        *(not row.unplanned, row.moves, row.minutes, page.value("format", row.format), row.place, row.linked),
        *(row.present, row.invited, page.value("reason", row.not_held_reason)),
    )


def _asked(row: AskedRow, page: Page) -> Sequence[Cell]:
    who = row.who or page.word("value-anonymous")
    return page.asked_for(row.group), row.title, who, row.pair, row.asked_at, row.answered, row.answered_at


def answer_cells(row: AnswerRow, page: Page) -> Sequence[Cell]:
    """In the order of ANSWERS."""
    who = row.who or page.word("value-anonymous")
    return (
        *(row.title, row.question, row.answer, page.value("measure", row.measure), row.score),
        *(who, row.pair, row.answered_at),
    )


def unlinked(rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    """Named answers as they came; anonymous ones sorted, for their order would tell which of them one person gave."""
    named: list[AnswerRow] = []
    anonymous: list[AnswerRow] = []
    for row in rows:
        (named if row.who else anonymous).append(row)
    return named + sorted(anonymous, key=lambda row: (row.title, row.question, str(row.answer)))


def as_text(text: str) -> str:
    """A text that fits a cell and stays a text: xlsxwriter takes `<r>…</r>` for its own mark-up and would copy what
    somebody typed into the file as XML, so a space follows it."""
    cut = text[:LONGEST_TEXT]
    return f"{cut[: LONGEST_TEXT - 1]} " if cut.startswith("<r>") and cut.endswith("</r>") else cut

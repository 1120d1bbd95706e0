"""Everything an organisation has in the bot as an xlsx: people, pairs, meetings, answers, one sheet each.

Runs in the workshop. Texts are written as texts, as in `reports.workbook`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from reports.data import AnswerRow, MeetingRow, PairRow

if TYPE_CHECKING:
    from reports.workbook import Cell, Columns, Page


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One role of one person. `areas` and `request`: what they ask for or offer; `telegram`: whether they use it.

    `meetings` and `minutes`: the held meetings they were at, in all their mentorships of these organisations.
    """

    organisation: str
    name: str
    role: Role
    state: MembershipState
    telegram: bool
    registered_at: datetime
    birth: date | None = None
    category: Category | None = None
    school_class: str | None = None
    post: str | None = None
    subject: str | None = None
    workplace: str | None = None
    career_start: date | None = None
    hired_here: date | None = None
    areas: tuple[str, ...] = ()
    request: str | None = None
    meetings: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ExportedPair:
    """A mentorship with the orders that fixed and ended it («number, date»)."""

    organisation: str
    row: PairRow
    order_number: str | None = None
    order_date: date | None = None
    ended_at: datetime | None = None
    end_comment: str | None = None


@dataclass(frozen=True, slots=True)
class ExportedMeeting:
    """A meeting with what the log says of it."""

    row: MeetingRow
    topics: tuple[str, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported; times are shown in `zone`."""

    zone: str
    people: tuple[PersonRow, ...]
    pairs: tuple[ExportedPair, ...]
    meetings: tuple[ExportedMeeting, ...]
    answers: tuple[AnswerRow, ...]


def export_workbook(export: Export, language: str) -> bytes:
    """The xlsx in the reader's language (`ru` or `en`)."""
    from xlsxwriter import Workbook

    from reports.workbook import ANSWERS, MEETINGS, PAIRS, Page, answer_cells, meeting_cells, pair_cells, unlinked

    people: Columns = (
        *(("organisation", 28), ("name", 36), ("role", 18), ("membership", 18), ("category", 18), ("birth", 12)),
        *(("class", 10), ("post", 28), ("subject", 20), ("workplace", 28), ("career-start", 14), ("hired-here", 14)),
        *(("areas", 40), ("request", 48), ("telegram", 10), ("registered", 17)),
        *(("attended", 12), ("attended-minutes", 12)),
    )
    orders: Columns = (("order", 14), ("order-date", 12), ("ended", 17), ("end-comment", 36))
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = Page(book, language, ZoneInfo(export.zone))
    page.sheet("people", people, [_person(row, page) for row in export.people])
    page.sheet(
        "pairs",
        (("organisation", 28), *PAIRS, *orders),
        [_pair(each, pair_cells(each.row, page)) for each in export.pairs],
    )
    page.sheet(
        "meetings",
        (*MEETINGS, ("topics", 36), ("outcome", 48)),
        [(*meeting_cells(each.row, page), "; ".join(each.topics), each.outcome) for each in export.meetings],
    )
    page.sheet("answers", ANSWERS, [answer_cells(row, page) for row in unlinked(export.answers)])
    book.close()
    return content.getvalue()


def _person(row: PersonRow, page: Page) -> Sequence[Cell]:
    return (
        *(row.organisation, row.name, page.value("role", row.role), page.value("membership", row.state)),
        *(page.value("category", row.category), row.birth, row.school_class, row.post, row.subject, row.workplace),
        *(row.career_start, row.hired_here, "; ".join(row.areas), row.request, row.telegram, row.registered_at),
        *(row.meetings, row.minutes),
    )


def _pair(each: ExportedPair, cells: Sequence[Cell]) -> Sequence[Cell]:
    return each.organisation, *cells, each.order_number, each.order_date, each.ended_at, each.end_comment

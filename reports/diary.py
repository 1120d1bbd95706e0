"""The mentor's diary as a document: what stands in it, and what its columns are called. Data in, bytes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date

from locales import Wording
from mentoring.diary import Hours

COLUMNS = ("when", "kind", "minutes", "topics", "outcome", "there", "next")
"""Their headings are the wordings `diary-column-…`."""
_PAIR = 2
"""Of more people than these it is told how many of them were there."""


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """A meeting that is over, in the reader's words; `minutes` None: it was not held, `outcome` says why."""

    starts_at: datetime
    kind: str
    where: str | None
    minutes: int | None
    topics: tuple[str, ...]
    outcome: str | None
    there: tuple[str, ...]
    away: tuple[str, ...]
    next: datetime | None


@dataclass(frozen=True, slots=True)
class Diary:
    """One mentorship's diary. `zone` is the organisation's; `months`: first day and hours, the earliest first."""

    organisation: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    starts: date
    ends: date
    zone: str
    rows: tuple[DiaryRow, ...]
    months: tuple[tuple[date, Hours], ...]
    total: Hours


class Words:
    """What both documents say, in one language."""

    def __init__(self, diary: Diary, language: str) -> None:
        self._diary, self._language, self._wording = diary, language, Wording.load()

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"diary-{key}", zone=self._diary.zone, **values)

    def head(self) -> Iterator[str]:
        """Organisation, people and days, a line each."""
        of = self._diary
        yield of.organisation
        yield self.word("file-mentors", people=", ".join(of.mentors))
        yield self.word("file-mentees", people=", ".join(of.mentees))
        yield self.word("file-days", starts=of.starts, ends=of.ends)

    def cells(self, row: DiaryRow) -> tuple[str, ...]:
        """A row as texts, in the order of `COLUMNS`."""
        there = [", ".join(row.there)]
        invited = len(row.there) + len(row.away)
        if row.there and invited > _PAIR:
            there = [self.word("file-there", people=there[0], here=len(row.there), total=invited)]
        if row.away:
            there.append(self.word("file-away", people=", ".join(row.away)))
        return (
            self.moment(row.starts_at),
            row.kind if row.where is None else f"{row.kind}\n{row.where}",
            str(row.minutes) if row.minutes is not None else self.word("file-not-held"),
            ", ".join(row.topics),
            row.outcome or "",
            "\n".join(line for line in there if line),
            self.moment(row.next) if row.next is not None else "",
        )

    def moment(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self._diary.zone)):%d.%m.%Y %H:%M}"

    def month(self, first: date) -> str:
        """«сентябрь 2026»."""
        return str(format_date(first, "LLLL y", locale=self._language))

    def hours(self, of: Hours) -> str:
        """«3 ч 15 мин»."""
        return self.word("hours", hours=of.minutes // 60, minutes=of.minutes % 60)


def diary_document(diary: Diary, language: str) -> bytes:
    """A docx to print and sign. Made in the workshop."""
    from reports.diary_docx import write

    return write(diary, language)


def diary_workbook(diary: Diary, language: str) -> bytes:
    """An xlsx of the same. Made in the workshop."""
    from reports.diary_xlsx import write

    return write(diary, language)

"""What people write into reports by hand, by section: an answer to an expected result, a conclusion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import report_texts as table
from storage.upsert import insert_or


@dataclass(frozen=True, slots=True)
class ReportText:
    """Words of one section; times are aware UTC."""

    section: str
    words: str
    written_by: int
    written_at: datetime


class ReportTexts:
    """By organisation (None: the municipality), report and school year (its autumn); words are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def of(self, organisation_id: int | None, report: str, school_year: int) -> dict[str, ReportText]:
        """Everything that was written, by section."""
        begins = _code(organisation_id, report, school_year, "")
        found = await self._connection.execute(
            select(table).where(table.c.report == report, table.c.code.startswith(begins, autoescape=True))
        )
        return {row.section: ReportText(row.section, row.words, row.written_by, row.written_at) for row in found}

    async def write(
        self, organisation_id: int | None, report: str, school_year: int, section: str, words: str, *, by: int
    ) -> None:
        """Words of a section in place of those before."""
        said = {"words": words, "written_by": by, "written_at": self._now}
        place = {"organisation_id": organisation_id, "report": report, "school_year": school_year, "section": section}
        row = {"code": _code(organisation_id, report, school_year, section), **place, **said}
        statement = insert_or(self._connection, table, **row)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["code"], set_=said))


def _code(organisation_id: int | None, report: str, school_year: int, section: str) -> str:
    return f"{organisation_id or 0}:{report}:{school_year}:{section}"

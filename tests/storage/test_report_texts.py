"""Sections of reports written by hand: kept by place, report and year, encrypted, the last words in place."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.report_texts import ReportText

NOW = datetime(2026, 10, 5, 9, tzinfo=UTC)


async def test_words_stay_where_they_were_written(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "UTC")).id
        store = work.report_texts
        await store.write(school, "final", 2026, "r1", "Сначала так", by=1)
        await store.write(school, "final", 2026, "r1", "Средний балл вырос", by=2)
        await store.write(school, "final", 2025, "r1", "Год назад", by=1)
        await store.write(None, "note", 2026, "next", "Продолжаем", by=3)
        assert await store.of(school, "final", 2026) == {"r1": ReportText("r1", "Средний балл вырос", 2, NOW)}
        assert await store.of(None, "note", 2026) == {"next": ReportText("next", "Продолжаем", 3, NOW)}
        assert await store.of(None, "final", 2026) == {}
        raw = (await work.connection.execute(text("select words from report_texts"))).scalars().all()
        assert not any("балл" in str(each) for each in raw)

"""What was done about milestones, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.people import OrganisationKind
from mentoring.roadmap import Kept, MilestoneState
from mentoring.tasks import Attachment
from storage.engine import Database
from tests.databases import NOW


async def test_a_milestone_is_kept_once_and_changed_by_who_is_quicker(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await work.organisations.add("Школа № 1", OrganisationKind.SCHOOL, "Europe/Moscow")
        store = work.milestones
        first = Kept("1-a-0-20260930", school.id, "a" * 24, MilestoneState.OPEN, 5, NOW, due=date(2026, 10, 5))
        whole = Kept("0-b-0-y2026", None, "b", MilestoneState.OPEN, 5, NOW, due=date(2026, 10, 9))
        assert await store.put(None, first)
        assert await store.put(None, whole)
        assert not await store.put(None, replace(first, state=MilestoneState.DONE))

        file = Attachment("AgAD", "приказ.pdf", photo=False)
        later = NOW + timedelta(hours=1)
        done = replace(first, state=MilestoneState.DONE, note="Приказ № 7", link="https://a.ru", file=file)
        done = replace(done, changed_by=6, changed_at=later)
        assert await store.put(first, done)
        assert not await store.put(first, replace(first, state=MilestoneState.NOT_NEEDED, changed_at=later))

        assert await store.get(first.code) == done
        assert await store.get("1-a-0-20270930") is None
        assert await store.of(school.id) == {first.code: done}
        assert await store.of(None) == {whole.code: whole}
        bare = replace(done, note=None, link=None, file=None)
        assert await store.all() == {first.code: bare, whole.code: whole}

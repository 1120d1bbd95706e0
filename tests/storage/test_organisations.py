"""Organisations stand in one order everywhere, whatever the database sorts by."""

from __future__ import annotations

from mentoring.people import OrganisationKind
from storage.engine import Database
from tests.databases import NOW

NAMES = ("Школа № 12", "школа № 3", "Ёлочка", "Школа № 7", "Жаворонок")
IN_ORDER = ["Ёлочка", "Жаворонок", "школа № 3", "Школа № 7", "Школа № 12"]


async def test_numbered_schools_stand_as_people_count_them_on_every_page(database: Database) -> None:
    async with database.write(NOW) as work:
        for name in NAMES:
            await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")
        assert [each.name for each in await work.organisations.all()] == IN_ORDER
        first, total = await work.organisations.page(limit=3)
        last, _ = await work.organisations.page(offset=3, limit=3)
        found, matching = await work.organisations.page("школа", limit=2)
    assert ([each.name for each in (*first, *last)], total) == (IN_ORDER, 5)
    assert ([each.name for each in found], matching) == (["школа № 3", "Школа № 7"], 3)

"""Who is appointed for an executor, on both databases."""

from __future__ import annotations

from mentoring.people import OrganisationKind
from storage.engine import Database
from tests.databases import NOW


async def test_people_stand_for_executors_by_place(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        first, second = (await work.people.add("Громов Олег")).id, (await work.people.add("Серова Нина")).id
        for person in (first, second, first):
            await work.appointments.appoint(school, "deputy", person, by=first)
        await work.appointments.appoint(None, "authority", second, by=first)
        assert await work.appointments.of(school) == {"deputy": (second, first)}
        assert await work.appointments.of_many((None, school)) == {
            None: {"authority": (second,)},
            school: {"deputy": (second, first)},
        }
        assert await work.appointments.release(school, "deputy", second)
        assert not await work.appointments.release(school, "deputy", second)
        assert not await work.appointments.release(None, "authority", first)
        await work.people.erase(first)
        assert await work.appointments.of(school) == {}

"""Chats: who reads and who acts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from mentoring.access import Actor
from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role
from messaging.readers import DEFAULT_ZONE, Chat, Reader
from storage.engine import Database
from storage.tables import answers
from tests.databases import NOW
from tests.storage.drafts import draft

ME = 5_555_555_555


async def test_a_chat_begins_once(database: Database) -> None:
    async with database.write(NOW) as work:
        assert await work.chats.get(ME) is None
        chat = await work.chats.start(ME, "en")
        assert chat == Chat(ME, "en", 0, True, None)
        assert await work.chats.start(ME, "ru") == chat


async def test_what_is_remembered_of_a_chat(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.chats.start(ME, "en")
        person = await work.people.add("Имя", telegram_id=ME, language="en")
        await work.chats.heard(ME, 10)
        await work.chats.heard(ME, 9)
        await work.chats.set_active(ME, 3)
        await work.chats.set_language(ME, "ru")
        assert await work.chats.get(ME) == Chat(ME, "ru", 10, True, 3)
        changed = await work.people.get(person.id)
    assert changed
    assert changed.language == "ru"


async def test_a_block_is_news_once(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.chats.start(ME, "ru")
        await work.chats.start(6, "ru")
        assert [await work.chats.set_reachable(ME, reachable=False) for _ in range(2)] == [True, False]
        assert await work.chats.reachable() == (6,)
        assert await work.chats.set_reachable(ME, reachable=True)
        assert await work.chats.reachable() == (6, ME)


async def test_strangers(database: Database) -> None:
    async with database.write(NOW) as work:
        assert await work.chats.reader(ME) == Reader("ru", False, DEFAULT_ZONE)
        assert await work.chats.actor(ME) == Actor(ME, None)
        await work.chats.start(ME, "en")
        assert await work.chats.reader(ME) == Reader("en", False, DEFAULT_ZONE)
        assert await work.chats.actor(ME) == Actor(ME, None, language="en")


async def test_the_one_who_acts(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.chats.start(ME, "en")
        school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Asia/Tomsk")
        person = await work.people.add("Имя", telegram_id=ME)
        roles = (
            await work.memberships.grant(person.id, school.id, Role.CURATOR),
            await work.memberships.apply(person.id, school.id, Role.MENTOR),
        )
        wards = {(await work.people.add(f"Ребёнок {number}")).id for number in range(2)}
        for ward in wards:
            await work.guardianships.put(ward, person.id, "mother")
        assert await work.chats.actor(ME) == Actor(ME, person, roles, frozenset(wards), "en")


@pytest.mark.parametrize(
    ("category", "now", "child"),
    [
        (Category.PUPIL, datetime(2026, 10, 5, 16, 59, tzinfo=UTC), True),
        (Category.PUPIL, datetime(2026, 10, 5, 17, 1, tzinfo=UTC), False),  # the birthday has begun in Tomsk
        (Category.STUDENT, datetime(2026, 10, 5, 9, tzinfo=UTC), False),
        (None, datetime(2026, 10, 5, 9, tzinfo=UTC), False),
    ],
)
async def test_a_child_is_a_pupil_under_eighteen_where_they_live(
    database: Database, category: Category | None, now: datetime, *, child: bool
) -> None:
    async with database.write(now) as work:
        school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Asia/Tomsk")
        person = await work.people.add("Имя", telegram_id=ME, birth=date(2008, 10, 6), category=category)
        await work.memberships.apply(person.id, school.id, Role.MENTEE)
        assert await work.chats.reader(ME) == Reader("ru", child, "Asia/Tomsk")


async def test_zones_own_before_organisations_approved_before_applied(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Имя", telegram_id=ME)
        for zone in ("Asia/Tomsk", "Asia/Omsk"):
            school = await work.organisations.add(zone, OrganisationKind.SCHOOL, zone)
            asked = await work.memberships.apply(person.id, school.id, Role.MENTOR)
        assert (await work.chats.reader(ME)).zone == "Asia/Tomsk"
        await work.memberships.approve(asked.id, by=1)
        assert (await work.chats.reader(ME)).zone == "Asia/Omsk"
        other = await work.people.add("Другой", telegram_id=6, zone="Europe/Paris")
        await work.memberships.grant(other.id, school.id, Role.MENTOR)
        assert (await work.chats.reader(6)).zone == "Europe/Paris"


@pytest.mark.parametrize(
    ("said", "child"),
    [
        ({}, False),
        ({"birth": "2012-01-01"}, True),
        ({"birth": "2012-01-01", "category": "pupil"}, True),
        ({"birth": "2009-01-01", "category": "student"}, False),
        ({"birth": "1990-01-01"}, False),
    ],
)
async def test_while_registering_the_answers_tell_a_child(
    database: Database, said: dict[str, str], *, child: bool
) -> None:
    async with database.write(NOW) as work:
        await work.chats.start(ME, "ru")
        response = await draft(work, ME)
        await work.chats.set_active(ME, response)
        for question, value in said.items():
            await work.connection.execute(
                insert(answers).values(
                    response_id=response, question=question, value=value, on_path=True, answered_at=NOW
                )
            )
        assert await work.chats.reader(ME) == Reader("ru", child)


async def test_a_coordinator_lives_where_the_municipality_does(database: Database) -> None:
    async with database.write(NOW) as work:
        leader = await work.people.add("Орлова Ольга", telegram_id=9)
        await work.memberships.grant(leader.id, None, Role.COORDINATOR)
        assert (await work.chats.reader(9)).zone == "Europe/Moscow", "nothing is known yet"
        await work.organisations.add("Школа № 3", OrganisationKind.SCHOOL, "Asia/Krasnoyarsk")
        assert (await work.chats.reader(9)).zone == "Asia/Krasnoyarsk"
        assert (await work.chats.readers([9]))[9].zone == "Asia/Krasnoyarsk"

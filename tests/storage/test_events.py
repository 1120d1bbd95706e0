"""The store of events on both databases: one sign-up a person, moves that count once, lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.events import Event, EventKind, EventState, SignState, moved
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from storage.engine import Database
from tests.databases import NOW

START = NOW + timedelta(days=3)


async def test_sign_ups_and_moves(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа № 1", OrganisationKind.SCHOOL, "Europe/Moscow")).id
        first = (await work.people.add("Дубов Сергей", telegram_id=7)).id
        second = (await work.people.add("Лисин Пётр", telegram_id=8)).id
        new = Event(0, None, EventKind.SEMINAR, "Встреча", START, (Role.MENTOR,), EventState.DRAFT, first, NOW, seats=1)
        town = await work.events.add(new)
        await work.events.add(replace(new, organisation_id=school, title="Своя", starts_at=START + timedelta(days=1)))
        assert await work.events.hold(town.id) == town
        opened = moved(town, EventState.OPEN)
        assert await work.events.move(town, opened)
        assert not await work.events.move(town, moved(town, EventState.CANCELLED)), "the second one comes too late"
        await work.events.sign(town.id, first, school, SignState.SIGNED, by=first)
        await work.events.sign(town.id, second, school, SignState.WAITING, by=second)
        await work.events.sign(town.id, first, school, SignState.OFF, by=first)
        people = {one.person_id: one for one in await work.events.people(town.id)}
        assert [people[first].state, people[second].state] == [SignState.OFF, SignState.WAITING]
        assert not await work.events.mark(town.id, second, came=True, by=first), "without a seat nobody came"
        await work.events.seat(people[second].id)
        assert await work.events.mark(town.id, second, came=True, by=first)
    async with database.read(NOW) as work:
        assert [one.came for one in await work.events.people(town.id) if one.person_id == second] == [True]
        found, total = await work.events.page([school], list(EventState), limit=1)
        assert ([each.title for each in found], total) == (["Своя"], 2)
        assert await work.events.page([], [EventState.OPEN]) == ((opened,), 1)
        assert await work.events.starting(NOW, START) == (opened,)
        assert await work.events.next_start(NOW) == START
        assert await work.events.next_start(START) is None

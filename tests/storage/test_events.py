"""The store of events on both databases: one sign-up a person, moves that count once, lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from mentoring.events import Event, EventKind, EventState, Result, SignState, changed, moved
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


async def test_edits_and_results(database: Database) -> None:
    async with database.write(NOW) as work:
        first = (await work.people.add("Дубов Сергей", telegram_id=7)).id
        second = (await work.people.add("Лисин Пётр", telegram_id=8)).id
        new = Event(0, None, EventKind.CONTEST, "Конкурс", START, (Role.MENTOR,), EventState.DRAFT, first, NOW)
        drafted = await work.events.add(new)
        after = changed(drafted, replace(drafted, title="Смотр", sign_up_until=NOW, seats=9, roles=(Role.MENTEE,)))
        assert await work.events.change(drafted, after)
        assert not await work.events.change(drafted, replace(after, title="Третье")), "it was changed meanwhile"
        assert await work.events.get(drafted.id) == after
        for person in (first, second):
            await work.events.sign(drafted.id, person, None, SignState.SIGNED, by=person)
        await work.events.mark(drafted.id, first, came=True, by=first)
        result = Result(1, "За душевность")
        assert await work.events.judge(drafted.id, first, result, by=first)
        assert not await work.events.judge(drafted.id, second, result, by=first), "who was not there has no place"
        span = (first, None, START, START + timedelta(days=1))
        assert await work.events.results_of(*span) == (), "nothing is announced"
        before = after
        for state in (EventState.OPEN, EventState.HELD, EventState.ANNOUNCED):
            after = moved(before, state)
            assert await work.events.move(before, after)
            before = after
        assert await work.events.results_of(*span) == ((after, result),)
        assert await work.events.results_of(first, None, NOW, START) == ()
        ((held, one),) = await work.events.winners(None, START, START + timedelta(days=1))
        assert (held, one.person_id, one.result) == (after, first, result)
        assert await work.events.winners(None, NOW, START) == ()
        for told in (Result(2), Result(nomination="Приз зрителей"), None):
            await work.events.judge(drafted.id, first, told, by=first)
            assert (await work.events.people(drafted.id))[0].result == told


async def test_a_result_is_sealed_and_an_older_plain_one_is_still_read(database: Database) -> None:
    async with database.write(NOW) as work:
        person = (await work.people.add("Серова Нина")).id
        new = Event(0, None, EventKind.CONTEST, "Конкурс", START, (Role.MENTOR,), EventState.HELD, person, NOW)
        held = await work.events.add(new)
        await work.events.sign(held.id, person, None, SignState.SIGNED, by=person)
        await work.events.mark(held.id, person, came=True, by=person)
        assert await work.events.judge(held.id, person, Result(2, "За душевность"), by=person)
        raw = await work.connection.scalar(text("SELECT result FROM event_people"))
        assert "душевность" not in raw
        assert (await work.events.people(held.id))[0].result == Result(2, "За душевность")
        await work.connection.execute(text("UPDATE event_people SET result = :plain"), {"plain": "1\nЗа смелость"})
        assert (await work.events.people(held.id))[0].result == Result(1, "За смелость")


async def test_who_is_ahead_waits_and_is_next(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа № 1", OrganisationKind.SCHOOL, "Europe/Moscow")).id
        people = [(await work.people.add(f"Дубов {number}", telegram_id=number)).id for number in (7, 8, 9)]
        for person, role in zip(people, (Role.MENTOR, Role.MENTEE, Role.MENTOR), strict=True):
            await work.memberships.grant(person, school, role)
        await work.memberships.grant(people[0], school, Role.MENTEE)
        both = (Role.MENTOR, Role.MENTEE)
        assert await work.memberships.holders_after(both, None, after=0, limit=2) == tuple(people[:2]), "each once"
        assert await work.memberships.holders_after(both, school, after=people[1], limit=2) == (people[2],)
        assert await work.memberships.holders_after((Role.MENTEE,), school + 1, after=0, limit=2) == ()
        new = Event(0, school, EventKind.SEMINAR, "Встреча", START, both, EventState.DRAFT, people[0], NOW, seats=1)
        made = await work.events.add(new)
        later = moved(made, EventState.OPEN)
        await work.events.move(made, later)
        await work.events.sign(made.id, people[0], school, SignState.SIGNED, by=people[0])
        assert await work.events.awaited() == ()
        await work.events.sign(made.id, people[1], school, SignState.WAITING, by=people[1])
        assert await work.events.awaited() == (later,)
        await work.events.sign(made.id, people[0], school, SignState.OFF, by=people[0])
        assert await work.events.ahead_of(people[0]) == ()
        assert await work.events.ahead_of(people[1]) == (later,)
    async with database.read(START) as work:
        assert await work.events.awaited() == await work.events.ahead_of(people[1]) == (), "it has begun"

"""Indicators without screens: boards of two programmes, what is typed and sent, what is hidden, who is reminded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mentoring.access import Actor
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.needs import Fact, Need
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from messaging.replies import Show
from services import indicators, indicators_sent, indicators_typed, needs
from services.desk import Desk
from simulator.phones import Phone
from storage.engine import Database
from surveys.path import Value
from tests.conversations.answering import answered
from tests.conversations.digest_month import digests
from tests.conversations.pairs import active
from tests.conversations.world import World, house_of

DECEMBER = datetime(2026, 12, 25, 5, 59, tzinfo=UTC)
"""A week before the report of 1 January, a minute before nine in Kavkazsky."""
QUARTER = "2026q4"


@asynccontextmanager
async def at_desk(world: World, phone: Phone) -> AsyncIterator[Desk]:
    async with world.work() as work:
        actor: Actor = await work.chats.actor(phone.id)
        yield Desk(work, world.machine.house, actor, world.now)


@asynccontextmanager
async def municipality(database: Database, programme: str, start: datetime) -> AsyncIterator[World]:
    house = house_of(programme, "bot", school_year=2026)
    world = await World.open(database, start, house)
    yield world
    await world.machine.jobs.close()
    await world.machine.bot.session.close()


async def person(world: World, school: Organisation, role: Role, birth: date, category: Category) -> Person:
    async with world.work() as work:
        made = await work.people.add(f"Имя {birth:%d} {role.value}", birth=birth, category=category)
        await work.memberships.grant(made.id, school.id, role)
    return made


async def pupils_with_a_mentor(world: World, school: Organisation, many: int) -> list[Person]:
    mentor = await person(world, school, Role.MENTOR, date(1980, 5, 1), Category.TEACHER)
    pupils = [
        await person(world, school, Role.MENTEE, date(2012, 3, day), Category.PUPIL) for day in range(1, many + 1)
    ]
    await active(world, school, [mentor], pupils)
    return pupils


async def test_a_quarter_from_denominator_to_the_list_of_who_is_missing(quick_database: Database) -> None:
    async with municipality(quick_database, "kavkazsky", DECEMBER) as world:
        first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
        curator, person_of_first = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
        other, _ = await world.member("Громова Инна Ильинична", Role.CURATOR, second)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        pupils = await pupils_with_a_mentor(world, first, 10)
        await pupils_with_a_mentor(world, second, 2)

        await world.advance(timedelta(minutes=2))
        for phone in (curator, other):
            assert "Показатели за 4 квартал 2026 года: отправить до 1 января 2027" in digests(phone)[-1]

        async with at_desk(world, curator) as desk:
            board = await indicators.standing(desk, first.id)
            assert (board.period.code, board.period.report_date) == (QUARTER, date(2027, 1, 1))
            assert [line.standing.numerator for line in board.lines] == [10, 0, 0, 0, 0, 0]
            assert [line.enters for line in board.lines] == [True, True, True, False, False, False]
            assert board.sends
            assert board.lines[0].standing.fact is None
            await typed(desk, first.id, "children-10-19", {"value": 400, "on": "2026-12-20", "source": "ОО-1"})
            board = await indicators.standing(desk, first.id, QUARTER)
            assert board.lines[0].standing.fact == Decimal("2.500")
            for name in ("enterprises", "unheard-of"):
                with pytest.raises(NotFound):
                    await indicators_typed.enter_denominator(desk, first.id, name, 9, date(2026, 12, 1), "ОО-1")
            with pytest.raises(Forbidden):
                await indicators.standing(desk, second.id)
            with pytest.raises(Forbidden):
                await indicators.across(desk, "5.1.1")
            with pytest.raises(Invalid):
                await indicators_sent.send(desk, first.id, "2027q1")
            sent = await indicators_sent.send(desk, first.id, QUARTER)
            assert (sent.facts[0].numerator, sent.facts[0].denominator) == (10, 400)

        async with at_desk(world, curator) as desk:
            page = await indicators.behind(desk, first.id, "5.1.1", 7)
            assert (page.page, page.total, len(page.people)) == (1, 10, 2)
            assert {each.id for each in page.people} <= {each.id for each in pupils}
            with pytest.raises(NotFound):
                await indicators.behind(desk, first.id, "2.1")

        async with at_desk(world, leader) as desk:
            board = await indicators.standing(desk, None)
            line = board.lines[0]
            assert (line.standing.numerator, line.standing.fact, line.lacking) == (12, None, (second,))
            with pytest.raises(Forbidden):
                await indicators.behind(desk, first.id, "5.1.1")
            await indicators_typed.enter_denominator(desk, second.id, "children-10-19", 80, date(2026, 12, 1), "ОО-1")
            await planned(desk, "5.1.1", {"value": "2.5"})
            line = (await indicators.standing(desk, None)).lines[0]
            assert (line.standing.fact, line.standing.met) == (Decimal("2.500"), True)
            assert line.denominator is not None
            assert (line.denominator.value, line.denominator.summed) == (480, 2)
            assert await indicators_sent.missing(desk) == (second,)
            across = await indicators.across(desk, "5.1.1")
            assert [(each.name, stand.fact) for each, stand in across.organisations] == [
                ("Школа № 1", Decimal("2.500")), ("Школа № 2", Decimal("2.500")),
            ]  # fmt: skip
            receipts = await indicators_sent.receipts(desk, QUARTER)
            assert [each.name for each, _ in receipts.sent] == ["Школа № 1"]

        await world.until(datetime(2027, 1, 1, 6, 5, tzinfo=UTC))
        assert "Показатели за 4 квартал 2026 года" in digests(other)[-1]
        assert "Показатели" not in digests(curator)[-1], "who has sent is left in peace"
        async with at_desk(world, curator) as desk:
            await indicators_sent.send(desk, first.id, QUARTER)
            history = await indicators_sent.history(desk, first.id)
            assert [(each.period.code, each.by and each.by.id) for each in history] == [(QUARTER, person_of_first.id)]
            assert history[0].sent.sent_at == world.now
        await world.until(datetime(2027, 1, 4, 6, 5, tzinfo=UTC))
        assert "Показатели за 4 квартал 2026 года отправили не все" in digests(leader)[-1]
        await leader.taps("Кто не отправил")
        await leader.sees("Школа № 2")


async def typed(desk: Desk, organisation_id: int, name: str, answers: dict[str, Value]) -> None:
    """Through the form, as its screens would."""
    await indicators_typed.begin_denominator(desk, organisation_id, name)
    (record,) = await desk.work.responses.waiting(desk.actor.chat_id, "form")
    (shown,) = await indicators_typed.denominator(desk, record, answers)
    assert isinstance(shown, Show)
    assert record.likely["on"] == "2026-12-25"
    await desk.work.responses.erase(record.id)


async def planned(desk: Desk, indicator: str, answers: dict[str, Value]) -> None:
    await indicators_typed.begin_plan(desk, None, indicator, QUARTER)
    (record,) = await desk.work.responses.waiting(desk.actor.chat_id, "form")
    await indicators_typed.planned(desk, record, answers)
    await desk.work.responses.erase(record.id)


async def test_few_people_of_a_sensitive_category_are_hidden_from_the_coordinator(quick_database: Database) -> None:
    start = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
    async with municipality(quick_database, "kyzyl", start) as world:
        schools = [await world.organisation(f"Школа № {number}") for number in (1, 2, 3)]
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, schools[0])
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        pupil = None
        for school, many in zip(schools, (2, 6, 9), strict=True):
            for _ in range(many):
                (pupil,) = await pupils_with_a_mentor(world, school, 1)
                async with world.work() as work:
                    desk = Desk(work, world.machine.house, await work.chats.actor(curator.id), world.now)
                    known = await work.needs.get(pupil.id, school.id)
                    if school is schools[0]:
                        await needs.mark(desk, pupil.id, school.id, Need.REGISTER)
                    else:
                        await work.needs.save(known, [Fact(Need.REGISTER, start.date())], by=pupil.id)
        async with at_desk(world, leader) as desk:
            across = await indicators.across(desk, "2.1.4", "2027")
            assert (across.total.numerator, across.total.planned, across.total.base) == (
                17,
                Decimal(15),
                Decimal("15.5"),
            )
            assert [(stand.numerator, stand.hidden, stand.small) for _, stand in across.organisations] == [
                (None, True, True), (None, True, False), (9, False, False),
            ]  # fmt: skip
            line = next(
                each
                for each in (await indicators.standing(desk, schools[0].id, "2027")).lines
                if each.indicator.id == "2.1.4"
            )
            assert (line.standing.hidden, line.standing.fact, line.looks) == (True, None, False)
            with pytest.raises(Invalid):
                await indicators_typed.plan(desk, None, "2.1.4", "2027", Decimal(3))
            for school in schools:
                await indicators_sent.send(desk, school.id, "2027")
            (past,) = await indicators_sent.history(desk, schools[1].id)
            hidden = {indicator.id: stand.hidden for indicator, stand in past.lines}
            assert hidden == {"2.1": False, "2.1.1": False, "2.1.2": True, "2.1.3": True, "2.1.4": True, "2.1.5": True}
        async with at_desk(world, curator) as desk:
            board = await indicators.standing(desk, schools[0].id, "2027")
            line = next(each for each in board.lines if each.indicator.id == "2.1.4")
            assert (line.standing.numerator, line.standing.hidden, line.looks) == (2, False, True)
            assert next(each for each in board.lines if each.indicator.id == "2.1").standing.numerator == 1
            found = await indicators.behind(desk, schools[0].id, "2.1.4", period="2027")
            assert found.total == 2
            marked = next(iter(await desk.work.needs.of_organisation(schools[0].id)))
            later = Desk(desk.work, desk.house, desk.actor, world.now + timedelta(days=3))
            await needs.clear(later, marked, schools[0].id, Need.REGISTER)
            kept = await desk.work.needs.get(marked, schools[0].id)
            held = [kept.on(Need.REGISTER, start.date() + timedelta(days=days)) for days in (-1, 0, 2, 3)]
            assert (kept.facts, held) == ((), [False, True, True, False])
            assert (await indicators.behind(desk, schools[0].id, "2.1.4", period="2027")).total == 1


async def test_shares_of_few_who_answered_are_hidden(world: World) -> None:
    house = house_of("kavkazsky", "bot", school_year=2026)
    school, other = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
    async with world.work() as work:
        for place, many in ((school, 4), (other, 6)):
            for number in range(many):
                made = await work.people.add(f"Имя {place.id} {number}")
                await work.memberships.grant(made.id, place.id, Role.MENTEE)
                await answered(work, "pulse", made, place.id, {"satisfaction": 6 + number}, role="mentee")
    moved = replace(house.programme, years=replace(house.programme.years, begins=date(2026, 8, 1)))
    for phone, seen in ((curator, (3, 4, False)), (leader, (None, 4, True))):
        async with at_desk(world, phone) as desk:
            desk.house = replace(house, programme=moved)
            board = await indicators.standing(desk, school.id, "2026q3")
            stand = board.lines[4].standing
            assert (stand.numerator, stand.denominator, stand.hidden) == seen
            assert board.lines[4].denominator is None
            if phone is curator:
                found = await indicators.behind(desk, school.id, "5.1.5", period="2026q3")
                assert (found.total, found.nameless) == (3, 0)
            else:
                total = (await indicators.standing(desk, None, "2026q3")).lines[4].standing
                assert (total.numerator, total.denominator, total.hidden) == (8, 10, False)
                assert [place.name for place in await indicators.choices(desk)] == ["Школа № 1", "Школа № 2"]

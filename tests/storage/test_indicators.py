"""What indicators are counted from and what people type and send of them, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from itertools import count as numbers

from sqlalchemy import event, insert, update

from bot.house import library
from mentoring.indicator_counts import Window, count
from mentoring.indicators import SentFact
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.needs import Fact, Need
from mentoring.numerators import Giving, Having, Monitored, Numerator, People, Persons, Satisfied, Staff, Union
from mentoring.people import OrganisationKind, Person
from mentoring.roles import Category, Role
from programmes.load import load_programme
from storage.engine import Database
from storage.indicator_answers import Satisfying
from storage.indicator_facts import Reading
from storage.marks import Measured
from storage.tables import answers, mentorships, organisation_documents
from storage.work import Work
from surveys.definition import Definition
from surveys.load import from_body
from tests.conversations.answering import answered
from tests.databases import NOW

ON = NOW.date()
WINDOW = Window(ON, date(ON.year, 1, 1), date(ON.year, 9, 1))
NAMELESS = from_body(
    """{"survey": "own-1-pulse", "version": 1, "anonymous": true, "title": {"ru": "А", "en": "A"}, "ask": [
    {"id": "glad", "kind": "scale", "min": 1, "max": 10, "text": {"ru": "А", "en": "A"},
     "low": {"ru": "а", "en": "a"}, "high": {"ru": "б", "en": "b"}}]}"""
)
PULSE = Satisfying(
    (Measured("pulse", "satisfaction"), Measured("own-1-pulse", "glad", turned=11)), 7, {"own-1-pulse": Side.MENTOR}
)
_names = numbers(1)


def reading(
    zones: dict[int, str], *numerators: Numerator, place: int | None = None, window: Window = WINDOW
) -> Reading:
    return Reading(numerators, window, place, zones, "UTC", PULSE)


async def person(work: Work, place: int, role: Role, category: Category = Category.TEACHER) -> Person:
    made = await work.people.add(f"Имя {next(_names)}", birth=date(2010, 1, 1), category=category)
    await work.memberships.grant(made.id, place, role)
    return made


async def pair(work: Work, place: int, mentor: int, mentee: int, model: str = "m") -> int:
    """A pair that became active now."""
    parties = (Party(mentor, Side.MENTOR, True), Party(mentee, Side.MENTEE, True))
    state = MentorshipState.ACTIVE
    made = Mentorship(0, place, Form.TEACHER_PUPIL, model, "k", ON, ON, state, parties, mentor, NOW)
    new = await work.mentorships.propose(made)
    await work.connection.execute(update(mentorships).where(mentorships.c.id == new).values(activated_at=NOW))
    return new


async def two_schools(work: Work) -> tuple[int, int, dict[int, str]]:
    places = [await work.organisations.add(name, OrganisationKind.SCHOOL, "UTC") for name in ("А", "Б")]
    return places[0].id, places[1].id, {each.id: each.zone for each in places}


async def test_people_needs_and_staff_are_read(database: Database) -> None:
    mentors = Union(
        (People(Side.MENTOR, mentees=Persons(needs=frozenset({Need.REGISTER}))), Staff(frozenset({Role.HEAD})))
    )
    givers = Giving(frozenset({OrganisationKind.ENTERPRISE}))
    async with database.write(NOW) as work:
        here, there, zones = await two_schools(work)
        plant = await work.organisations.add("Завод", OrganisationKind.ENTERPRISE, "UTC")
        mentor, pupil = await person(work, here, Role.MENTOR), await person(work, here, Role.MENTEE, Category.PUPIL)
        guest = await person(work, plant.id, Role.MENTOR, Category.EMPLOYEE)
        head = await person(work, there, Role.HEAD)
        await pair(work, here, mentor.id, pupil.id)
        await pair(work, there, guest.id, pupil.id)
        before = ON - timedelta(days=9)
        known = await work.needs.get(pupil.id, here)
        await work.needs.save(known, (), past=(Fact(Need.REGISTER, before, until=ON),), by=mentor.id)
        kept = await work.needs.get(pupil.id, here)
        assert (kept.facts, kept.past) == ((), (Fact(Need.REGISTER, before, until=ON),))
        facts = await work.indicator_facts.read(reading(zones, mentors, givers))
        assert {place: each.people for place, each in count(mentors, facts, WINDOW).items()} == {
            there: {head.id}, None: {head.id},
        }  # fmt: skip
        assert count(givers, facts, WINDOW)[there].names == ("Завод",)
        earlier = Window(ON - timedelta(days=1), WINDOW.first, WINDOW.begins)
        facts = await work.indicator_facts.read(reading(zones, mentors, window=earlier))
        known_then = facts.known(pupil.id, here)
        assert known_then is not None
        assert (known_then.facts, known_then.past) == (kept.facts, kept.past)
        assert count(mentors, facts, earlier)[None].people == frozenset()  # nobody had come yet
        await work.needs.save(kept, (Fact(Need.REGISTER, ON),), past=kept.past, by=mentor.id)
        alone = await work.indicator_facts.read(reading(zones, mentors, place=here))
        assert count(mentors, alone, WINDOW)[None].people == {mentor.id}
        assert {each.organisation_id for each in alone.mentorships} == {here}


async def test_of_a_guest_only_what_is_not_sensitive_is_read(database: Database) -> None:
    async with database.write(NOW) as work:
        here, there, zones = await two_schools(work)
        mentor, pupil = await person(work, there, Role.MENTOR), await person(work, here, Role.MENTEE)
        await pair(work, here, mentor.id, pupil.id)
        marks = (Fact(Need.RISK_GROUP, ON), Fact(Need.QUALIFICATION, ON, "first"))
        await work.needs.save(await work.needs.get(mentor.id, there), marks, by=mentor.id)
        rule = Union((People(Side.MENTOR, who=Persons(needs=frozenset({Need.RISK_GROUP}))),))
        facts = await work.indicator_facts.read(reading(zones, rule))
        known = facts.known(mentor.id, here)
        assert known is not None
        assert [fact.need for fact in known.facts] == [Need.QUALIFICATION]


async def test_the_newest_answer_of_everybody_counts(database: Database) -> None:
    pulse = library().get("pulse")
    side = Satisfied(Side.MENTEE)

    async def said(work: Work, who: Person | None, place: int, value: int, of: Definition = pulse) -> None:
        question = "satisfaction" if of is pulse else "glad"
        made = await answered(work, of, who, place, {question: value}, role="mentee" if of is pulse else None)
        detached = {"value": value, "secret": None}  # as `storage.anonymity` leaves it behind
        await work.connection.execute(update(answers).where(answers.c.response_id == made.id).values(detached))

    async with database.write(NOW - timedelta(days=400)) as work:
        here, there, zones = await two_schools(work)
        old, glad, both = [await person(work, here, Role.MENTEE) for _ in range(3)]
        await said(work, old, here, 10)
    async with database.write(NOW - timedelta(days=2)) as work:
        await said(work, glad, here, 3)
        await said(work, both, here, 9)
    async with database.write(NOW) as work:
        await said(work, glad, here, 7)
        await said(work, both, there, 2)
        for value in (4, 5, 4, 3, 1):
            await said(work, None, there, value, NAMELESS)
        window = Window(ON, WINDOW.first, date(2020, 1, 1))
        facts = await work.indicator_facts.read(reading(zones, side, window=window))
        found = {place: (each.satisfied, each.answered) for place, each in facts.answered.items()}
        assert found == {
            (Side.MENTEE, here): (2, 2),  # long ago is too long ago
            (Side.MENTEE, there): (0, 1),
            (Side.MENTEE, None): (1, 2),  # whoever answered in two schools is one person
            (Side.MENTOR, there): (4, 5),  # a reversed question, without names
            (Side.MENTOR, None): (4, 5),
        }
        facts = await work.indicator_facts.read(reading(zones, side, place=here, window=window))
        counted = count(side, facts, window)
        assert counted[here].people == {glad.id, both.id}
        assert set(counted) == {here}


async def test_documents_and_the_criteria_of_the_year(database: Database) -> None:
    having, filled = Having("programme", frozenset({"approved"})), Monitored("curator-criteria")
    async with database.write(NOW) as work:
        here, there, zones = await two_schools(work)
        curator = await person(work, here, Role.CURATOR)
        head = {"kind": "programme", "title": "Программа", "added_by": curator.id, "added_at": NOW}
        for place, state, seen in ((here, "approved", NOW), (there, "sent", None), (there, "returned", NOW)):
            row = {"organisation_id": place, "state": state, "sent_at": NOW, "reviewed_at": seen, **head}
            await work.connection.execute(insert(organisation_documents).values(**row))
        await answered(work, "curator-criteria", curator, there, {}, entered_by=curator.id)
        facts = await work.indicator_facts.read(reading(zones, having, filled))
        assert [set(count(each, facts, WINDOW)) - {None} for each in (having, filled)] == [{here}, {there}]


async def test_denominators_plans_and_what_was_sent(database: Database) -> None:
    async with database.write(NOW) as work:
        here, there, _ = await two_schools(work)
        store = work.indicators
        days = [ON - timedelta(days=30), ON - timedelta(days=2), ON + timedelta(days=5), ON + timedelta(days=9)]
        for place, day, value in ((None, days[0], 90), (here, days[0], 10), (here, days[1], 11), (here, days[1], 12)):
            await store.enter(place, "children", value, day, "ОО-1", by=1)
        for day, value in ((days[3], 21), (days[2], 20)):
            await store.enter(there, "children", value, day, "ОО-1", by=1)
        values = {place: each.value for (place, _), each in (await store.denominators(ON)).items()}
        assert values == {None: 90, here: 12, there: 20}
        assert (await store.denominators(days[0]))[here, "children"].value == 10
        await store.set_plan(None, "2.1.5", "2027", Decimal("0.17"), None, by=1)
        await store.set_plan(None, "2.1.5", "2027", Decimal("0.065"), "приказ", by=1)
        plan = (await store.plans("2027"))[None, "2.1.5"]
        assert (plan.value, plan.source, await store.plans("2026")) == (Decimal("0.065"), "приказ", {})
        first = await store.send(here, "2027", ON, [SentFact("1", 3, None, None)], by=1)
        await store.send(None, "2026", ON - timedelta(days=1), [], by=1)
    async with database.write(NOW + timedelta(hours=1)) as work:
        facts = (SentFact("1", 4, 100, Decimal("0.065")), SentFact("2", 0, 0, None))
        again = await work.indicators.send(here, "2027", ON, facts, by=2)
        assert await work.indicators.sent("2027") == {here: again}
        assert (again.id, again.facts) != (first.id, first.facts)
        assert [each.period for each in await work.indicators.sent_by(here)] == ["2027"]
        assert {code: set(who) for code, who in (await work.indicators.senders(["2027", "2026"])).items()} == {
            "2027": {here},
            "2026": {None},
        }
        assert again.fact("2") == facts[1]
        assert again.fact("3") is None


@contextmanager
def statements(work: Work) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        seen.append(statement)

    engine = work.connection.sync_connection
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def test_ten_times_the_people_take_the_same_statements(sqlite_database: Database) -> None:
    rules = tuple(
        each.numerator for name in ("kyzyl", "kavkazsky", "seversk") for each in load_programme(name).indicators
    )
    sent = []
    async with sqlite_database.write(NOW) as work:
        here, _, zones = await two_schools(work)
        for many in (1, 10):
            for _ in range(many):
                mentor, pupil = await person(work, here, Role.MENTOR), await person(work, here, Role.MENTEE)
                await pair(work, here, mentor.id, pupil.id)
            with statements(work) as seen:
                await work.indicator_facts.read(reading(zones, *rules))
            sent.append(len(seen))
    assert sent[0] == sent[1] <= 10

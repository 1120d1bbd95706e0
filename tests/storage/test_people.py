"""People, organisations and their lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from mentoring.people import MembershipState, OrganisationKind, Person, Profile
from mentoring.roles import Category, Role
from storage.engine import Database
from storage.people import PeopleFilter
from storage.work import Work
from tests.databases import NOW

PROFILE = Profile("7Б", "учитель", "физика", date(2020, 9, 1), date(2024, 9, 1), "Завод")


async def school(work: Work, name: str = "Школа № 14") -> int:
    return (await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")).id


async def found(work: Work, part: str) -> list[str]:
    people, total = await work.people.page(PeopleFilter(part=part))
    assert total == len(people)
    return [person.name for person in people]


async def test_a_person_comes_back_as_given(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add(
            "Ёлкина Мария Петровна",
            telegram_id=7_000_000_000,
            birth=date(2012, 3, 4),
            category=Category.PUPIL,
            profile=PROFILE,
            language="en",
            zone="Asia/Tomsk",
        )
    async with database.read(NOW) as work:
        assert await work.people.get(person.id) == person
        assert await work.people.by_telegram(7_000_000_000) == person
        assert await work.people.many([person.id, 999]) == {person.id: person}
        assert await work.people.get(999) is None
    assert person.registered_at == NOW


async def test_a_telegram_account_is_one_persons(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.people.add("Первый", telegram_id=1)
    with pytest.raises(IntegrityError):
        async with database.write(NOW) as work:
            await work.people.add("Второй", telegram_id=1)


async def test_a_change_is_stored_and_found(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Иванова Мария")
        changed = replace(person, name="Петрова Мария", category=Category.TEACHER, profile=PROFILE, zone="UTC")
        await work.people.save(changed)
        assert await work.people.get(person.id) == changed
        assert await found(work, "петрова") == ["Петрова Мария"]
        assert await found(work, "иванова") == []


async def test_telegram_is_given_once_and_may_be_taken_away(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Без телефона")
        assert await work.people.attach(person.id, 5)
        assert not await work.people.attach(person.id, 6)
        await work.people.detach(person.id)
        assert await work.people.get(person.id) == person
        assert await work.people.by_telegram(5) is None


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("семёнов", ["Семенова Алёна", "Семёнов Пётр"]),
        ("СЕМЕНОВ", ["Семенова Алёна", "Семёнов Пётр"]),
        ("петр сем", ["Семёнов Пётр"]),
        ("ален", ["Семенова Алёна"]),
        ("  ", ["100% Имя_с_чертой", "Семенова Алёна", "Семёнов Пётр"]),
        ("0%", ["100% Имя_с_чертой"]),
        ("%", []),
        ("я_с", ["100% Имя_с_чертой"]),
        ("СЕМНЕОВ", ["Семенова Алёна", "Семёнов Пётр"]),
        ("Сидоров", []),
    ],
)
async def test_search_by_part_of_a_name(database: Database, part: str, names: list[str]) -> None:
    async with database.write(NOW) as work:
        for name in ("Семёнов Пётр", "Семенова Алёна", "100% Имя_с_чертой"):
            await work.people.add(name)
        assert await found(work, part) == sorted(names, key=lambda name: name.lower().replace("ё", "е"))


async def test_lists_by_organisation_role_and_state(database: Database) -> None:
    async with database.write(NOW) as work:
        here, there = await school(work), await school(work, "Другая школа")
        both = await work.people.add("Б Обе роли", telegram_id=1)
        await work.memberships.grant(both.id, here, Role.MENTOR)
        await work.memberships.grant(both.id, here, Role.MENTEE)
        applicant = await work.people.add("А Проситель")
        await work.memberships.apply(applicant.id, here, Role.MENTEE)
        elsewhere = await work.people.add("В Чужой")
        await work.memberships.grant(elsewhere.id, there, Role.MENTOR)
        pupil = await work.people.add("Г Ученик", category=Category.PUPIL, profile=PROFILE)

        async def listed(which: PeopleFilter) -> list[Person]:
            people, total = await work.people.page(which)
            assert total == len(people)
            return list(people)

        assert await listed(PeopleFilter()) == [applicant, both, elsewhere, pupil]
        assert await listed(PeopleFilter(here)) == [both]
        assert await listed(PeopleFilter(here, frozenset({Role.CURATOR}))) == []
        assert await listed(PeopleFilter(None, frozenset({Role.MENTOR}))) == [both, elsewhere]
        applied = frozenset({MembershipState.APPLIED})
        assert await listed(PeopleFilter(here, states=applied)) == [applicant]
        assert await listed(PeopleFilter(organisations=frozenset({here, there}))) == [both, elsewhere]
        assert await listed(PeopleFilter(organisations=frozenset())) == []
        assert await listed(PeopleFilter(category=Category.PUPIL, school_class="7Б")) == [pupil]
        assert await listed(PeopleFilter(telegram=False)) == [applicant, elsewhere, pupil]
        assert await listed(PeopleFilter(telegram=True, part="роли")) == [both]


async def test_pages(database: Database) -> None:
    async with database.write(NOW) as work:
        for number in range(7):
            await work.people.add(f"Имя {number}")
        people, total = await work.people.page(PeopleFilter(), offset=5, limit=5)
        assert ([person.name for person in people], total) == (["Имя 5", "Имя 6"], 7)
        assert await work.people.count() == 7


async def test_erasure_takes_all_that_belongs_to_the_person(database: Database) -> None:
    async with database.write(NOW) as work:
        here = await school(work)
        child, parent = await work.people.add("Ребёнок"), await work.people.add("Родитель")
        place = await work.memberships.apply(child.id, here, Role.MENTEE)
        await work.guardianships.put(child.id, parent.id, "mother")
        await work.people.erase(child.id)
        assert await work.memberships.get(place.id) is None
        assert await work.guardianships.of_guardian(parent.id) == ()


async def test_organisations(database: Database) -> None:
    async with database.write(NOW) as work:
        added = await work.organisations.add("Лицей «Ёж»", OrganisationKind.SCHOOL, "Asia/Tomsk", created_by=1)
        assert await work.organisations.get(added.id) == added
        assert await work.organisations.get(999) is None
        assert await work.organisations.by_name("лицей  «еж»") == (added,)
        assert await work.organisations.page("ёж") == ((added,), 1)
        changed = replace(added, name="Гимназия", zone="UTC", kind=OrganisationKind.COLLEGE)
        await work.organisations.save(changed)
        assert await work.organisations.all() == (changed,)
        assert await work.organisations.many([added.id]) == {added.id: changed}
        assert await work.organisations.page("ёж") == ((), 0)


async def test_facts(database: Database) -> None:
    async with database.write(NOW) as work:
        assert await work.facts.get("bot") is None
        assert await work.facts.settle("bot", "1") == "1"
        assert await work.facts.settle("bot", "2") == "1"
        await work.facts.set("bot", "3")
        assert await work.facts.get("bot") == "3"

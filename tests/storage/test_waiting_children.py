"""Children whose registration waits for a guardian, links of theirs, and lists narrowed by class."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.people import OrganisationKind, Profile
from mentoring.roles import Category, Role
from storage.engine import Database
from storage.guardianships import WaitingChild
from storage.people import PeopleFilter
from storage.work import Work
from surveys.definition import Definition, Question
from surveys.record import RecordState
from surveys.response import Draft
from surveys.wording import Wording
from tests.databases import NOW

FORM = Definition(
    "registration",
    1,
    "form",
    Wording("Регистрация", "Registration"),
    (Question("birth", "date"), Question("guardian", "wait")),
)


async def child(work: Work, organisation: int, chat: int, *, asking: str = "guardian") -> int:
    """A registration with a birth date, at the question `asking`."""
    draft = Draft("registration", 1, {"birth": "2014-03-12"}, asking=asking)
    record = await work.responses.add(
        draft, FORM, state=RecordState.OPEN, chat_id=chat, person_id=None, organisation_id=organisation
    )
    return record.id


async def school(work: Work, name: str) -> int:
    return (await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")).id


async def test_who_waits_is_listed_by_organisation_and_time(database: Database) -> None:
    async with database.write(NOW) as work:
        here, there = await school(work, "Школа № 14"), await school(work, "Школа № 15")
        first = await child(work, here, 1)
        await child(work, here, 2, asking="name")
        await child(work, there, 3)
    later = NOW + timedelta(days=1)
    async with database.write(later) as work:
        second = await child(work, here, 4)
        found, total = await work.guardianships.awaited([here])
        assert (total, [one.response_id for one in found]) == (2, [first, second])
        assert found[0] == WaitingChild(first, 1, here, date(2014, 3, 12), NOW)
        assert (await work.guardianships.awaited([here], offset=1, limit=1))[0] == found[1:]
        assert await work.guardianships.awaited([]) == ((), 0)
        assert await work.guardianships.awaited_by(first) == found[0]
        await work.responses.close([first], RecordState.CANCELLED)
        assert await work.guardianships.awaited_by(first) is None
        assert (await work.guardianships.awaited([here]))[1] == 1


async def test_a_guardian_known_already_is_moved_once(database: Database) -> None:
    async with database.write(NOW) as work:
        response = await child(work, await school(work, "Школа № 14"), 1)
        pupil, mother, father = [(await work.people.add(name)).id for name in ("Ребёнок", "Мать", "Отец")]
        await work.guardianships.put(pupil, mother, "mother")
        await work.guardianships.put_waiting(response, mother, "other")
        await work.guardianships.put_waiting(response, father, "father")
        await work.guardianships.move(response, pupil)
        known = {(one.guardian_id, one.relation) for one in await work.guardianships.of_child(pupil)}
        assert known == {(mother, "mother"), (father, "father")}
        assert await work.guardianships.waiting(response) == ()


async def test_a_new_link_ends_the_childs_own_links_only(database: Database) -> None:
    async with database.write(NOW) as work:
        organisation = await school(work, "Школа № 14")
        response = await child(work, organisation, 1)
        own = await work.invitations.create(Role.GUARDIAN, organisation, response_id=response)
        sent = await work.invitations.create(Role.GUARDIAN, organisation, response_id=response, created_by=5)
        assert await work.invitations.revoke_childs(response) == 1
        assert await work.invitations.revoke_childs(response) == 0
        ended, open_still = await work.invitations.find(own), await work.invitations.find(sent)
        assert ended is not None
        assert open_still is not None
        assert (ended.revoked_at, open_still.revoked_at) == (NOW, None)


async def test_people_by_class_category_and_organisations(database: Database) -> None:
    async with database.write(NOW) as work:
        here, there = await school(work, "Школа № 14"), await school(work, "Школа № 15")
        for name, place, school_class in (
            ("А", here, "11Б"),
            ("Б", here, "7А"),
            ("В", there, "7А"),
            ("Г", there, None),
        ):
            category = Category.PUPIL if school_class else Category.TEACHER
            person = await work.people.add(name, category=category, profile=Profile(school_class=school_class))
            await work.memberships.grant(person.id, place, Role.MENTEE)
        both = frozenset({here, there})
        assert await work.people.classes(PeopleFilter(organisations=both)) == ("7А", "11Б")
        assert await work.people.classes(PeopleFilter(organisations=frozenset({there}))) == ("7А",)
        found, total = await work.people.page(PeopleFilter(organisations=both, school_class="7А"))
        assert ([one.name for one in found], total) == (["Б", "В"], 2)
        found, _ = await work.people.page(PeopleFilter(organisations=both, category=Category.TEACHER))
        assert [one.name for one in found] == ["Г"]

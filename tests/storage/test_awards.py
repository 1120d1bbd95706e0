"""Awards and what is counted for them, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from mentoring.awards import Ground, Measure
from mentoring.consents import ConsentKind
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind, Profile
from mentoring.roles import Category, Role
from storage.awards import Entry
from storage.deeds import Wanted
from storage.engine import Database
from storage.work import Work
from tests.databases import NOW

TODAY, DAY = NOW.date(), timedelta(days=1)


async def _person(work: Work, name: str, telegram_id: int) -> int:
    added = await work.people.add(
        name,
        telegram_id=telegram_id,
        birth=date(1985, 5, 12),
        category=Category.TEACHER,
        profile=Profile(),
        language="ru",
    )
    return added.id


async def test_an_award_moves_once_and_shows_with_consent(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        person = await _person(work, "Иванова Анна", 11)
        store, ground = work.awards, Ground(Measure.FEEDBACK, Decimal("4.25"), Decimal(4), 8)
        await store.hold(school)
        made = await store.add(Entry(school, "diploma", person, 2026, (ground,), "1", TODAY, person, "За кружок"))
        assert await store.get(made.id) == made
        assert await store.of_year(school, 2026) == await store.of_people([person]) == (made,)
        assert await store.of_year(None, 2025) == ()
        assert await store.show(made.id, on_board=True)
        assert not await store.show(made.id, on_board=True)
        assert (await work.consents.publishers([person]))[0].get(person) is None
        await work.consents.give(person, ConsentKind.PUBLICATION, 1, given_by=person)
        assert (await work.consents.publishers([person]))[0][person] == {person}
        await work.consents.withdraw(person, ConsentKind.PUBLICATION)
        assert (await work.consents.publishers([person]))[0].get(person) is None
        assert await store.revoke(made.id)
        assert not await store.revoke(made.id)
        assert await store.get(made.id) == replace(made, revoked_at=NOW)
        assert (await store.of_year(school, 2026), await store.numbered(school, 2026)) == ((), 1)


async def test_deeds_are_counted_on_the_own_side(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        mentor, mentee = await _person(work, "Иванова Анна", 11), await _person(work, "Серов Пётр", 12)
        parties = (Party(mentor, Side.MENTOR, True, NOW), Party(mentee, Side.MENTEE, True, NOW))
        one = await work.mentorships.propose(
            Mentorship(
                0, school, Form.TEACHER_TEACHER, "experienced-young", "individual", TODAY, TODAY + 90 * DAY,
                MentorshipState.ACTIVE, parties, mentor, NOW - 30 * DAY, activated_at=NOW - 30 * DAY,
            )
        )  # fmt: skip
        for days, state in ((3, MeetingState.HELD), (2, MeetingState.HELD), (1, MeetingState.NOT_HELD)):
            when = NOW - days * DAY
            kind = MeetingKind.ACQUAINTANCE
            await work.meetings.add(Meeting(0, one, kind, when, None, state, mentor, when, minutes=45))
        wanted = Wanted(school, NOW - 60 * DAY, NOW, "UTC", "meeting-feedback")
        found = {each.name: each.deeds[0] for each in await work.deeds.doers(wanted)}
        assert [(each.role, each.meetings, each.minutes) for each in found.values()] == [
            (Role.MENTOR, 2, 90),
            (Role.MENTEE, 2, 90),
        ]
        assert await work.deeds.held(wanted) == (2, 90)
        assert await work.deeds.events(wanted) == ()
        (alone,) = await work.deeds.doers(replace(wanted, organisation_id=None, person_id=mentor))
        assert (alone.name, alone.since) == ("Иванова Анна", {Role.MENTOR: TODAY - 30 * DAY})
        assert await work.deeds.doers(replace(wanted, organisation_id=school + 1)) == ()

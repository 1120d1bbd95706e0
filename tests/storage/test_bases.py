"""Needs, reviews of bases, pauses and the load of mentors, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.needs import Fact, Need
from mentoring.people import MembershipState, OrganisationKind
from mentoring.roles import Role
from storage.engine import Database
from storage.people import PeopleFilter
from storage.work import Work
from tests.databases import NOW

DAY = NOW.date()


async def base(work: Work) -> tuple[int, int, int]:
    """A school with a mentor and a mentee in an active pair."""
    school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
    mentor, mentee = (await work.people.add("Громов Олег")).id, (await work.people.add("Серова Нина")).id
    await work.memberships.grant(mentor, school, Role.MENTOR)
    await work.memberships.grant(mentee, school, Role.MENTEE)
    parties = (Party(mentor, Side.MENTOR, True), Party(mentee, Side.MENTEE, True))
    made = Mentorship(0, school, Form.TEACHER_TEACHER, "m", "k", DAY, DAY, MentorshipState.ACTIVE, parties, mentor, NOW)
    await work.mentorships.propose(made)
    return school, mentor, mentee


async def test_needs_are_kept_by_person_and_organisation(database: Database) -> None:
    facts = (Fact(Need.REGISTER, DAY), Fact(Need.QUALIFICATION, DAY, "first"))
    async with database.write(NOW) as work:
        school, mentor, mentee = await base(work)
        other = (await work.organisations.add("Школа 2", OrganisationKind.SCHOOL, "UTC")).id
        await work.needs.save(await work.needs.get(mentee, school), facts, by=mentor)
        known = await work.needs.get(mentee, school)
        assert (known.facts, known.set_by, known.set_at) == (facts, mentor, NOW)
        assert (await work.needs.get(mentee, other)).facts == ()
        assert await work.needs.of_organisation(school) == {mentee: known}
        assert await work.needs.of_people(other, [mentee]) == {}
        await work.needs.save(known, facts[:1], by=mentee)
        assert (await work.needs.get(mentee, school)).facts == facts[:1]
        await work.needs.save(known, (), by=mentor)
        assert await work.needs.of_organisation(school) == {}
        await work.needs.save(known, facts, by=mentor)
        await work.people.erase(mentee)
        assert await work.needs.of_organisation(school) == {}


async def test_a_base_tells_who_has_stood_unchanged(database: Database) -> None:
    later = NOW + timedelta(days=30)
    async with database.write(NOW) as work:
        school, mentor, _ = await base(work)
        fresh = await work.people.add("Новый")
    async with database.write(later) as work:
        await work.memberships.grant(fresh.id, school, Role.MENTOR)
        await work.base_reviews.add(school, Role.MENTOR, by=mentor)
        found = await work.base_reviews.longest_unchanged(school, Role.MENTOR)
        assert [(one.person_id, since) for one, since in found] == [(mentor, NOW), (fresh.id, later)]
        assert await work.base_reviews.size(school, Role.MENTOR, unchanged_since=later) == 1
        await work.memberships.save(replace(found[0][0], capacity=3))
        assert await work.base_reviews.size(school, Role.MENTOR, unchanged_since=later) == 0
        review = (await work.base_reviews.last([school]))[school, Role.MENTOR]
        assert (review.reviewed_by, review.reviewed_at) == (mentor, later)


async def test_pauses_load_leaving_and_coming_back(database: Database) -> None:
    back = DAY + timedelta(days=7)
    async with database.write(NOW) as work:
        school, mentor, mentee = await base(work)
        assert await work.memberships.load([mentor, mentee]) == {mentor: 1}
        place = await work.memberships.find(mentor, school, Role.MENTOR)
        assert place is not None
        assert await work.memberships.hold(place.id) == place
        assert await work.memberships.pause(place.id, since=DAY, until=back, reason="отпуск")
        assert await work.digests.back_in([school], back, back) == ((place.id, mentor, school, back),)
        assert await work.digests.back([mentor], DAY, DAY) == ()
        assert await work.memberships.resume(place.id, DAY)
        assert not await work.memberships.resume(place.id, DAY)
        assert await work.digests.back([mentor], DAY, back) == ()
        assert not await work.memberships.come_back(place.id, MembershipState.APPLIED, by=None)
        assert await work.memberships.leave(place.id)
        assert await work.memberships.come_back(place.id, MembershipState.APPROVED, by=mentee)
        kept = await work.memberships.get(place.id)
        assert kept is not None
        assert (kept.state, kept.decided_by, kept.paused_until) == (MembershipState.APPROVED, mentee, None)


async def test_lists_by_area_room_pause_and_pair(database: Database) -> None:
    async with database.write(NOW) as work:
        school, mentor, mentee = await base(work)
        free = (await work.people.add("Свободный")).id
        await work.memberships.grant(free, school, Role.MENTOR)
        for person, areas in ((mentor, ("sport", "it")), (free, ("art_x",))):
            place = await work.memberships.find(person, school, Role.MENTOR)
            assert place is not None
            await work.memberships.save(replace(place, areas=areas))
        paused = await work.memberships.find(mentee, school, Role.MENTEE)
        assert paused is not None
        await work.memberships.pause(paused.id, since=date(2026, 1, 1), until=None)

        async def ids(**wanted: object) -> list[int]:
            which = replace(PeopleFilter(organisation_id=school), **wanted)  # type: ignore[arg-type]
            return [one.id for one in (await work.people.page(which))[0]]

        assert await ids(area="sport") == [mentor]
        assert await ids(area="art%x") == []
        assert await ids(paused_on=date(2027, 1, 1)) == [mentee]
        assert await ids(unpaired=True) == [free]
        mentors = frozenset({Role.MENTOR})
        assert await ids(room=1, roles=mentors) == [free]
        assert await ids(room=2, roles=mentors) == [mentor, free]
        assert (await work.people.page(PeopleFilter(school, unpaired=True)))[1] == 1


async def test_who_has_left_everywhere_is_not_written_to(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        person = (await work.people.add("Имя", telegram_id=7)).id
        await work.chats.start(7, "ru")
        assert await work.chats.of_person(person) == 7
        place = await work.memberships.grant(person, school, Role.MENTOR)
        assert await work.chats.of_people([person]) == {person: 7}
        await work.memberships.leave(place.id)
        assert await work.chats.of_person(person) is None
        assert await work.chats.of_people([person]) == {}
        await work.memberships.grant(person, school, Role.MENTEE)
        assert await work.chats.of_person(person) == 7

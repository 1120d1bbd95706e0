"""What digests are made of, on both databases: what waits at work, for oneself, and who reads by which clock."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert

from mentoring.consents import ConsentKind
from mentoring.meetings import MeetingState
from mentoring.mentorships import MentorshipState, Party, Side
from mentoring.roles import Role
from mentoring.tasks import finish
from storage.engine import Database
from storage.tables import alarms
from storage.work import Work
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.databases import NOW
from tests.storage.test_health import DAY, FEEDBACK, School

TODAY = NOW.date()


async def reached(work: Work, number: int, zone: str | None = None) -> int:
    """Somebody who has opened the bot."""
    await work.chats.start(number, "ru")
    return (await work.people.add(f"Человек {number}", telegram_id=number, zone=zone)).id


async def survey(work: Work, school: School, pair: int, person: int) -> int:
    """A questionnaire about a mentorship that waits for somebody."""
    definition = replace(FEEDBACK, id="entry-any")
    subject = Subject("mentorship", pair)
    record = await work.responses.add(
        Draft("entry-any", 1), definition, state=RecordState.WAITING, chat_id=None, person_id=person,
        organisation_id=school.id, subject=subject,
    )  # fmt: skip
    return record.id


async def test_what_waits_at_work(database: Database) -> None:
    async with database.write(NOW - 9 * DAY) as work:
        school = await School.open(work)
        mentor, mentee = await reached(work, 11), await reached(work, 12)
        for person, role in ((mentor, Role.MENTOR), (mentee, Role.MENTEE)):
            await work.memberships.grant(person, school.id, role)
        pair = await school.pair(mentor, mentee)
        one = await work.mentorships.get(pair)
        assert one is not None
        parties = (Party(mentor, Side.MENTOR, True, NOW), Party(mentee, Side.MENTEE))
        proposed = await work.mentorships.propose(
            replace(one, state=MentorshipState.PROPOSED, parties=parties, activated_at=None, proposed_at=work.now)
        )
        applicant = await work.memberships.apply((await work.people.add("Новый")).id, school.id, Role.MENTOR)
        asked = await work.referrals.add(school.id, mentor, "Петя", school_class=None, areas=(), reason="Математика")
        over = await school.meeting(pair, work.now, MeetingState.PLANNED)
        response = await survey(work, school, pair, mentee)
        await work.consents.give(mentee, ConsentKind.PARTICIPATION, 1, given_by=mentee)
        assert await work.consents.withdraw(mentee, ConsentKind.PARTICIPATION)
        assert await work.chats.set_reachable(12, reachable=False)
        values = {"response_id": response, "question": "q", "organisation_id": school.id, "person_id": mentee}
        await work.connection.execute(insert(alarms).values(**values, raised_at=work.now))
    async with database.write(NOW) as work:
        store, here = work.digests, [school.id]
        assert [row.person_id for row in await store.alarms(here)] == [mentee]
        assert [row.subject for row in await store.applicants(here)] == [applicant.id]
        assert [row.subject for row in await store.referrals(here)] == [asked.id]
        assert [row.subject for row in await store.unreachable(here)] == [mentee]
        assert [(row.subject, row.since) for row in await store.withdrawn(here)] == [(mentee, NOW - 9 * DAY)]
        assert [row.subject for row in await store.proposals(here, NOW - 5 * DAY)] == [proposed]
        assert await store.proposals(here, NOW - 10 * DAY) == ()
        assert [(row.subject, row.since) for row in await store.silent(here, NOW)] == [(pair, NOW - 9 * DAY)]
        assert [row.subject for row in await store.unlogged(here, NOW - 30 * DAY, NOW)] == [over]
        assert [row.mentorship_id for row in await store.closing(here, one.ends)] == [pair]
        assert await store.closing(here, one.ends - DAY) == ()
        assert await store.to_agree([mentor, mentee]) == ((mentee, proposed, NOW - 9 * DAY),)
        await work.consents.give(mentee, ConsentKind.PARTICIPATION, 1, given_by=mentee)
        assert await store.withdrawn(here) == ()


async def test_what_waits_for_oneself_and_for_a_ward(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await School.open(work)
        mentor, guardian = await reached(work, 11), await reached(work, 13)
        await work.memberships.grant(mentor, school.id, Role.MENTOR)
        child = await school.person(Role.MENTEE)
        await work.guardianships.put(child, guardian, "mother")
        pair = await school.pair(mentor, child)
        [done] = await work.tasks.add(pair, [child], "Раз", TODAY, by=mentor)
        [left] = await work.tasks.add(pair, [child], "Два", TODAY, by=mentor)
        assert await work.tasks.change(done, finish(done, "Готово", None, NOW))
        waits = await survey(work, school, pair, mentor)
        store = work.digests
        assert await store.wards_alone([guardian, mentor]) == {child: guardian}
        assert [(row.subject, row.day, row.words) for row in await store.tasks([child], TODAY)] == [
            (left.id, TODAY, "Два")
        ]
        assert await store.tasks([child], TODAY - DAY) == ()
        assert await store.to_check([mentor, child], NOW) == ((mentor, done.id, NOW, "Раз"),)
        assert [(row.response_id, row.closes_at) for row in await store.surveys([mentor, child])] == [(waits, None)]


async def test_everybody_reads_by_their_own_clock(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await School.open(work)
        at_school, far, nowhere = (
            await reached(work, 11),
            await reached(work, 12, "Asia/Tomsk"),
            await reached(work, 13),
        )
        await work.memberships.grant(at_school, school.id, Role.MENTOR)
        await work.memberships.grant(far, school.id, Role.MENTOR)
        store, home = work.digests, "Asia/Kyzyl"
        assert await store.zones(home) == {"Europe/Moscow", "Asia/Tomsk", home}
        for zone, reader in (("Europe/Moscow", at_school), ("Asia/Tomsk", far), (home, nowhere)):
            assert await store.readers(zone, home, 0, 9) == (reader,)
            assert await store.readers(zone, home, reader, 9) == ()
        assert await work.chats.set_reachable(11, reachable=False)
        assert await store.readers("Europe/Moscow", home, 0, 9) == ()
        assert await work.outbox.plan("digest:1:2026-09-01", 11)
        assert not await work.outbox.plan("digest:1:2026-09-01", 11)

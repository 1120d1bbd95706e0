"""Steps, sessions and materials of the school of mentors, and alarm answers, on both databases."""

from __future__ import annotations

from datetime import timedelta

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from mentoring.training import Attachment, Material, Result, Session, SessionState
from storage.engine import Database
from storage.work import Work
from tests.databases import NOW
from tests.storage.drafts import draft

DAY = NOW.date()
DRAFT, INVITED, HELD = SessionState.DRAFT, SessionState.INVITED, SessionState.HELD


async def school(work: Work) -> int:
    return (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id


async def test_sessions_and_the_steps_they_leave(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        mentor, other = [
            await work.memberships.grant((await work.people.add(name)).id, place, Role.MENTOR)
            for name in ("Громов Олег", "Белова Ирина")
        ]
        new = Session(0, place, "safety", "Инструктаж", NOW + timedelta(days=1), None, DRAFT, 9, NOW)
        session = await work.training.session(await work.training.add_session(new))
        assert session is not None
        assert [await work.training.ask(session, one.id) for one in (mentor, other, mentor)] == [True, True, False]
        assert await work.training.of([mentor.id]) == (), "nobody knows of a draft"
        assert [await work.training.move(session.id, (DRAFT,), INVITED) for _ in range(2)] == [True, False]
        assert [one.id for one in await work.training.invited()] == [session.id]
        assert [one.id for one in await work.training.ahead([mentor.id])] == [session.id]
        mine, hers = await work.training.attendees(session.id)
        assert await work.training.mark(mine, Result.PASSED, held_on=DAY, by=9)
        assert not await work.training.mark(mine, Result.ABSENT, held_on=DAY, by=9), "somebody was quicker"
        assert not await work.training.unask(session.id, mentor.id), "what is recorded stays"
        assert await work.training.unask(session.id, hers.membership_id)
        await work.training.record(mentor.id, "interview", Result.FAILED, DAY, note="Волнуется", by=9)
        steps = await work.training.of([mentor.id, other.id])
        assert [(one.step, one.result, one.held_on, one.note) for one in steps] == [
            ("safety", Result.PASSED, DAY, None),
            ("interview", Result.FAILED, DAY, "Волнуется"),
        ]
        assert await work.training.move(session.id, (INVITED,), HELD)
        assert await work.training.ahead([mentor.id]) == ()
        found, total = await work.training.sessions([place])
        assert ([one.state for one in found], total) == ([HELD], 1)
        await work.memberships.leave(mentor.id)
        assert await work.training.attendees(session.id) == ()


async def test_materials_are_listed_until_they_are_put_away(database: Database) -> None:
    async with database.write(NOW) as work:
        place, other = await school(work), await school(work)
        file = Attachment("f1", "memo.pdf")
        for title, link, kept in (("Курс", "https://example.org", None), ("Памятка", None, file)):
            await work.training.add_material(Material(0, place, title, link, kept, 9, NOW))
        found, total = await work.training.materials([place])
        assert [(one.title, one.link, one.file) for one in found] == [
            ("Памятка", None, file),
            ("Курс", "https://example.org", None),
        ]
        assert (total, await work.training.materials([other])) == (2, ((), 0))
        await work.training.archive(found[0].id, archived=True)
        assert [one.title for one in (await work.training.materials([place]))[0]] == ["Курс"]
        await work.training.archive(found[0].id, archived=False)
        again = await work.training.material(found[0].id)
        assert again == found[0]


async def test_an_alarm_is_raised_once_and_looked_at_once_and_not_by_the_mentor(database: Database) -> None:
    async with database.write(NOW) as work:
        place = await school(work)
        mentor, child, psychologist = [(await work.people.add(name)).id for name in ("А А", "Б Б", "В В")]
        parties = (Party(mentor, Side.MENTOR, True), Party(child, Side.MENTEE, True))
        state = MentorshipState.COMPLETED
        await work.mentorships.propose(
            Mentorship(0, place, Form.TEACHER_PUPIL, "m", "k", DAY, DAY, state, parties, mentor, NOW)
        )
        response = await draft(work)
        raised = [
            await work.alarms.raise_(response, question, organisation_id=place, person_id=child)
            for question in ("mood", "comfort", "mood")
        ]
        assert raised == [True, True, False]
        found, total = await work.alarms.page([place], psychologist)
        assert ([one.question for one in found], total) == (["comfort", "mood"], 2)
        for nobody in (mentor, child):
            assert await work.alarms.page([place], nobody) == ((), 0)
            assert not await work.alarms.hears(nobody, child)
        assert await work.alarms.hears(psychologist, child)
        assert await work.alarms.mentored([mentor, psychologist], [child]) == {(mentor, child)}
        assert [await work.alarms.see(found[0].id, by=psychologist, note="Поговорили") for _ in range(2)] == [
            True,
            False,
        ]
        first, second = (await work.alarms.page([place], psychologist))[0]
        assert (first.question, first.open, second.seen_by, second.note) == ("mood", True, psychologist, "Поговорили")
        await work.responses.erase(response)
        assert await work.alarms.get(first.id) is None

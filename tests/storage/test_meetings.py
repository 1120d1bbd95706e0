"""Meetings: changed by one of two at once, listed by person, and who hears of them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from mentoring.attendance import Absence, Attendance
from mentoring.diary import Hours
from mentoring.meetings import Meeting, MeetingFormat, MeetingKind, MeetingState, NotHeld, TimeProposal
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.participation import Attended, attended
from mentoring.people import OrganisationKind
from mentoring.periods import Period, Span
from mentoring.reminders import Recipient
from mentoring.roles import Role
from mentoring.series import Series
from storage.engine import Database
from storage.work import Work
from surveys.definition import Definition
from surveys.load import BUNDLED, load
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.databases import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def somebody(work: Work, name: str, telegram_id: int | None, zone: str | None = None) -> int:
    person = await work.people.add(name, telegram_id=telegram_id, zone=zone)
    if telegram_id is not None:
        await work.chats.start(telegram_id, "ru")
    return person.id


async def mentorship(
    work: Work,
    organisation: int,
    mentor: int,
    mentee: int,
    state: MentorshipState = MentorshipState.ACTIVE,
) -> int:
    return await work.mentorships.propose(
        Mentorship(
            id=0,
            organisation_id=organisation,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="individual",
            starts=date(2026, 9, 1),
            ends=date(2027, 5, 31),
            state=state,
            parties=(Party(mentor, Side.MENTOR, True, NOW), Party(mentee, Side.MENTEE, True, NOW)),
            proposed_by=mentor,
            proposed_at=NOW,
        )
    )


def meeting(mentorship_id: int, starts_at: datetime, by: int = 1) -> Meeting:
    return Meeting(
        0, mentorship_id, MeetingKind.TRIAL, starts_at, "кабинет 12", MeetingState.PLANNED, by, NOW, topics=("goals",)
    )


async def school(work: Work) -> int:
    return (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Europe/Moscow")).id


async def pair(work: Work) -> tuple[int, int, int]:
    """Mentor, mentee and their mentorship."""
    organisation = await school(work)
    mentor, mentee = await somebody(work, "Наставник", 11), await somebody(work, "Ученик", 12, "Asia/Omsk")
    return mentor, mentee, await mentorship(work, organisation, mentor, mentee)


async def test_what_is_stored_comes_back(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, _, known = await pair(work)
        new = meeting(known, NOW + DAY, mentor)
        made = replace(new, id=await work.meetings.add(new))
        assert await work.meetings.get(made.id) == made
        logged = replace(
            made,
            state=MeetingState.NOT_HELD,
            not_held_reason=NotHeld.TIMETABLE,
            outcome="итог",
            format=MeetingFormat.ONLINE,
            link="https://meet.example/abc",
            series_id=3,
            logged_by=mentor,
            logged_at=NOW,
        )
        assert await work.meetings.change(made, logged)
        assert await work.meetings.get(made.id) == logged
        assert await work.meetings.get(999) is None
        assert await work.meetings.hold(made.id) == logged


async def test_a_series_is_stopped_once(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, _, known = await pair(work)
        new = Series(0, known, 2, date(2026, 12, 31), mentor, NOW)
        made = replace(new, id=await work.series.add(new))
        assert await work.series.get(made.id) == made
        ids = [
            await work.meetings.add(replace(meeting(known, NOW + days * DAY), series_id=made.id)) for days in (1, 8, 15)
        ]
        assert [one.id for one in await work.meetings.of_series(made.id, NOW + 8 * DAY)] == ids[1:]
        assert (await work.series.stop(made.id), await work.series.stop(made.id)) == (True, False)
        assert await work.series.get(made.id) == replace(made, stopped_at=NOW)
        assert await work.series.get(99) is None


async def test_attendance_counts_as_the_rules_say(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, mentee, known = await pair(work)
        ids = []
        for days in (1, 2, 40):
            held = replace(meeting(known, NOW - days * DAY, mentor), state=MeetingState.HELD, minutes=10 * days)
            ids.append(await work.meetings.add(held))
        marks = [
            Attendance(ids[1], mentor, True, None, mentor, NOW),
            Attendance(ids[1], mentee, False, Absence.ILL, mentor, NOW),
        ]
        await work.attendances.mark(marks)
        await work.attendances.mark([])
        assert await work.attendances.of_meetings(ids) == {ids[1]: tuple(marks)}
        assert await work.attendances.hours(mentor) == {known: Hours(3, 430)}
        assert await work.attendances.hours(mentor, NOW - 3 * DAY) == {known: Hours(2, 30)}
        assert await work.attendances.hours(mentee) == {}
        pair_of = await work.mentorships.get(known)
        assert pair_of
        month = Period(Span.MONTH, NOW - 30 * DAY, NOW, "Europe/Moscow")
        expected = attended(month, [pair_of], await work.meetings.of_mentorship(known), {(ids[1], mentee)})
        assert await work.attendances.attended([pair_of.organisation_id], month) == expected
        assert expected == {mentor: Attended(2, 30), mentee: Attended(1, 10)}


async def test_of_two_at_once_one_changes_it(database: Database) -> None:
    async with database.write(NOW) as work:
        _, _, known = await pair(work)
        new = meeting(known, NOW + DAY)
        made = replace(new, id=await work.meetings.add(new))

    async def change(after: Meeting) -> bool:
        async with database.write(NOW) as work:
            return await work.meetings.change(made, after)

    moved = replace(made, starts_at=NOW + 2 * DAY, sequence=1, moves=1)
    cancelled = replace(made, state=MeetingState.CANCELLED, sequence=1)
    assert sorted(await asyncio.gather(change(moved), change(cancelled))) == [False, True]


async def test_a_person_sees_the_planned_ones_of_active_mentorships(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, mentee, known = await pair(work)
        over = await mentorship(work, await school(work), mentor, mentee, MentorshipState.COMPLETED)
        store = work.meetings
        later, sooner = await store.add(meeting(known, NOW + 3 * DAY)), await store.add(meeting(known, NOW + DAY))
        past = await store.add(meeting(known, NOW - HOUR))
        await store.add(meeting(over, NOW + DAY))
        held = replace(meeting(known, NOW - DAY), state=MeetingState.HELD, minutes=45)
        done = await store.add(held)
        found, total = await store.of_people([mentee])
        assert ([one.id for one in found], total) == ([past, sooner, later], 3)
        found, total = await store.of_people([mentee], offset=1, limit=1)
        assert ([one.id for one in found], total) == ([sooner], 3)
        assert await store.of_people([]) == ((), 0)
        assert [one.id for one in await store.to_log(mentor, NOW)] == [past]
        assert await store.to_log(mentee, NOW) == ()
        assert [one.id for one in await store.of_mentorship(known, MeetingState.HELD)] == [done]
        assert len(await store.of_mentorship(known)) == 4
        span = NOW + DAY - HOUR, NOW + DAY + HOUR
        assert await store.busy([mentee, mentor], *span) == ((mentor, NOW + DAY), (mentee, NOW + DAY))
        assert await store.busy([mentee], *span, except_ids=[sooner]) == ()
        assert [one.id for one in await store.planned_between(NOW - HOUR, NOW + DAY)] == [past, sooner]
        assert await store.next_after(NOW + DAY) == NOW + 3 * DAY
        assert await store.next_after(NOW + 3 * DAY) is None


async def test_a_mentorship_that_ends_cancels_what_is_planned(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, mentee, known = await pair(work)
        ahead = await work.meetings.add(meeting(known, NOW + DAY))
        unlogged = await work.meetings.add(meeting(known, NOW - 2 * DAY))
        done = await work.meetings.add(replace(meeting(known, NOW - DAY), state=MeetingState.HELD, minutes=30))
        asked = TimeProposal(0, ahead, mentee, NOW + 2 * DAY, None, NOW)
        await work.meetings.propose(asked)
        assert await work.meetings.cancel_planned(known, by=mentor) == (ahead,)
        cancelled = await work.meetings.get(ahead)
        assert cancelled
        assert (cancelled.state, cancelled.sequence, cancelled.logged_by) == (MeetingState.CANCELLED, 1, mentor)
        assert await work.meetings.open_proposals(ahead) == ()
        assert await work.meetings.cancel_planned(known) == ()
        for passed, state in ((done, MeetingState.HELD), (unlogged, MeetingState.PLANNED)):
            kept = await work.meetings.get(passed)
            assert kept
            assert kept.state is state


async def test_proposals_are_answered_once(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, mentee, known = await pair(work)
        ahead = await work.meetings.add(meeting(known, NOW + DAY))
        first = TimeProposal(0, ahead, mentee, NOW + 2 * DAY, "урок", NOW)
        earlier = await work.meetings.propose(first)
        mine = await work.meetings.propose(replace(first, starts_at=NOW + 3 * DAY))
        elsewhere = replace(first, proposed_by=mentor, comment=None, link="https://meet.example/abc")
        other = await work.meetings.propose(elsewhere)
        assert await work.meetings.proposal(other) == replace(elsewhere, id=other)
        assert [one.id for one in await work.meetings.open_proposals(ahead)] == [mine, other]
        assert not await work.meetings.answer_proposal(earlier, accepted=True)
        assert await work.meetings.answer_proposal(mine, accepted=True)
        assert not await work.meetings.answer_proposal(mine, accepted=False)
        assert await work.meetings.proposal(mine) == replace(first, id=mine, starts_at=NOW + 3 * DAY, accepted=True)
        assert await work.meetings.proposal(999) is None


async def test_who_hears(database: Database) -> None:
    async with database.write(NOW) as work:
        mentor, mentee, known = await pair(work)
        mother, father = await somebody(work, "Мать", 13), await somebody(work, "Отец", 14)
        await work.guardianships.put(mentee, mother, "mother")
        await work.guardianships.put(mentee, mentor, "other")
        await work.guardianships.put(mentee, father, "father", hears_of_meetings=False)
        everybody = (
            Recipient(mentor, "Europe/Moscow", Role.MENTOR),
            Recipient(mentee, "Asia/Omsk", Role.MENTEE),
            Recipient(mother, "Europe/Moscow", Role.GUARDIAN),
        )
        assert await work.meetings.audiences([known, 999]) == {known: everybody}
        await work.chats.set_reachable(12, False)
        assert (await work.meetings.audiences([known]))[known] == (everybody[0], everybody[2])


@pytest.fixture(scope="module")
def feedback() -> Definition:
    return load(BUNDLED).get("meeting-feedback")


async def test_feedback_that_is_awaited(database: Database, feedback: Definition) -> None:
    async with database.write(NOW) as work:
        mentor, _, _ = await pair(work)
        organisation = await school(work)
        record = await work.responses.add(
            Draft("meeting-feedback", 1),
            feedback,
            state=RecordState.WAITING,
            chat_id=11,
            person_id=mentor,
            organisation_id=organisation,
            subject=Subject("meeting", 5),
        )
        store = work.meetings
        (found,) = await store.feedback_to_remind("meeting-feedback", NOW, 10)
        assert (found.subject, found.recipient.person_id, found.asked_at) == (record.id, mentor, NOW)
        assert await store.feedback_to_remind("meeting-feedback", NOW - HOUR, 10) == ()
        assert await store.feedback_to_remind("other", NOW, 10) == ()
        assert await store.next_feedback("meeting-feedback", NOW - HOUR, unreminded=True) == NOW
        await work.responses.ask_again(record.id, NOW)
        assert await store.feedback_to_remind("meeting-feedback", NOW, 10) == ()
        assert await store.next_feedback("meeting-feedback", NOW - HOUR, unreminded=True) is None
        await work.people.detach(mentor)
        assert await store.feedback_to_close("meeting-feedback", NOW, NOW - HOUR, 10) == (), "sheets are waited for"
        assert await store.next_feedback("meeting-feedback", NOW - HOUR, on_paper=True) == NOW
        assert [one.subject for one in await store.feedback_to_close("meeting-feedback", NOW, NOW, 10)] == [record.id]
        await work.people.attach(mentor, 77)
        assert await store.next_feedback("meeting-feedback", NOW - HOUR, on_paper=True) is None
        late = NOW - HOUR
        assert [one.subject for one in await store.feedback_to_close("meeting-feedback", NOW, late, 10)] == [record.id]
        await work.responses.close([record.id], RecordState.UNANSWERED)
        assert await store.feedback_to_close("meeting-feedback", NOW, NOW, 10) == ()
        assert await store.next_feedback("meeting-feedback", NOW - HOUR, unreminded=False) is None


async def test_used_keys_are_known(database: Database) -> None:
    async with database.write(NOW) as work:
        assert await work.meetings.unused([]) == frozenset()
        many = [f"meeting_day:{number}" for number in range(700)]
        assert await work.meetings.unused(many) == frozenset(many)

"""An active mentorship, and a planned meeting in it, for tests that are not about how they came to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.world import World


@dataclass
class Pair:
    """A mentor and a mentee at work since today; `mentorship` is its id."""

    school: Organisation
    mentor: Phone
    mentee: Phone
    mentor_person: Person
    mentee_person: Person
    mentorship: int


async def active(
    world: World,
    school: Organisation,
    mentors: list[Person],
    mentees: list[Person],
    form: Form = Form.TEACHER_TEACHER,
    role_model: str = "experienced-young",
) -> int:
    """An active mentorship of these people, from today for nine months; its id."""
    parties = [Party(person.id, Side.MENTOR, True, world.now) for person in mentors]
    parties += [Party(person.id, Side.MENTEE, True, world.now) for person in mentees]
    async with world.work() as work:
        return await work.mentorships.propose(
            Mentorship(
                id=0,
                organisation_id=school.id,
                form=form,
                role_model=role_model,
                kind="individual",
                starts=world.now.date(),
                ends=world.now.date() + timedelta(days=270),
                state=MentorshipState.ACTIVE,
                parties=tuple(parties),
                proposed_by=mentors[0].id,
                proposed_at=world.now,
                order=Order("12", date(2026, 9, 1)),
                activated_at=world.now,
            )
        )


async def pair(world: World, *, language: str = "ru") -> Pair:
    """A teacher who mentors another one."""
    school = await world.organisation()
    mentor, mentor_person = await world.member("Иванова Анна Петровна", Role.MENTOR, school, language=language)
    mentee, mentee_person = await world.member("Сергеев Пётр Ильич", Role.MENTEE, school, language=language)
    mentorship = await active(world, school, [mentor_person], [mentee_person])
    return Pair(school, mentor, mentee, mentor_person, mentee_person, mentorship)


async def meeting(
    world: World,
    of: Pair,
    starts_at: datetime,
    kind: MeetingKind = MeetingKind.ACQUAINTANCE,
    *,
    planned_at: datetime | None = None,
) -> int:
    """A meeting that the mentor planned a moment ago, or at `planned_at`; its id."""
    when, mentor = planned_at or world.now, of.mentor_person.id
    new = Meeting(0, of.mentorship, kind, starts_at, "Кабинет 12", MeetingState.PLANNED, mentor, when)
    async with world.work() as work:
        return await work.meetings.add(new)


async def stored(world: World, meeting_id: int) -> Meeting:
    """The meeting as it is in the database."""
    async with world.work() as work:
        found = await work.meetings.get(meeting_id)
    assert found is not None
    return found


async def planned(world: World, of: Pair) -> list[Meeting]:
    """All meetings of the pair, by time."""
    async with world.work() as work:
        return list(await work.meetings.of_mentorship(of.mentorship))


async def in_zone(world: World, person: Person, zone: str) -> None:
    """The person lives by another clock."""
    async with world.work() as work:
        await work.people.save(replace(person, zone=zone))


async def taps_door(phone: Phone, label: str) -> None:
    """Taps a button of the card that is open, behind «Ещё…» if it stands there."""
    for _ in range(4):
        if label in phone.screen.labels:
            break
        await phone.taps("Ещё…", message=phone.screen.message_id)
    await phone.taps(label, message=phone.screen.message_id)

"""What falls due about tasks: the mentee hears the evening before, the mentor when something waits for a check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from mentoring.clock import at
from mentoring.mentorships import Mentorship
from mentoring.people import MembershipState
from mentoring.roles import Role
from mentoring.tasks import CHECK_LOSES_SENSE, CHECK_WAITS, check_at, reminder_at
from messaging.replies import Button, Keyboard, Lane, Say, press
from services import notices, pairs
from services.desk import Desk
from storage.tasks import Due

LIMIT = 200
DAY = timedelta(days=1)


async def duty(desk: Desk) -> datetime | None:
    """Every reminder of a task that is due; returns when the next one will be."""
    moments = [moment for moment in (await _mentees(desk), await _mentors(desk)) if moment is not None]
    return min(moments, default=None)


async def _mentees(desk: Desk) -> datetime | None:
    """The evening before; at night nothing leaves, and on the day itself it is too late."""
    today = desk.now.date()
    listed = await desk.work.tasks.due_between(today - DAY, today + 2 * DAY, LIMIT)
    ahead: list[datetime] = []
    due = []
    for one in listed:
        begins, ends = _evening(one), _evening_ends(one)
        if begins <= desk.now < ends and one.task.set_at < begins:
            due.append(one)
        elif begins > desk.now:
            ahead.append(begins)
    present = await _taking_part(desk, Role.MENTEE, (one.task.person_id for one in due))
    keys = await desk.work.meetings.unused([_due_key(one) for one in due])
    for one in due:
        if _due_key(one) in keys and one.task.person_id in present:
            await _remind_mentee(desk, one)
    later = await desk.work.tasks.next_due(today + 2 * DAY)
    if later is not None:
        ahead.append(datetime.combine(later, time(0), desk.now.tzinfo) - 2 * DAY)
    return min((moment for moment in ahead if moment > desk.now), default=None)


def _evening(one: Due) -> datetime:
    return reminder_at(one.task.due or one.task.set_at.date(), one.zone)


def _evening_ends(one: Due) -> datetime:
    """Midnight before the day it is due."""
    return at(one.task.due or one.task.set_at.date(), time(0), one.zone)


def _due_key(one: Due) -> str:
    return f"task-due:{one.task.id}:{one.task.due}"


async def _remind_mentee(desk: Desk, one: Due) -> None:
    """To the mentee, else to whoever answers for them; the same key, so that it goes once."""
    reached = [one.task.person_id]
    if await desk.work.chats.of_person(one.task.person_id) is None:
        reached = [each.guardian_id for each in await desk.work.guardianships.of_children({one.task.person_id})]
    for person_id in reached[:1]:
        await notices.to(
            desk,
            person_id,
            Say("tasks-remind-due", {"task": one.task.task, "due": one.task.due}),
            keyboard=_keyboard(one, "tasks-do", "task.done"),
            lane=Lane.REMINDER,
            key=_due_key(one),
            due=_evening(one),
            expires_at=_evening_ends(one),
            not_before=desk.programme.quiet.release(desk.now, one.zone),
        )


async def _mentors(desk: Desk) -> datetime | None:
    """Three days after it was done, once, by day."""
    listed = await desk.work.tasks.to_check(desk.now - CHECK_WAITS - CHECK_LOSES_SENSE, desk.now - CHECK_WAITS, LIMIT)
    mentorships = {one.id: one for one in await desk.work.mentorships.many(each.task.mentorship_id for each in listed)}
    present = await _taking_part(desk, Role.MENTOR, (each for one in mentorships.values() for each in one.mentors))
    wanted = {
        _check_key(one, mentor): (one, mentor)
        for one in listed
        for mentor in _of(mentorships, one)
        if mentor in present
    }
    for key in sorted(await desk.work.meetings.unused(list(wanted))):
        one, mentor = wanted[key]
        people = await desk.work.people.many([one.task.person_id, mentor])
        mentee, reader = people.get(one.task.person_id), people.get(mentor)
        due = check_at(one.task.done_at or desk.now)
        zone = (reader.zone if reader else None) or one.zone
        await notices.to(
            desk,
            mentor,
            Say("tasks-remind-check", {"names": pairs.full_names([mentee] if mentee else []), "task": one.task.task}),
            keyboard=_keyboard(one, "tasks-look", "task.card"),
            lane=Lane.REMINDER,
            key=key,
            due=due,
            expires_at=due + CHECK_LOSES_SENSE,
            not_before=desk.programme.quiet.release(desk.now, zone),
        )
    done_at = await desk.work.tasks.next_done(desk.now - CHECK_WAITS)
    return check_at(done_at) if done_at is not None else None


async def _taking_part(desk: Desk, role: Role, people: Iterable[int]) -> frozenset[int]:
    """Who of them has that role still and is not on a pause: nobody else is reminded, nor the guardian for them."""
    today = desk.today()
    held = await desk.work.memberships.of_people(people)
    return frozenset(
        one.person_id
        for memberships in held.values()
        for one in memberships
        if one.role is role and one.state is MembershipState.APPROVED and not one.paused(today)
    )


def _of(mentorships: dict[int, Mentorship], one: Due) -> tuple[int, ...]:
    mentorship = mentorships.get(one.task.mentorship_id)
    return mentorship.mentors if mentorship is not None else ()


def _check_key(one: Due, mentor: int) -> str:
    return f"task-check:{one.task.id}:{one.task.done_at:%Y%m%dT%H%M}:{mentor}"


def _keyboard(one: Due, label: str, name: str) -> Keyboard:
    return ((Button(Say(label), press(name, one.task.id)),),)

"""What comes by itself: a day and an hour before, after the end, feedback once more, and what does not come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot import machine
from mentoring.meetings import MeetingState
from mentoring.roles import Category, Role
from messaging.replies import Say, Show
from services import meeting_reminders
from services.desk import Desk
from services.tick import DUTIES
from simulator.phones import Phone
from surveys.record import RecordState, Subject
from tests.conversations.pairs import active, in_zone, meeting, pair, stored
from tests.conversations.world import World

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FRIDAY_NOON = datetime(2026, 9, 4, 9, 0, tzinfo=UTC)


def seen(phone: Phone, part: str) -> int:
    """How many messages with `part` there are on a phone."""
    return sum(part in message.text for message in phone.screens)


async def test_a_day_and_an_hour_before(any_world: World) -> None:
    of = await pair(any_world)
    await in_zone(any_world, of.mentee_person, "Asia/Yekaterinburg")
    await meeting(any_world, of, FRIDAY_NOON)
    await any_world.until(FRIDAY_NOON - DAY - timedelta(minutes=1))
    assert seen(of.mentee, "Скоро встреча") == 0
    await any_world.until(FRIDAY_NOON - DAY)
    await of.mentor.sees("Скоро встреча", "пт, 4 сентября, 12:00", "meeting.ics")
    await of.mentee.sees("Скоро встреча", "пт, 4 сентября, 14:00", "meeting.ics")
    await any_world.until(FRIDAY_NOON)
    await of.mentor.sees("Встреча через час")
    await of.mentee.sees("Встреча через час")
    for phone in (of.mentor, of.mentee):
        assert (seen(phone, "Скоро встреча"), seen(phone, "Встреча через час")) == (1, 1)


async def test_computing_twice_sends_once(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, world.now + 23 * HOUR, planned_at=world.now - DAY)
    for _ in range(3):
        await world.machine.tick()
        await world.settle()
    assert seen(of.mentee, "Скоро встреча") == 1


async def test_a_duty_that_fails_holds_up_none_of_the_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(desk: Desk) -> datetime | None:
        desk.tell(Show(of.mentor.id, "notice", Say("menu-button"), fresh=True))
        raise KeyError("broken")

    of = await pair(world)
    await meeting(world, of, world.now + 23 * HOUR, planned_at=world.now - DAY)
    before = len(of.mentor.screens)
    monkeypatch.setattr(machine, "DUTIES", (broken, *DUTIES))
    with pytest.raises(KeyError, match="broken"):
        await world.machine.tick()
    await world.settle()
    assert seen(of.mentor, "Скоро встреча") == 1
    assert len(of.mentor.screens) == before + 1, "nothing is left of what failed"


async def test_a_moved_meeting_reminds_at_its_new_time_only(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, FRIDAY_NOON)
    await of.mentor.presses_old(1, f"meeting.move:{known}")
    await of.mentor.taps("7")
    await of.mentor.taps("15:00")
    await world.until(FRIDAY_NOON + HOUR)
    assert seen(of.mentee, "Скоро встреча") == seen(of.mentee, "через час") == 0
    await world.until(datetime(2026, 9, 7, 12, 0, tzinfo=UTC))
    assert seen(of.mentee, "Скоро встреча") == seen(of.mentee, "через час") == 1
    await world.advance(HOUR)
    await of.mentor.sees("Встреча состоялась?", "пн, 7 сентября, 15:00")


async def test_after_a_downtime_what_lost_its_sense_is_skipped(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, world.now - 3 * HOUR, planned_at=world.now - 9 * DAY)
    await world.machine.tick()
    await world.settle()
    assert seen(of.mentor, "Скоро встреча") == seen(of.mentor, "через час") == 0
    assert seen(of.mentor, "Встреча состоялась?") == 1


async def test_the_mentor_is_asked_again_once(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, FRIDAY_NOON)
    await world.until(FRIDAY_NOON + 10 * DAY)
    assert seen(of.mentor, "Встреча состоялась?") == 2
    assert seen(of.mentee, "Встреча состоялась?") == 0


async def test_quiet_hours_hold_back_what_can_wait(world: World) -> None:
    of = await pair(world)
    late = datetime(2026, 9, 3, 17, 30, tzinfo=UTC)  # 20:30, over at 21:30
    await meeting(world, of, late)
    await world.until(late + 6 * HOUR)
    assert seen(of.mentor, "Встреча состоялась?") == 0
    await world.until(datetime(2026, 9, 4, 5, 0, tzinfo=UTC))
    assert seen(of.mentor, "Встреча состоялась?") == 1


async def test_who_ended_or_blocked_is_not_reminded(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, FRIDAY_NOON)
    await of.mentee.blocks()
    async with world.work() as work:
        await work.chats.set_reachable(of.mentee.id, False)
    await world.until(FRIDAY_NOON - 2 * HOUR)
    assert seen(of.mentee, "Скоро встреча") == 0
    assert seen(of.mentor, "Скоро встреча") == 1
    async with world.work() as work:
        assert await work.meetings.cancel_planned(of.mentorship) == (known,)
    await world.until(FRIDAY_NOON + 3 * DAY)
    assert seen(of.mentor, "Встреча") == 0
    assert (await stored(world, known)).state is MeetingState.CANCELLED


async def test_a_guardian_hears_the_day_before(world: World) -> None:
    of = await pair(world)
    child, child_person = await world.member(
        "Белова Даша Ивановна", Role.MENTEE, of.school, category=Category.PUPIL, birth=date(2012, 3, 1)
    )
    guardian, person = await world.member("Белова Мария Олеговна", Role.GUARDIAN, of.school, category=Category.PARENT)
    async with world.work() as work:
        await work.guardianships.put(child_person.id, person.id, "mother")
    of.mentorship = await active(world, of.school, [of.mentor_person], [child_person])
    known = await meeting(world, of, FRIDAY_NOON)
    await world.until(FRIDAY_NOON + 2 * HOUR)
    assert (seen(guardian, "Скоро встреча"), seen(guardian, "через час")) == (1, 0)
    assert (seen(child, "Скоро встреча"), seen(child, "через час")) == (1, 1)
    await guardian.taps("Подробнее")
    await guardian.sees("Иванова Анна Петровна")
    await guardian.presses_old(1, f"meeting.move:{known}")
    await guardian.sees_no("На какой день перенести?")
    await guardian.says("/meetings")
    await guardian.sees("04.09 12:00")


async def test_feedback_is_reminded_once_and_then_stands_unanswered(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, any_world.now + HOUR)
    await any_world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.taps("5")
    await any_world.advance(2 * DAY)
    await of.mentee.sees("Ждём один ответ", "Как прошла встреча?")
    await any_world.advance(4 * DAY)
    assert (seen(of.mentee, "Ждём один ответ"), seen(of.mentor, "Ждём один ответ")) == (1, 0)
    await any_world.advance(2 * DAY)
    async with any_world.work() as work:
        found = await work.responses.about(Subject("meeting", known), "meeting-feedback")
    assert {one.person_id: one.state for one in found} == {
        of.mentor_person.id: RecordState.FINISHED,
        of.mentee_person.id: RecordState.UNANSWERED,
    }
    await of.mentee.taps("4")
    await of.mentee.sees("уже всё завершено")


async def test_the_reminder_of_feedback_is_answered_by_one_tap(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await world.advance(3 * DAY)
    await of.mentee.taps("3")
    await of.mentee.sees("Спасибо")
    assert (await stored(world, known)).state is MeetingState.HELD
    async with world.work() as work:
        found = await work.responses.about(Subject("meeting", known), "meeting-feedback")
    assert found[1].state is RecordState.FINISHED


async def test_the_tick_tells_when_it_is_needed_next(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, FRIDAY_NOON)
    due = await world.machine.tick()
    assert due is not None
    assert world.now < due <= FRIDAY_NOON - DAY


async def test_what_is_more_than_one_call_takes_follows_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting_reminders, "LIMIT", 1)
    of = await pair(world)
    await meeting(world, of, FRIDAY_NOON)
    await world.until(FRIDAY_NOON + 2 * HOUR)
    for phone in (of.mentor, of.mentee):
        assert (seen(phone, "Скоро встреча"), seen(phone, "Встреча через час")) == (1, 1)
    assert seen(of.mentor, "Встреча состоялась?") == 1

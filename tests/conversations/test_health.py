"""How pairs are doing: the curator's list, the reasons, what is done about them, and who is told of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.roles import Role
from storage.tables import mentorships
from tests.conversations.digest_month import digests
from tests.conversations.pairs import Pair, active, pair, taps_door
from tests.conversations.world import World

DAY = timedelta(days=1)


async def met(world: World, of: Pair, state: MeetingState, days: int) -> None:
    """A meeting so many days ago."""
    when = world.now - days * DAY
    new = Meeting(0, of.mentorship, MeetingKind.WORKING, when, None, state, of.mentor_person.id, when - DAY)
    async with world.work() as work:
        await work.meetings.add(new)


async def began(world: World, days: int) -> None:
    """Every mentorship began so many days ago."""
    async with world.work() as work:
        await work.connection.execute(update(mentorships).values(activated_at=world.now - days * DAY))


async def test_a_curator_sees_why_and_does_something_about_it(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    other, _ = await world.member("Чужой Олег Ильич", Role.CURATOR, await world.organisation("Школа № 15"))
    await began(world, 25)
    await met(world, of, MeetingState.NOT_HELD, 3)
    await met(world, of, MeetingState.NOT_HELD, 1)
    await curator.says("/menu")
    await taps_door(curator, "Как дела у пар")
    await curator.sees("стоит посмотреть: 1", "Анна И. → Пётр С.: ещё не встречались, 25 дней")
    await curator.taps("1", message=curator.screen.message_id)
    await curator.sees(
        "Ни одной встречи за 25 дней", "Подряд не состоялось встреч: 2", "Следующая встреча не назначена"
    )
    assert sum(map(len, curator.keyboard)) <= 8
    await curator.taps("Напомнить о встрече")
    await curator.sees("Напоминание отправлено", "Иванова Анна Петровна")
    await of.mentor.sees("Давно не было встречи: Сергеев Пётр Ильич", "Назначить")
    await curator.presses_old(1, f"health.remind:{of.mentorship}:remind_to_meet")
    await curator.sees("Сегодня об этом уже напоминали")
    await curator.taps("К паре")
    await curator.taps("Написать обоим")
    await curator.says("Что вам мешает?")
    await of.mentee.sees("Сообщение от куратора", "Ветрова Анна Львовна", "Что вам мешает?")
    await curator.taps("К паре")
    await curator.taps("Посмотрено")
    await curator.taps("На неделю")
    await curator.says("Позвонила обоим")
    await curator.sees("не буду")
    await curator.taps("‹ Как дела у пар")
    await curator.sees("по плану: 1", "отложено до")
    await curator.taps("1", message=curator.screen.message_id)
    await curator.sees("Позвонила обоим")
    await other.presses_old(1, f"health.open:{of.mentorship}")
    await other.sees_no("Сергеев")
    await of.mentor.presses_old(1, "health.list")
    await of.mentor.sees_no("Как идут дела")


async def test_head_and_psychologist_look_and_do_nothing(world: World) -> None:
    of = await pair(world)
    await began(world, 11)
    for role in (Role.HEAD, Role.PSYCHOLOGIST):
        staff, _ = await world.member(f"Орлова {role.value.title()} Олеговна", role, of.school)
        await staff.says("/menu")
        await taps_door(staff, "Как дела у пар")
        await staff.taps("1", message=staff.screen.message_id)
        await staff.sees("Следующая встреча не назначена")
        assert "Посмотрено" not in staff.screen.labels
        await staff.presses_old(1, f"health.write:{of.mentorship}")
        await staff.sees_no("Что написать обоим?")


async def test_the_curator_hears_of_the_newly_stuck_in_one_message_by_day(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    _, third = await world.member("Белова Дарья Ивановна", Role.MENTEE, of.school)
    await active(world, of.school, [of.mentor_person], [third])
    await began(world, 40)
    await world.until(datetime(2026, 9, 3, 5, 59, tzinfo=UTC))
    assert digests(curator) == []
    await world.until(datetime(2026, 9, 3, 6, 0, tzinfo=UTC))
    assert "2 пары застряли; дольше всех: Анна И. → Пётр С." in digests(curator)[0]
    await world.until(datetime(2026, 9, 8, 9, 0, tzinfo=UTC))
    assert len(digests(curator)) == 2, "on Thursday, and with the summary of Monday"
    await curator.taps("К застрявшим парам")
    await curator.sees("застряли: 2")
    monday = [screen.text for screen in curator.screens if "Застряли: 2" in screen.text]
    assert monday, "Monday's summary shows the counts"

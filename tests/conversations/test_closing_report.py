"""The mentor's closing report: asked at the end, reminded of once, kept for staff and its mentor alone."""

from __future__ import annotations

from datetime import timedelta

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.roles import Role
from surveys.record import RecordState, Subject
from tests.conversations.digest_month import digests
from tests.conversations.pairs import Pair, pair
from tests.conversations.world import World

DAY = timedelta(days=1)


async def finished(world: World, of: Pair) -> None:
    """The final meeting was held, and what follows from it has come."""
    now = world.now
    async with world.work() as work:
        await work.meetings.add(Meeting(0, of.mentorship, MeetingKind.FINAL, now, None, MeetingState.HELD, 1, now))
    await world.advance(timedelta(minutes=1))


async def test_the_mentor_writes_it_and_staff_read_it(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    head, _ = await world.member("Орлов Олег Львович", Role.HEAD, of.school)
    await finished(world, of)
    await of.mentor.sees("Отчёт наставника", "Сергеев Пётр Ильич")
    await of.mentee.never_sees("Отчёт наставника")
    await of.mentor.taps("Написать отчёт")
    await of.mentor.sees("Чего удалось достичь вместе?", "Вопрос 1 из 7")
    await of.mentor.says("Провели пять открытых уроков")
    await of.mentor.taps("Да, полностью")
    await of.mentor.taps("Пропустить")
    await of.mentor.says("Пробовать проектную работу")
    await of.mentor.taps("20")
    await of.mentor.taps("Да", message=of.mentor.screen.message_id)
    await of.mentor.taps("Пропустить")
    await of.mentor.sees("Спасибо")
    await curator.sees("Наставник написал отчёт")
    await curator.taps("Прочитать отчёт")
    await curator.taps("Прочитать № 1")
    await curator.sees("Иванова Анна Петровна", "Провели пять открытых уроков", "Да, полностью", "20")
    for phone in (head, of.mentor):
        await phone.presses_old(1, f"closing.open:{of.mentorship}")
        await phone.taps("Прочитать № 1")
        await phone.sees("Пробовать проектную работу")
    for data in (f"closing.open:{of.mentorship}", "closing.read:1", "closing.read:2", "closing.read:3"):
        await of.mentee.presses_old(1, data)
        await of.mentee.sees_no("Пробовать проектную работу")


async def test_it_is_reminded_of_once_and_holds_nothing_up(world: World) -> None:
    of = await pair(world)
    await finished(world, of)
    async with world.work() as work:
        for record in await work.responses.about(Subject("mentorship", of.mentorship)):
            if record.definition != "closing-report":
                await work.responses.close([record.id], RecordState.FINISHED)
    await world.advance(6 * DAY)
    assert sum("ждёт вашего ответа" in text for text in digests(of.mentor)) == 1
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    await curator.presses_old(1, f"pair.complete_now:{of.mentorship}")
    await curator.sees("Завершено")
    await curator.presses_old(1, f"closing.open:{of.mentorship}")
    await curator.sees("пока нет")
    async with world.work() as work:
        asked = await work.responses.about(Subject("mentorship", of.mentorship), "closing-report")
    assert [record.state for record in asked] == [RecordState.WAITING]

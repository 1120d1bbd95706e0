"""Tasks between meetings: set, heard of, done with a photo, returned, accepted, reminded of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.roles import Category, Role
from mentoring.tasks import TaskState
from simulator.phones import Phone
from tests.conversations.digest_month import digests
from tests.conversations.pairs import active, pair
from tests.conversations.world import World

DAY = timedelta(days=1)


def seen(phone: Phone, part: str) -> int:
    return sum(part in screen.text for screen in phone.screens)


async def test_a_task_is_set_done_returned_and_accepted(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"tasks.open:{of.mentorship}")
    await of.mentor.sees("Задач пока нет")
    await of.mentor.taps("Новая задача")
    await of.mentor.says("Составить план урока")
    await of.mentor.taps("Через неделю")
    await of.mentor.sees("Задача поставлена", "Сергеев Пётр Ильич", "8 сентября")
    await of.mentee.sees("Новая задача", "Иванова Анна Петровна", "Составить план урока")
    await of.mentee.taps("Готово, рассказать")
    await of.mentee.says("План готов")
    await of.mentee.sends_photo()
    await of.mentee.sees("Отлично!")
    await of.mentor.sees("Сергеев Пётр Ильич: задача выполнена", "Составить план урока")
    await of.mentor.taps("Проверить")
    await of.mentor.sees("Что сделано:\nПлан готов", "ждёт проверки")
    assert "expandable_blockquote" in [entity["type"] for entity in of.mentor.messages[-1]["entities"]]
    await of.mentor.taps("Посмотреть файл")
    assert len(of.mentor.photos) == 1
    await of.mentor.taps("Вернуть")
    await of.mentor.says("Добавьте рефлексию")
    await of.mentee.sees("чуть-чуть не хватает", "Добавьте рефлексию")
    await of.mentee.taps("Готово")
    await of.mentee.taps("Пропустить")
    await of.mentee.taps("Пропустить")
    await of.mentor.taps("Проверить")
    await of.mentor.taps("Принять")
    await of.mentor.toasted("Задача принята")
    await of.mentee.sees("Задача принята")
    await of.mentor.presses_old(1, "task.accept:1")
    await of.mentor.sees("уже проверили")
    async with world.work() as work:
        task = await work.tasks.get(1)
    assert task is not None
    assert task.state is TaskState.ACCEPTED


async def test_a_mentor_who_has_left_sees_tasks_no_more(world: World) -> None:
    of = await pair(world)
    async with world.work() as work:
        await work.tasks.add(of.mentorship, [of.mentee_person.id], "Прочитать главу", date(2026, 9, 4), by=1)
    await of.mentor.presses_old(1, "tasks.mine")
    await of.mentor.sees("Прочитать главу")
    async with world.work() as work:
        mentorship = await work.mentorships.get(of.mentorship)
        assert mentorship is not None
        for membership in await work.memberships.of_person(mentorship.mentors[0]):
            await work.memberships.leave(membership.id)
    await of.mentor.presses_old(1, "tasks.mine")
    await of.mentor.sees_no("Прочитать главу")


async def test_reminders_come_the_day_before_and_after_three_days_without_a_check(world: World) -> None:
    of = await pair(world)
    async with world.work() as work:
        await work.tasks.add(of.mentorship, [of.mentee_person.id], "Прочитать главу", date(2026, 9, 4), by=1)
    await world.until(datetime(2026, 9, 3, 5, 59, tzinfo=UTC))
    assert digests(of.mentee) == []
    await world.until(datetime(2026, 9, 3, 6, 0, tzinfo=UTC))
    assert "Задача до 4 сентября 2026: Прочитать главу" in digests(of.mentee)[0]
    await of.mentee.taps("К задачам")
    await world.until(datetime(2026, 9, 3, 19, 30, tzinfo=UTC))  # 22:30: three days later it is night
    await of.mentee.taps("Готово")
    await of.mentee.taps("Пропустить")
    await of.mentee.taps("Пропустить")
    await world.until(datetime(2026, 9, 7, 5, 59, tzinfo=UTC))
    assert digests(of.mentor) == []
    await world.until(datetime(2026, 9, 7, 6, 0, tzinfo=UTC))
    assert "Задача ждёт вашей проверки: Прочитать главу" in digests(of.mentor)[0]
    await of.mentor.taps("Проверить задачи")
    await of.mentor.taps("Принять")
    await world.advance(10 * DAY)
    assert sum("Задача" in text for phone in (of.mentee, of.mentor) for text in digests(phone)) == 2


async def test_a_group_each_sees_their_own_and_a_guardian_does_it_for_a_child(world: World) -> None:
    of = await pair(world)
    child, small = await world.member(
        "Белова Даша Ивановна", Role.MENTEE, of.school, category=Category.PUPIL, birth=date(2015, 3, 1)
    )
    guardian, parent = await world.member("Белова Мария Олеговна", Role.GUARDIAN, of.school, category=Category.PARENT)
    stranger, _ = await world.member("Чужой Олег Ильич", Role.MENTEE, of.school)
    async with world.work() as work:
        await work.guardianships.put(small.id, parent.id, "mother")
    await child.blocks()
    async with world.work() as work:
        await work.chats.set_reachable(child.id, False)
    group = await active(world, of.school, [of.mentor_person], [of.mentee_person, small])
    await of.mentor.presses_old(1, f"task.new:{group}")
    await of.mentor.says("Нарисовать карту")
    await of.mentor.taps("Белова Даша Ивановна")
    await of.mentor.taps("Готово")
    await of.mentor.taps("Через 3 дня")
    await of.mentor.sees("Задача поставлена", "Белова Даша Ивановна")
    await of.mentee.never_sees("Нарисовать карту")
    await of.mentee.presses_old(1, "task.card:1")
    await of.mentee.sees_no("Нарисовать карту")
    await stranger.presses_old(1, f"tasks.open:{group}")
    await stranger.sees_no("Нарисовать карту")
    await guardian.sees("Новая задача", "Нарисовать карту")
    await guardian.taps("Готово, рассказать")
    await guardian.says("Нарисовали вместе")
    await guardian.taps("Пропустить")
    await of.mentor.sees("Белова Даша Ивановна: задача выполнена")
    await of.mentor.says("/menu")
    await of.mentor.taps("Задачи")
    await of.mentor.sees("Даша Б.: Нарисовать карту", "ждёт проверки")
    await of.mentor.taps("1")
    await of.mentor.sees("Нарисовали вместе")

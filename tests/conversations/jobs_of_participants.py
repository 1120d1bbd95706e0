"""The commonest jobs of mentors and mentees, done by people who know what they want; each gives what it cost them."""

from __future__ import annotations

from datetime import timedelta

from mentoring.roles import Role
from tests.conversations.answering import asked
from tests.conversations.pair_school import School
from tests.conversations.pairs import active, meeting, pair
from tests.conversations.stopwatch import Stopwatch
from tests.conversations.world import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def see_the_next_meeting(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + DAY)
    watch = Stopwatch(of.mentee)
    await of.mentee.says("/meetings")
    await of.mentee.sees("2 сентября")
    return watch


async def agree_to_a_pair(world: World) -> Stopwatch:
    school = await School.open(world)
    await school.proposes()
    watch = Stopwatch(school.mentee)
    await school.mentee.taps("Согласиться")
    await school.mentee.sees("Записали ваше согласие")
    return watch


async def mark_a_meeting(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + HOUR)
    await world.advance(3 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    watch = Stopwatch(of.mentee)
    await of.mentee.taps("5")
    await of.mentee.sees("Оценка сохранена")
    return watch


async def propose_another_time(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + DAY)
    await of.mentee.says("/meetings")
    await of.mentee.taps("1.")
    watch = Stopwatch(of.mentee)
    for label in ("Другое время", "3", "15:00", "Пропустить"):
        await of.mentee.taps(label)
    await of.mentee.sees("остаётся в прежнее время")
    return watch


async def ask_for_help(world: World) -> Stopwatch:
    of = await pair(world)
    await of.mentee.says("/menu")
    watch = Stopwatch(of.mentee)
    await of.mentee.taps("Нужна помощь")
    await of.mentee.says("Не получается составить план урока")
    await of.mentee.sees("Вопрос у наставника")
    return watch


async def answer_ten_questions(world: World) -> Stopwatch:
    of = await pair(world)
    async with world.work() as work:
        await asked(work, "sample", of.mentor_person, of.school.id)
    await of.mentor.says("/surveys")
    watch = Stopwatch(of.mentor)
    await of.mentor.taps(of.mentor.screen.labels[0])
    while "Спасибо" not in of.mentor.screen.text:
        await of.mentor.taps("4")
    return watch


async def log_after_the_question(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + HOUR)
    await world.advance(3 * HOUR)
    watch = Stopwatch(of.mentor)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.sees("Записано")
    return watch


async def log_by_command(world: World) -> Stopwatch:
    of = await pair(world)
    _, other = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    await active(world, of.school, [of.mentor_person], [other])
    await of.mentor.says("/log")
    watch = Stopwatch(of.mentor)
    while not any("Записано" in screen.text for screen in of.mentor.screens):
        await of.mentor.taps(of.mentor.screen.labels[0], message=of.mentor.screen.message_id)
    return watch


async def plan_a_meeting(world: World) -> Stopwatch:
    of = await pair(world)
    await of.mentor.says("/menu")
    await of.mentor.taps("Моя пара")
    watch = Stopwatch(of.mentor)
    for label in ("Назначить встречу", "Знакомство", "2", "12:00", "В школе", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча назначена")
    return watch


async def move_a_meeting(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + DAY)
    await of.mentor.says("/meetings")
    await of.mentor.taps("1.")
    watch = Stopwatch(of.mentor)
    for label in ("Перенести", "4", "15:00"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча перенесена")
    return watch


async def cancel_a_meeting(world: World) -> Stopwatch:
    of = await pair(world)
    await meeting(world, of, world.now + DAY)
    await of.mentor.says("/meetings")
    await of.mentor.taps("1.")
    watch = Stopwatch(of.mentor)
    for label in ("Отменить встречу", "Болезнь"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча отменена")
    return watch


async def set_a_task(world: World) -> Stopwatch:
    of = await pair(world)
    await of.mentor.says("/menu")
    await of.mentor.taps("Моя пара")
    watch = Stopwatch(of.mentor)
    await of.mentor.taps("Задачи")
    await of.mentor.taps("Новая задача")
    await of.mentor.says("Составить план урока")
    await of.mentor.taps("Через неделю")
    await of.mentor.sees("Задача поставлена")
    return watch

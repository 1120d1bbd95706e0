"""How many steps the commonest jobs take: docs/steps.md says it, and here somebody counts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.answering import asked
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.newcomers import ADULT, begins, consents, teacher_tells
from tests.conversations.pairs import active, meeting, pair
from tests.conversations.world import World

DOCUMENT = Path(__file__).parents[2] / "docs" / "steps.md"


async def log_after_the_question(world: World) -> int:
    of = await pair(world)
    await meeting(world, of, world.now + timedelta(hours=1))
    await world.advance(timedelta(hours=3))
    before = of.mentor.gestures
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.sees("Записано")
    return of.mentor.gestures - before


async def log_by_command(world: World) -> int:
    of = await pair(world)
    _, other = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    await active(world, of.school, [of.mentor_person], [other])
    await of.mentor.says("/log")
    before = of.mentor.gestures
    while not any("Записано" in screen.text for screen in of.mentor.screens):
        await of.mentor.taps(of.mentor.screen.labels[0], message=of.mentor.screen.message_id)
    return of.mentor.gestures - before


async def plan_a_meeting(world: World) -> int:
    of = await pair(world)
    await of.mentor.says("/menu")
    await of.mentor.taps("Моя пара")
    before = of.mentor.gestures
    for label in ("Назначить встречу", "Знакомство", "2", "12:00", "В школе", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча назначена")
    return of.mentor.gestures - before


async def newcomer(world: World) -> tuple[Phone, Phone, int]:
    """The curator's and the teacher's phones, and how many steps the teacher needed."""
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    teacher = world.phone("Мария")
    await begins(teacher, await world.invite(None, school), ADULT)
    await consents(teacher)
    await teacher_tells(teacher, "Иванова Мария Петровна", area="Учёба и предметы")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")
    return curator, teacher, teacher.gestures


async def register_a_teacher(world: World) -> int:
    return (await newcomer(world))[2]


async def approve(world: World) -> int:
    curator, teacher, _ = await newcomer(world)
    before = curator.gestures
    await curator.taps("Одобрить")
    await teacher.sees("Вас приняли")
    return curator.gestures - before


async def answer_ten_questions(world: World) -> int:
    of = await pair(world)
    async with world.work() as work:
        await asked(work, "sample", of.mentor_person, of.school.id)
    await of.mentor.says("/surveys")
    before = of.mentor.gestures
    await of.mentor.taps(of.mentor.screen.labels[0])
    while "Спасибо" not in of.mentor.screen.text:
        await of.mentor.taps("4")
    return of.mentor.gestures - before


async def pair_from_a_proposal(world: World) -> int:
    school = await MatchingSchool.open(world)
    await school.computed()
    await school.curator.taps("Посмотреть пары")
    before = school.curator.gestures
    await school.taps_line("Котов")
    await school.curator.taps("Предложить")
    await school.curator.sees("Предложено: ", "Котов Илья Петрович")
    return school.curator.gestures - before


JOBS: Mapping[str, Callable[[World], Awaitable[int]]] = {
    "Log a held meeting": log_after_the_question,
    "Log a meeting of one of several mentees": log_by_command,
    "Plan the next meeting": plan_a_meeting,
    "Approve an applicant": approve,
    "Form a pair from a proposal": pair_from_a_proposal,
    "Answer a questionnaire of ten questions": answer_ten_questions,
    "Register as a teacher": register_a_teacher,
}


def documented() -> dict[str, int]:
    """The table: steps by job."""
    rows = [line.strip("|").split("|") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()[5:] if line]
    return {row[0].strip(): int(row[2]) for row in rows if len(row) == 4 and row[2].strip().isdigit()}


def test_the_table_has_exactly_these_jobs() -> None:
    assert documented().keys() == JOBS.keys()


@pytest.mark.parametrize("job", JOBS)
async def test_a_job_takes_the_steps_that_the_table_says(world: World, job: str) -> None:
    assert await JOBS[job](world) == documented()[job]

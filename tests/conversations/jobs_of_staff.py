"""The commonest jobs of newcomers, guardians and staff, done by people who know what they want."""

from __future__ import annotations

from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.newcomers import (
    ADULT,
    PUPIL_OF_12,
    begins,
    consents,
    guardian_consents,
    link_of,
    teacher_tells,
)
from tests.conversations.pair_school import School
from tests.conversations.report_school import report_school
from tests.conversations.stopwatch import Stopwatch
from tests.conversations.world import World

CHILD = "Хочу помощи наставника"


async def _newcomer(world: World) -> tuple[Phone, Stopwatch]:
    """The curator's phone, and what registering cost a teacher."""
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    teacher = world.phone("Мария")
    watch = Stopwatch(teacher)
    await begins(teacher, await world.invite(None, school), ADULT)
    await consents(teacher)
    await teacher_tells(teacher, "Иванова Мария Петровна", area="Учёба и предметы")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")
    return curator, watch


async def register_a_teacher(world: World) -> Stopwatch:
    return (await _newcomer(world))[1]


async def approve(world: World) -> Stopwatch:
    curator, _ = await _newcomer(world)
    watch = Stopwatch(curator)
    await curator.taps("Одобрить")
    await curator.sees("заявка одобрена")
    return watch


async def consent_for_a_child(world: World) -> Stopwatch:
    school = await world.organisation()
    child, guardian = world.phone("Миша"), world.phone("Ирина")
    await begins(child, await world.invite(None, school), PUPIL_OF_12, CHILD)
    watch = Stopwatch(guardian)
    await guardian_consents(guardian, await link_of(child), "Ветрова Ирина Павловна")
    await guardian.sees("согласия записаны")
    return watch


async def find_somebody(world: World) -> Stopwatch:
    found = await report_school(world, pairs=3)
    name = "Кузнецова"
    await found.curator.says("/people")
    watch = Stopwatch(found.curator)
    await found.curator.taps("Поиск")
    await found.curator.says(name)
    await found.curator.sees("Поиск")
    return watch


async def pair_from_a_proposal(world: World) -> Stopwatch:
    school = await MatchingSchool.open(world)
    await school.computed()
    await school.curator.taps("Посмотреть пары")
    watch = Stopwatch(school.curator)
    await school.taps_line("Котов")
    await school.curator.taps("Предложить")
    await school.curator.sees("Предложено: ", "Котов Илья Петрович")
    return watch


async def enter_the_order(world: World) -> Stopwatch:
    school = await School.open(world)
    await school.agree()
    await school.answered("entry")
    await school.curator.says("/pairs")
    await school.curator.taps("1")
    watch = Stopwatch(school.curator)
    await school.curator.taps("Приказ")
    await school.curator.says("125-од")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    await school.mentor.sees("Наставничество началось")
    return watch


async def see_a_months_summary(world: World) -> Stopwatch:
    found = await report_school(world, pairs=3)
    await found.curator.says("/menu")
    watch = Stopwatch(found.curator)
    await found.curator.taps("Ещё…")
    await found.curator.taps("Сводка")
    await found.curator.taps("Месяц")
    await found.curator.sees("Проведено 12 из 12 встреч")
    return watch


async def create_a_school(world: World) -> Stopwatch:
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    await coordinator.says("/menu")
    watch = Stopwatch(coordinator)
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("Школа № 14")
    for label in ("Школа", "Москва", "Всё верно", "Пригласить куратора"):
        await coordinator.taps(label)
    await coordinator.sees("Личная ссылка готова")
    return watch

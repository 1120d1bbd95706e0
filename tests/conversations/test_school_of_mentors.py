"""The school of mentors: materials, a session and who is asked to come, steps, and the warning before a pair."""

from __future__ import annotations

from datetime import timedelta

from mentoring.roles import Role
from mentoring.training import Result
from simulator.phones import Phone
from tests.conversations.pair_school import School
from tests.conversations.world import World


async def opens(phone: Phone) -> None:
    """The school, from the menu."""
    await phone.presses_old(phone.screen.message_id, "training.list")


async def test_a_session_is_planned_mentors_come_and_the_step_is_recorded_for_each(world: World) -> None:
    school = await School.open(world)
    other, other_person = await world.member("Белова Ирина Павловна", Role.MENTOR, school.place)
    await opens(school.curator)
    await school.curator.sees("Школа наставников", "Занятия", "Материалы")
    await school.curator.taps("Новое занятие")
    await school.curator.taps("Обучение наставников")
    await school.curator.says("Первая встреча")
    await school.curator.says("03.09.2026")
    await school.curator.taps("15:00")
    await school.curator.taps("Библиотека")
    await school.curator.taps("Всё верно")
    await school.curator.sees("«Первая встреча» запланировано на")
    await school.curator.taps("Кого позвать")
    await school.curator.sees("Громов Олег Ильич — ещё не прошёл", "Белова Ирина Павловна — ещё не прошёл")
    await school.curator.taps("Всех, кто не прошёл")
    await school.curator.sees("Выбрано: 2")
    await school.curator.taps("1")
    await school.curator.sees("Выбрано: 1")
    await school.mentor.sees_no("школу наставников")
    await school.curator.taps("1")
    await school.curator.taps("Назад")
    await school.curator.taps("Отправить приглашения")
    await school.curator.sees("Позвали: 2")
    await school.mentor.sees("Вас зовут в школу наставников: «Первая встреча» (Обучение наставников)", "Библиотека")
    await school.mentor.taps("Мои шаги")
    await school.mentor.sees("Обучение наставников: впереди", "Первая встреча, Библиотека")

    await world.advance(timedelta(days=2))
    await other.sees("Завтра школа наставников: «Первая встреча»")
    await world.advance(timedelta(hours=10))
    await school.curator.sees("«Первая встреча» прошло?")
    await school.curator.taps("Кто пришёл")
    await school.curator.sees("✓ Белова Ирина Павловна", "✓ Громов Олег Ильич")
    await school.curator.taps("✓ 1")
    await school.curator.sees("— Белова Ирина Павловна")
    await school.curator.taps("Записать")
    await school.curator.sees("Пришли: 1 из 2")
    await school.mentor.sees("шаг «Обучение наставников» пройден")
    await other.sees_no("пройден")
    await school.curator.presses_old(school.curator.screen.message_id, "training.hold:1")
    await school.curator.sees("уже всё записано")
    await opens(school.mentor)
    await school.mentor.sees("Обучение наставников: ✅ пройдено, 3 сентября 2026", "Собеседование: ещё нет")

    await school.curator.presses_old(school.curator.screen.message_id, "training.came:1:0")
    await school.curator.taps("1")
    async with world.work() as work:
        membership = await work.memberships.find(other_person.id, school.place.id, Role.MENTOR)
        assert membership is not None
        [step] = await work.training.of([membership.id])
    assert (step.result, step.session_id, str(step.held_on)) == (Result.PASSED, 1, "2026-09-03"), "she had come late"
    await school.mentee.presses_old(school.mentee.screen.message_id, "training.came:1:0")
    await school.mentee.sees("недоступно")


async def test_the_curator_records_a_step_and_is_warned_while_one_is_missing(world: World) -> None:
    school = await School.open(world)
    await school.proposes()
    await school.curator.sees("ещё не пройдено обязательное (Собеседование, Обучение наставников)")
    async with world.work() as work:
        membership = await work.memberships.find(school.mentor_person.id, school.place.id, Role.MENTOR)
    assert membership is not None
    await school.curator.presses_old(school.curator.screen.message_id, f"training.open:{membership.id}")
    await school.curator.sees("Громов Олег Ильич", "Инструктаж: ещё нет (по желанию)")
    await school.curator.taps("1")
    await school.curator.taps("Пройдено")
    await school.curator.taps("Сегодня")
    await school.curator.says("Спокойный, детям с ним легко")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Громов Олег Ильич — Собеседование: пройдено")
    await school.mentor.sees("Собеседование", "пройдено. Спасибо!")
    await school.mentor.taps("Мои шаги")
    await school.mentor.sees("Собеседование: ✅ пройдено")
    await school.mentor.never_sees("Спокойный")
    await school.curator.taps("К шагам")
    await school.curator.sees("Заметка к 1: Спокойный")
    await school.mentor.presses_old(school.mentor.screen.message_id, f"training.record:{membership.id}:training")
    await school.mentor.sees("недоступно")
    await school.curator.presses_old(school.curator.screen.message_id, f"training.record:{membership.id}:gymnastics")
    await school.curator.sees("Этого здесь уже нет")


async def test_materials_are_added_read_and_taken_off(world: World) -> None:
    school = await School.open(world)
    await opens(school.curator)
    await school.curator.taps("Материалы")
    await school.curator.taps("Добавить материал")
    await school.curator.says("Памятка")
    await school.curator.taps("Файл")
    await school.curator.sends_document("memo.pdf", b"%PDF-1.4")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Добавили: «Памятка»")
    await school.curator.taps("Материалы")
    await school.curator.taps("Добавить материал")
    await school.curator.says("Курс")
    await school.curator.taps("Ссылка")
    await school.curator.says("example.org")
    await school.curator.sees("начинается с https://")
    await school.curator.says("https://example.org/course")
    await school.curator.taps("Всё верно")
    await opens(school.mentor)
    await school.mentor.taps("Материалы")
    await school.mentor.sees("1. 🔗 Курс", "2. 📄 Памятка")
    await school.mentor.taps("1")
    await school.mentor.taps("Открыть ссылку")
    assert school.mentor.opened == "https://example.org/course"
    await school.mentor.taps("Назад")
    await school.mentor.taps("2")
    await school.mentor.taps("Получить файл")
    assert [name for name, _ in school.mentor.documents] == ["memo.pdf"]
    await school.curator.taps("К материалу")
    await school.curator.taps("Убрать из списка")
    await school.curator.sees("Убран из списка")
    await opens(school.mentor)
    await school.mentor.taps("Материалы")
    await school.mentor.sees_no("Курс")
    await school.mentor.presses_old(school.mentor.screen.message_id, "training.material:2")
    await school.mentor.sees("убрал из списка")
    await school.mentee.presses_old(school.mentee.screen.message_id, "training.materials:0")
    await school.mentee.sees("недоступно")

"""The coordinator's rooms: organisations, bases of curators, mentors and experts, the comparison."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mentoring.people import Profile
from mentoring.roles import Category, Role
from tests.conversations.pairs import active, taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("kyzyl", START)


async def test_an_organisation_is_found_and_given_a_short_name(world: World) -> None:
    long = "Муниципальное бюджетное общеобразовательное учреждение «Лицей № 15»"
    await world.organisation(long)
    school = await world.organisation("Школа № 1")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    _, mentor = await world.member("Серов Юрий Ильич", Role.MENTOR, school)
    _, mentee = await world.member("Лисова Ира Павловна", Role.MENTEE, school)
    await active(world, school, [mentor], [mentee])

    await taps_door(coordinator, "Муниципалитет")
    await coordinator.sees("Организаций: 2, кураторов: 1, наставников: 1")
    await coordinator.taps("Организации")
    await coordinator.taps("Найти")
    await coordinator.says("лецей")
    await coordinator.sees("По запросу «лецей» — организаций: 1")
    await coordinator.taps("Показать")
    await coordinator.sees("Лицей № 15", "Куратора пока нет", "Встреч ещё не было")
    await coordinator.taps("Изменить")
    await coordinator.taps("Короткое название")
    await coordinator.says("Лицей № 15")
    await coordinator.sees("Сохранено")
    await coordinator.taps("К организации")
    await coordinator.sees("Коротко: Лицей № 15")
    await coordinator.taps("‹ Организации")
    assert {"Лицей № 15", "Школа № 1"} <= set(coordinator.screen.labels)
    await coordinator.taps("Школа № 1")
    await coordinator.sees("Наставников: 1, наставляемых: 1, действующих пар: 1", "Кураторы: Ветрова Анна Львовна")
    await coordinator.sees_no("Лисова")

    await taps_door(curator, "Организация")
    await curator.sees("Школа № 1", "Рекомендации")
    await curator.taps("Изменить")
    await curator.taps("Родительный падеж")
    await curator.says("школы № 1 города Кызыла")
    await curator.taps("К организации")
    await curator.sees("В документах: школы № 1 города Кызыла")
    for forged in ("municipality.open", "organisation.edit:1", "staff.view:c.-.0.0.", "compare.open"):
        await curator.presses_old(curator.screen.message_id, forged)
        await curator.toasted("недоступно")


async def test_the_bases_name_adults_and_no_mentee(world: World) -> None:
    school, other = await world.organisation("Школа № 1"), await world.organisation("Гимназия № 9")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    physics, chemistry = Profile(post="учитель", subject="физика"), Profile(post="учитель", subject="химия")
    _, mentor = await world.member("Серов Юрий Ильич", Role.MENTOR, school, profile=physics)
    _, expert = await world.member("Дубов Сергей Ильич", Role.MENTOR, other, profile=chemistry)
    await world.member("Лисова Ира", Role.MENTOR, school, category=Category.PUPIL)
    _, mentee = await world.member("Котова Яна Олеговна", Role.MENTEE, school)
    await active(world, school, [mentor], [mentee])
    async with world.work() as work:
        place = await work.memberships.find(expert.id, other.id, Role.MENTOR)
        assert place is not None
        await work.memberships.appoint(place.id, council=False, expert=True)

    await taps_door(coordinator, "Муниципалитет")
    await coordinator.taps("Кураторы")
    await coordinator.sees("Кураторы: 1", "1. Ветрова Анна Львовна — Школа № 1")
    await coordinator.taps("‹ Муниципалитет")
    await coordinator.taps("Наставники")
    await coordinator.sees("Наставники: 2", "1. Дубов Сергей Ильич — Гимназия № 9, химия")
    await coordinator.sees_no("Лисова")
    await coordinator.taps("Найти")
    await coordinator.says("физека")
    await coordinator.sees("нашлось: 1")
    await coordinator.taps("Показать")
    await coordinator.taps("1")
    await coordinator.sees("Серов Юрий Ильич", "Предмет: физика", "Наставляемых сейчас: 1")
    await coordinator.sees_no("Котова")
    await coordinator.taps("‹ К списку")
    await coordinator.taps("Показать всех")
    await coordinator.taps("Таблицей")
    book = load_workbook(BytesIO(coordinator.documents[-1][1]))
    assert [row[0].value for row in book.active.iter_rows()] == ["Имя", "Дубов Сергей Ильич", "Серов Юрий Ильич"]
    await coordinator.says("/menu")
    await taps_door(coordinator, "Муниципалитет")
    await coordinator.taps("Эксперты")
    await coordinator.sees("Предметные эксперты: 1", "Дубов")


async def test_organisations_are_compared(world: World) -> None:
    school = await world.organisation("Школа № 1")
    await world.organisation("Школа № 2")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    _, mentor = await world.member("Серов Юрий Ильич", Role.MENTOR, school)
    _, mentee = await world.member("Котова Яна Олеговна", Role.MENTEE, school)
    await active(world, school, [mentor], [mentee])
    await world.advance(timedelta(hours=1))

    await taps_door(coordinator, "Муниципалитет")
    await coordinator.taps("Сравнение")
    await coordinator.sees("Пары со встречами", "1. Школа № 1 — 0 % (из 1)", "2. Школа № 2 — нет данных")
    await coordinator.taps("Что сравнить")
    await coordinator.taps("1")
    await coordinator.sees("Действующие пары", "Все вместе: 1", "1. Школа № 1 — 1")
    await coordinator.taps("Картинкой")
    assert coordinator.photos
    await coordinator.taps("Таблицей")
    rows = list(load_workbook(BytesIO(coordinator.documents[-1][1])).active.values)
    assert rows[0][:2] == ("Организация", "Действующие пары")
    assert rows[1][:3] == ("Школа № 1", 1, 0)

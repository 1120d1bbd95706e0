"""Recommendations: written to several organisations at once, answered, returned, closed, reminded of, printed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from mentoring.people import Organisation
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.world import World
from tests.reading import plain

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("seversk", START)


async def writes(coordinator: Phone, title: str, words: str, *, day: str | None) -> None:
    """From the form's first screen, for chosen organisations, without an indicator."""
    await coordinator.says(title)
    await coordinator.says(words)
    await coordinator.taps("Пропустить")
    await (coordinator.says(day) if day else coordinator.taps("Пропустить"))
    await coordinator.taps("Всё верно")


async def test_two_organisations_are_advised_and_one_answers(world: World) -> None:
    first, _ = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    third = await world.organisation("Школа № 3")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
    head, _ = await world.member("Громов Олег Ильич", Role.HEAD, first)
    stranger, _ = await world.member("Серова Нина Павловна", Role.CURATOR, third)

    await taps_door(coordinator, "Муниципалитет")
    await coordinator.taps("Рекомендации")
    await coordinator.sees("Ждут ответа: 0", "Открытых рекомендаций нет")
    await coordinator.taps("Написать")
    await coordinator.taps("Выбрать организации")
    await coordinator.taps("Школа № 1")
    await coordinator.taps("Школа № 2")
    await coordinator.taps("Готово")
    await writes(coordinator, "Собрание наставников", "Проведите собрание и выберите совет.", day="20.10.2026")
    await coordinator.sees("Отправлено: 2 рекомендации", "сообщите лично: Школа № 2")

    await curator.sees("Новая рекомендация", "Собрание наставников", "до 20 октября 2026")
    await stranger.never_sees("Собрание наставников")
    await curator.taps("Открыть")
    await curator.sees("Проведите собрание", "ждёт ответа до 20 октября")
    await head.taps("Открыть")
    await head.taps("Ответить")
    await curator.taps("Ответить")
    await curator.says("Собрание прошло, протокол № 4")
    await curator.taps("Пропустить")
    await curator.sees("Ответ отправлен")
    await head.says("Совет выбран")
    await head.taps("Пропустить")
    await head.sees("уже ответили", "Ветрова Анна Львовна")

    await coordinator.sees("Школа № 1: есть ответ")
    await coordinator.taps("Открыть")
    await coordinator.sees("протокол № 4", "прочитали")
    await coordinator.taps("Вернуть")
    await coordinator.says("Приложите протокол.")
    await coordinator.sees("Возвращено")
    await curator.sees("вернули: Приложите протокол.")
    await curator.taps("Открыть")
    await curator.taps("Ответить")
    await curator.taps("Пропустить")
    await curator.sends_photo()
    await curator.sees("Ответ отправлен")
    await coordinator.taps("Открыть")
    await coordinator.sees("прислан файл")
    await coordinator.taps("Файл ответа")
    await coordinator.taps("К рекомендации")
    await coordinator.taps("Закрыть")
    await coordinator.taps("Спасибо, принято")
    await coordinator.sees("Закрыто")
    await curator.sees("Рекомендация закрыта", "Спасибо, принято")

    await coordinator.taps("К рекомендации")
    await coordinator.taps("К рекомендациям")
    await coordinator.sees("1. Школа № 2: Собрание наставников — ждёт ответа")
    await coordinator.taps("Все")
    await coordinator.sees("Школа № 1: Собрание наставников — закрыта")
    await coordinator.taps("Документом")
    document = Document(BytesIO(coordinator.documents[-1][1]))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert any("Закрыта." in text and "Спасибо, принято." in text for text in cells)
    assert any("Школа № 2" in plain(text) for text in cells)


async def advised(world: World, school: Organisation, by: int, title: str, due: date) -> int:
    async with world.work() as work:
        made = await work.recommendations.add(school.id, title, "Сделайте.", by=by, indicator=None, due=due)
    return made.id


async def test_reminders_are_gathered_and_only_leaders_read(world: World) -> None:
    school, other = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    _, coordinator = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    stranger, _ = await world.member("Серова Нина Павловна", Role.CURATOR, other)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    first = await advised(world, school, coordinator.id, "Провести собрание", date(2026, 10, 9))
    await advised(world, school, coordinator.id, "Обновить сайт", date(2026, 10, 9))

    await world.until(datetime(2026, 10, 6, 7, 0, tzinfo=UTC))
    said = "2 рекомендации ждут ответа, ближайший срок — 9 октября 2026"
    assert [said in text for text in digests(curator)][-1:] == [True]
    before = len(digests(curator))
    await world.until(datetime(2026, 10, 9, 7, 0, tzinfo=UTC))
    assert len(digests(curator)) == before + 1
    assert said in digests(curator)[-1]

    await world.advance(timedelta(days=1))
    await curator.taps("К рекомендациям")
    await curator.sees("из них просрочено: 2", "Провести собрание — просрочена")
    for phone in (stranger, mentor):
        for forged in (f"recommendation.open:{first}", f"recommendations.of:{school.id}", "recommendation.new:0"):
            await phone.presses_old(phone.screens[-1].message_id, forged)
            await phone.toasted("недоступно")
        await phone.presses_old(phone.screens[-1].message_id, f"recommendation.answer:{first}")
        await phone.never_sees("Провести собрание")

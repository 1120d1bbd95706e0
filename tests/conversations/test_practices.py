"""The bank of best practices: submitted, returned, improved, published, found, gathered in a document, withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from mentoring.consents import ConsentKind
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("seversk", START)


async def submits(author: Phone, title: str) -> None:
    """From the bank's screen, of no form, without link and file."""
    await author.taps("Предложить")
    await author.says(title)
    await author.taps("Пропустить")
    await author.says("Молодые учителя боятся открытых уроков.")
    await author.says("Каждую среду наставник открывает свой класс.")
    await author.says("Все провели по открытому уроку.")
    await author.taps("Пропустить")
    await author.taps("Пропустить")
    await author.taps("Всё верно")
    await author.sees("Отправлено на рассмотрение")


async def test_a_practice_is_returned_improved_published_and_named_by_consent(world: World) -> None:
    first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    mentor, author = await world.member("Дубов Сергей Ильич", Role.MENTOR, first)
    curator, _ = await world.member("Серова Нина Павловна", Role.CURATOR, second)
    ward, _ = await world.member("Лисин Пётр", Role.MENTEE, first)
    async with world.work() as work:
        await work.consents.give(author.id, ConsentKind.PUBLICATION, 1, given_by=author.id)

    await taps_door(mentor, "Лучшие практики")
    await mentor.sees("Опубликованных практик пока нет")
    await submits(mentor, "Открытая среда")
    await coordinator.sees("Новая практика на рассмотрение: «Открытая среда»")
    await coordinator.taps("Открыть")
    await coordinator.sees("Открытая среда", "Школа № 1", "боятся открытых уроков", "на рассмотрении")
    await coordinator.taps("Вернуть")
    await coordinator.says("Сколько было уроков?")
    await coordinator.sees("Возвращено")

    await mentor.sees("вернули на доработку: Сколько было уроков?")
    await curator.presses_old(curator.screens[-1].message_id, "practice.open:1")
    await curator.toasted("недоступно")
    await mentor.taps("Открыть")
    await mentor.sees("Что просили доработать", "Сколько было уроков?")
    await mentor.taps("Доработать")
    for _ in ("form", "link", "file"):
        await mentor.taps("Пропустить")
    await mentor.sees("Открытая среда", "Отправляем на рассмотрение?")
    await mentor.taps("Результат")
    await mentor.says("Проведено 14 открытых уроков.")
    await mentor.taps("Всё верно")
    await coordinator.taps("Открыть")
    await coordinator.sees("14 открытых уроков", "Что просили доработать")
    await coordinator.taps("Опубликовать")
    await coordinator.toasted("Опубликовано")
    await coordinator.presses_old(coordinator.screens[-1].message_id, "practice.return:1")
    await coordinator.sees("уже опубликована")
    await mentor.sees("Ваша практика опубликована")

    await curator.starts()
    await taps_door(curator, "Лучшие практики")
    await curator.sees("1. Открытая среда. Школа № 1")
    await curator.taps("Найти")
    await curator.says("ОТКРЫТЫХ урок")
    await curator.sees("практик: 1")
    await curator.taps("Показать")
    await curator.taps("1")
    await curator.sees("Автор: Дубов Сергей Ильич")
    await curator.taps("К практикам")
    await curator.taps("Сборник")
    paragraphs = [each.text for each in Document(BytesIO(curator.documents[-1][1])).paragraphs]
    assert paragraphs.count("1. Открытая среда") == 2
    assert "Автор: Дубов Сергей Ильич" in paragraphs

    async with world.work() as work:
        await work.consents.withdraw(author.id, ConsentKind.PUBLICATION)
    await curator.presses_old(curator.screens[-1].message_id, "practice.open:1")
    await curator.sees("Школа № 1")
    await curator.sees_no("Дубов")
    await ward.presses_old(ward.screens[-1].message_id, "practice.open:1")
    await ward.toasted("недоступно")

    await mentor.presses_old(mentor.screens[-1].message_id, "practice.withdraw:1")
    await mentor.toasted("Практика снята")
    await curator.presses_old(curator.screens[-1].message_id, "practice.open:1")
    await curator.toasted("недоступно")


@pytest.mark.programme("tver-school-14", START)
async def test_in_a_programme_of_one_school_the_curator_reviews(world: World) -> None:
    school = await world.organisation("Школа № 14")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)

    await taps_door(mentor, "Лучшие практики")
    await submits(mentor, "Чтение вдвоём")
    await curator.sees("Новая практика на рассмотрение")
    await curator.starts()
    await taps_door(curator, "Лучшие практики")
    await curator.taps("Ждут")
    await curator.taps("1")
    await curator.taps("Опубликовать")
    await mentor.sees("Ваша практика опубликована")
    await mentor.presses_old(mentor.screens[-1].message_id, "practices.view:w:-:0")
    await mentor.toasted("недоступно")

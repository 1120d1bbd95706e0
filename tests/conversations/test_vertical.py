"""Help between organisations: proposed, agreed to by both sides, reminded of, completed; declined."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mentoring.roles import Role
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
"""13:00 in Tomsk."""


@pytest.mark.programme("seversk", START)
async def test_a_school_helps_another_after_both_agreed(world: World) -> None:
    strong, young = await world.organisation("Школа № 1"), await world.organisation("Сад № 7")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, strong)
    head, _ = await world.member("Громов Олег Ильич", Role.HEAD, young)

    await taps_door(coordinator, "Муниципалитет")
    await coordinator.taps("Шефство")
    await coordinator.sees("Пока никто никого не ведёт")
    await coordinator.taps("Предложить шефство")
    await coordinator.taps("Организация")
    await coordinator.taps("Школа № 1")
    await coordinator.taps("Школа № 1")
    await coordinator.says("Начать программу")
    await coordinator.taps("Сегодня")
    await coordinator.says("20.10.2026")
    await coordinator.taps("Всё верно")
    await coordinator.sees("не может вести сама себя")
    await coordinator.taps("Кому помогают: Школа № 1")
    await coordinator.taps("Сад № 7")
    await coordinator.taps("Всё верно")
    await coordinator.sees("Предложение отправлено")

    await curator.sees("Предложено шефство: Школа № 1 → Сад № 7", "Начать программу")
    await curator.taps("Открыть")
    await curator.taps("Согласиться")
    await curator.sees("наставник — да, наставляемая — ещё нет")
    await head.taps("Открыть")
    await head.taps("Согласиться")
    await head.sees("Сейчас: идёт")
    await curator.sees("Шефство началось")
    await coordinator.sees("Шефство началось")

    await world.until(datetime(2026, 10, 6, 7, 0, tzinfo=UTC))
    for phone in (curator, head, coordinator):
        assert "Шефство закончится 20 октября 2026: Сад № 7" in digests(phone)[-1]
    await coordinator.taps("К шефству")
    await coordinator.taps("Завершить")
    await coordinator.taps("Цель достигнута")
    await coordinator.says("Сад ведёт программу сам.")
    await coordinator.sees("цель достигнута")
    await head.sees("Шефство завершено", "Сад ведёт программу сам.")
    await head.says("/menu")
    await taps_door(head, "Организация")
    await head.taps("Ещё…")
    await head.taps("Шефство")
    await head.sees("1. Школа № 1 → Сад № 7 — цель достигнута")

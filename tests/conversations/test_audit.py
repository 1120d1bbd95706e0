"""The self-audit: opened by the programme's days, reminded of, filled in by the head, seen by the coordinator."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from mentoring.roles import Role
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 30, 6, 0, tzinfo=UTC)
CRITERIA = 13


@pytest.mark.programme("kavkazsky", START)
async def test_heads_are_reminded_fill_it_in_and_the_coordinator_sees_the_sums(world: World) -> None:
    first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    head, _ = await world.member("Громов Олег Ильич", Role.HEAD, first)
    other, _ = await world.member("Зимин Иван Петрович", Role.HEAD, second)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, first)
    await head.presses_old(head.screens[-1].message_id, f"audit.fill:{first.id}")
    await head.sees("Самоаудит ещё не открыт")

    await world.until(datetime(2026, 11, 2, 7, 0, tzinfo=UTC))
    for phone, place in ((head, first), (other, second)):
        assert f"Самоаудит — до 31 декабря 2026: {place.name}" in digests(phone)[-1]
    await curator.never_sees("Самоаудит")
    await head.taps("Заполнить самоаудит")
    await head.taps("Заполнить")
    await head.taps("0")
    for _ in range(CRITERIA - 1):
        await head.taps("2")
    await head.says("Наставников стало вдвое больше.")
    await head.taps("Пропустить")
    await head.sees("Самоаудит заполнен: 24 из 26")
    await head.taps("Результат")
    await head.sees("Пока нет: Приказ и положение", "Сильные стороны: Куратор", "вдвое больше", "24 из 26")
    await head.taps("Документом")
    table = Document(BytesIO(head.documents[-1][1])).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Приказ и положение", "0 — пока нет"]
    assert len(table.rows) == CRITERIA + 1

    await coordinator.starts()
    await taps_door(coordinator, "Муниципалитет")
    await taps_door(coordinator, "Самоаудит")
    await coordinator.sees("Заполнили: 1 из 2", "1. Школа № 2 — ещё не заполнен", "2. Школа № 1 — 24 из 26")
    for phone in (coordinator, curator, mentor, other):
        await phone.presses_old(phone.screens[-1].message_id, f"audit.fill:{first.id}")
        await phone.toasted("недоступно")
    for phone in (mentor, other):
        await phone.presses_old(phone.screens[-1].message_id, f"audit.open:{first.id}")
        await phone.toasted("недоступно")

    await world.until(datetime(2026, 12, 17, 7, 0, tzinfo=UTC))
    for phone, times in ((head, 0), (other, 1)):
        assert ["Самоаудит" in text for text in digests(phone)[-1:]] == [times == 1]

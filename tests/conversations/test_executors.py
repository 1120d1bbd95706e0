"""Who stands for the executors of the programme: everybody with a fitting role, until somebody is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mentoring.access import Actor
from mentoring.roles import Category, Role
from services.desk import Desk
from services.executors import standing
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.mark.programme("kyzyl", START)
async def test_a_curator_and_a_coordinator_name_who_answers(world: World) -> None:
    school = await world.organisation()
    curator, anna = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    _, second = await world.member("Дубов Сергей Ильич", Role.CURATOR, school)
    mentor, teacher = await world.member("Серов Юрий Ильич", Role.MENTOR, school)
    await world.member("Лисова Ира", Role.MENTOR, school, category=Category.PUPIL)
    coordinator, olga = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    _, vera = await world.member("Сосновская Вера Ильинична", Role.COORDINATOR, None)

    async def behind(executor: str) -> set[int]:
        async with world.work() as work:
            found = await standing(Desk(work, world.machine.house, Actor(0, None), world.now), [school])
            return set(found.behind([executor], school))

    assert await behind("deputy-methods") == {anna.id, second.id}
    await taps_door(curator, "Исполнители")
    await curator.sees("Исполнители программы: Школа № 14", "3. Зам. директора по НМР — по роли")
    await curator.sees_no("Департамент по образованию")
    await curator.taps("3")
    await curator.sees("Зам. директора по НМР", "Кто за это отвечает?")
    assert "Ира Л." not in curator.screen.labels, "a pupil answers for nothing"
    await curator.taps("Юрий С.")
    assert "✓ Юрий С." in curator.screen.labels
    await curator.taps("К исполнителям")
    await curator.sees("3. Зам. директора по НМР — Юрий С.")
    assert await behind("deputy-methods") == {teacher.id}

    await mentor.presses_old(mentor.screens[-1].message_id, f"executors.of:{school.id}")
    await mentor.never_sees("Исполнители программы")
    await curator.presses_old(curator.screens[-1].message_id, "executors.of:0")
    await curator.never_sees("Департамент по образованию")

    await taps_door(coordinator, "Исполнители")
    await coordinator.sees("1. Департамент по образованию (ДпО) — по роли", "2. Городские методобъединения (ГМО)")
    await coordinator.taps("2")
    await coordinator.taps("Вера С.")
    assert await behind("associations") == {vera.id}
    assert await behind("department") == {olga.id, vera.id}
    await coordinator.taps("✓ Вера С.")
    assert await behind("associations") == {olga.id, vera.id}

    await world.until(world.now)
    async with world.work() as work:
        place = await work.memberships.find(teacher.id, school.id, Role.MENTOR)
        assert place is not None
        await work.memberships.leave(place.id)
    assert await behind("deputy-methods") == {anna.id, second.id}, "who has left answers for nothing any more"
    await curator.presses_old(
        curator.screens[-1].message_id, f"executor.put:{school.id}:deputy-methods:0:{teacher.id}:1"
    )
    await curator.toasted("назначить уже нельзя")


@pytest.mark.programme("kyzyl", START)
async def test_many_to_choose_from_stand_on_pages(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    for name in ("Алиева", "Белова", "Волкова", "Громова", "Дубова", "Ежова", "Жукова", "Зимина"):
        await world.member(f"{name} Яна Ильинична", Role.MENTOR, school)
    await taps_door(curator, "Исполнители")
    await curator.taps("3")
    assert len([label for label in curator.screen.labels if label.startswith(("Анна", "Яна"))]) == 6
    await curator.taps("›")
    await curator.taps("Яна З.")
    await curator.sees("Кто за это отвечает?")
    assert "✓ Яна З." in curator.screen.labels, "one stays on the page"

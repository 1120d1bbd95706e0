"""Somebody who leads more organisations than a phone has buttons chooses one page after the other."""

from __future__ import annotations

import pytest

from mentoring.roles import Role
from tests.conversations.world import World


@pytest.mark.parametrize(
    ("door", "there"),
    [
        ("documents.open", "Документы: Школа № 9"),
        ("reports.open", "Школа № 9"),
        ("recommendations.own", "Школа № 9"),
        ("organisation.own", "Школа № 9"),
        ("executors.own", "Школа № 9"),
    ],
)
async def test_the_ninth_is_on_the_next_page(world: World, door: str, there: str) -> None:
    schools = [await world.organisation(f"Школа № {number}") for number in range(1, 10)]
    curator, person = await world.member("Ветрова Анна Львовна", Role.CURATOR, schools[0])
    async with world.work() as work:
        for school in schools[1:]:
            await work.memberships.grant(person.id, school.id, Role.CURATOR)
    await curator.says("/menu")
    await curator.presses_old(curator.screen.message_id, door)
    await curator.sees("1. Школа № 1", "8. Школа № 8", "1 / 2")
    await curator.sees_no("Школа № 9")
    await curator.taps("›")
    await curator.sees("1. Школа № 9", "2 / 2")
    await curator.taps("1")
    await curator.sees(there)
    await curator.sees_no("2 / 2")

"""Random people do random things they see on their phones: what must never happen does not, whatever they do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from services.desk import House
from simulator.pictures import small_picture
from storage.engine import Database
from tests.conversations.hearing import Hearing
from tests.conversations.world import START, Here, World, house_of
from tests.properties.living import Living

VISITS = 6
"""How many take their phone a day."""
YEAR_ENDS = datetime(2027, 6, 1, tzinfo=UTC)
PROGRAMMES = ("tver-school-14", "kavkazsky", "kumtorkala", "kyzyl", "seversk")


class Quick(Here):
    """Draws nothing: loading what draws takes longer than the short run."""

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        if function.__module__ == "reports.documents" or function.__name__ == "picture":
            return small_picture()
        return await super().make(function, *arguments, rows=rows)


async def live(
    database: Database, monkeypatch: pytest.MonkeyPatch, seed: int, until: datetime, house: House, maker: Here
) -> Living:
    """A run of one seed, a few people a day; nothing of it stays open."""
    world = await World.open(database, START, house)
    world.maker = maker
    living = await Living.begin(world, Hearing.begin(monkeypatch), seed)
    try:
        await living.lives(until, visits=VISITS, steps=14)
    finally:
        await world.machine.close()
    return living


async def test_random_people_for_some_days(quick_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    house = house_of("tver-school-14", "mentoring_demo_bot")
    living = await live(quick_database, monkeypatch, 14, START + timedelta(days=9), house, Quick())
    assert living.witness.ugly == {}
    assert living.walkers.gestures > 200


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
async def test_random_people_for_a_year(quick_database: Database, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Each seed in a programme of its own; what was reached is printed."""
    house = house_of(PROGRAMMES[seed], "mentoring_demo_bot")
    living = await live(quick_database, monkeypatch, seed, YEAR_ENDS, house, Here())
    print("\n".join(f"{name}: {value}" for name, value in living.told().items()))
    assert living.witness.ugly == {}

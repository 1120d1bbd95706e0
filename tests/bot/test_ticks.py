"""What a tick costs when there is nothing to do: a duty rests until its moment, or until anything is written."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from bot import machine
from mentoring.people import OrganisationKind
from services.desk import Desk
from tests.conversations.world import World

HOUR = timedelta(hours=1)


class Duties:
    """Three duties that count how often they are asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: Counter[str] = Counter()
        monkeypatch.setattr(machine, "DUTIES", (self.idle, self.hourly, self.noting))

    async def idle(self, desk: Desk) -> datetime | None:
        self.asked["idle"] += 1
        return None

    async def hourly(self, desk: Desk) -> datetime | None:
        self.asked["hourly"] += 1
        return desk.now + HOUR

    async def noting(self, desk: Desk) -> datetime | None:
        """Notes how far it has come, as the digest does."""
        self.asked["noting"] += 1
        await desk.work.facts.set("noting", desk.now.isoformat())
        return desk.now + 2 * HOUR

    def taken(self) -> dict[str, int]:
        found, self.asked = dict(self.asked), Counter()
        return found


async def test_a_duty_rests_until_its_moment_or_until_something_is_written(
    any_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, duties = any_world, Duties(monkeypatch)
    every = {"idle": 1, "hourly": 1, "noting": 1}
    told = world.database.dialect == "sqlite"  # PostgreSQL has no number that tells of every write
    assert await world.machine.tick() == world.now + HOUR
    assert duties.taken() == every
    assert await world.machine.tick() == world.now + HOUR
    assert duties.taken() == ({} if told else every)
    world.passes_unlived(HOUR)
    await world.machine.tick()
    assert duties.taken() == ({"hourly": 1} if told else every)
    async with world.work() as work:
        await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")
    await world.machine.tick()
    assert duties.taken() == every
    world.passes_unlived(-HOUR)
    await world.machine.tick()
    assert duties.taken() == every, "the clock was set back"


async def test_what_another_process_writes_wakes_the_duties(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    duties = Duties(monkeypatch)
    await world.machine.tick()
    duties.taken()
    assert world.database.path is not None
    with sqlite3.connect(world.database.path) as beside:
        beside.execute("INSERT INTO settings (name, value) VALUES ('beside', '1')")
    beside.close()
    await world.machine.tick()
    assert duties.taken() == {"idle": 1, "hourly": 1, "noting": 1}


async def test_a_duty_that_fails_does_not_rest(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    duties = Duties(monkeypatch)

    async def failing(desk: Desk) -> datetime | None:
        duties.asked["failing"] += 1
        raise RuntimeError("in vain")

    monkeypatch.setattr(machine, "DUTIES", (failing, duties.idle))
    for _ in range(2):
        with pytest.raises(RuntimeError):
            await world.machine.tick()
    assert duties.taken() == {"failing": 2, "idle": 1}

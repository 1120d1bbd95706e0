"""Several processes on one PostgreSQL: whoever has the lead sends and ticks, and stops when it is lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.leading import lead, mind_the_clock
from storage.engine import Database


@dataclass
class Shared:
    """A database whose lead is had or not, look by look; afterwards it is as at the last look."""

    claims: list[bool]
    done: list[str] = field(default_factory=list)

    async def claim_leadership(self) -> bool:
        return self.claims.pop(0) if len(self.claims) > 1 else self.claims[0]

    async def do(self, over: asyncio.Event) -> None:
        self.done.append("begins")
        await over.wait()
        self.done.append("ends")


async def led(shared: Shared, begun: int) -> None:
    """Until the lead was taken so many times; then the process is told to stop."""
    stop = asyncio.Event()
    leading = asyncio.create_task(lead(cast(Database, shared), stop, shared.do, 0.001))
    async with asyncio.timeout(5):
        while shared.done.count("begins") < begun:  # noqa: ASYNC110 -- it is looked at from outside
            await asyncio.sleep(0.001)
        stop.set()
        await leading


async def test_who_does_not_lead_does_nothing() -> None:
    shared = Shared([False])
    stop = asyncio.Event()
    leading = asyncio.create_task(lead(cast(Database, shared), stop, shared.do, 0.001))
    await asyncio.sleep(0.02)
    stop.set()
    await leading
    assert shared.done == []


async def test_who_loses_the_lead_stops_and_takes_it_up_again() -> None:
    shared = Shared([False, True, True, True, False, False, True])
    await led(shared, 2)
    assert shared.done == ["begins", "ends"] * 2


async def test_it_ends_with_the_process() -> None:
    shared = Shared([True])
    await led(shared, 1)
    assert shared.done == ["begins", "ends"]


async def test_the_lead_is_kept_while_the_end_is_drained() -> None:
    shared = Shared([True])
    looks = 0

    async def counted() -> bool:
        nonlocal looks
        looks += 1
        return True

    async def slow(over: asyncio.Event) -> None:
        await over.wait()
        before = looks
        async with asyncio.timeout(5):
            while looks < before + 3:  # noqa: ASYNC110 -- they come by themselves
                await asyncio.sleep(0.001)

    shared.claim_leadership = counted  # type: ignore[method-assign]
    stop = asyncio.Event()
    leading = asyncio.create_task(lead(cast(Database, shared), stop, slow, 0.001))
    await asyncio.sleep(0.01)
    stop.set()
    await leading


async def test_a_clock_set_back_stops_no_round() -> None:
    noon = datetime(2026, 10, 25, 12, 0, tzinfo=UTC)
    shown = iter([noon, noon + timedelta(seconds=20), noon - timedelta(hours=3), noon - timedelta(hours=2)])
    over = asyncio.Event()

    def clock() -> datetime:
        now = next(shown)
        if now == noon - timedelta(hours=2):
            over.set()
        return now

    scheduler = AsyncIOScheduler(timezone="UTC")
    job = scheduler.add_job(over.set, "interval", hours=6, next_run_time=noon + timedelta(hours=1))
    scheduler.start(paused=True)
    await mind_the_clock(scheduler, over, seconds=0.001, clock=clock)
    scheduler.shutdown(wait=False)
    assert job.next_run_time == noon - timedelta(hours=3), "due at once, by the clock as it is now"

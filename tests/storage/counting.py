"""A counter in the database: whoever loses an increment is found out."""

from __future__ import annotations

import asyncio

from storage.engine import Database
from storage.work import Work
from tests.databases import NOW

COUNTER = "counter"


async def increment(work: Work) -> None:
    """Reads, lets others run, writes: two of these at once lose one unless transactions come one after the other."""
    await work.lock(17)
    value = int(await work.facts.get(COUNTER) or 0)
    await asyncio.sleep(0)
    await work.facts.set(COUNTER, str(value + 1))


async def many_increments(database: Database, times: int) -> None:
    for _ in range(times):
        async with database.write(NOW) as work:
            await increment(work)


async def counted(database: Database) -> int:
    async with database.read(NOW) as work:
        return int(await work.facts.get(COUNTER) or 0)

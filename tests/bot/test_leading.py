"""Two processes on one PostgreSQL: whoever has lost the lead stops talking."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import cast

from bot.serve import stay_leader
from storage.engine import Database
from storage.failures import DatabaseUnavailableError


@dataclass
class Shared:
    """A database that another process may have taken over; `away`: so many looks find it unreachable."""

    claims: list[bool]
    away: int = 0

    async def claim_leadership(self) -> bool:
        return self.claims.pop(0) if self.claims else False

    async def ping(self) -> None:
        if self.away:
            self.away -= 1
            raise DatabaseUnavailableError("away")


async def looks_until_it_ends(shared: Shared) -> None:
    stop = asyncio.Event()
    async with asyncio.timeout(5):
        await stay_leader(cast(Database, shared), stop, 0.001)
    assert stop.is_set()
    assert shared.claims == []


async def test_who_was_taken_over_ends() -> None:
    await looks_until_it_ends(Shared([True, True]))


async def test_a_database_that_is_away_is_waited_for_and_the_lead_taken_up_again() -> None:
    shared = Shared([False, False, False, True, True], away=2)
    await looks_until_it_ends(shared)
    assert shared.away == 0


async def test_it_ends_with_the_process() -> None:
    stop = asyncio.Event()
    watching = asyncio.create_task(stay_leader(cast(Database, Shared([True])), stop))
    await asyncio.sleep(0)
    stop.set()
    async with asyncio.timeout(5):
        await watching

"""What only PostgreSQL does: several replicas, of which one leads."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from tests.databases import KEY, NOW
from tests.storage.counting import counted, many_increments


async def test_a_lost_server_is_unavailable_and_comes_back(postgres_database: Database) -> None:
    kill = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
    with pytest.raises(DatabaseUnavailableError):
        async with postgres_database.write(NOW) as work:
            await work.connection.execute(kill)
    await many_increments(postgres_database, 1)
    assert await counted(postgres_database) == 1


async def test_a_persons_lock_makes_another_replica_wait(postgres_database: Database) -> None:
    order: list[str] = []

    async def second() -> None:
        async with postgres_database.write(NOW) as work:
            await work.lock(5)
            order.append("second")

    async with postgres_database.write(NOW) as work:
        await work.lock(5)
        waiting = asyncio.create_task(second())
        async with postgres_database.write(NOW) as third:
            await third.lock(6)
        order.append("first")
    await waiting
    assert order == ["first", "second"]


async def test_one_replica_leads_until_it_is_gone(postgres_database: Database, postgres_url: str) -> None:
    other = await Database.open(postgres_url, key=KEY)
    assert await postgres_database.claim_leadership()
    assert await postgres_database.claim_leadership()
    assert not await other.claim_leadership()
    assert (postgres_database.is_leader, other.is_leader) == (True, False)
    await postgres_database.close()
    assert await other.claim_leadership()
    await other.close()


async def test_a_leader_whose_connection_is_lost_finds_out(postgres_database: Database) -> None:
    assert await postgres_database.claim_leadership()
    holder = text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 2")
    async with postgres_database.write(NOW) as work:
        await work.connection.execute(holder)
    assert not await postgres_database.claim_leadership()
    assert not postgres_database.is_leader
    assert await postgres_database.claim_leadership()


async def test_an_announcement_is_heard_after_the_commit(postgres_database: Database) -> None:
    heard = asyncio.Event()
    await postgres_database.listen("outgoing", heard.set)
    async with postgres_database.write(NOW) as work:
        await work.announce("outgoing")
        assert not heard.is_set()
    async with asyncio.timeout(5):
        await heard.wait()

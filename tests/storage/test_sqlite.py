"""What only SQLite does: one process, one writer, which must not hold up the loop."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy import text

from storage import inline
from storage.engine import Database
from storage.failures import AlreadyRunningError, DatabaseUnavailableError
from storage.work import Work
from tests.databases import KEY, NOW
from tests.storage.counting import COUNTER, counted, many_increments


async def test_the_sqlite_writer_waits_for_another_process_without_holding_up_the_loop(
    sqlite_database: Database,
) -> None:
    assert sqlite_database.path
    other = sqlite3.connect(sqlite_database.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(many_increments(sqlite_database, 1))
    for _ in range(50):  # the loop goes round while the writer waits in its thread
        await asyncio.sleep(0)
    assert not writing.done()
    other.execute("COMMIT")
    other.close()
    await writing
    assert await counted(sqlite_database) == 1


async def test_a_database_that_stays_locked_is_unavailable(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite.WAIT", 0.05)
    database = await Database.open(sqlite_url, key=KEY)
    other = sqlite3.connect(str(database.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailableError, match="locked"):
        await many_increments(database, 1)
    other.close()
    await many_increments(database, 1)
    await database.close()


async def test_a_transaction_that_changes_nothing_waits_for_no_disk(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[str] = []
    in_thread = inline.InlineConnection.in_thread

    async def noting(self: inline.InlineConnection, work: Callable[[], None]) -> None:
        used.append(work.__name__)
        await in_thread(self, work)

    monkeypatch.setattr(inline.InlineConnection, "in_thread", noting)
    async with sqlite_database.write(NOW) as work:
        await work.facts.get(COUNTER)
    assert used == []
    await many_increments(sqlite_database, 1)
    assert used == ["commit"]


async def test_a_long_statement_leaves_the_loop_to_others(sqlite_database: Database) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT count(*) FROM n"
    async with sqlite_database.write(NOW) as work:
        watching = asyncio.create_task(others())
        assert await work.connection.scalar(text(f"SELECT {inline.LONG} ({numbers})")) == 300_000
        watching.cancel()
    assert turns > 10


async def test_a_connection_given_up_half_way_keeps_nobody_out(sqlite_database: Database) -> None:
    """As a handler's deadline does: a cursor that somebody still holds would keep the transaction open."""
    given_up = inline.InlineConnection(str(sqlite_database.path), wait=0)
    given_up.begin()
    cursor = sqlite3.Cursor(given_up)
    cursor.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
    given_up.close()
    await many_increments(sqlite_database, 1)
    del cursor


async def test_sqlite_is_as_safe_as_it_can_be(sqlite_database: Database) -> None:
    async def asked(work: Work, name: str) -> object:
        return await work.connection.scalar(text(f"PRAGMA {name}"))

    async with sqlite_database.write(NOW) as work:
        found = [await asked(work, name) for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")]
    assert found == ["wal", 2, 1, 1]


async def test_one_process_runs_on_sqlite_and_commands_work_beside_it(
    sqlite_database: Database, sqlite_url: str
) -> None:
    sqlite_database.claim_single_process()
    sqlite_database.claim_single_process()
    beside = await Database.open(sqlite_url, key=KEY)
    await many_increments(beside, 1)
    with pytest.raises(AlreadyRunningError):
        beside.claim_single_process()
    await sqlite_database.close()
    beside.claim_single_process()
    await beside.close()


async def test_sqlite_leads_by_itself(sqlite_database: Database) -> None:
    assert await sqlite_database.claim_leadership()
    assert sqlite_database.is_leader


async def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_ever(sqlite_database: Database) -> None:
    with pytest.raises(RuntimeError, match="inside"):
        async with sqlite_database.write(NOW):
            await many_increments(sqlite_database, 1)
    await many_increments(sqlite_database, 1)
    assert await counted(sqlite_database) == 1

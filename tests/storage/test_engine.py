"""Transactions: whole or not at all, one writer after the other."""

from __future__ import annotations

import asyncio
import random
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from storage.tables import settings
from tests.databases import KEY, NOW
from tests.storage.counting import COUNTER, counted, many_increments


async def failing(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.facts.set("lost", "yes")
        raise ZeroDivisionError


async def test_what_is_committed_stays_and_what_fails_leaves_nothing(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.facts.set("kept", "yes")
    with pytest.raises(ZeroDivisionError):
        await failing(database)
    async with database.read(NOW) as work:
        assert (await work.facts.get("kept"), await work.facts.get("lost")) == ("yes", None)


async def test_two_tasks_of_one_process_lose_no_increment(database: Database) -> None:
    await asyncio.gather(*(many_increments(database, 20) for _ in range(3)))
    assert await counted(database) == 60


async def test_two_processes_lose_no_increment(database: Database, database_url: str) -> None:
    """Two engines share no lock in memory: only the database keeps them apart."""
    other = await Database.open(database_url, key=KEY)
    await asyncio.gather(many_increments(database, 30), many_increments(other, 30))
    await other.close()
    assert await counted(database) == 60


async def test_a_reader_sees_one_moment_beside_a_writer(database: Database) -> None:
    async with database.read(NOW) as reader:
        assert await reader.facts.get(COUNTER) is None
        await many_increments(database, 1)
        assert await reader.facts.get(COUNTER) is None
    assert await counted(database) == 1


async def test_a_reader_can_not_write(database: Database) -> None:
    with pytest.raises(DatabaseUnavailableError if database.path else DBAPIError):
        async with database.read(NOW) as work:
            await work.facts.set("never", "yes")


async def test_a_broken_rule_of_the_tables_is_the_handlers_fault(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write(NOW) as work:
            await work.connection.execute(insert(settings), [{"name": "a", "value": "b"}] * 2)


async def test_a_cancelled_transaction_is_rolled_back_and_the_next_one_works(database: Database) -> None:
    inside = asyncio.Event()

    async def forever() -> None:
        async with database.write(NOW) as work:
            await work.facts.set("lost", "yes")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(forever())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await many_increments(database, 1)
    async with database.read(NOW) as work:
        assert (await work.facts.get("lost"), await work.facts.get(COUNTER)) == (None, "1")


async def test_transactions_cancelled_anywhere_are_whole_or_not_at_all(database: Database) -> None:
    """The commit may have won the race, but what was confirmed is there, and nothing is half there."""
    chance = random.Random(7)
    confirmed = 0

    async def add(number: int) -> None:
        nonlocal confirmed
        async with database.write(NOW) as work:
            await work.facts.set(f"a{number}", "1")
            await work.facts.set(f"b{number}", "1")
        confirmed += 1

    for number in range(40):
        task = asyncio.create_task(add(number))
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(chance.choice((0, 0, 0.0005)))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    async with database.read(NOW) as work:
        found = set((await work.connection.execute(select(settings.c.name))).scalars())
    first, second = ({name[1:] for name in found if name[0] == letter} for letter in "ab")
    assert first == second
    assert confirmed <= len(first) < 40
    await many_increments(database, 1)


async def test_a_missing_folder_is_made_and_memory_is_refused(tmp_path: Path) -> None:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/new/folder/a.db", key=KEY)
    await database.migrate(NOW)
    await database.close()
    assert stat.S_IMODE((tmp_path / "new/folder/a.db").stat().st_mode) == 0o600
    with pytest.raises(DatabaseUnavailableError, match="file"):
        await Database.open("sqlite+aiosqlite:///:memory:", key=KEY)


@pytest.mark.parametrize(
    "url",
    ["sqlite+aiosqlite:////proc/nowhere/a.db", "postgresql+asyncpg://u:s3cret@127.0.0.1:1/x", "not a url"],
)
async def test_what_can_not_be_opened_is_told_in_one_line_without_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailableError) as told:
        await Database.open(url, key=KEY)
    assert "\n" not in str(told.value)
    assert "s3cret" not in str(told.value)


@pytest.mark.parametrize("fault", [TimeoutError("deadline"), FileNotFoundError("chart.png"), KeyError("x")])
async def test_a_fault_of_the_work_is_not_the_databases(database: Database, fault: Exception) -> None:
    with pytest.raises(type(fault)):
        async with database.write(NOW):
            raise fault


async def test_postgresql_finds_a_schools_answers_by_index_as_on_a_disk_without_turning_parts(
    postgres_database: Database,
) -> None:
    async with postgres_database.read(NOW) as work:
        assert await work.connection.scalar(text("SHOW random_page_cost")) == "1.1"

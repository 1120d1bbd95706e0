"""SQLite whose statements and commits run in the loop's thread at once, for conversations, which are not about storage.

Hops to threads and greenlets cost ten times a statement: a third of the time of conversations. Tests of storage, of
processes and of everything that waits use the database as the bot opens it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.dialects import registry
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import sqlite
from storage.engine import Database
from storage.failures import telling
from storage.inline import InlineConnection, InlineDialect
from storage.types import Cipher


class AtOnceDialect(InlineDialect):
    """For SQLAlchemy's own engine, without greenlets."""

    driver = "atonce"
    supports_statement_cache = True
    is_async = False


registry.register("sqlite.atonce", __name__, AtOnceDialect.__name__)


class Writing(InlineConnection):
    """Nobody else is there to be held up, and the disk may wait."""

    def passes(self) -> None:
        """Nobody waits for a sign."""

    def waits(self, work: Callable[[], Any]) -> Any:
        return work()


class Reading(Writing):
    """One moment of the database, beside who writes."""

    def begin(self) -> None:
        self._plainly("BEGIN")


class _Connection(AsyncConnection):
    """What a `Work` is given; `scalar` and `scalars` call `execute`."""

    async def execute(self, statement: Any, parameters: Any = None, *, execution_options: Any = None) -> Any:
        return self.sync_connection.execute(statement, parameters, execution_options=execution_options)

    async def exec_driver_sql(self, statement: str, parameters: Any = None, execution_options: Any = None) -> Any:
        return self.sync_connection.exec_driver_sql(statement, parameters, execution_options)


class _Engine(AsyncEngine):
    _connection_cls = _Connection

    def __init__(self, engine: Engine) -> None:
        self.sync_engine = self._assign_proxied(engine)  # it would refuse one that is not asynchronous


class Quick(Database):
    """A transaction is begun and ended without leaving the task."""

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        with telling(self._name), engine.sync_engine.begin() as connection:
            yield _Connection(engine, connection)


def opened(url: str, key: bytes) -> Database:
    """`url`: of a migrated file; `key`: of its encrypted columns."""
    Cipher.use(key)
    parsed = make_url(url)
    path = Path(str(parsed.database))
    return Quick(parsed, _engine(path, Writing), _engine(path, Reading), path)


def _engine(path: Path, kind: type[Writing]) -> AsyncEngine:
    address = URL.create("sqlite+atonce", database=str(path))
    engine = create_engine(address, creator=lambda: kind(str(path), wait=sqlite.WAIT), poolclass=QueuePool)
    sqlite.tune(engine, query_only=kind is Reading)
    event.listen(engine, "connect", _no_waiting_for_the_disk)
    return _Engine(engine)


def _no_waiting_for_the_disk(connection: sqlite3.Connection, _record: Any) -> None:
    connection.cursor().execute("PRAGMA synchronous = OFF")

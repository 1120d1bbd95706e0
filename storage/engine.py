"""The database of the process: opened once, asked for one transaction at a time."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import postgres, sqlite
from storage.failures import DatabaseUnavailableError, telling
from storage.types import Cipher
from storage.work import Work

_log = logging.getLogger(__name__)
KEY_CHECK = "key_check"
"""The fact that holds its own name encrypted."""
_FORGET_AGAIN = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds until the log is to be emptied again, while somebody reads what was in it."""
_READ_ONLY = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

_PATIENTLY = text("SET LOCAL idle_in_transaction_session_timeout = '15min'")


class Database:
    """SQLite by default, PostgreSQL where several replicas share the work; alike to everybody who is given a `Work`."""

    def __init__(self, url: URL, writer: AsyncEngine, reader: AsyncEngine, path: Path | None) -> None:
        self.url = url
        self.path = path
        """The file of a SQLite database, None on PostgreSQL."""
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._writing_task: asyncio.Task[Any] | None = None
        self._forgetting: asyncio.Task[None] | None = None
        self._process = sqlite.LockFile(path, "run") if path else None
        self._leadership = postgres.Leadership(writer)
        self._listener = postgres.Listener(writer)

    @classmethod
    async def open(cls, url: str, *, key: bytes) -> Self:
        """Opens `url` (`sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`); makes a missing SQLite folder and file.

        key: the Fernet key of the encrypted columns, one a process. Raises DatabaseUnavailableError.
        """
        Cipher.use(key)
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise DatabaseUnavailableError("DATABASE_URL can't be read") from error
        if parsed.get_backend_name() == "sqlite":
            path = sqlite.prepare(parsed)
            await _empty_log(path)  # what a killed process had deleted
            database = cls(parsed, sqlite.writer(path), sqlite.reader(path), path)
        else:
            engine = postgres.engine(parsed)
            database = cls(parsed, engine, engine, None)
        try:
            await database.ping()
        except BaseException:
            await database.close()
            raise
        return database

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._writer.dialect.name

    @property
    def _name(self) -> str:
        return f"SQLite at {self.path}" if self.path else f"PostgreSQL at {self.url.host or self.url.query.get('host')}"

    @asynccontextmanager
    async def write(self, now: datetime) -> AsyncIterator[Work]:
        """THE transaction: committed at the end, rolled back by any exception.

        On SQLite it waits for the writer before it; never open a second one inside, never await the network in it.
        Raises DatabaseUnavailableError where the database, not the work in it, failed: nothing was stored.
        Where the work `forgets`, SQLite's log is emptied after the commit.
        """
        async with self._one_writer(), self._transaction(self._writer) as connection:
            work = Work(connection, now)
            yield work
        if work.forgets and self.path is not None:
            await self._forget(self.path)

    @asynccontextmanager
    async def read(self, now: datetime, *, patiently: bool = False) -> AsyncIterator[Work]:
        """A read-only transaction that sees one moment of the database, beside writers. Errors as in `write`.

        patiently: between two statements minutes may pass, for somebody else works on what was read.
        """
        async with self._transaction(self._reader) as connection:
            if self.path is None:
                await connection.execute(_READ_ONLY)
                if patiently:
                    await connection.execute(_PATIENTLY)
            yield Work(connection, now)

    @asynccontextmanager
    async def _one_writer(self) -> AsyncIterator[None]:
        if self.path is None:
            yield
            return
        task = asyncio.current_task()
        if self._writing_task is task:
            raise RuntimeError("a second write transaction inside the first one would wait for itself for ever")
        async with self._writing:
            self._writing_task = task
            try:
                yield
            finally:
                self._writing_task = None

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        with telling(self._name):
            async with AsyncExitStack() as stack:
                with telling(self._name, connecting=True):
                    connection = await stack.enter_async_context(engine.begin())
                yield connection

    async def ping(self) -> None:
        """Raises DatabaseUnavailableError where no statement gets through."""
        with telling(self._name, connecting=True):
            async with self._reader.connect() as connection:
                await connection.execute(text("SELECT 1"))

    async def migrate(self, now: datetime) -> None:
        """Brings the tables to this version, under a lock, and checks the key.

        Raises UnreadableError if the database was written with another one, NewerDatabaseError if by a newer bot.
        """
        from storage.migrations.steps import upgrade

        with telling(self._name, connecting=True):
            await upgrade(self.url)
        async with self.write(now) as work:
            known = await work.facts.settle(KEY_CHECK, Cipher.encrypt(KEY_CHECK).decode())
        Cipher.decrypt(known.encode())

    def claim_single_process(self) -> None:
        """Refuses a second `run` on one SQLite database (AlreadyRunningError). Commands beside it need no claim."""
        if self._process:
            self._process.take()

    async def claim_leadership(self) -> bool:
        """Whether this replica sends and ticks; to be asked again every two seconds, or the lead is lost.

        On SQLite there is one replica, so it leads.
        """
        return True if self.path else await self._leadership.claim()

    @property
    def is_leader(self) -> bool:
        """What the last `claim_leadership` found, if that was some seconds ago at most."""
        return True if self.path else self._leadership.held

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Calls `heard()` at each `work.announce(channel)` of any replica, until the connection is lost: poll as well.

        Does nothing on SQLite, where everything happens in one process.
        """
        if self.path is None:
            await self._listener.listen(channel, heard)

    async def stop_listening(self) -> None:
        """Hears nothing any more."""
        await self._listener.close()

    async def forget_deleted(self) -> None:
        """After an erasure: empties SQLite's write-ahead log, where deleted text would stay readable."""
        if self.path is None:
            return
        with telling(self._name):
            async with self._writing:
                await asyncio.to_thread(sqlite.truncate_log, self.path)

    async def _forget(self, path: Path) -> None:
        """At once if nobody reads older pages, else as soon as nobody does; the transaction stands in any case."""
        async with self._writing:
            emptied = await _empty_log(path)
        if not emptied and (self._forgetting is None or self._forgetting.done()):
            self._forgetting = asyncio.create_task(self._forget_later(path), name="empty the log")

    async def _forget_later(self, path: Path) -> None:
        for pause in chain(_FORGET_AGAIN, repeat(_FORGET_AGAIN[-1])):
            await asyncio.sleep(pause)
            async with self._writing:
                if await _empty_log(path):
                    return

    async def close(self) -> None:
        if self._forgetting is not None:
            self._forgetting.cancel()
        await self._listener.close()
        await self._leadership.release()
        await self._reader.dispose()
        await self._writer.dispose()
        if self._process:
            self._process.release()


async def _empty_log(path: Path) -> bool:
    """Whether SQLite's log is empty now; never waits for readers, never raises."""
    try:
        return await asyncio.to_thread(sqlite.truncate_log, path, 0.0)
    except sqlite3.Error as error:
        _log.warning("the log of the database could not be emptied; it is tried again", exc_info=error)
        return False

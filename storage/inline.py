"""A SQLite connection whose statements run in the event loop's own thread.

A statement on a local file takes some 10 µs, a hop to another thread and back ten times that. So statements run in
place, and only what may really wait goes to a thread: BEGIN IMMEDIATE while another process writes, COMMIT, which waits
for the disk, and statements marked `LONG`. Six statements and their commit took 1.3 ms so, 3.6 ms through aiosqlite.
The class has the shape of `aiosqlite.Connection` as far as SQLAlchemy uses it (given as `async_creator`).
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

BEGIN_WRITE = "BEGIN IMMEDIATE"
LONG = "/* long */"
"""Stands after SELECT in a statement that reads much at once: it runs in the connection's thread."""
_LONG = f"SELECT {LONG}"
T = TypeVar("T")


class InlineCursor:
    """`aiosqlite.Cursor` without the thread."""

    __slots__ = ("_connection", "_cursor")

    def __init__(self, connection: InlineConnection, cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor

    async def __aenter__(self) -> InlineCursor:
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        return self._cursor.arraysize

    @arraysize.setter
    def arraysize(self, value: int) -> None:
        self._cursor.arraysize = value

    async def execute(self, sql: str, parameters: Sequence[Any] | None = None) -> InlineCursor:
        if sql == BEGIN_WRITE:
            await self._connection.begin_write()
        elif sql.startswith(_LONG):
            await self._connection.in_thread(partial(self._cursor.execute, sql, parameters or ()))
        else:
            self._cursor.execute(sql, parameters or ())
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> InlineCursor:
        self._cursor.executemany(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()


class InlineConnection:
    """`aiosqlite.Connection` without its thread; used by one task at a time (the engine's writer lock sees to it)."""

    def __init__(self, path: str, *, wait: float) -> None:
        self._wait_ms = int(wait * 1000)
        self._connection: sqlite3.Connection | None = sqlite3.connect(
            path, timeout=0, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite-commit")
        self._changes_before = 0

    @property
    def raw(self) -> sqlite3.Connection:
        if self._connection is None:
            raise sqlite3.OperationalError("connection closed")
        return self._connection

    def cursor(self) -> InlineCursor:
        return InlineCursor(self, self.raw.cursor())

    async def create_function(self, *args: Any, **options: Any) -> None:
        self.raw.create_function(*args, **options)

    async def begin_write(self) -> None:
        """At once if nobody writes; else in the thread, for at most `wait` seconds."""
        try:
            self.raw.execute(BEGIN_WRITE)
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY:
                raise
            await self.in_thread(self._begin_patiently)
        self._changes_before = self.raw.total_changes

    def _begin_patiently(self) -> None:
        self.raw.execute(f"PRAGMA busy_timeout = {self._wait_ms}")
        try:
            self.raw.execute(BEGIN_WRITE)
        finally:
            self.raw.execute("PRAGMA busy_timeout = 0")

    async def commit(self) -> None:
        """What changed nothing waits for no disk."""
        if self.raw.in_transaction and self.raw.total_changes == self._changes_before:
            self.raw.commit()
        elif self.raw.in_transaction:
            await self.in_thread(self.raw.commit)

    async def rollback(self) -> None:
        self.raw.rollback()

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:
        self._thread.shutdown(wait=True)
        if self._connection is not None:
            # A statement cut short may still be held by a traceback: closed alone, the connection would stay in the
            # file with its transaction and keep every other writer out.
            self._connection.rollback()
            self._connection.close()
            self._connection = None

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Even when the caller is cancelled, the connection is given back only after the thread has let go of it."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait({future})
            raise

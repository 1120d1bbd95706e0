"""A SQLite connection whose statements run in the event loop's own thread, and the dialect that begins on it.

A statement on a local file takes some 10 µs, a hop to another thread and back ten times that. So statements run in
place, and only what may really wait goes to a thread: BEGIN IMMEDIATE while another process writes, COMMIT, which waits
for the disk, and statements marked `LONG`. Six statements and their commit took 1.3 ms so at most, aiosqlite 3.6.
SQLAlchemy calls all this within a greenlet of an `AsyncConnection`, where `await_` waits.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import await_

DRIVER = "sqlite+inline"
"""Of the URL of an engine whose `creator` makes an `InlineConnection`."""
BEGIN_WRITE = "BEGIN IMMEDIATE"
LONG = "/* long */"
"""Stands after SELECT in a statement that reads much at once: it runs in the connection's thread."""
_LONG = f"SELECT {LONG}"
T = TypeVar("T")


class InlineDialect(SQLiteDialect_aiosqlite):
    """SQLAlchemy's, except that the connection itself begins: a statement by an event made each other one dearer."""

    driver = "inline"
    supports_statement_cache = True
    supports_server_side_cursors = False

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.begin()


registry.register("sqlite.inline", __name__, InlineDialect.__name__)


class InlineCursor(sqlite3.Cursor):
    """Takes in all rows with the statement: one that is not read to its end keeps its transaction open."""

    _rows: Iterator[Any] = iter(())

    def execute(self, sql: str, parameters: Any = ()) -> InlineCursor:
        connection = cast(InlineConnection, self.connection)
        if sql.startswith(_LONG):
            connection.waits(partial(self._run, sql, parameters))
        else:
            self._run(sql, parameters)
            connection.passes()
        return self

    def _run(self, sql: str, parameters: Any) -> None:
        super().execute(sql, parameters)
        self._rows = iter(super().fetchall())

    def executemany(self, sql: str, parameters: Iterable[Any]) -> InlineCursor:
        super().executemany(sql, parameters)
        cast(InlineConnection, self.connection).passes()
        return self

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        return list(islice(self._rows, self.arraysize if size is None else size))

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    async def _async_soft_close(self) -> None:
        """SQLAlchemy asks for this after each statement; the rows are all here."""


class _Nothing:
    """What is awaited where nothing waits: SQLAlchemy refuses a statement that never did."""

    def __await__(self) -> Generator[Any, Any, None]:
        yield from ()


_NOTHING = _Nothing()


class InlineConnection(sqlite3.Connection):
    """What SQLAlchemy takes for a driver's connection; used by one task at a time (the writer's lock sees to it)."""

    def __init__(self, path: str, *, wait: float) -> None:
        super().__init__(path, timeout=0, isolation_level=None, check_same_thread=False, cached_statements=512)
        self._wait_ms = int(wait * 1000)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite-commit")
        self._changes_before = 0

    def cursor(self, *_: Any) -> InlineCursor:  # type: ignore[override]  # sqlite3 lets a caller choose the class
        return super().cursor(InlineCursor)

    def begin(self) -> None:
        """At once if nobody writes; else in the thread, for at most `wait` seconds."""
        try:
            self._plainly(BEGIN_WRITE)
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY:
                raise
            self.waits(self._begin_patiently)
        self._changes_before = self.total_changes

    def _begin_patiently(self) -> None:
        self._plainly(f"PRAGMA busy_timeout = {self._wait_ms}")
        try:
            self._plainly(BEGIN_WRITE)
        finally:
            self._plainly("PRAGMA busy_timeout = 0")

    def _plainly(self, sql: str) -> None:
        """Outside SQLAlchemy's greenlet, too."""
        sqlite3.Cursor(self).execute(sql)

    def commit(self) -> None:
        """What changed nothing waits for no disk."""
        if self.in_transaction and self.total_changes == self._changes_before:
            super().commit()
        elif self.in_transaction:
            self.waits(super().commit)

    def close(self) -> None:
        """Closing what is closed does no harm."""
        self._thread.shutdown(wait=True)
        try:
            # A statement cut short may still be held by a traceback: closed alone, the connection would stay in the
            # file with its transaction and keep every other writer out.
            self.rollback()
        except sqlite3.ProgrammingError:
            return
        super().close()

    terminate = close

    def passes(self) -> None:
        """After a statement that ran in place."""
        await_(_NOTHING)

    def waits(self, work: Callable[[], T]) -> T:
        """The caller's greenlet goes on when the thread has done `work`."""
        return await_(self.in_thread(work))

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Even when the caller is cancelled, the connection is given back only after the thread has let go of it."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait({future})
            raise

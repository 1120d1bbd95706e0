"""The engines for SQLite: one writer in the loop's thread, readers in their own; the lock files beside the database."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.failures import AlreadyRunningError, DatabaseUnavailableError
from storage.inline import DRIVER, InlineConnection

WAIT = 5.0
"""Seconds to wait while another process (a command beside the running bot) writes."""
_PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY")


def prepare(url: URL) -> Path:
    """Makes the folder if it is missing and turns on WAL, which stays with the file; gives the file's path.

    What is made is for the owner alone; SQLite gives its log the rights of the file.
    """
    if not url.database or ":memory:" in url.database:
        raise DatabaseUnavailableError("SQLite needs a file: the bot's readers and its writer are separate connections")
    path = Path(url.database).absolute()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        connection = sqlite3.connect(path, timeout=WAIT)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnavailableError(f"SQLite at {path}: {error}") from error
    return path


def writer(path: Path) -> AsyncEngine:
    """An engine of one connection; each of its transactions begins with BEGIN IMMEDIATE."""

    def connect() -> InlineConnection:
        return InlineConnection(str(path), wait=WAIT)

    engine = create_async_engine(URL.create(DRIVER, database=str(path)), creator=connect, pool_size=1, max_overflow=0)
    tune(engine.sync_engine)
    return engine


def reader(path: Path) -> AsyncEngine:
    """An engine of read-only connections that hold up neither the loop nor the writer."""
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        connect_args={"timeout": WAIT, "isolation_level": None},
        pool_size=3,
        max_overflow=5,
    )
    tune(engine.sync_engine, query_only=True)

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def tune(engine: Engine, *, query_only: bool = False) -> None:
    """How every connection of `engine` keeps the file; `query_only`: it reads and nothing else."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        if query_only:
            cursor.execute("PRAGMA query_only = ON")
        cursor.close()


class LockFile:
    """An advisory lock on a small file beside the database; the system drops it however the process ends."""

    def __init__(self, database: Path, name: str) -> None:
        self._path = database.with_name(f"{database.name}.{name}.lock")
        self._handle: int | None = None

    def take(self) -> None:
        """Raises AlreadyRunningError where another process has it. Taking it twice is harmless."""
        if self._handle is not None:
            return
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise AlreadyRunningError(str(self._path)) from error
        self._handle = handle

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def companions(path: Path) -> tuple[Path, ...]:
    """SQLite's own files beside a database."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def truncate_log(path: Path, wait: float = WAIT) -> bool:
    """Writes the log back into the file and empties it; waits so many seconds for readers of older pages.

    Whether it is empty now: while somebody still reads older pages, nothing is lost and nothing forgotten.
    """
    connection = sqlite3.connect(path, timeout=wait)
    try:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    return not busy

"""Copies of a whole database, each one SQLite file whatever database it was taken of, and databases filled from one.

So a copy needs no tools of the server's own version, can be looked into, and carries a bot from SQLite to PostgreSQL.
What is encrypted in the database is encrypted in the copy; the key is not in it.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic.script import ScriptDirectory
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import URL, Connection, Table, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import sqlite
from storage.copying import copy_rows
from storage.engine import KEY_CHECK
from storage.failures import AlreadyRunningError, NewerDatabaseError, telling
from storage.migrations.steps import configuration, migrating_engine, upgrade
from storage.postgres import APPLICATION
from storage.tables import metadata, settings
from storage.types import UnreadableError

_HEADER = b"SQLite format 3\x00"
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = :name AND pid <> pg_backend_pid()"
)
_SNAPSHOT = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


class BrokenBackupError(Exception):
    """The file is no copy of this bot's database, or a damaged one; the text is one short reason for the operator."""


class OccupiedError(Exception):
    """Something is there already that would be lost."""


def _sqlite_url(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))


async def take(url: URL, path: Path, *, replace: bool = False) -> None:
    """Copies the migrated database at `url` into the file `path`, whole or not at all, while others go on writing.

    The file is for its owner alone, and checked before it gets its name. Raises OccupiedError if it exists (unless
    `replace`) or is the database itself, OSError of the folder, DatabaseUnavailableError, BrokenBackupError.
    """
    _refuse_to_lose(url, path, replace)
    with _draft_of(path) as draft:
        if url.get_backend_name() == "sqlite":
            await asyncio.to_thread(_vacuum_into, _file_of(url), draft)
        else:
            await _from_postgres(url, draft)
        await asyncio.to_thread(_examine, draft)
        await asyncio.to_thread(_name, draft, path)


async def check(path: Path, key: bytes) -> str:
    """The migration step that a copy stands at, once it was found whole and readable with `key`.

    Raises BrokenBackupError, NewerDatabaseError, UnreadableError, OSError.
    """
    step, check_of_key = await asyncio.to_thread(_examine, path)
    try:
        Fernet(key).decrypt(check_of_key)
    except InvalidToken as error:
        raise UnreadableError("the copy was made with another ENCRYPTION_KEY") from error
    return step


async def restore(url: URL, path: Path, key: bytes, *, force: bool = False) -> None:
    """Fills the database at `url` with the copy at `path`, brought to this version; all or nothing.

    Raises what `check` raises; OccupiedError where the database holds anything (unless `force`: that is lost then),
    AlreadyRunningError while the bot runs on it, DatabaseUnavailableError.
    """
    await check(path, key)
    if url.get_backend_name() == "sqlite":
        await _into_sqlite(url, path, force)
    else:
        await _into_postgres(url, path, force)


# --- a file -----------------------------------------------------------------------------------------------------------


def _file_of(url: URL) -> Path:
    return Path(url.database or "").absolute()


def _filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _refuse_to_lose(url: URL, path: Path, replace: bool) -> None:
    itself = url.get_backend_name() == "sqlite" and _file_of(url) == path.absolute()
    if itself or (_filled(path) and not replace):
        raise OccupiedError(str(path))


@contextmanager
def _draft_of(path: Path) -> Iterator[Path]:
    """An empty file beside `path` for the owner alone; gone at the end, unless it was given its name."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield draft
    finally:
        for left in (draft, *sqlite.companions(draft)):
            left.unlink(missing_ok=True)


def _name(draft: Path, path: Path) -> None:
    """On the disk first, and then under its name."""
    for written in (draft, draft.parent):
        handle = os.open(written, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if written == draft:
            draft.replace(path)


def _vacuum_into(database: Path, draft: Path, *, read_only: bool = False) -> None:
    """One moment of the database with its log, without the pages that were given free."""
    address = f"{database.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=sqlite.WAIT)) as connection:
            connection.execute("VACUUM INTO ?", (str(draft),))
    except sqlite3.Error as error:
        raise BrokenBackupError(str(error)) from error


def _examine(path: Path) -> tuple[str, bytes]:
    """The copy's step and its check of the key."""
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise BrokenBackupError("no SQLite file")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return _read_marks(connection)
    except sqlite3.Error as error:
        raise BrokenBackupError(str(error)) from error


def _read_marks(connection: sqlite3.Connection) -> tuple[str, bytes]:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise BrokenBackupError(str(found))
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise BrokenBackupError("rows are missing")
    step = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    marked = connection.execute("SELECT value FROM settings WHERE name = ?", (KEY_CHECK,)).fetchone()
    if step is None or marked is None:
        raise BrokenBackupError("no database of this bot")
    known = {one.revision for one in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if step[0] not in known:
        raise NewerDatabaseError(f"the copy is at step {step[0]}, which this version of the bot does not know")
    return str(step[0]), str(marked[0]).encode()


# --- PostgreSQL into a file -------------------------------------------------------------------------------------------


async def _from_postgres(url: URL, draft: Path) -> None:
    await upgrade(_sqlite_url(draft))
    source, target = migrating_engine(url), migrating_engine(_sqlite_url(draft))
    try:
        with telling("PostgreSQL", connecting=True):
            async with source.connect() as reading, target.begin() as writing:
                await reading.execute(_SNAPSHOT)
                await writing.execute(settings.delete())
                await copy_rows(reading, writing)
    finally:
        await _dispose(source, target)


# --- a file into a database -------------------------------------------------------------------------------------------


async def _into_sqlite(url: URL, path: Path, force: bool) -> None:
    target = _file_of(url)
    with _draft_of(target) as draft:
        lock = sqlite.LockFile(target, "run")
        lock.take()
        try:
            if not force and _filled(target) and await _occupied(url):
                raise OccupiedError(str(target))
            await asyncio.to_thread(_vacuum_into, path, draft, read_only=True)
            await upgrade(_sqlite_url(draft))
            await asyncio.to_thread(_put_in_place, draft, target)
        finally:
            lock.release()
    sqlite.prepare(url)


def _put_in_place(draft: Path, target: Path) -> None:
    """The old log goes before the old file does, and is empty by then: at every moment one of the two is whole."""
    if _filled(target):
        try:
            emptied = sqlite.truncate_log(target)
        except sqlite3.Error:
            emptied = True  # a damaged file is what a copy is restored for
        if not emptied:
            raise AlreadyRunningError(str(target))
        for left in sqlite.companions(target):
            left.unlink(missing_ok=True)
    _name(draft, target)


async def _into_postgres(url: URL, path: Path, force: bool) -> None:
    if not force and await _occupied(url):
        raise OccupiedError(str(url.host or url.query.get("host")))
    with telling("PostgreSQL", connecting=True):
        await upgrade(url)
    with tempfile.TemporaryDirectory(prefix="mentoring-restore-") as folder:
        draft = Path(folder) / "copy.db"
        await asyncio.to_thread(_vacuum_into, path, draft, read_only=True)
        await upgrade(_sqlite_url(draft))
        source, target = migrating_engine(_sqlite_url(draft)), migrating_engine(url)
        try:
            with telling("PostgreSQL", connecting=True):
                async with source.connect() as reading, target.begin() as writing:
                    await _refuse_while_running(writing)
                    await writing.execute(text(f"TRUNCATE {', '.join(metadata.tables)}"))
                    await copy_rows(reading, writing)
        finally:
            await _dispose(source, target)


async def _refuse_while_running(connection: AsyncConnection) -> None:
    if await connection.scalar(_OTHERS, {"name": APPLICATION}):
        raise AlreadyRunningError("the bot is connected to this database")


async def _occupied(url: URL) -> bool:
    """Whether anything but facts about the database itself is stored there."""
    engine = migrating_engine(url)
    try:
        with telling(url.get_backend_name(), connecting=True):
            async with engine.connect() as connection:
                tables = await connection.run_sync(_made)
                for table in tables:
                    if table is not settings and await connection.scalar(select(func.count()).select_from(table)):
                        return True
    finally:
        await engine.dispose()
    return False


def _made(connection: Connection) -> list[Table]:
    names = set(inspect(connection).get_table_names())
    return [table for table in metadata.sorted_tables if table.name in names]


async def _dispose(*engines: AsyncEngine) -> None:
    for engine in engines:
        await engine.dispose()

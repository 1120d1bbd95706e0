"""A copy is one moment of a whole database, taken while others write; a database made of it is the same one."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import URL, LargeBinary, make_url, select, type_coerce

from mentoring.people import OrganisationKind
from storage import backup
from storage.backup import BrokenBackupError, OccupiedError
from storage.engine import Database
from storage.failures import AlreadyRunningError, DatabaseUnavailableError, NewerDatabaseError
from storage.migrations.steps import downgrade, is_current
from storage.tables import metadata
from storage.types import EncryptedText, UnreadableError
from tests.databases import KEY, NOW
from tests.storage.counting import counted, many_increments


async def stored(database: Database) -> Mapping[str, list[tuple[Any, ...]]]:
    """Every row of every table, what is encrypted as it is."""
    found = {}
    async with database.read(NOW) as work:
        for table in metadata.sorted_tables:
            columns = [
                type_coerce(column, LargeBinary) if isinstance(column.type, EncryptedText) else column
                for column in table.columns
            ]
            rows = [tuple(row) for row in await work.connection.execute(select(*columns))]
            found[table.name] = sorted(rows, key=repr)
    return found


async def with_people(database: Database, *names: str) -> None:
    async with database.write(NOW) as work:
        await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")
        for number, name in enumerate(names, 1):
            await work.chats.start(number, "ru")
            await work.people.add(name, telegram_id=number)


async def opened(url: URL) -> Database:
    return await Database.open(url.render_as_string(hide_password=False), key=KEY)


@pytest.fixture
async def copy(sqlite_database: Database, tmp_path: Path) -> Path:
    """A copy of a small database."""
    await with_people(sqlite_database, "Анна", "Борис")
    await backup.take(sqlite_database.url, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def another(folder: Path) -> URL:
    """A SQLite database that is not there yet."""
    return URL.create("sqlite+aiosqlite", database=str(folder / "new" / "mentoring.db"))


async def test_a_copy_is_taken_while_others_write(database: Database, tmp_path: Path) -> None:
    await with_people(database, "Анна", "Борис")
    writing = asyncio.create_task(many_increments(database, 50))
    await asyncio.sleep(0)
    await backup.take(database.url, tmp_path / "copy.db")
    await writing
    assert await counted(database) == 50
    with closing(sqlite3.connect(tmp_path / "copy.db")) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM people ORDER BY id")]
    assert names == ["Анна", "Борис"]
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".*"))


async def test_what_comes_back_is_what_was_there(database: Database, tmp_path: Path) -> None:
    await with_people(database, "Анна", "Борис", "Вера")
    async with database.write(NOW) as work:
        await work.people.erase(3)
    before = await stored(database)
    await backup.take(database.url, tmp_path / "copy.db")
    async with database.write(NOW) as work:
        await work.people.add("Лишняя")
    await database.close()
    with pytest.raises(OccupiedError):
        await backup.restore(database.url, tmp_path / "copy.db", KEY)
    await backup.restore(database.url, tmp_path / "copy.db", KEY, force=True)
    again = await opened(database.url)
    assert await stored(again) == before
    async with again.write(NOW) as work:
        assert (await work.people.add("Глеб")).id == 4, "ids are not given again"
    await again.close()


async def test_an_older_copy_is_migrated(database: Database, tmp_path: Path) -> None:
    await with_people(database, "Анна")
    await backup.take(database.url, tmp_path / "copy.db")
    await downgrade(URL.create("sqlite+aiosqlite", database=str(tmp_path / "copy.db")), "0001")
    assert await backup.check(tmp_path / "copy.db", KEY) == "0001"
    await database.close()
    await backup.restore(database.url, tmp_path / "copy.db", KEY, force=True)
    assert await is_current(database.url)
    again = await opened(database.url)
    async with again.read(NOW) as work:
        assert await work.people.count() == 1
    await again.close()
    assert await backup.check(tmp_path / "copy.db", KEY) == "0001", "the copy stays as it was"


async def test_an_empty_place_needs_no_force(copy: Path, postgres_url: str, tmp_path: Path) -> None:
    for url in (another(tmp_path), make_url(postgres_url)):
        await backup.restore(url, copy, KEY)
        made = await opened(url)
        async with made.read(NOW) as work:
            assert await work.people.count() == 2
        await made.close()
        with pytest.raises(OccupiedError):
            await backup.restore(url, copy, KEY)


async def test_nothing_is_restored_under_a_running_bot(copy: Path, database: Database) -> None:
    database.claim_single_process()
    await database.claim_leadership()
    before = await stored(database)
    with pytest.raises(AlreadyRunningError):
        await backup.restore(database.url, copy, KEY, force=True)
    assert await stored(database) == before


async def test_a_newer_copy_is_refused(copy: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NewerDatabaseError, match="9999"):
        await backup.restore(another(tmp_path), copy, KEY)
    assert not (tmp_path / "new").exists()


async def test_another_key_is_refused(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        await backup.restore(another(tmp_path), copy, Fernet.generate_key())


async def test_what_is_no_whole_copy_is_refused(copy: Path, tmp_path: Path) -> None:
    content = copy.read_bytes()
    cut = tmp_path / "cut.db"
    cut.write_bytes(content[: len(content) // 2])
    holed = tmp_path / "holed.db"
    holed.write_bytes(content[:8192] + bytes(16384) + content[24576:])
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE something (id INTEGER)")
    text_file = tmp_path / "notes.txt"
    text_file.write_text("no database")
    for file in (cut, holed, other, text_file):
        with pytest.raises(BrokenBackupError):
            await backup.restore(another(tmp_path), file, KEY)
    assert not (tmp_path / "new").exists()


async def test_a_restore_that_fails_halfway_leaves_what_was_there(
    copy: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with database.write(NOW) as work:
        await work.people.add("Глеб")
    before = await stored(database)
    await database.close()
    failing = AsyncMock(side_effect=OSError("no space left on device"))
    monkeypatch.setattr(backup, "upgrade" if database.path else "copy_rows", failing)
    with pytest.raises((OSError, DatabaseUnavailableError)):
        await backup.restore(database.url, copy, KEY, force=True)
    again = await opened(database.url)
    assert await stored(again) == before
    await again.close()


async def test_nothing_is_overwritten_by_a_copy(sqlite_database: Database, copy: Path) -> None:
    path = sqlite_database.path
    assert path is not None
    before = copy.read_bytes()
    for where in (copy, path):
        with pytest.raises(OccupiedError):
            await backup.take(sqlite_database.url, where)
    assert copy.read_bytes() == before
    await many_increments(sqlite_database, 1)
    await backup.take(sqlite_database.url, copy, replace=True)
    assert copy.read_bytes() != before
    with pytest.raises(OccupiedError):
        await backup.take(sqlite_database.url, path, replace=True)

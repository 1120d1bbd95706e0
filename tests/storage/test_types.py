"""What is stored is encrypted, aware and forgotten where it has to be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import insert, select, text
from sqlalchemy.exc import StatementError

from storage.engine import Database
from storage.tables import organisations, parked
from storage.types import Cipher, UnreadableError
from storage.work import Work
from tests.databases import KEY, NOW


async def test_encrypted_text_is_not_to_be_found_in_the_files(sqlite_database: Database) -> None:
    assert sqlite_database.path
    secret = "Ребёнку трудно в классе"
    async with sqlite_database.write(NOW) as work:
        await work.connection.execute(insert(parked).values(bot=1, reason="x", body=secret, parked_at=NOW))
    async with sqlite_database.read(NOW) as work:
        assert await work.connection.scalar(select(parked.c.body)) == secret
    stored = b"".join(path.read_bytes() for path in sqlite_database.path.parent.iterdir())
    assert secret.encode() not in stored


async def test_encrypted_text_is_bytes_on_postgres(postgres_database: Database) -> None:
    async with postgres_database.write(NOW) as work:
        await work.connection.execute(insert(parked).values(bot=1, reason="x", body="тайна", parked_at=NOW))
        raw = await work.connection.scalar(text("SELECT body FROM parked"))
        assert "тайна".encode() not in raw
        assert Cipher.decrypt(raw) == "тайна"


async def test_deleted_text_leaves_the_files(sqlite_database: Database) -> None:
    assert sqlite_database.path
    name = "Имярек Удалённый"
    async with sqlite_database.write(NOW) as work:
        person = await work.people.add(name)
    async with sqlite_database.write(NOW) as work:
        await work.people.erase(person.id)
    await sqlite_database.forget_deleted()
    stored = b"".join(path.read_bytes() for path in sqlite_database.path.parent.iterdir())
    assert name.encode() not in stored


async def test_another_key_is_refused(database: Database, database_url: str) -> None:
    other = await Database.open(database_url, key=Fernet.generate_key())
    try:
        with pytest.raises(UnreadableError):
            await other.migrate(NOW)
    finally:
        await other.close()
        Cipher.use(KEY)


async def test_times_come_back_aware_and_in_utc(database: Database) -> None:
    vladivostok = datetime(2026, 10, 5, 19, 30, tzinfo=timezone(timedelta(hours=10)))
    async with database.write(vladivostok) as work:
        await work.connection.execute(
            insert(organisations).values(name="Школа", search="школа", kind="school", zone="UTC", created_at=work.now)
        )
        stored = await work.connection.scalar(select(organisations.c.created_at))
    assert stored == vladivostok
    assert stored.tzinfo is UTC


@pytest.mark.parametrize("how", ["now", "value"])
async def test_naive_times_are_refused(database: Database, how: str) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises((ValueError, StatementError), match="naive"):
        async with database.write(naive if how == "now" else NOW) as work:
            await work.connection.execute(insert(parked).values(bot=1, reason="x", body="y", parked_at=naive))


async def test_ids_are_never_given_again(database: Database) -> None:
    async def add(work: Work) -> int:
        return (await work.people.add("Кто-то")).id

    async with database.write(NOW) as work:
        first = await add(work)
        await work.people.erase(first)
    async with database.write(NOW) as work:
        assert await add(work) > first

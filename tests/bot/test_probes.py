"""What `doctor` finds when it looks at a real database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.health import DatabaseState
from bot.keys import load_or_create_key
from bot.probes import database_state
from bot.settings import load_settings
from storage.engine import Database


async def test_a_database_that_a_newer_version_has_migrated_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "mentoring.db"
    settings = load_settings(tmp_path / "none.env", {"DATABASE_URL": f"sqlite+aiosqlite:///{file}"})
    assert await database_state(settings) == DatabaseState(reachable=True, writable=True)
    database = await Database.open(settings.database_url, key=load_or_create_key(settings, settings.data_dir))
    await database.migrate(datetime(2026, 9, 1, tzinfo=UTC))
    await database.close()
    assert await database_state(settings) == DatabaseState(reachable=True, writable=True, migrated=True)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert await database_state(settings) == DatabaseState(reachable=True, writable=True, newer=True)

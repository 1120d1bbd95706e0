"""Opening the database that the settings name, for `run` and for the commands alike."""

from __future__ import annotations

from sqlalchemy import make_url

from bot.clock import wall_clock
from bot.keys import load_or_create_key
from bot.settings import Settings
from storage import sqlite
from storage.engine import Database


async def open_database(settings: Settings) -> Database:
    """The database of the settings, with its key. Raises SettingsError and DatabaseUnavailableError."""
    if settings.sqlite_path is not None:
        # First of all: a folder that can't be written is the database's trouble, though the key lies there too.
        sqlite.prepare(make_url(settings.database_url))
    return await Database.open(settings.database_url, key=load_or_create_key(settings, settings.data_dir))


async def open_migrated(settings: Settings) -> Database:
    """The same, brought to this version. Raises UnreadableError and NewerDatabaseError besides."""
    database = await open_database(settings)
    try:
        await database.migrate(wall_clock())
    except BaseException:
        await database.close()
        raise
    return database

"""What `doctor` asks of the database and the programme; it changes nothing and makes nothing."""

from __future__ import annotations

from bot.clock import wall_clock
from bot.doctor import Run
from bot.health import DatabaseState
from bot.keys import load_or_create_key
from bot.settings import Settings
from programmes.load import load_programme
from storage.engine import Database
from storage.failures import NewerDatabaseError
from storage.migrations.steps import is_current
from storage.rights import lacking


async def database_state(settings: Settings) -> DatabaseState:
    """How the database of the settings is; a SQLite file that does not exist yet is made at the first start."""
    path = settings.sqlite_path
    if path is not None and not path.exists():
        return DatabaseState(True, writable=True)
    database: Database | None = None
    try:
        database = await Database.open(settings.database_url, key=load_or_create_key(settings, settings.data_dir))
        migrated = await is_current(database.url)
        async with database.write(wall_clock()) as work:
            await work.lock(0)
            missing = await lacking(work.connection, to_migrate=not migrated)
    except NewerDatabaseError:
        return DatabaseState(True, writable=True, newer=True)
    except Exception as error:
        return DatabaseState(database is not None, reason=type(error).__name__)
    finally:
        if database is not None:
            await database.close()
    return DatabaseState(True, writable=not missing, migrated=migrated, lacks=missing)


def programme_run(settings: Settings) -> Run:
    """The programme's title and years, moved to the school year of the settings; raises DefinitionErrors where it
    can't be read."""
    found = load_programme(settings.programme)
    if settings.school_year is not None:
        found = found.for_school_year(settings.school_year)
    return Run(found.title.ru, found.years.first, found.years.whole.last)

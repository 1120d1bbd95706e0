"""Runs the steps in one transaction, under a lock, on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, event, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage import kept_counts
from storage.failures import NewerDatabaseError
from storage.inline import BEGIN_WRITE
from storage.postgres import LOCK_SPACE, MIGRATION
from storage.views import ANSWERS_VIEW

_DROP_VIEW = "DROP VIEW IF EXISTS answers_v"
"""Neither database changes a column that a view shows, so the view stands aside during the steps."""
_WAIT = 60.0
"""Seconds to wait for a process that is migrating or writing."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings without a file of its own; `env.py` beside this module runs on `connection`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


async def upgrade(url: URL) -> None:
    """Brings the database up to this version; whoever comes second waits, and finds it done.

    Raises NewerDatabaseError where a newer version of the bot has been here.
    """
    await _run(url, _upgrade)


async def downgrade(url: URL, to: str = "base") -> None:
    """Takes the database back to a step, by default to an empty one. The view comes again with the next upgrade."""
    await _run(url, lambda connection: _downgrade(connection, to))


def _upgrade(connection: Connection) -> None:
    config = configuration(connection)
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    _refuse_newer(scripts, current)
    _stand_aside(connection)
    command.upgrade(config, "head")
    connection.execute(text(ANSWERS_VIEW))
    kept_counts.count_anew(connection)


def _refuse_newer(scripts: ScriptDirectory, current: str | None) -> None:
    if current is not None and current not in {step.revision for step in scripts.walk_revisions()}:
        raise NewerDatabaseError(f"the database is at step {current}, which this version of the bot does not know")


def _stand_aside(connection: Connection) -> None:
    """Takes away what reads or writes columns that the steps may change."""
    for statement in (_DROP_VIEW, *kept_counts.removed(connection.dialect.name)):
        connection.execute(text(statement))


def _downgrade(connection: Connection, to: str) -> None:
    _stand_aside(connection)
    command.downgrade(configuration(connection), to)


async def _run(url: URL, steps: Callable[[Connection], None]) -> None:
    engine = migrating_engine(url)
    try:
        async with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text("SET LOCAL lock_timeout = 0"))
                await connection.execute(
                    text("SELECT pg_advisory_xact_lock(:space, :lock)"),
                    {"space": LOCK_SPACE, "lock": MIGRATION},
                )
            await connection.run_sync(steps)
            if connection.dialect.name == "sqlite":
                await connection.run_sync(_check_references)
    finally:
        await engine.dispose()


def migrating_engine(url: URL) -> AsyncEngine:
    """An engine without a pool for work on whole tables; on SQLite it waits long and leaves references unchecked."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, poolclass=NullPool)
    engine = create_async_engine(url, poolclass=NullPool, connect_args={"timeout": _WAIT, "isolation_level": None})

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        # References stay unchecked until the end, since a table is changed on SQLite by copying and dropping it.
        connection.exec_driver_sql(BEGIN_WRITE)

    return engine


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        raise RuntimeError(f"the migration would break references in {tables}: nothing was changed")


async def is_current(url: URL) -> bool:
    """Whether the database is at this version's last step; changes nothing. Raises NewerDatabaseError as `upgrade`."""
    engine = migrating_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_at_head)
    finally:
        await engine.dispose()


def _at_head(connection: Connection) -> bool:
    scripts = ScriptDirectory.from_config(configuration(connection))
    current = MigrationContext.configure(connection).get_current_revision()
    _refuse_newer(scripts, current)
    return current == scripts.get_current_head()

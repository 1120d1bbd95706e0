"""Every step goes up, down and up again, and ends where `storage/tables` says."""

from __future__ import annotations

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.engine import Database
from storage.failures import NewerDatabaseError
from storage.migrations.steps import configuration, downgrade, upgrade
from storage.tables import metadata
from tests.databases import KEY, NOW

STEPS = [step.revision for step in ScriptDirectory.from_config(configuration()).walk_revisions()]


def names(connection: Connection) -> set[str]:
    found = inspect(connection)
    return {*found.get_table_names(), *found.get_view_names()} - {"alembic_version", "sqlite_sequence"}


async def test_stairway(database: Database) -> None:
    """The fixture is at the top; each step is taken back and up again, then all the way down."""
    for before in [*STEPS[1:], "base"]:
        await downgrade(database.url, before)
        await upgrade(database.url)
        await downgrade(database.url, before)
    async with database.read(NOW) as work:
        assert await work.connection.run_sync(names) == set()
    await upgrade(database.url)
    async with database.read(NOW) as work:
        assert await work.connection.run_sync(names) == {*metadata.tables, "answers_v"}


async def test_no_step_gives_ids_of_deleted_rows_again(sqlite_database: Database) -> None:
    """A table that SQLite made anew on the way would have lost its AUTOINCREMENT."""
    wanted = {name for name, table in metadata.tables.items() if table.dialect_options["sqlite"]["autoincrement"]}
    for before in [*STEPS[1:], "base"]:
        await downgrade(sqlite_database.url, before)
        await upgrade(sqlite_database.url)
    async with sqlite_database.read(NOW) as work:
        made = await work.connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        assert {name for name, sql in made if "AUTOINCREMENT" in sql} == wanted


async def test_models_equal_migrations(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        return [difference for difference in found if "alembic_version" not in str(difference)]

    async with database.write(NOW) as work:
        assert await work.connection.run_sync(differences) == []


async def test_indices_constraints_and_the_view_are_there(database: Database) -> None:
    async with database.write(NOW) as work:
        indices = await work.connection.run_sync(lambda c: {i["name"] for i in inspect(c).get_indexes("memberships")})
        checks = await work.connection.run_sync(
            lambda c: {i["name"] for i in inspect(c).get_check_constraints("consents")}
        )
        assert await work.connection.scalar(text("SELECT count(*) FROM answers_v")) == 0
    assert {"uq_memberships_municipality", "ix_memberships_organisation_role"} <= indices
    assert checks == {"ck_consents_person_or_response"}


async def test_several_replicas_may_start_at_once(database: Database, database_url: str) -> None:
    await downgrade(database.url)
    replicas = [await Database.open(database_url, key=KEY) for _ in range(3)]
    await asyncio.gather(*(replica.migrate(NOW) for replica in replicas))
    for replica in replicas:
        await replica.close()
    async with database.read(NOW) as work:
        assert await work.people.count() == 0


async def test_a_newer_database_is_refused(database: Database) -> None:
    async with database.write(NOW) as work:
        await work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="9999"):
        await database.migrate(NOW)

"""Fixtures that every test may take."""

from tests.databases import (
    database,
    database_url,
    postgres_database,
    postgres_server,
    postgres_url,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)
from tests.worlds import any_world, world

__all__ = [
    "any_world",
    "database",
    "database_url",
    "postgres_database",
    "postgres_server",
    "postgres_url",
    "sqlite_database",
    "sqlite_template",
    "sqlite_url",
    "world",
]

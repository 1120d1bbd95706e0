"""Fixtures that every test may take, and the order that keeps both workers busy to the end."""

import gc
from pathlib import Path

import pytest

import tests.lightly  # noqa: F401 -- before anything imports aiogram
from tests.databases import (
    database,
    database_url,
    postgres_database,
    postgres_server,
    postgres_url,
    quick_database,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)
from tests.worlds import any_world, without_mondays, world

__all__ = [
    "any_world",
    "database",
    "database_url",
    "postgres_database",
    "postgres_server",
    "postgres_url",
    "quick_database",
    "sqlite_database",
    "sqlite_template",
    "sqlite_url",
    "without_mondays",
    "world",
]

# Thousands of short tests leave little garbage in cycles; looking for it took a twelfth of the time.
gc.set_threshold(100_000, 50, 100)

LONGEST_FIRST = ("year", "campaigns", "durability", "browser", "contracts", "properties")
"""Folders whose single tests take tens of seconds: begun last, one of them would keep a worker alone."""
HEAVY_FILES = ("test_failures.py", "test_english.py", "test_access_to_answers.py")
"""Files of other folders whose single tests do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests first; within a folder the order stays."""
    here = Path(__file__).parent

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        if item.path.name in HEAVY_FILES:
            return 0
        return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=place)

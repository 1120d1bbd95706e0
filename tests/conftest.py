"""Fixtures that every test may take, and the order that keeps both workers busy to the end."""

import gc
from pathlib import Path

import pytest

FIXTURES = ("tests.databases", "tests.worlds")
# Thousands of short tests leave little garbage in cycles; looking for it took a twelfth of the time.
gc.set_threshold(100_000, 50, 100)

LONGEST_FIRST = ("year", "campaigns", "durability", "browser", "contracts", "properties")
"""Folders whose single tests take tens of seconds: begun last, one of them would keep a worker alone."""
HEAVY_FILES = ("test_failures.py", "test_english.py", "test_access_to_answers.py")
"""Files of other folders whose single tests do."""


def pytest_configure(config: pytest.Config) -> None:
    """The fixtures; not in a process that only deals out tests to others: importing them takes seconds."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        return
    import tests.lightly  # noqa: F401 -- before anything imports aiogram

    for name in FIXTURES:
        config.pluginmanager.import_plugin(name)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: it is not looked through again and again for garbage."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests first; within a folder the order stays."""
    here = Path(__file__).parent

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        if item.path.name in HEAVY_FILES:
            return 0
        return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=place)

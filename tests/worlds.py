"""Fixtures of conversations: `world` on SQLite (quick), `any_world` on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from storage.engine import Database
from tests.databases import share_compiled, without_threads

if TYPE_CHECKING:
    from tests.conversations.world import World


@pytest.fixture
async def world(sqlite_database: Database) -> AsyncIterator[World]:
    async for made in _world(share_compiled(await without_threads(sqlite_database))):
        yield made


@pytest.fixture
async def any_world(database: Database) -> AsyncIterator[World]:
    async for made in _world(database):
        yield made


@pytest.fixture
def without_mondays(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weekly summaries: over the months of a story about something else they are most of what happens."""
    from bot import machine
    from services.weekly_summary import weekly_summary

    kept = tuple(duty for duty in machine.DUTIES if duty is not weekly_summary)
    assert len(kept) == len(machine.DUTIES) - 1
    monkeypatch.setattr(machine, "DUTIES", kept)


async def _world(database: Database) -> AsyncIterator[World]:
    from tests.conversations.world import World  # aiogram takes seconds to import; few tests need it

    made = await World.open(database)
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()

"""Fixtures of conversations: `world` on SQLite (quick), `any_world` on both databases, `lines` of the log."""

from __future__ import annotations

import io
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from storage.engine import Database

if TYPE_CHECKING:
    from tests.conversations.world import World


@pytest.fixture
async def world(request: pytest.FixtureRequest, quick_database: Database) -> AsyncIterator[World]:
    """Tver's, or that of `@pytest.mark.programme(name, start=START)`, whose dates are those of the school year 2026."""
    marker = request.node.get_closest_marker("programme")
    async for made in _world(quick_database, *(marker.args if marker else ())):
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


async def _world(
    database: Database, programme: str | None = None, start: datetime | None = None
) -> AsyncIterator[World]:
    from tests.conversations.world import START, World, house_of  # aiogram takes seconds to import; few tests need it

    house = house_of(programme, "mentoring_bot", school_year=2026) if programme else None
    made = await World.open(database, start or START, house)
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Everything that is logged, as the process would write it at INFO."""
    from bot.logs import OneLine

    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)

"""Every step that ever landed takes a database full of people up to this version and loses nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, MetaData, select

from bot.demo_life import live
from bot.demo_town import town
from mentoring.participation import Participation
from mentoring.periods import Span
from services import summary
from services.desk import Desk, House
from storage.engine import Database
from storage.migrations.steps import downgrade, upgrade
from tests.conversations.world import house_of
from tests.storage.test_migrations import STEPS

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KEPT_ANEW = {"answer_counts"}
"""Counted from the answers by the step that brings it, so its rows are not those of before."""
Rows = Mapping[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]


def rows(connection: Connection) -> Rows:
    """By table: its columns and rows, as they lie there."""
    found = MetaData()
    found.reflect(connection)
    return {
        name: (tuple(table.columns.keys()), [tuple(row) for row in connection.execute(select(table))])
        for name, table in found.tables.items()
        if name not in {"alembic_version", *KEPT_ANEW}
    }


def only(columns: tuple[str, ...], of: tuple[tuple[str, ...], list[tuple[Any, ...]]]) -> Counter[str]:
    places = [of[0].index(name) for name in columns]
    return Counter(repr([row[place] for place in places]) for row in of[1])


async def look(database: Database) -> Rows:
    async with database.write(NOW) as work:
        return await work.connection.run_sync(rows)


async def participated(database: Database, house: House, chat: int) -> Participation:
    """What a curator's summary of the quarter says of meetings and answers."""
    async with database.read(NOW) as work:
        desk = Desk(work, house, await work.chats.actor(chat), NOW)
        seen = await summary.view(desk, (await summary.choices(desk))[0].id)
        return (await summary.numbers(desk, seen, summary.last(desk, seen, Span.QUARTER))).participation


async def test_every_landed_version_is_brought_up_with_its_data(database: Database) -> None:
    house = house_of("kyzyl", "mentoring_bot", school_year=2026)
    people = town(house.programme, NOW.date())
    await live(database, house, people, NOW)
    told = await participated(database, house, people.staff[0].chat)
    for step in STEPS[1:]:
        await downgrade(database.url, step)
        before = await look(database)
        await upgrade(database.url)
        after = await look(database)
        assert sum(len(found) for _, found in before.values()) > 500
        for name, old in before.items():
            assert set(old[0]) <= set(after[name][0]), f"{name} of {step} has lost a column"
            assert only(old[0], after[name]) == only(old[0], old), f"rows of {name} changed since {step}"
        assert await participated(database, house, people.staff[0].chat) == told

"""A school whose bot is fed with anything: nothing may be a fault, and whoever said something gets an answer."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import select

from messaging.render import DEAD_CELL
from simulator.chats import Person
from storage.tables import parked
from tests.conversations.entries import buttons
from tests.conversations.failing_school import FailingSchool
from tests.conversations.hearing import Hearing
from tests.conversations.world import World
from tests.databases import quick

ASKED = ("message", "callback_query")
"""Kinds that get an answer; what is edited gets one where it matters, and what happens to people gets none."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A school as a file: who has a phone there, and callback data that its buttons carry."""

    path: Path
    people: tuple[int, ...]
    presses: tuple[str, ...]

    @classmethod
    async def build(cls, path: Path) -> Stored:
        """Fill the migrated database at `path`."""
        world = await World.open(quick(f"sqlite+aiosqlite:///{path}"))
        school = await FailingSchool.open(world)
        people = tuple(world.telegram.world.chats)
        await world.machine.close()
        return cls(path, people, callback_data(school))

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[World]:
        """A world of its own on a copy, with everybody's phone."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "mentoring.db"
            shutil.copy(self.path, path)
            world = await World.open(quick(f"sqlite+aiosqlite:///{path}"))
            for number in self.people:
                world.telegram.add(Person(number, f"Person {number}"))
                world.telegram.chat(number).started = True
            try:
                yield world
            finally:
                await world.machine.close()


def callback_data(school: FailingSchool) -> tuple[str, ...]:
    """What every button may carry there, three of each name at most."""
    return tuple(data for each in buttons() for data in each.presses(school.ids)[:3])


@dataclass
class Feeding:
    """Gives raw updates to the bot of `world`, and tells what was wrong with what it did."""

    world: World
    hearing: Hearing
    number: int = 1_000_000

    @classmethod
    def begin(cls, world: World, monkeypatch: pytest.MonkeyPatch) -> Feeding:
        return cls(world, Hearing.begin(monkeypatch))

    async def feed(self, updates: Sequence[Any]) -> None:
        """All in one batch, numbered unless they bring a number of their own; then everything is sent."""
        batch = []
        for update in updates:
            self.number += 1
            batch.append({"update_id": self.number, **update} if isinstance(update, dict) else update)
        before = len(self.hearing.said)
        machine = self.world.machine
        await machine.intake.take(batch)
        await self.world.settle()
        silent = [raw for raw in batch if not self._answered(raw, before)]
        assert silent == [], f"no word to {silent}"

    async def faults(self) -> list[str]:
        """Updates that were put aside though they can be read, and messages that Telegram refused."""
        async with self.world.work() as work:
            rows = (await work.connection.execute(select(parked))).all()
        wrong = [f"{row.reason}: {row.body}\n{row.traceback}" for row in rows if _readable(row.body)]
        dead = self.world.machine.vitals.messages_dead
        return wrong + ([f"{dead} messages were refused"] if dead else [])

    def _answered(self, raw: Any, before: int) -> bool:
        """Whether whoever said or pressed something in private heard something."""
        if not (isinstance(raw, dict) and _readable(json.dumps(raw, default=str))):
            return True  # an apology, by another way
        update = Update.model_validate(raw)
        if update.event_type not in ASKED or (update.callback_query and update.callback_query.data == DEAD_CELL):
            return True
        message = update.message or (update.callback_query.message if update.callback_query else None)
        if message is None or message.chat.type != "private" or message.chat.id not in self.world.telegram.world.chats:
            return True
        return any(each.replies for each in self.hearing.said[before:] if each.chat == message.chat.id)


def _readable(body: str) -> bool:
    """Whether aiogram reads it: then nothing is a reason to put it aside. What is nameless or erased has no body."""
    raw = json.loads(body) if body else None
    try:
        return isinstance(raw, dict) and bool(Update.model_validate(raw).event_type)
    except Exception:
        return False

"""A place where an operator types commands: a folder with perhaps a `.env`, its database, and the bot's processes."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

from tests.durability.process import PATIENCE, BotProcess, Nursery

RUSSIAN = {"LC_ALL": "ru_RU.UTF-8"}
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and all it wrote."""

    code: int
    output: str

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()

    def line(self, code: int) -> str:
        """The one line that it wrote, having failed with this code."""
        assert self.code == code, self.output
        assert len(self.lines) == 1, self.output
        assert "Traceback" not in self.output
        return self.lines[0]


@dataclass(slots=True)
class Shell:
    """Commands over one SQLite database (or what `environment` says), each a process with fresh settings."""

    nursery: Nursery
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.folder / "mentoring.db"

    @property
    def url(self) -> str:
        return f"sqlite+aiosqlite:///{self.database}"

    async def runs(self, *arguments: str, **environment: str) -> Ended:
        """`python -m bot …`, to its end."""
        log = self.folder / f"command-{next(_NUMBERS)}.log"
        settings = {"DATABASE_URL": self.url, "LOG_LEVEL": "WARNING"}
        pid = await self.nursery.start(arguments, RUSSIAN | settings | self.environment | environment, log, {})
        waiting = asyncio.create_task(self.nursery.wait(pid))
        _, late = await asyncio.wait([waiting], timeout=PATIENCE)
        if late:
            os.kill(pid, signal.SIGKILL)
        return Ended(await waiting, log.read_text(encoding="utf-8"))

    async def succeeds(self, *arguments: str, **environment: str) -> list[str]:
        """The lines of a command that does what it is asked."""
        ended = await self.runs(*arguments, **environment)
        assert ended.code == 0, ended.output
        return ended.lines

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What another program reads with plain sqlite3."""
        with sqlite3.connect(self.database) as connection:
            return connection.execute(query, values).fetchall()


@dataclass
class Served(BotProcess):
    """A bot with more in its environment than every trial gives it."""

    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | RUSSIAN | self.extra


@asynccontextmanager
async def running(bot: BotProcess) -> AsyncIterator[BotProcess]:
    """The bot serves within; at the end it stops as it is told to."""
    await bot.start()
    yield bot
    assert await bot.stop() == 0, bot.log()


async def get(url: str) -> tuple[int, str]:
    """Status and body."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()

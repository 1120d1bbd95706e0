"""The simulator as a process, for a measurement, and what a bot has to know to find it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.telegram import DEFAULT_TOKEN
from tests.bench.crowd import PATIENCE
from tests.bench.processes import running
from tests.durability.process import free_port


@asynccontextmanager
async def telegram(folder: Path, *arguments: str) -> AsyncIterator[str]:
    """A simulator with these arguments until the block ends; gives its address."""
    port, log = free_port(), folder / "simulator.log"
    async with running("simulator", "--lax", "--port", str(port), *arguments, environment={}, log=log):
        async with asyncio.timeout(PATIENCE):
            while not re.search(rb"^ready ", log.read_bytes(), re.MULTILINE):  # noqa: ASYNC110 -- another process
                await asyncio.sleep(0.02)
        yield f"http://127.0.0.1:{port}"


def environment(url: str, database: Path) -> dict[str, str]:
    """What a bot process reads: this Telegram and this SQLite file."""
    return {
        "BOT_TOKEN": DEFAULT_TOKEN,
        "TELEGRAM_API_URL": url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "LOG_LEVEL": "WARNING",
    }

"""A Telegram over HTTP in the test's process, and the bot beside it as a process of its own."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from simulator.server import address_of, serve
from simulator.telegram import Telegram
from tests.durability.process import BotProcess, Nursery, Plain


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    made = Telegram()
    yield made
    await made.close()


@pytest.fixture
async def api_url(telegram: Telegram) -> AsyncIterator[str]:
    runner = await serve(telegram, port=0)
    yield address_of(runner)
    await runner.cleanup()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
async def bot(nursery: Nursery, telegram: Telegram, api_url: str, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """Started by fork, so that a restart costs no seconds of imports."""
    made = BotProcess(nursery, api_url, telegram.token, tmp_path)
    yield made
    await made.close()


@pytest.fixture
async def plain_bot(telegram: Telegram, api_url: str, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """`python -m bot run`."""
    made = BotProcess(Plain(), api_url, telegram.token, tmp_path)
    yield made
    await made.close()


@pytest.fixture
def seed() -> int:
    """Printed when a trial fails; DURABILITY_SEED repeats it."""
    chosen = int(os.environ.get("DURABILITY_SEED") or secrets.randbelow(10_000))
    print(f"DURABILITY_SEED={chosen}")
    return chosen

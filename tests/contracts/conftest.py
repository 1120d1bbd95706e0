"""A Telegram over HTTP, a shell beside it, and a bot as a process over the same folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from simulator.telegram import Telegram
from tests.contracts.shell import Served, Shell
from tests.databases import KEY
from tests.durability.conftest import api_url, nursery, telegram
from tests.durability.process import Nursery

__all__ = ["api_url", "nursery", "telegram"]


@pytest.fixture
def bare_shell(nursery: Nursery, tmp_path: Path) -> Shell:
    """An empty folder, no token."""
    return Shell(nursery, tmp_path)


@pytest.fixture
def shell(bare_shell: Shell, sqlite_url: str) -> Shell:
    """Beside a migrated database without people."""
    assert bare_shell.url == sqlite_url
    bare_shell.environment["ENCRYPTION_KEY"] = KEY.decode()
    return bare_shell


@pytest.fixture
def connected(bare_shell: Shell, telegram: Telegram, api_url: str) -> Shell:
    """An empty folder with the token of the simulator's bot; with `shell`, beside its database."""
    bare_shell.environment |= {"BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": api_url, "SENDING_RATE": "0"}
    return bare_shell


@pytest.fixture
async def bot(shell: Shell, telegram: Telegram, api_url: str) -> AsyncIterator[Served]:
    """Over the shell's database."""
    made = Served(shell.nursery, api_url, telegram.token, shell.folder, extra=dict(shell.environment))
    yield made
    await made.close()

"""The bot as a process of its own: started, waited for at /ready, killed, told to stop."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until something is taken to be broken; nothing waits that long where all is well."""

MAGIC = "сломайся"
"""The text at which the handler of a nursery's child raises, if it is told to."""


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Launcher(ABC):
    """A way to start a command of the bot as a process."""

    @abstractmethod
    async def start(
        self, arguments: Sequence[str], environment: dict[str, str], log: Path, trouble: dict[str, Any]
    ) -> int:
        """The process id. `trouble`: what is to break inside, see `nursery`."""

    @abstractmethod
    async def wait(self, pid: int) -> int:
        """How it ended: its exit code, or minus the signal."""


class Plain(Launcher):
    """`python -m bot …`, as an operator starts it."""

    def __init__(self) -> None:
        self._running: dict[int, asyncio.subprocess.Process] = {}

    async def start(
        self, arguments: Sequence[str], environment: dict[str, str], log: Path, trouble: dict[str, Any]
    ) -> int:
        if trouble:
            raise ValueError("only the nursery makes trouble inside the bot")
        command = (sys.executable, "-m", "bot", *arguments)
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=output
            )
        self._running[process.pid] = process
        return process.pid

    async def wait(self, pid: int) -> int:
        return await self._running.pop(pid).wait()


class Nursery(Launcher):
    """Children of one process that has imported the bot already (see `nursery`); it serves many tests."""

    def __init__(self) -> None:
        command = (sys.executable, "-m", "tests.durability.nursery")
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    async def start(
        self, arguments: Sequence[str], environment: dict[str, str], log: Path, trouble: dict[str, Any]
    ) -> int:
        order = {"arguments": arguments, "environment": environment, "log": str(log), "trouble": trouble}
        return await asyncio.to_thread(self._ask, f"start {json.dumps(order)}")

    async def wait(self, pid: int) -> int:
        return await asyncio.to_thread(self._ask, f"wait {pid}")

    async def imported(self, *modules: str) -> int:
        """How many of them the bot imports when it starts."""
        return await asyncio.to_thread(self._ask, f"imported {' '.join(modules)}")

    def close(self) -> None:
        """Its input ends, and so does it."""
        self._process.communicate()

    def _ask(self, line: str) -> int:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the nursery has no pipes")
        print(line, file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())


@dataclass(slots=True)
class BotProcess:
    """One bot over one database; at most one process of it runs."""

    launcher: Launcher
    api_url: str
    token: str
    folder: Path
    trouble: dict[str, Any] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    pid: int = 0
    settings: dict[str, str] = field(default_factory=dict)
    """What differs from a bot that polls over a SQLite file."""

    @property
    def database(self) -> Path:
        return self.folder / "mentoring.db"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "BOT_TOKEN": self.token,
            "TELEGRAM_API_URL": self.api_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "SENDING_RATE": "0",
            "HEALTH_LISTEN": f"127.0.0.1:{self.port}",
            "LOG_LEVEL": "WARNING",
        } | self.settings

    @property
    def _log(self) -> Path:
        return self.folder / "bot.log"

    async def sample(self, people: int) -> None:
        """`sample --people N`."""
        arguments = ("sample", "--people", str(people))
        pid = await self.launcher.start(arguments, self.environment, self._log, self.trouble)
        assert await self.launcher.wait(pid) == 0, self.log()

    async def start(self) -> None:
        """Start, and wait until it is ready."""
        self.pid = await self.launcher.start(("run",), self.environment, self._log, self.trouble)
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while not await self._answers(session, "ready"):
                if not Path(f"/proc/{self.pid}").exists():
                    raise AssertionError(f"the bot has ended:\n{self.log()}")
                await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """SIGKILL."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        return await self._end(signal.SIGTERM)

    def freeze(self) -> None:
        """SIGSTOP: it does nothing any more, and its connections stay."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        os.kill(self.pid, signal.SIGCONT)

    async def close(self) -> None:
        """Let nothing run any more."""
        if self.pid:
            await self.kill()

    async def metric(self, name: str) -> float:
        """A number from /metrics."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/metrics") as answer,
        ):
            lines = (await answer.text()).splitlines()
        return float(next(line.split()[1] for line in lines if line.startswith(f"mentoring_bot_{name} ")))

    def log(self) -> str:
        """What the processes wrote."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    async def _end(self, number: signal.Signals) -> int:
        pid, self.pid = self.pid, 0
        os.kill(pid, number)
        async with asyncio.timeout(PATIENCE):
            return await self.launcher.wait(pid)

    async def _answers(self, session: aiohttp.ClientSession, path: str) -> bool:
        try:
            async with session.get(f"http://127.0.0.1:{self.port}/{path}") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

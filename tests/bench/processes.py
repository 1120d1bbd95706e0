"""Processes under measurement, and what the system says of them (/proc, Linux)."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Measured:
    """A running process; `started` in monotonic seconds."""

    pid: int
    started: float

    def cpu(self) -> float:
        """Seconds of processor time it has taken, its own and the system's for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def memory(self) -> float:
        """Resident megabytes."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024


@asynccontextmanager
async def running(*module: str, environment: Mapping[str, str], log: Path) -> AsyncIterator[Measured]:
    """`python -m …` until the block ends; its output goes to `log`."""
    started = time.monotonic()
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *module, cwd=ROOT, env=os.environ | dict(environment), stdout=output, stderr=output
        )
    try:
        yield Measured(process.pid, started)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()


async def run(*module: str, environment: Mapping[str, str]) -> None:
    """`python -m …` to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *module, cwd=ROOT, env=os.environ | dict(environment), stdout=asyncio.subprocess.DEVNULL
    )
    if await process.wait():
        raise RuntimeError(f"{' '.join(module)} failed")

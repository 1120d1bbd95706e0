"""`make bench`: the bot beside a bare aiogram bot, both over HTTP against the same simulator; then results and exports
of 220,000 responses (`tests.bench.results`); then a matching of 800 by 800 (`tests.bench.matching`); then the screens
of a municipality of 10 and of 100 schools on both databases (`tests.bench.municipality`). Nothing asserts.

`python -m tests.bench talk`, `… results`, `… matching` and `… municipality` run one of the parts.
"""

from __future__ import annotations

import asyncio
import json
import platform
import re
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from dataclasses import dataclass, field
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path
from typing import Any

from bot import house as houses
from simulator.telegram import DEFAULT_TOKEN
from tests.bench import answered, town
from tests.bench.crowd import PATIENCE, Crowd, Figures, crowd_of
from tests.bench.processes import ROOT, Measured, run, running
from tests.bench.statements import statements
from tests.databases import running_postgres
from tests.durability.process import free_port

PEOPLE = 320
FLAT, SLOW, PACED = range(1, 141), range(141, 281), range(281, 321)
"""Who takes part in which stretch."""
ANSWERS = 9
"""Of each person in a stretch at full speed; the tenth would end the questionnaire."""
RATE, SECONDS = 25.0, 14.0
LATENCY = 0.08
TOWNS = (10, 100)
"""Schools of the municipalities that are measured."""


@dataclass(slots=True)
class Result:
    """All figures of one bot. CPU in milliseconds for each answered question, memory in MB."""

    startup: float = 0.0
    startup_cpu: float = 0.0
    memory_idle: float = 0.0
    memory_after: float = 0.0
    cpu: dict[str, float] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)


async def main(*parts: str) -> None:
    """Run these parts, or all; everything written on the way is deleted."""
    print(machine(), flush=True)
    for name, part in (("talk", talk), ("results", results), ("matching", matching), ("municipality", municipality)):
        if name in parts or not parts:
            with tempfile.TemporaryDirectory(prefix="mentoring-bench-") as folder:
                print(await part(Path(folder)), flush=True)


async def talk(folder: Path) -> str:
    """Both bots under the same traffic, as a table."""
    port = free_port()
    arguments = ("simulator", "--lax", "--crowd", str(PEOPLE), "--port", str(port))
    url = f"http://127.0.0.1:{port}"
    environment = {
        "BOT_TOKEN": DEFAULT_TOKEN,
        "TELEGRAM_API_URL": url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/mentoring.db",
        "SENDING_RATE": "0",
        "LOG_LEVEL": "WARNING",
    }
    await run("bot", "sample", "--people", str(PEOPLE), environment=environment)
    async with running(*arguments, environment={}, log=folder / "simulator.log"):
        await _listening(folder / "simulator.log")
        found = {}
        for name, module in (("bare aiogram", ("tests.bench.bare",)), ("this bot", ("bot", "run"))):
            bot = running(*module, environment=environment, log=folder / f"{module[0]}.log")
            async with crowd_of(url) as crowd, bot as process:
                found[name] = await _measured(crowd, process, bare=module[0] != "bot")
    return report(found["bare aiogram"], found["this bot"], await statements(folder))


async def results(folder: Path) -> str:
    """Views, change and exports over many answers, as a table. The bot is a process of its own."""
    path, began = folder / "answers.db", time.monotonic()
    await answered.fill(path, houses.build("tver-school-14", "bench_bot"))
    filled = time.monotonic() - began
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.results", str(path)), cwd=ROOT, stdout=PIPE
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError("the measurement of results failed")
    found = json.loads(told)
    rows = [
        ("responses / answers", f"{found['responses']:,} / {found['answers']:,}"),
        ("filling them in, s", f"{filled:.0f}"),
        ("the bot at rest, MB", f"{found['idle']:.0f}"),
        *((f"{name}, ms", f"{milliseconds:.0f}") for name, milliseconds in found["views"].items()),
    ]
    lines = [f"{name:<48} {value:>20}" for name, value in rows]
    head = ("", "s", "file MB", "bot MB", "child MB", "loop held ms", "others wait p50/max ms")
    lines.append("{:<22} {:>7} {:>8} {:>8} {:>9} {:>13} {:>23}".format(*head))
    lines += [_long(name, work) for name, work in found["works"].items()]
    return "\n".join(lines)


async def matching(folder: Path) -> str:
    """A cohort of 800 by 800, computed by a bot in a process of its own."""
    del folder  # it makes its own, deleted with it
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.matching"), cwd=ROOT, stdout=PIPE
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError("the measurement of matching failed")
    return "\n".join(f"{'matching 800 × 800, ' + name:<56} {value:>12.1f}" for name, value in json.loads(told).items())


async def municipality(folder: Path) -> str:
    """A tenth and the whole of it, side by side, on SQLite and PostgreSQL, as a table."""
    house = houses.build(town.PROGRAMME, "bench_bot")
    found: dict[str, dict[str, Any]] = {}
    with running_postgres() as server:
        for schools in TOWNS:
            await server.command(f"CREATE DATABASE town_{schools}")
            urls = {
                "SQLite": f"sqlite+aiosqlite:///{folder}/town-{schools}.db",
                "PostgreSQL": server.url(f"town_{schools}"),
            }
            for name, url in urls.items():
                await town.fill(url, house, schools)
                found[f"{name}, {schools}"] = json.loads(await _told_by("tests.bench.municipality", url))
    return _towns(found)


async def _told_by(module: str, *arguments: str) -> str:
    """What a measurement in a process of its own prints."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, *arguments, cwd=ROOT, stdout=PIPE)
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{module} failed")
    return told.decode()


def _towns(found: dict[str, dict[str, Any]]) -> str:
    """A row a screen: milliseconds, and the longest the loop was held meanwhile."""
    lines = [f"{'ms (loop held ms) with so many schools':<44}" + "".join(f"{name:>20}" for name in found)]
    for view in next(iter(found.values()))["views"]:
        cells = (f"{each['views'][view]:.0f} ({each['held'][view]:.0f})" for each in found.values())
        lines.append(f"{view:<44}" + "".join(f"{cell:>20}" for cell in cells))
    for label, name in (("a tick, ms", "tick"), ("memory at rest, MB", "idle"), ("memory at most, MB", "most")):
        lines.append(f"{label:<44}" + "".join(f"{each[name]:>20.0f}" for each in found.values()))
    return "\n".join(lines)


def _long(name: str, work: dict[str, Any]) -> str:
    waits = sorted(work["waits"])
    others = f"{waits[len(waits) // 2]:.0f} / {waits[-1]:.0f}" if waits else "-"
    figures = f"{work['seconds']:>7.1f} {work['size']:>8.1f} {work['bot']:>8.0f} {work['child']:>9.0f}"
    return f"{name:<22} {figures} {work['held']:>13.0f} {others:>23}"


def machine() -> str:
    """What it runs on."""
    packages = ("aiogram", "sqlalchemy", "aiohttp", "pydantic", "xlsxwriter")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return f"{cpu_count()} cores, load {getloadavg()[0]:.1f}, Python {platform.python_version()}, {versions}"


async def _listening(log: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while not re.search(rb"^ready ", log.read_bytes(), re.MULTILINE):  # noqa: ASYNC110 -- another process
            await asyncio.sleep(0.02)


async def _measured(crowd: Crowd, process: Measured, *, bare: bool) -> Result:
    result = Result()
    await _polling(crowd)
    result.startup, result.startup_cpu = time.monotonic() - process.started, process.cpu()
    result.memory_idle = process.memory()
    await _stretch(crowd, process, result, "flat out", FLAT, bare)
    await crowd.latency(LATENCY)
    await _stretch(crowd, process, result, "80 ms", SLOW, bare)
    await crowd.latency(0)
    await _stretch(crowd, process, result, "25/s", PACED, bare)
    result.memory_after = process.memory()
    return result


async def _polling(crowd: Crowd) -> None:
    """Until the bot asks for updates, which shows in the answer to somebody's first words."""
    await crowd.do({PEOPLE: {"do": "say", "person": PEOPLE, "text": "/help"}})
    await crowd.all_answered()


async def _stretch(crowd: Crowd, process: Measured, result: Result, name: str, people: range, bare: bool) -> None:
    walkers = await crowd.begin(people, bare=bare)
    before = process.cpu()
    if name == "25/s":
        figures = await crowd.paced(walkers, RATE, SECONDS)
    else:
        figures = await crowd.flat_out(walkers, ANSWERS)
    result.figures[name] = figures
    result.cpu[name] = 1000 * (process.cpu() - before) / len(figures.waits)


def report(bare: Result, ours: Result, counts: dict[str, float]) -> str:
    """All figures as a table to read."""
    rows: list[tuple[str, ...]] = [("", "bare aiogram", "this bot", "")]
    for name in ("flat out", "25/s", "80 ms"):
        ratio = ours.cpu[name] / bare.cpu[name]
        rows.append((f"CPU per answer, {name}, ms", f"{bare.cpu[name]:.2f}", f"{ours.cpu[name]:.2f}", f"{ratio:.1f}×"))
    for name in ("flat out", "80 ms"):
        rates = bare.figures[name].rate, ours.figures[name].rate
        rows.append((f"answers/s, {name}", f"{rates[0]:.0f}", f"{rates[1]:.0f}", ""))
    for name in ("25/s", "flat out", "80 ms"):
        cells = [
            " / ".join(f"{each.figures[name].percentile(share):.0f}" for share in (0.5, 0.95, 0.99))
            for each in (bare, ours)
        ]
        rows.append((f"first reply p50/p95/p99, {name}, ms", *cells, ""))
    for label, name, unit in (
        ("start until the first answer, s", "startup", ".1f"),
        ("start, CPU s", "startup_cpu", ".1f"),
        ("memory after the start, MB", "memory_idle", ".0f"),
        ("memory after the load, MB", "memory_after", ".0f"),
    ):
        values = getattr(bare, name), getattr(ours, name)
        rows.append((label, *(format(value, unit) for value in values), f"+{format(values[1] - values[0], unit)}"))
    rows += [(f"SQL statements, {name}", "", f"{count:.1f}", "") for name, count in counts.items()]
    return "\n".join(f"{a:<38} {b:>18} {c:>18} {d:>8}" for a, b, c, d in rows)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

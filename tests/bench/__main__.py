"""`make bench`: the bot beside bots of bare aiogram, over HTTP against one simulator (`tests.bench.talk`); an answer
where 100,000 people are registered (`many`); a burst and a mailing under Telegram's limits (`limits`); results and
exports of 220,000 responses; a matching of 800 by 800; the screens of a municipality of 10 and of 100 schools on both
databases. Nothing asserts.

`python -m tests.bench talk`, `… many`, `… limits`, `… results`, `… matching` and `… municipality` run one of the parts.
"""

from __future__ import annotations

import asyncio
import json
import platform
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path
from typing import Any

from bot import house as houses
from tests.bench import answered, limits, many, talk, town
from tests.bench.processes import ROOT
from tests.databases import running_postgres

TOWNS = (10, 100)
"""Schools of the municipalities that are measured."""


async def main(*parts: str) -> None:
    """Run these parts, or all; everything written on the way is deleted."""
    known = {
        "talk": talk.measure,
        "many": many.measure,
        "limits": limits.measure,
        "results": results,
        "matching": matching,
        "municipality": municipality,
    }
    print(machine(), flush=True)
    for name, part in known.items():
        if name in parts or not parts:
            with tempfile.TemporaryDirectory(prefix="mentoring-bench-") as folder:
                print(await part(Path(folder)), flush=True)


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


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

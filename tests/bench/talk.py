"""Three bots under the same traffic, over HTTP against one simulator: a bare aiogram bot, the same questionnaire on
aiogram's state in memory, and this bot."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from storage.training import CURATOR
from tests.bench.crowd import Crowd, Figures, crowd_of
from tests.bench.processes import Measured, run, running
from tests.bench.statements import statements
from tests.bench.telegram import environment, telegram

PEOPLE = 320
FLAT, SLOW, PACED = range(1, 141), range(141, 281), range(281, 321)
"""Who takes part in which stretch."""
ANSWERS = 9
"""Of each person in a stretch at full speed; the tenth would end the questionnaire."""
RATE, SECONDS = 25.0, 14.0
LATENCY = 0.08
REPORTS = {"/summary year": 2, "/export": 1}
"""What the curator orders, and how many files come of it."""
STRETCHES = ("flat out", "25/s", "80 ms")
BARE, MEMORY, OURS = "bare aiogram", "state in memory", "this bot"
BOTS = {BARE: ("tests.bench.bare",), MEMORY: ("tests.bench.remembering",), OURS: ("bot", "run")}


@dataclass(slots=True)
class Result:
    """All figures of one bot. CPU in milliseconds for each answered question, memory in MB."""

    startup: float = 0.0
    startup_cpu: float = 0.0
    memory_idle: float = 0.0
    memory_after: float = 0.0
    memory_reported: float = 0.0
    cpu: dict[str, float] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)


async def measure(folder: Path) -> str:
    """All three, one after the other, as a table."""
    async with telegram(folder, "--crowd", str(PEOPLE)) as url:
        known = environment(url, folder / "mentoring.db") | {"SENDING_RATE": "0"}
        await run("bot", "sample", "--people", str(PEOPLE), environment=known)
        found = {}
        for name, module in BOTS.items():
            bot = running(*module, environment=known, log=folder / f"{module[0]}.log")
            async with crowd_of(url) as crowd, bot as process:
                found[name] = await _measured(crowd, process, bare=name != OURS)
    return report(found, await statements(folder))


async def _measured(crowd: Crowd, process: Measured, *, bare: bool) -> Result:
    result = Result()
    await crowd.polled(PEOPLE)
    result.startup, result.startup_cpu = time.monotonic() - process.started, process.cpu()
    result.memory_idle = process.memory()
    await _stretch(crowd, process, result, "flat out", FLAT, bare)
    await crowd.latency(LATENCY)
    await _stretch(crowd, process, result, "80 ms", SLOW, bare)
    await crowd.latency(0)
    await _stretch(crowd, process, result, "25/s", PACED, bare)
    result.memory_after = result.memory_reported = process.memory()
    if not bare:
        await crowd.files(CURATOR, REPORTS)
        result.memory_reported = process.memory()
    return result


async def _stretch(crowd: Crowd, process: Measured, result: Result, name: str, people: range, bare: bool) -> None:
    walkers = await crowd.begin(people, bare=bare)
    before = process.cpu()
    if name == "25/s":
        figures = await crowd.paced(walkers, RATE, SECONDS)
    else:
        figures = await crowd.flat_out(walkers, ANSWERS)
    result.figures[name] = figures
    result.cpu[name] = 1000 * (process.cpu() - before) / len(figures.waits)


def report(found: dict[str, Result], counts: dict[str, float]) -> str:
    """All figures as a table to read; the last columns set this bot against either of the others."""
    bots = [found[name] for name in BOTS]
    rows: list[tuple[str, ...]] = [("", *BOTS, "to bare", "to memory")]
    rows += [_ratios(f"CPU per answer, {name}, ms", [each.cpu[name] for each in bots], ".2f") for name in STRETCHES]
    for name in ("flat out", "80 ms"):
        rows.append((f"answers/s, {name}", *(f"{each.figures[name].rate:.0f}" for each in bots), "", ""))
    for name in STRETCHES:
        for share in (0.5, 0.95, 0.99):
            values = [each.figures[name].percentile(share) for each in bots]
            rows.append(_ratios(f"first reply p{100 * share:.0f}, {name}, ms", values, ".1f"))
    for label, field_name, unit in (
        ("start until the first answer, s", "startup", ".1f"),
        ("start, CPU s", "startup_cpu", ".1f"),
        ("memory after the start, MB", "memory_idle", ".0f"),
        ("memory after the load, MB", "memory_after", ".0f"),
        ("memory, reports made, MB", "memory_reported", ".0f"),
    ):
        values = [getattr(each, field_name) for each in bots]
        told = (format(value, unit) for value in values)
        rows.append((label, *told, *(format(values[-1] - value, "+" + unit) for value in values[:-1])))
    rows += [(f"SQL statements, {name}", "", "", f"{count:.1f}", "", "") for name, count in counts.items()]
    return "\n".join("{:<36} {:>14} {:>16} {:>12} {:>9} {:>10}".format(*row) for row in rows)


def _ratios(label: str, values: list[float], unit: str) -> tuple[str, ...]:
    return (label, *(format(value, unit) for value in values), *(f"{values[-1] / one:.1f}×" for one in values[:-1]))

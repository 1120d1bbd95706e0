"""Summaries, indicators and comparison of a whole municipality: how long a screen takes, with how much memory.

`python -m tests.bench.municipality ADDRESS` runs one bot over a filled database (`tests.bench.town`) in a process of
its own and prints its figures as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from messaging.replies import press
from programmes import reporting
from tests.bench.results import Bot, Work, memory
from tests.bench.town import NOW, PROGRAMME

TICKS = 3


@dataclass(slots=True)
class Figures:
    """Milliseconds until each screen is shown (median), the longest the loop was held by it, those of a tick; memory in
    MB at rest and at its highest."""

    views: dict[str, float] = field(default_factory=dict)
    held: dict[str, float] = field(default_factory=dict)
    tick: float = 0.0
    idle: float = 0.0
    most: float = 0.0


def _clock() -> datetime:
    return NOW


async def measured(url: str) -> Figures:
    """All figures of one bot over the database at `url`."""
    found = Figures()
    async with Bot.over(url, PROGRAMME, _clock) as bot:
        found.idle = memory("self", "VmRSS")
        Path("/proc/self/clear_refs").write_text("5")  # the highest mark begins anew
        asked = {
            "a school's summary of the year, curator": (bot.curator, press("summary.show", 1, "year")),
            "a school's summary of a week, curator": (bot.curator, press("summary.show", 1, "week")),
            "a school's indicators, curator": (bot.curator, press("indicators.of", 1)),
            "the municipality's summary of the year": (bot.coordinator, press("summary.show", 0, "year")),
            "the municipality's indicators": (bot.coordinator, press("indicators.of", 0)),
            "one indicator by organisation": (bot.coordinator, press("indicators.across", *_first(bot))),
            "organisations compared": (bot.coordinator, press("compare.view", "year", 0, "held")),
        }
        for name, (phone, data) in asked.items():
            work, done = Work(), asyncio.Event()
            watching = asyncio.create_task(bot.ticks(work, done))
            found.views[name] = await bot.view(phone, data, press("menu.open"))
            done.set()
            await watching
            found.held[name] = work.held
        times = []
        for _ in range(TICKS):
            async with bot.machine.database.write(NOW) as work:
                await work.facts.set("bench", str(len(times)))  # as an update would: else the duties rest
            began = time.monotonic()
            await bot.machine.tick()
            times.append(1000 * (time.monotonic() - began))
        found.tick = sorted(times)[TICKS // 2]
        found.most = memory("self", "VmHWM")
    return found


def _first(bot: Bot) -> tuple[str, str, int]:
    """The press of the first indicator in the period to be reported next."""
    programme = bot.machine.house.programme
    period = reporting.current(programme, NOW.date())
    if period is None:
        raise RuntimeError("nothing is reported")
    return period.code, programme.indicators[0].id, 0


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(measured(sys.argv[1]))), ensure_ascii=False))

"""The bot under Telegram's limits, at the rate it comes with: a burst of people, and answers while a mailing runs.

Real time over HTTP: the simulator refuses with 429 what Telegram would. The whole takes ten minutes, since 10,000
messages need six at that rate.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from tests.bench.crowd import SHOWN, Called, Crowd, Figures, Walker, crowd_of
from tests.bench.processes import run, running
from tests.bench.telegram import environment, telegram

RATE = 28.0
"""Calls a second that the bot makes at most, unless it is told otherwise."""
PEOPLE = 10_000
"""Each gets the mailing."""
BURST, WITHIN = 3_000, 60.0
ANSWERING = 40
"""Of the people, those with the highest ids: the mailing comes to them last."""
PACE, SECONDS = 5.0, 30.0
LOOK = 5.0
SHARES = (0.5, 0.95, 0.99)
TEXT = "Завтра в школе ярмарка наставников."


@dataclass(frozen=True, slots=True)
class Mailed:
    """Calls that passed between the first message of a mailing and its last, how many were refused, and the seconds."""

    calls: int
    refused: int
    seconds: float

    @property
    def stretch(self) -> float:
        """How much longer it took than so many calls need at the set rate."""
        return self.seconds * RATE / self.calls


async def measure(folder: Path) -> str:
    """A burst, then answers with and without a mailing, as a table."""
    async with telegram(folder, "--limits", "--crowd", str(PEOPLE)) as url:
        known = environment(url, folder / "mentoring.db")
        await run("bot", "sample", "--people", str(PEOPLE), environment=known)
        async with crowd_of(url) as crowd, running("bot", "run", environment=known, log=folder / "bot.log"):
            await crowd.polled(PEOPLE)
            rows = await _burst(crowd)
            walkers = await crowd.begin(range(PEOPLE - ANSWERING + 1, PEOPLE + 1), bare=False)
            quiet = await crowd.paced(walkers, PACE, SECONDS)
            await run("bot", "broadcast", "--text", TEXT, environment=known)
            busy, mailed = await _mailing(crowd, walkers)
    return "\n".join(f"{name:<68} {value:>24}" for name, value in [*rows, *_told(quiet, busy, mailed)])


async def _burst(crowd: Crowd) -> list[tuple[str, str]]:
    """Who wrote first should be answered first."""
    people = range(1, BURST + 1)
    needed = BURST / RATE
    found = await crowd.burst(people, WITHIN, patience=2 * needed)
    answered = sorted(people, key=lambda person: found[person][1])
    astray = [abs(place - person + 1) for place, person in enumerate(answered)]
    waits = sorted(after - before for before, after in found.values())
    last = max(after for _, after in found.values())
    return [
        (f"burst: {BURST:,} people within {WITHIN:.0f} s, all answered after", f"{last:.1f} s"),
        ("burst: so many messages at the set rate need", f"{needed:.1f} s"),
        ("burst: waiting, median / longest", f"{waits[len(waits) // 2]:.1f} / {waits[-1]:.1f} s"),
        ("burst: places out of the order of writing, p99 / most", f"{sorted(astray)[-BURST // 100]} / {max(astray)}"),
    ]


async def _mailing(crowd: Crowd, walkers: list[Walker]) -> tuple[Figures, Mailed]:
    """Answers while it runs; then until everybody has it. Answers are edits, the mailing's messages are new ones."""
    since = crowd.seen
    busy = await crowd.paced(walkers, PACE, SECONDS)
    async with asyncio.timeout(2 * PEOPLE / RATE):
        while len(sent := _arrived(calls := await crowd.record(since))) < PEOPLE:  # noqa: ASYNC110 -- another process
            await asyncio.sleep(LOOK)
    first, last = sent[0].at, sent[-1].at
    meanwhile = [call for call in calls if call.method in SHOWN and first <= call.at <= last]
    refused = sum(call.outcome == "429" for call in meanwhile)
    return busy, Mailed(len(meanwhile) - refused, refused, last - first)


def _arrived(calls: list[Called]) -> list[Called]:
    return [call for call in calls if call.method == "sendMessage" and call.outcome == "ok"]


def _told(quiet: Figures, busy: Figures, mailed: Mailed) -> list[tuple[str, str]]:
    waits = [" / ".join(f"{each.percentile(share):.0f}" for share in SHARES) for each in (quiet, busy)]
    later = busy.percentile(0.95) - quiet.percentile(0.95)
    return [
        (f"first reply at {PACE:.0f}/s, no mailing, p50 / p95 / p99", f"{waits[0]} ms"),
        (f"first reply at {PACE:.0f}/s while a mailing runs, p50 / p95 / p99", f"{waits[1]} ms"),
        ("the mailing adds to the p95", f"{later:+.0f} ms"),
        (f"mailing to {PEOPLE:,}, answers among it: calls, seconds", f"{mailed.calls:,}, {mailed.seconds:.1f} s"),
        (f"mailing: times what so many calls need at {RATE:.0f}/s", f"{mailed.stretch:.3f}"),
        ("mailing: refused with 429", f"{mailed.refused} ({mailed.refused / mailed.calls:.2%})"),
    ]

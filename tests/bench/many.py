"""What an answer costs where 100 people are registered, and where 100,000 are: the same people answer, flat out."""

from __future__ import annotations

from pathlib import Path

from tests.bench.crowd import Figures, crowd_of
from tests.bench.processes import run, running
from tests.bench.telegram import environment, telegram

SIZES = (100, 100_000)
ROUNDS = 3
ANSWERING = range(1, 101)
ANSWERS = 3
"""Of each person in a round; a round begins the questionnaire anew or goes on with it, in both alike."""


async def measure(folder: Path) -> str:
    """Both by turns; the lowest of the rounds is told."""
    found: dict[int, list[float]] = {size: [] for size in SIZES}
    figures: dict[int, Figures] = {}
    async with telegram(folder, "--crowd", str(len(ANSWERING))) as url:
        known = {size: environment(url, folder / f"{size}.db") | {"SENDING_RATE": "0"} for size in SIZES}
        for size in SIZES:
            await run("bot", "sample", "--people", str(size), environment=known[size])
        for _ in range(ROUNDS):
            for size in SIZES:
                log = folder / f"{size}.log"
                async with crowd_of(url) as crowd, running("bot", "run", environment=known[size], log=log) as process:
                    await crowd.polled(ANSWERING[0])
                    walkers = await crowd.begin(ANSWERING, bare=False)
                    before = process.cpu()
                    figures[size] = await crowd.flat_out(walkers, ANSWERS)
                    found[size].append(1000 * (process.cpu() - before) / len(figures[size].waits))
    small, large = (min(found[size]) for size in SIZES)
    rows = [
        (f"CPU per answer with {size:,} people, ms", " ".join(f"{cpu:.2f}" for cpu in found[size])) for size in SIZES
    ]
    rows.append(("the lowest of both compared", f"{large / small:.2f}×"))
    return "\n".join(f"{name:<48} {value:>24}" for name, value in rows)

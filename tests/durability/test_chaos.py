"""The short form of `make chaos` (tests/chaos)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.checks import figures, findings
from tests.chaos.trial import Scale, play
from tests.durability.process import Nursery


async def test_a_few_kills_and_everything_around_going_wrong(nursery: Nursery, tmp_path: Path, seed: int) -> None:
    trial = await play(nursery, tmp_path, Scale(lives=3, people=12, newcomers=2, days=1), seed)
    assert not findings(trial), f"{findings(trial)}\n{figures(trial)}\n{trial.bot.log()[-4000:]}"


@pytest.mark.long
async def test_the_whole_school_and_fifty_kills(nursery: Nursery, tmp_path: Path, seed: int) -> None:
    trial = await play(nursery, tmp_path, Scale(lives=50, people=44, newcomers=6, days=8), seed)
    print(figures(trial))
    assert not findings(trial), f"{findings(trial)}\n{trial.bot.log()[-4000:]}"

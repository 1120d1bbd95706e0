"""`make chaos`: the long trial; prints what happened and what is not as it must be.

python -m tests.chaos [--kills 500] [--people 44] [--newcomers 6] [--seed N]
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.checks import figures, findings
from tests.chaos.trial import Scale, play
from tests.durability.process import Nursery


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--people", type=int, default=44, help="registered before it begins (even)")
    parser.add_argument("--newcomers", type=int, default=6)
    parser.add_argument("--days", type=int, default=8, help="that pass at the end, with a kill every half a day")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    since, nursery = time.monotonic(), Nursery()
    with tempfile.TemporaryDirectory(prefix="mentoring-chaos-") as folder:
        try:
            scale = Scale(-(-asked.kills * 5 // 4), asked.people, asked.newcomers, asked.days)
            trial = asyncio.run(play(nursery, Path(folder), scale, asked.seed))
        except (AssertionError, TimeoutError) as error:
            print(repr(error), (Path(folder) / "bot.log").read_text(encoding="utf-8")[-6000:], sep="\n")
            return 1
        finally:
            nursery.close()
        for name, value in figures(trial).items():
            print(f"{name:32}{value}")
        found = findings(trial)
    print(f"{'seconds':32}{time.monotonic() - since:.0f}")
    print(*(f"✗ {line}" for line in found) if found else ("nothing lost, nothing twice",), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

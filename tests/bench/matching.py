"""A cohort of 800 mentees and 800 mentors: filled in, computed by a running bot, and who waits meanwhile.

`python -m tests.bench.matching` prints its figures as JSON, in a process of its own: an in-process Telegram, the
database in a file, the workshop's child.
"""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from bot import house as houses
from bot.memory import lasting
from mentoring.matching_records import Matching, MatchingState
from mentoring.mentorships import Form, Side
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from mentoring.times import TIMES
from storage.engine import Database
from storage.tables import chats, consents, memberships, people, wishes
from storage.work import Work
from tests.bench.answered import CURATOR, KEY
from tests.bench.results import Bot, _now

MANY = 800
SEED = 800


def _person(number: int, side: Side, chance: random.Random) -> dict[str, object]:
    year = 2008 + chance.randrange(6) if side is Side.MENTEE else 2006 + chance.randrange(4)
    return {
        "id": number,
        "name": f"Ученик{number} Номер",
        "search": f"ученик{number} номер",
        "birth": date(year, 1 + chance.randrange(12), 1 + chance.randrange(28)),
        "category": "pupil",
        "school_class": f"{5 + chance.randrange(7)}А",
        "language": "ru",
        "registered_at": _now(),
    }


def _membership(number: int, place: int, side: Side, areas: list[str], chance: random.Random) -> dict[str, object]:
    return {
        "person_id": number,
        "organisation_id": place,
        "role": side.value,
        "state": "approved",
        "areas": tuple(chance.sample(areas, chance.randint(1, 4))),
        "applied_at": _now(),
        "times": tuple(chance.sample(TIMES, chance.randint(1, 6))),
        "capacity": chance.randint(1, 3) if side is Side.MENTOR else None,
        "request": "Хочу разобраться с учёбой и найти друзей" if side is Side.MENTEE else None,
    }


async def fill(work: Work, areas: list[str], model: str) -> int:
    """A school with its curator, mentees and mentors (all consenting on paper), some wishes, and a matching of all."""
    chance = random.Random(SEED)
    place = await work.organisations.add("Большая школа", OrganisationKind.SCHOOL, "Europe/Moscow")
    curator = await work.people.add("Куратор Анна", telegram_id=CURATOR)
    await work.memberships.grant(curator.id, place.id, Role.CURATOR)
    await work.connection.execute(insert(chats).values(chat_id=CURATOR, language="ru", started_at=_now()))
    sides = [*((1000 + one, Side.MENTEE) for one in range(MANY)), *((3000 + one, Side.MENTOR) for one in range(MANY))]
    await work.connection.execute(insert(people), [_person(number, side, chance) for number, side in sides])
    rows = [_membership(number, place.id, side, areas, chance) for number, side in sides]
    await work.connection.execute(insert(memberships), rows)
    given = [
        {"person_id": number, "kind": kind, "version": 1, "given_by": by, "given_at": _now()}
        for number, _ in sides
        for kind in ("processing", "participation")
        for by in (number, curator.id)
    ]
    await work.connection.execute(insert(consents), given)
    wished = {(1000 + chance.randrange(MANY), 3000 + chance.randrange(MANY)) for _ in range(4000)}
    told = [
        {
            "organisation_id": place.id,
            "person_id": a,
            "about_id": b,
            "wish": chance.choice([2, 1, -1]),
            "wished_at": _now(),
        }
        for a, b in sorted(wished)
    ]
    await work.connection.execute(insert(wishes), told)
    starts, ends = date(2026, 9, 1), date(2027, 5, 31)
    new = Matching(0, place.id, Form.PUPIL_PUPIL, model, "individual", starts, ends, MatchingState.DRAFT, 1, _now())
    number = await work.matchings.add(new)
    for side in Side:
        await work.matchings.choose(number, side, [one for one, own in sides if own is side])
    return number


@asynccontextmanager
async def _held() -> AsyncIterator[list[float]]:
    """How long the event loop was held at a time (seconds)."""
    found: list[float] = []

    async def watch() -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.002)
            found.append(time.monotonic() - before - 0.002)

    task = asyncio.create_task(watch())
    try:
        yield found
    finally:
        task.cancel()


async def _computed(bot: Bot, number: int) -> dict[str, float]:
    """One computation, from the press to its result, while somebody else uses the bot."""
    waits: list[float] = []
    press = f"match.compute:{number}"
    async with _held() as held:
        began = time.monotonic()
        making = asyncio.create_task(bot.shown(bot.curator, lambda: bot.curator.presses_old(1, press), file=True))
        while not making.done():
            waits.append(await bot.shown(bot.coordinator, lambda: bot.coordinator.says("/help")))
            await asyncio.sleep(0.05)
        await making
        seconds = time.monotonic() - began
    return {"seconds": seconds, "loop held ms": 1000 * max(held), "others wait at most ms": 1000 * max(waits)}


async def measure(path: Path) -> dict[str, float]:
    """Seconds from the press to the result, the longest the bot was held meanwhile, and another person's wait."""
    database = await Database.open(f"sqlite+aiosqlite:///{path}", key=KEY)
    await database.migrate(_now())
    programme = houses.build("tver-school-14", "bench_bot").programme
    async with database.write(_now()) as work:
        areas = [area.id for area in programme.areas]
        number = await fill(work, areas, programme.form(Form.PUPIL_PUPIL).role_models[0].id)
    async with Bot.over(f"sqlite+aiosqlite:///{path}") as bot:
        with lasting():  # as a start does it: else a full collection walks everything in the middle of a computation
            await asyncio.sleep(0)
        figures: dict[str, float] = {}
        for name in ("first", "again"):
            figures |= {f"{name}: {what}": value for what, value in (await _computed(bot, number)).items()}
        async with database.read(_now()) as work:
            tally = await work.matchings.tally(number)
        figures |= {"pairs": tally.open, "worst score": tally.worst or 0}
        pressed = time.monotonic()
        await bot.shown(bot.curator, lambda: bot.curator.presses_old(1, f"match.pairs:{number}:proposed:0"))
        figures["list of proposals, ms"] = 1000 * (time.monotonic() - pressed)
        await database.close()
        return figures


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mentoring-bench-") as folder:
        print(json.dumps(asyncio.run(measure(Path(folder) / "matching.db"))))


if __name__ == "__main__":
    main()

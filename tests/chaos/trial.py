"""The trial: a school at work, a bot that is killed again and again, and everything around it going wrong."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import update

from simulator.chats import Change, Person
from simulator.server import address_of, serve
from simulator.telegram import Telegram
from storage.engine import Database
from storage.tables import people as table
from tests.chaos.clock import SharedClock
from tests.chaos.faults import Faults
from tests.chaos.walks import School, zone_of
from tests.durability.process import BotProcess, Launcher

BEGINS = datetime(2026, 10, 23, 8, 0, tzinfo=UTC)
"""Friday; on Sunday the clocks of Berlin, by which half of the people live, go back an hour."""
LIFE = 1.0
LONGER = 3.5
"""Every fourth life lasts up to this: the first tick comes two seconds after a start."""
OFF = timedelta(days=3)
STOPS = 5
"""Every so many lives one ends with SIGTERM."""
STORM = 6
"""More new messages than that to one person after three days off would be a storm."""
AHEAD = "🔔"
"""Every reminder of a meeting that is to come begins so."""


@dataclass(slots=True)
class Sent:
    """A new message of the bot: in which life, and when by the trial's clock."""

    chat: int
    life: int
    at: datetime
    text: str


@dataclass(slots=True)
class Trial:
    """What happened. `off`: the lives that began after days off."""

    school: School
    faults: Faults
    clock: SharedClock
    bot: BotProcess
    telegram: Telegram
    sent: list[Sent] = field(default_factory=list)
    life: int = 0
    kills: int = 0
    stops: int = 0
    off: list[int] = field(default_factory=list)

    def note(self, change: Change) -> None:
        if change.kind == "message" and change.value["from"]["is_bot"]:
            text = change.value.get("text") or change.value.get("caption") or ""
            self.sent.append(Sent(change.chat, self.life, self.clock.now(), text))

    async def live(self, lives: int, random: Random) -> None:
        """So many lives that end, and one that lasts."""
        stay = [lives // 3, 2 * lives // 3]
        share = max(self.school.actions // (lives + 1), 1)
        for number in range(lives):
            await self.bot.start()
            traffic = asyncio.create_task(self._let(share, random))
            life = LONGER if number % 4 == 3 else LIFE
            await asyncio.sleep(random.uniform(0, life / 2))
            await self.faults.some()
            await asyncio.sleep(random.uniform(0, life / 2))
            await self._end(stop=number % STOPS == STOPS - 1)
            await traffic
            if number in stay:
                self.clock.jump(OFF)
                self.off.append(self.life)
        await self.faults.over()
        await self.bot.start()
        self.school.gate.open()

    async def pass_the_days(self, days: int) -> None:
        """Until the meetings are over, half a day at a time; the bot is killed after each tick."""
        for _ in range(2 * days):
            await self.bot.kill()
            self.kills, self.life = self.kills + 1, self.life + 1
            self.clock.jump(timedelta(hours=12))
            await self.bot.start()
            await asyncio.sleep(LONGER)

    async def _let(self, presses: int, random: Random) -> None:
        for _ in range(presses):
            await asyncio.sleep(random.uniform(0, LIFE / presses))
            self.school.gate.let(1)

    async def _end(self, *, stop: bool) -> None:
        if stop:
            self.stops += 1
            await self.bot.stop()
        else:
            self.kills += 1
            await self.bot.kill()
        self.life += 1

    async def come_to_rest(self) -> None:
        """Until nothing waits at Telegram, in the queue, or on its way."""
        async with asyncio.timeout(120):
            while self.telegram.updates.pending or self.waiting():  # noqa: ASYNC110 -- another process
                await asyncio.sleep(0.2)

    def waiting(self) -> int:
        """Messages that might leave now."""
        query = (
            "SELECT count(*) FROM outgoing WHERE dead IS NULL AND (not_before IS NULL OR not_before <= ?)"
            " AND (expires_at IS NULL OR expires_at > ?)"
        )
        now = f"{self.clock.now().replace(tzinfo=None)}"
        with closing(sqlite3.connect(self.bot.database, timeout=10)) as connection:
            return int(connection.execute(query, (now, now)).fetchone()[0])


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of it: lives, of which each fifth ends with SIGTERM, the others with SIGKILL; people who are registered
    (even) and newcomers; days that pass at the end, with a kill every half a day."""

    lives: int
    people: int
    newcomers: int
    days: int


async def play(launcher: Launcher, folder: Path, scale: Scale, seed: int) -> Trial:
    """The whole trial; raises AssertionError where somebody waits in vain. What came of it: `tests.chaos.checks`."""
    random = Random(seed)
    clock = SharedClock(folder / "clock", BEGINS)
    telegram = Telegram(now=clock.now)
    runner = await serve(telegram, port=0)
    bot = BotProcess(launcher, address_of(runner), telegram.token, folder, trouble={"clock": str(folder / "clock")})
    try:
        await bot.sample(scale.people)
        school = await _school(telegram, bot, scale, clock.now, seed)
        trial = Trial(school, Faults(telegram, bot, clock, random), clock, bot, telegram)
        telegram.watch(trial.note)
        walking = asyncio.create_task(school.walk())
        try:
            await trial.live(scale.lives, random)
            await walking
            await trial.come_to_rest()
            await trial.pass_the_days(scale.days)
            await trial.come_to_rest()
        finally:
            walking.cancel()
        assert await bot.stop() == 0, bot.log()[-4000:]
        return trial
    finally:
        await bot.close()
        await telegram.close()
        await runner.cleanup()


async def _school(telegram: Telegram, bot: BotProcess, scale: Scale, now: Callable[[], datetime], seed: int) -> School:
    for staff in (900_001, 900_002):
        telegram.add(Person(staff, "Staff"))
        telegram.chat(staff).started = True
    key = (bot.folder / "encryption.key").read_bytes().strip()
    database = await Database.open(f"sqlite+aiosqlite:///{bot.database}", key=key)
    async with database.write(BEGINS) as work:
        [place] = await work.organisations.all()
        tokens = [await work.invitations.create(None, place.id) for _ in range(scale.newcomers)]
        for number in range(1, scale.people + 1):
            zone = update(table).where(table.c.telegram_id == number).values(zone=zone_of(number))
            await work.connection.execute(zone)
    await database.close()
    return School(telegram, scale.people, tokens, now, seed)


def repeated(trial: Trial) -> Counter[tuple[int, int]]:
    """By chat and life: screens of the ways and reminders that the chat had been sent before in the same words."""
    markers = (*set(trial.school.markers), AHEAD)
    seen: set[tuple[int, str]] = set()
    found: Counter[tuple[int, int]] = Counter()
    for sent in trial.sent:
        if any(marker in sent.text for marker in markers):
            if (sent.chat, sent.text) in seen:
                found[sent.chat, sent.life] += 1
            seen.add((sent.chat, sent.text))
    return found

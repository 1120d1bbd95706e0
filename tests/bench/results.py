"""Results, change and exports of many answers: how long each takes, with how much memory, and who waits meanwhile.

`python -m tests.bench.results DATABASE` runs one bot over a filled database (`tests.bench.answered`), with an
in-process Telegram and the workshop's child process, and prints its figures as JSON: a process of its own, so that its
memory is the bot's.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot import house as houses
from bot.leading import CLAIM_SECONDS
from bot.machine import Machine
from bot.memory import lasting
from messaging import talk
from messaging.replies import press
from reports.workshop import Workshop
from services.results_items import Ref
from services.results_view import View
from simulator.chats import Person
from simulator.phones import Phone
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database
from storage.tables import answers, definitions, jobs, outgoing, responses
from tests.bench.answered import BIG, COORDINATOR, CURATOR, KEY, LARGE
from tests.bench.asked import NAME

TICK = 0.005
REPEATS = 5
LOOK = 0.25
"""Seconds between two looks at memory."""
PATIENCE = 600.0
WAITING = "⏳"
"""How every screen begins that only says that something is being made."""


@dataclass(slots=True)
class Work:
    """One piece of long work: seconds from the press to the file, its size in MB, peak memory in MB of the bot and of
    its child, the longest the event loop was held, and how long others' presses waited meanwhile (milliseconds)."""

    seconds: float = 0.0
    size: float = 0.0
    bot: float = 0.0
    child: float = 0.0
    held: float = 0.0
    waits: list[float] = field(default_factory=list)
    said: str = ""


@dataclass(slots=True)
class Found:
    """Everything measured. `views`: milliseconds from the press until the screen is shown, the median of some."""

    responses: int = 0
    answers: int = 0
    idle: float = 0.0
    views: dict[str, float] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)


def memory(pid: int | str, name: str) -> float:
    """Megabytes as /proc tells: `VmHWM` is the most there ever was, `VmRSS` what there is now."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)


def _now() -> datetime:
    return datetime.now(UTC)


async def _leads(database: Database, stop: asyncio.Event) -> None:
    """On PostgreSQL only who leads sends."""
    while not stop.is_set():
        await database.claim_leadership()
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), CLAIM_SECONDS)


class Bot:
    """The running bot with its people's phones."""

    def __init__(self, machine: Machine, telegram: Telegram, workshops: list[Workshop]) -> None:
        self.machine = machine
        self.telegram = telegram
        self._workshops = workshops
        self.curator, self.coordinator = Phone(telegram, CURATOR), Phone(telegram, COORDINATOR)

    @classmethod
    @asynccontextmanager
    async def over(
        cls, url: str, programme: str = "tver-school-14", clock: Callable[[], datetime] = _now
    ) -> AsyncIterator[Bot]:
        """All its parts at work as `bot run` has them, but for the tick: nothing falls due."""
        database = await Database.open(url, key=KEY)
        telegram = Telegram(people=[Person(number, f"Person {number}") for number in (CURATOR, COORDINATOR)])
        with lasting():  # as the bot starts
            house = houses.build(programme, telegram.username)
        workshops: list[Workshop] = []

        def workshop() -> Workshop:
            workshops.append(Workshop())
            return workshops[-1]

        session = SimulatorSession(telegram)
        machine = Machine(telegram.token, session, database, house, rate=0, clock=clock, workshop=workshop)
        stop = asyncio.Event()
        talking = asyncio.create_task(talk.by_polling(machine.polling, machine.sender, machine.answers, stop))
        working = asyncio.create_task(machine.jobs.run(stop))
        leading = asyncio.create_task(_leads(database, stop))
        bot = cls(machine, telegram, workshops)
        try:
            for phone in (bot.curator, bot.coordinator):
                await bot.shown(phone, lambda each=phone: each.starts())  # type: ignore[misc]
            yield bot
        finally:
            stop.set()
            await asyncio.gather(talking, working, leading)
            await machine.close()

    async def shown(self, phone: Phone, gesture: Callable[[], Awaitable[None]], *, file: bool = False) -> float:
        """Seconds from a gesture until something is shown (`file`: until what was made of it is, or a refusal)."""
        changed = asyncio.Event()

        def look(change: object) -> None:
            kind, value, chat = change.kind, change.value, change.chat  # type: ignore[attr-defined]
            if chat != phone.id or kind not in ("message", "edited") or not value["from"]["is_bot"]:
                return
            if not file or not value.get("text", "").startswith(WAITING):
                changed.set()

        unwatch = self.telegram.watch(look)
        began = time.monotonic()
        try:
            await gesture()
            async with asyncio.timeout(PATIENCE):
                await changed.wait()
        finally:
            unwatch()
        return time.monotonic() - began

    async def presses(self, phone: Phone, data: str, *, file: bool = False) -> float:
        """The same for a press on the screen there is."""
        return await self.shown(phone, lambda: phone.presses_old(phone.screen.message_id, data), file=file)

    async def view(self, phone: Phone, *data: str) -> float:
        """Milliseconds until a screen is shown: the median of some, turn by turn with the others named."""
        times: list[float] = []
        for _ in range(REPEATS):
            await self.quiet()
            times.append(await self.presses(phone, data[0]))
            await self.quiet()
            for other in data[1:]:
                await self.presses(phone, other)
        return 1000 * sorted(times)[REPEATS // 2]

    async def quiet(self) -> None:
        """Until nothing is made or sent any more: a picture ordered by the press before would pass for the screen."""
        async with asyncio.timeout(PATIENCE):
            while await self._busy():  # noqa: ASYNC110 -- the database tells nobody
                await asyncio.sleep(LOOK)

    async def _busy(self) -> bool:
        async with self.machine.database.read(_now()) as work:
            making = await work.connection.scalar(select(func.count()).select_from(jobs))
            waits = select(func.count()).where(outgoing.c.dead.is_(None), outgoing.c.not_before.is_(None))
            return bool(making or await work.connection.scalar(waits))

    async def long(self, phone: Phone, data: str, *, others: bool = True) -> Work:
        """Order something that takes its time, and watch the machine and somebody else's screen meanwhile."""
        found = Work()
        Path("/proc/self/clear_refs").write_text("5")  # the highest mark begins anew
        done = asyncio.Event()
        watching = [asyncio.create_task(each) for each in (self.ticks(found, done), self._memory(found, done))]
        if others:
            watching.append(asyncio.create_task(self._others(found, done)))
        before = [name for name, _ in phone.documents]
        try:
            found.seconds = await self.presses(phone, data, file=True)
        finally:
            done.set()
            await asyncio.gather(*watching)
        if [name for name, _ in phone.documents] != before:  # it may have taken the place of the last one
            found.size = len(phone.documents[-1][1]) / 1e6
        found.said = phone.screen.text
        return found

    @staticmethod
    async def ticks(found: Work, done: asyncio.Event) -> None:
        while not done.is_set():
            before = time.monotonic()
            await asyncio.sleep(TICK)
            found.held = max(found.held, 1000 * (time.monotonic() - before - TICK))

    async def _memory(self, found: Work, done: asyncio.Event) -> None:
        while not done.is_set():
            await asyncio.sleep(LOOK)
            pid = self._workshops[-1].pid if self._workshops else None
            found.bot = max(found.bot, memory("self", "VmHWM"))
            found.child = max(found.child, memory(pid, "VmHWM") if pid else 0.0)

    async def _others(self, found: Work, done: asyncio.Event) -> None:
        """The coordinator asks for help again and again."""
        while not done.is_set():
            found.waits.append(1000 * await self.shown(self.coordinator, lambda: self.coordinator.says("/help")))
            await asyncio.sleep(LOOK)


async def measured(path: Path) -> Found:
    """All figures of one bot over the database at `path`."""
    found = Found()
    async with Bot.over(f"sqlite+aiosqlite:///{path}") as bot:
        async with bot.machine.database.read(_now()) as work:
            which = responses.c.definition == NAME
            found.responses = await work.connection.scalar(select(func.count()).where(which)) or 0
            found.answers = await work.connection.scalar(select(func.count()).select_from(answers)) or 0
            archive = await work.connection.scalar(select(definitions.c.id).where(definitions.c.name == NAME)) or 0
        found.idle = memory("self", "VmRSS")
        await _views(bot, archive, found)
        await _works(bot, archive, found)
    return found


async def _views(bot: Bot, archive: int, found: Found) -> None:
    own, every, ref = View(archive, LARGE), View(archive), Ref(archive, 0).code
    asked = {
        "a questionnaire, curator": (bot.curator, press("results.view", own.code)),
        "a campaign, curator": (bot.curator, press("results.view", View(archive, LARGE, BIG).code)),
        "list of questionnaires, curator": (bot.curator, press("results.list", View(0, LARGE).code)),
        "breakdown by form, curator": (bot.curator, press("results.parts", own.code, ref, "form")),
        "a questionnaire, coordinator": (bot.coordinator, press("results.view", every.code)),
        "breakdown by organisation, coordinator": (
            bot.coordinator,
            press("results.parts", every.code, ref, "organisation"),
        ),
        "list of questionnaires, coordinator": (bot.coordinator, press("results.list", View(0).code)),
    }
    menu = press("menu.open")
    for name, (phone, data) in asked.items():
        found.views[name] = await bot.view(phone, data, menu)


async def _works(bot: Bot, archive: int, found: Found) -> None:
    own = View(archive, LARGE).code
    found.works["change, curator"] = await bot.long(bot.curator, press("change.in", LARGE))
    found.works["change, coordinator"] = await bot.long(bot.coordinator, press("change.in", 0), others=False)
    for sort in ("xlsx", "csv"):
        made = found.works[sort] = await bot.long(bot.curator, press("results.file", own, sort))
        if not made.size:
            raise RuntimeError(f"no {sort} came: {made.said}")


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(measured(Path(sys.argv[1])))), ensure_ascii=False))

"""What goes wrong around the bot; each is begun at a random moment of a life and counted."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from datetime import timedelta
from random import Random
from typing import Any

from simulator.chats import Person
from simulator.errors import PersonCannot
from simulator.faults import CUT, TIMEOUT, Fault, refuse
from simulator.telegram import Telegram
from tests.chaos.clock import SharedClock
from tests.durability.process import BotProcess

SENDING = ("sendMessage", "editMessageText")
LATE = 0.05
"""This part of all updates comes some seconds late."""
FULL = 64 * 1024
"""Bytes that a file may have while the disk is full: less than the database's log."""
UNLUCKY = (2001, 2002, 2003)
"""To these Telegram refuses messages: nobody waits for theirs."""


class Faults:
    """`counts`: how often each was begun; `lost`: by chat, how many messages arrived whose answer was lost."""

    def __init__(self, telegram: Telegram, bot: BotProcess, clock: SharedClock, random: Random) -> None:
        self.counts: Counter[str] = Counter()
        self.lost: Counter[int] = Counter()
        self.junk = 0
        self._telegram = telegram
        self._bot = bot
        self._clock = clock
        self._random = random
        self._background: set[asyncio.Task[None]] = set()
        self._delivered: list[dict[str, Any]] = []
        for number in UNLUCKY:
            telegram.add(Person(number, f"Person {number}"))
            telegram.chat(number).started = True
        self._put = telegram.updates.put_raw
        telegram.updates.put_raw = self._put_some_late  # type: ignore[method-assign]
        self.kinds: tuple[Callable[[], Awaitable[None]], ...] = (
            self.api, self.api, self.lost_answer, self.refused, self.unparseable, self.duplicated, self.locked,
            self.full_disk, self.clock_jumps,
        )  # fmt: skip

    async def some(self) -> None:
        """One to three of them."""
        for kind in self._random.choices(self.kinds, k=self._random.randint(1, 3)):
            await kind()

    async def over(self) -> None:
        """All is well from now on."""
        self._telegram.faults.clear()
        self._telegram.updates.put_raw = self._put  # type: ignore[method-assign]
        for task in list(self._background):
            await task

    async def api(self) -> None:
        """Telegram refuses some calls, keeps silent, or cuts the connection, before it has done anything."""
        name, fault = self._random.choice(
            [
                ("cut", CUT), ("silence", TIMEOUT), ("500", refuse(500)), ("502", refuse(502)),
                ("429", refuse(429, retry_after=1)),
            ]
        )  # fmt: skip
        method = self._random.choice([*SENDING, "getUpdates", "answerCallbackQuery", "getMe"])
        self._order(f"API: {name}", fault, method, self._random.randint(1, 4))

    async def lost_answer(self) -> None:
        """A message arrives, and the bot never hears of it: it can but send it again."""
        chat = self._random.choice([n for n in self._telegram.world.chats if n not in UNLUCKY])
        self.lost[chat] += 1
        self._telegram.faults.order(Fault(0, after=True), *SENDING, chat=chat)
        self.counts["API: answer lost"] += 1

    async def refused(self) -> None:
        """400 and 403, to people for whose messages nobody waits."""
        chat, code = self._random.choice(UNLUCKY), self._random.choice([400, 403])
        self._telegram.faults.order(refuse(code), *SENDING, chat=chat)
        self.counts[f"API: {code}"] += 1
        with suppress(PersonCannot):
            self._telegram.gestures.say(chat, "/menu")

    async def unparseable(self) -> None:
        self.junk += 1
        self.counts["updates: unparseable"] += 1
        self._put({"message": {"message_id": "one", "chat": {"id": UNLUCKY[0], "type": "private"}, "text": ["no"]}})

    async def duplicated(self) -> None:
        """Some of the last updates are there again, as after an answer that Telegram did not hear."""
        for update in self._delivered[-5:]:
            self._telegram.updates.waiting.setdefault(update["update_id"], update)
            self.counts["updates: duplicated"] += 1
        waiting = self._telegram.updates.waiting
        self._telegram.updates.waiting = dict(sorted(waiting.items()))

    async def locked(self) -> None:
        """Somebody else writes into the database for some seconds."""
        self.counts["database: locked"] += 1
        self._go(self._lock(self._random.uniform(0.5, 6)))

    async def full_disk(self) -> None:
        """No file of the bot's may grow for a second or two."""
        self.counts["disk: full"] += 1
        self._go(self._fill(self._bot.pid, self._random.uniform(0.3, 2)))

    async def clock_jumps(self) -> None:
        """By hours to and fro."""
        hours = self._random.choice([-3, -1, 1, 3])
        self.counts["clock: jumps"] += 1
        self._clock.jump(timedelta(hours=hours))

    # ---

    def _order(self, name: str, fault: Fault, method: str, times: int) -> None:
        self.counts[name] += times
        self._telegram.faults.order(fault, method, times=times)

    def _put_some_late(self, update: dict[str, Any]) -> int:
        if self._random.random() < LATE:
            self.counts["updates: late"] += 1
            self._go(self._put_later(update))
            return 0
        number = self._put(update)
        self._delivered.append({"update_id": number, **update})
        return number

    async def _put_later(self, update: dict[str, Any]) -> None:
        await asyncio.sleep(self._random.uniform(0.2, 3))
        self._put(update)

    async def _lock(self, seconds: float) -> None:
        with closing(sqlite3.connect(self._bot.database, timeout=0.2, isolation_level=None)) as connection:
            with suppress(sqlite3.OperationalError):
                connection.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(seconds)

    async def _fill(self, pid: int, seconds: float) -> None:
        with suppress(ProcessLookupError):
            _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (FULL, hard))
            await asyncio.sleep(seconds)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))

    def _go(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

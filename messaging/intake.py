"""The way in: an update is taken once, in one transaction with its effects and replies; a fault loses nothing.

`Intake.take` returns only after the commit. It raises only for a fault of the infrastructure (nothing is stored then;
the caller acknowledges nothing and tries again). A handler's fault is parked, apologised for, and the queue goes on.
"""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.types import Update

from messaging.arrivals import Arrival, judged, number_of, read
from messaging.counters import Counters
from messaging.excuses import apology, calm
from messaging.flood import UNLIMITED, Flood, Verdict
from messaging.ports import Announce, Clock, Database, Infrastructure, Monotonic, OnReachability, Words, Work, Written
from messaging.post import Readers, post
from messaging.render import Renderer
from messaging.replies import Commands, Replies, Show, Toast

DEADLINE = 10.0
"""Seconds a handler may take."""
TOGETHER = 50
"""At most this many waiting updates share a commit."""
STARTS = 3
"""An update that so many starts in a row found first, and tried in vain, is put aside by the next."""

Handle = Callable[[Update, Any], Awaitable[Replies]]
"""`(update, work) -> replies`: what the bot does with one update within the open transaction."""
Answer = Callable[[str, str | None, bool], None]
"""`(query id, toast or None, alert)`: `Answers.give`."""
Menu = Callable[[int, list[dict[str, str]]], None]
"""`(chat, commands with descriptions)`: `Answers.menu`."""

_log = logging.getLogger(__name__)


class HandlerFault(Exception):
    """The handler raised or took too long; the cause says what."""


class DeadlineError(Exception):
    """The handler took longer than its deadline."""


@dataclass(slots=True)
class _Takings:
    """What one transaction did, to be told after its commit."""

    taken: list[Arrival] = field(default_factory=list)
    repeated: int = 0
    parked: int = 0
    held: int = 0
    written: Written = field(default_factory=Written)
    answers: list[tuple[str, str | None, bool]] = field(default_factory=list)
    menus: list[tuple[int, list[dict[str, str]]]] = field(default_factory=list)


class Intake:
    """Takes updates; see the module. `leads` tells whether this process sends, too."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        handle: Handle,
        words: Words,
        *,
        announce: Announce,
        answer: Answer,
        menu: Menu,
        on_reachability: OnReachability,
        infrastructure: Infrastructure,
        clock: Clock,
        counters: Counters,
        leads: Callable[[], bool] = lambda: True,
        deadline: float = DEADLINE,
        flood: Flood = UNLIMITED,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        self._bot = bot
        self._database = database
        self._handle = handle
        self._words = words
        self._announce = announce
        self._answer = answer
        self._menu = menu
        self._on_reachability = on_reachability
        self._infrastructure = infrastructure
        self._clock = clock
        self._counters = counters
        self._leads = leads
        self._deadline = deadline
        self._flood = flood
        self._monotonic = monotonic
        self._doubtful = 0

    async def begin(self, batch: Sequence[Any]) -> None:
        """Once a process, with the first updates it finds: what three starts in a row tried in vain is put aside.

        Otherwise it is taken by itself: the shorter the time till its commit, the less a kill from outside looks like
        an update that ends the process.
        """
        places = {number: place for place, raw in enumerate(batch) if (number := number_of(raw)) is not None}
        if not places:
            return
        takings = _Takings()
        async with self._database.write(self._clock()) as work:
            fresh = places.keys() - await work.updates.known(self._bot.id, list(places))
            if not fresh:
                return
            oldest = min(fresh)
            if await work.updates.found_at_start(self._bot.id, oldest) <= STARTS:
                self._doubtful = 1 + places[oldest]
                return
            await self._put_aside(work, read(batch[places[oldest]], self._bot), "starts", None, takings)
        _log.error("update parked: three starts in a row tried it in vain", extra={"update_id": oldest})
        self._tell(takings)

    async def take(self, batch: Sequence[Any]) -> None:
        """Take raw updates in their order; afterwards all may be acknowledged. Raises for the infrastructure."""
        now = self._monotonic()
        arrivals = [judged(read(raw, self._bot), self._flood, now) for raw in batch]
        doubtful, self._doubtful = self._doubtful, 0
        if doubtful:
            await self._take_some(arrivals[:doubtful])
        for start in range(doubtful, len(arrivals), TOGETHER):
            await self._take_some(arrivals[start : start + TOGETHER])

    async def _take_some(self, arrivals: Sequence[Arrival]) -> None:
        """Together if that goes well, else one by one."""
        if len(arrivals) > 1:
            try:
                self._tell(await self._transact(arrivals))
                return
            except Exception as error:
                if self._infrastructure(error):
                    raise
        for arrival in arrivals:
            await self._take_one(arrival)

    async def _take_one(self, arrival: Arrival) -> None:
        try:
            takings = await self._transact([arrival])
        except Exception as error:
            if self._infrastructure(error):
                raise
            takings = await self._park(arrival, error.__cause__ if isinstance(error, HandlerFault) else error)
        self._tell(takings)

    async def _transact(self, arrivals: Sequence[Arrival]) -> _Takings:
        """THE transaction of these updates: recorded, handled, their replies in the outbox."""
        takings = _Takings()
        shows: list[Show] = []
        toasts: list[tuple[Arrival, Toast | None]] = []
        menus: dict[int, Commands] = {}
        async with self._database.write(self._clock()) as work:
            for arrival in await self._enter(work, arrivals, takings):
                replies = await self._serve(work, arrival, takings)
                shows += [reply for reply in replies if isinstance(reply, Show)]
                menus.update({reply.chat: reply for reply in replies if isinstance(reply, Commands)})
                if arrival.query is not None:
                    toasts.append((arrival, next((r for r in replies if isinstance(r, Toast)), None)))
            readers = Readers(work)
            shows += await self._returned(work, takings.taken, readers)
            takings.written = await self._post(work, shows, readers)
            for arrival, toast in toasts:
                takings.answers.append(await self._worded(arrival, toast, readers))
            for menu in menus.values():
                takings.menus.append((menu.chat, await self._described(menu, readers)))
        return takings

    async def _enter(self, work: Work, arrivals: Iterable[Arrival], takings: _Takings) -> list[Arrival]:
        """Lock the people, record the updates and the people's messages; gives those not taken before."""
        known = [arrival for arrival in arrivals if arrival.update_id is not None]
        people = {arrival.chat for arrival in known if arrival.chat is not None}
        await work.updates.lock(people)
        ids = [arrival.update_id for arrival in known if arrival.update_id is not None]
        new = await work.updates.record(self._bot.id, ids)
        for arrival in arrivals:
            if arrival.update_id is None:
                takings.taken.append(arrival)
            elif arrival.update_id in new:
                new.discard(arrival.update_id)
                takings.taken.append(arrival)
            else:
                takings.repeated += 1
        await work.updates.arrived(
            [(arrival.chat, arrival.language, arrival.message) for arrival in takings.taken if arrival.chat is not None]
        )
        return takings.taken

    async def _serve(self, work: Work, arrival: Arrival, takings: _Takings) -> Replies:
        """What the bot says to one update."""
        if arrival.update is None or arrival.problem is not None:
            await work.updates.park(self._bot.id, arrival.update_id, "unparseable", arrival.body, arrival.problem)
            takings.parked += 1
            _log.error("update parked: it can't be read", extra={"update_id": arrival.update_id})
            return apology(arrival)
        if arrival.empty or arrival.chat is None:
            return ()
        if arrival.verdict is not Verdict.SERVED:
            takings.held += 1
            return calm(arrival, self._flood.pause)
        try:
            async with asyncio.timeout(self._deadline) as limit:
                if arrival.reachable is not None:
                    return list(await self._on_reachability(work, arrival.chat, arrival.reachable))
                return await self._handle(arrival.update, work)
        except Exception as error:
            if isinstance(error, TimeoutError) and limit.expired():
                raise HandlerFault from DeadlineError(f"over {self._deadline} s")
            if self._infrastructure(error):
                raise
            # Wrapped, because the database takes any OSError within its block for its own.
            raise HandlerFault from error

    async def _returned(self, work: Work, arrivals: Iterable[Arrival], readers: Readers) -> list[Show]:
        """Whoever writes or presses can be reached, though the news was lost or a refused message came after it."""
        shows: list[Show] = []
        for arrival in arrivals:
            if arrival.chat is None or not arrival.message or arrival.empty:
                continue
            if not (await readers.get(arrival.chat)).reachable:
                shows += await self._on_reachability(work, arrival.chat, True)
        return shows

    async def _park(self, arrival: Arrival, error: BaseException | None) -> _Takings:
        """After a fault of the handler: the update is put aside, recorded, and the person is told in words."""
        takings = _Takings()
        reason = "deadline" if isinstance(error, DeadlineError) else "handler"
        found = "".join(traceback.format_exception(error)) if error else None
        async with self._database.write(self._clock()) as work:
            await self._put_aside(work, arrival, reason, found, takings)
        self._counters.handler_failures += 1
        _log.error("update parked", extra={"update_id": arrival.update_id, "reason": reason}, exc_info=error)
        return takings

    async def _put_aside(self, work: Work, arrival: Arrival, reason: str, found: str | None, takings: _Takings) -> None:
        if not await self._enter(work, [arrival], takings):
            return
        await work.updates.park(self._bot.id, arrival.update_id, reason, arrival.body, found)
        takings.parked += 1
        if arrival.query is not None:
            takings.answers.append((arrival.query, None, False))
        try:
            shows = apology(arrival)
            takings.written = await self._post(work, shows, Readers(work))
        except LookupError as error:
            _log.error("there are no words for an apology", extra={"update_id": arrival.update_id}, exc_info=error)

    async def _post(self, work: Work, shows: Sequence[Show], readers: Readers) -> Written:
        return await post(work, self._words, shows, readers=readers, here=self._leads())

    async def _worded(self, arrival: Arrival, toast: Toast | None, readers: Readers) -> tuple[str, str | None, bool]:
        query = arrival.query or ""
        if toast is None or arrival.chat is None:
            return query, None, False
        text = Renderer(self._words).toast(toast, await readers.get(arrival.chat))
        return query, text, toast.alert

    async def _described(self, menu: Commands, readers: Readers) -> list[dict[str, str]]:
        reader = await readers.get(menu.chat)
        return [
            {
                "command": name,
                "description": self._words.text(reader.language, f"command-{name}", child=reader.child),
            }
            for name in menu.names
        ]

    def _tell(self, takings: _Takings) -> None:
        """After the commit: the spinners end, the sender wakes, the counters grow."""
        for query, text, alert in takings.answers:
            self._answer(query, text, alert)
        for chat, commands in takings.menus:
            self._menu(chat, commands)
        incoming = {a.chat: a.message for a in takings.taken if a.chat is not None and a.message}
        if takings.written.rows or takings.written.replaced or incoming:
            self._announce(takings.written, incoming)
        counters = self._counters
        counters.updates_taken += len(takings.taken)
        counters.updates_repeated += takings.repeated
        counters.updates_parked += takings.parked
        counters.updates_held += takings.held
        counters.last_update_at = self._clock()
        counters.recovered()

"""The way out: one loop that sends what the outbox holds, within Telegram's limits, and stores what came of it.

Messages reach it by `offer` right after their commit, and by a look at the database every second and when it is woken.
Reading, storing results and starting calls happen in one coroutine, so none of them sees a half of another; only the
calls themselves run side by side. Results are stored within 50 ms, many at once, and a chat waits for that.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any

from aiogram import Bot

from messaging.backoff import Backoff
from messaging.counters import Counters
from messaging.courier import Dropped, Errand, Later, Outcome, Refused, deliver, tidy
from messaging.lanes import ROOM, Lanes
from messaging.pace import Pace
from messaging.places import Places
from messaging.ports import Clock, Database, Infrastructure, Monotonic, OnReachability, Outgoing, Place, Words, Written
from messaging.post import post
from messaging.results import UNREACHABLE, Done, Tidying, Untidy, to_store

IN_FLIGHT = 32
POLL = 1.0
FLUSH = 0.04
DRAIN = 5.0
FIRST_RETRY, LAST_RETRY = 0.5, 60.0
OWN_FAULTS = 5
"""So often a message is tried again that fails of itself, neither by Telegram nor by the net or the database."""
_log = logging.getLogger(__name__)


class Sender:
    """Sends messages; one a system (PostgreSQL: the replica that `leads`). `rate`: calls a second, 0 without limit."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        words: Words,
        *,
        rate: float,
        on_reachability: OnReachability,
        infrastructure: Infrastructure,
        clock: Clock,
        counters: Counters,
        leads: Callable[[], bool] = lambda: True,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        self._bot = bot
        self._database = database
        self._words = words
        self._on_reachability = on_reachability
        self._infrastructure = infrastructure
        self._clock = clock
        self._counters = counters
        self._leads = leads
        self._monotonic = monotonic
        self._pace = Pace(rate, monotonic())
        self._lanes = Lanes()
        self._places = Places(database, clock)
        self._tidying = Tidying()
        self._calls: set[asyncio.Task[None]] = set()
        self._done: list[Done] = []
        self._event = asyncio.Event()
        self._turning = asyncio.Lock()
        self._look_now = True
        self._beyond = False
        self._looked_at = monotonic()
        self._stopping = False

    def offer(self, written: Written, incoming: Mapping[int, int]) -> None:
        """Right after a commit of this process: what it put into the outbox, and the last message of each who wrote."""
        self._places.hear(incoming)
        if not self._lanes.offer(written):
            self._look_now = True
        self._event.set()

    def wake(self) -> None:
        """Something was put into the outbox: look at once."""
        self._look_now = True
        self._event.set()

    async def run(self) -> None:
        """Send until `stop`. An error of the database is waited out."""
        backoff, red = Backoff(), False
        self._stopping = False
        while not self._stopping:
            self._event.clear()
            try:
                await self._turn()
            except Exception as error:
                self._failed(error)
                red = True
                await asyncio.sleep(backoff.wait())
            else:
                if red:
                    self._counters.recovered()
                    red = False
                backoff.reset()
                await self._until(self._pause())

    async def settle(self) -> None:
        """Until nothing more can leave now: for tests and the demo. Limits and backoff are not waited out."""
        self._look_now = True
        while True:
            started = await self._turn(at_once=True)
            if self._calls:
                await asyncio.wait(self._calls, return_when=asyncio.FIRST_COMPLETED)
            elif not started and not self._done and not self._looks_now:
                return

    async def stop(self, seconds: float = DRAIN) -> None:
        """Send what can leave within some seconds, store every result, end `run`. What is left stays in the outbox.

        A sender that leads no longer only waits for what is on its way: the rest is another one's by now.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._drain()
        except TimeoutError:
            _log.warning("not everything was sent before the end", extra={"waiting": len(self._lanes)})
        except Exception as error:
            self._failed(error)
        self._stopping = True
        self._event.set()
        await self._end()

    async def forget(self) -> None:
        """Read everything anew: after this replica took over the sending, or the database was replaced."""
        async with self._turning:
            if not self._calls and not self._done:
                self._lanes = Lanes()
            self._places.clear()
            self._look_now = True

    async def _drain(self) -> None:
        if not self._leads():
            while self._calls:
                await asyncio.wait(self._calls)
            return
        await self.settle()
        while len(self._lanes) and (wait := self._pace.wait(self._monotonic())) is not None:
            await asyncio.sleep(wait)
            await self.settle()

    async def _end(self) -> None:
        """Calls that hang are given up; what came back is stored."""
        for call in list(self._calls):
            call.cancel()
        if self._calls:
            await asyncio.wait(self._calls)
        async with self._turning:
            try:
                await self._store()
            except Exception as error:
                self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._counters.failed(error)
        _log.error("the outbox can't be read or written now", exc_info=error)

    async def _turn(self, *, at_once: bool = False) -> int:
        """Store results that are due, look at the database if that is due, start calls; how many were started."""
        async with self._turning:
            now = self._monotonic()
            if self._done and (at_once or len(self._done) >= IN_FLIGHT or now - self._done[0].at >= FLUSH):
                await self._store()
            if self._looks_now or now - self._looked_at >= POLL:
                await self._look()
            return await self._start()

    # --- the database ---

    @property
    def _looks_now(self) -> bool:
        """Woken, or everything that there was room for has left while the database holds more."""
        return self._look_now or (self._beyond and not len(self._lanes))

    async def _look(self) -> None:
        """Take in the heads of all lanes that are not known yet, as far as there is room."""
        self._look_now = False
        self._looked_at = self._monotonic()
        before = self._lanes.waiting()
        limit = ROOM + len(before) + self._lanes.leaving
        places: Mapping[int, Place] = {}
        async with self._database.read(self._clock()) as work:
            heads = await work.outbox.heads(limit)
            unknown = self._lanes.wanted(heads)
            rows = await work.outbox.rows([head.id for head in unknown]) if unknown else []
            if unknown:
                places = await work.outbox.places({head.chat for head in unknown})
            self._counters.queue_waiting = await work.outbox.depth()
        whole = len(heads) < limit
        self._lanes.fetched(heads, rows, before, whole=whole)
        self._beyond = not whole or not all(self._lanes.knows(head.id) for head in heads)
        self._places.merge(places)

    async def _store(self) -> None:
        """Everything that came back, in one transaction; until it is stored its chats wait."""
        done = list(self._done)
        if not done:
            return
        async with self._database.write(self._clock()) as work:
            await work.outbox.settle(to_store(done, self._places))
            for digest, file_id in [one.upload for one in done if one.upload]:
                await work.files.uploaded(digest, file_id)
        del self._done[: len(done)]
        for one in done:
            self._conclude(one)
        self._counters.recovered()
        for chat in {one.row.chat for one in done if one.unreachable}:
            await self._lost(chat)

    def _conclude(self, one: Done) -> None:
        """The result is stored: the chat is free, and the counters grow."""
        row, outcome, counters = one.row, one.outcome, self._counters
        if isinstance(outcome, Later):
            counters.messages_retried += 1
            wait = min(FIRST_RETRY * 2**row.attempts, LAST_RETRY)
            self._lanes.back(replace(row, attempts=row.attempts + 1), until=one.at + wait)
            return
        if self._lanes.settled(row):
            self._look_now = True
        if outcome is None:
            counters.messages_expired += 1
            _log.info("message expired unsent", extra={"row": row.id, "lane": row.lane, "attempts": row.attempts})
        elif isinstance(outcome, Dropped):
            _log.debug("nothing stands in the slot any more", extra={"row": row.id, "slot": row.slot})
        elif isinstance(outcome, Refused):
            counters.messages_dead += 1
            _log.warning("message refused", extra={"row": row.id, "slot": row.slot, "reason": outcome.reason})
        else:
            counters.messages_sent += 1
            counters.last_sent_at = self._clock()
            self._places.shown(row, outcome.screen)
            self._tidying.remember(row.chat, outcome)

    async def _lost(self, chat: int) -> None:
        """The person blocked the bot: nothing that waits can arrive, and others are told."""
        self._lanes.bury(chat)
        try:
            async with self._database.write(self._clock()) as work:
                self._counters.messages_dead += await work.outbox.bury(chat, UNREACHABLE)
                written = await post(work, self._words, await self._on_reachability(work, chat, False))
        except Exception as error:
            if self._infrastructure(error):
                raise
            _log.error("nobody could be told that a person is unreachable", extra={"chat": chat}, exc_info=error)
        else:
            self.offer(written, {})

    # --- the calls ---

    async def _start(self) -> int:
        """Let leave what may leave now."""
        now = self._monotonic()
        if not self._leads() or not self._pace.begin(now):
            return 0
        ready = self._lanes.ready(now)
        await self._places.know(row.chat for row in ready)
        moment, started = self._clock(), 0
        for row in ready:
            place = self._places.get(row.chat)
            if row.expires_at is not None and row.expires_at <= moment:
                self._lanes.leave(row)
                self._done.append(Done(row, None, now))
                started += 1
            elif len(self._calls) >= IN_FLIGHT:
                break
            elif place is not None and self._pace.takes(row.chat, now):
                self._lanes.leave(row)
                self._launch(self._carry(row, place))
                started += 1
        return started + self._start_tidying(now)

    def _start_tidying(self, now: float) -> int:
        """Old messages lose their buttons when nothing else wants to leave for that chat and the limits allow it."""
        started = 0
        for untidy in self._tidying.each():
            free = len(self._calls) < IN_FLIGHT and self._lanes.is_idle(untidy.chat)
            if free and self._pace.takes(untidy.chat, now):
                self._lanes.occupy(untidy.chat)
                self._launch(self._tidy(untidy))
                started += 1
            else:
                self._tidying.later(untidy)
        return started

    def _launch(self, call: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(call)
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)

    async def _carry(self, row: Outgoing, place: Place) -> None:
        """One message to Telegram; the result waits to be stored."""
        try:
            outcome = await self._visit(row, place)
        except asyncio.CancelledError:
            self._lanes.back(row, until=0.0)
            raise
        except Exception as error:
            _log.error("a message could not be carried", extra={"row": row.id}, exc_info=error)
            outcome = self._stumbled(row, error)
        if isinstance(outcome, Later) and outcome.after is not None:
            until = self._complain(row.chat, outcome.after)
            self._lanes.back(row, until=until, whole_chat=True)
        else:
            self._done.append(Done(row, outcome, self._monotonic()))
        self._event.set()

    def _stumbled(self, row: Outgoing, error: Exception) -> Outcome:
        """A fault of our own is given up in the end, or it would hold up its lane for ever."""
        hopeless = row.attempts >= OWN_FAULTS and not self._infrastructure(error)
        reason = type(error).__name__
        return Refused(reason) if hopeless else Later(None, reason)

    async def _visit(self, row: Outgoing, place: Place) -> Outcome:
        file = None
        if digest := row.body.get("file", {}).get("sha256"):
            async with self._database.read(self._clock()) as work:
                file = await work.files.get(digest)
        screen = place.screens.get(row.slot)
        below = screen is not None and place.last_incoming > screen.message_id
        return await deliver(self._bot, Errand(row, screen, below, file))

    async def _tidy(self, untidy: Untidy) -> None:
        try:
            refused = await tidy(self._bot, untidy.chat, untidy.message_id, vanish=untidy.vanish)
            if refused is not None and refused.after is not None:
                self._complain(untidy.chat, refused.after)
        finally:
            self._lanes.release(untidy.chat)
            self._event.set()

    def _complain(self, chat: int, seconds: float) -> float:
        """Telegram answered 429; gives until when the chat has to wait."""
        now = self._monotonic()
        self._counters.too_many_requests += 1
        _log.warning("too many requests", extra={"chat": chat, "retry_after": seconds})
        self._pace.complain(chat, seconds, now)
        return now + seconds

    # --- waiting ---

    def _pause(self) -> float:
        """Seconds until there is something to do, unless an event comes first."""
        now = self._monotonic()
        waits = [POLL - (now - self._looked_at), self._pace.wait(now), self._lanes.next_release(now)]
        if self._done:
            waits.append(FLUSH - (now - self._done[0].at))
        return max(min(wait for wait in waits if wait is not None), 0.001)

    async def _until(self, seconds: float) -> None:
        """Until the time is over or something happens."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return

"""The runner of long work: takes waiting jobs, has them made off the event loop, and shows what came of it.

A job is a row until its result is in the outbox, both in one transaction: killed at any moment, it is made again and
shown once. Making happens outside of any transaction, in the workshop's child process.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from mentoring.errors import Refusal
from messaging.backoff import Backoff, unless
from messaging.ports import Clock, Infrastructure, Monotonic, Words, Written
from messaging.post import post
from messaging.replies import Show
from reports.errors import MakingError
from reports.workshop import Workshop
from services import data_log
from services import jobs as orders
from services.desk import Desk, House
from services.jobs import Maker, Making
from services.makers import MAKERS
from storage.engine import Database
from storage.jobs import Job, JobState
from storage.work import Work

POLL = 1.0
AT_ONCE = 2
MOST_ATTEMPTS = 3
PROGRESS_SECONDS = 5.0
_log = logging.getLogger(__name__)


class Makes(Protocol):
    """Where the bytes are made; `reports.workshop.Workshop` outside of tests."""

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes: ...

    async def close(self) -> None: ...


Fetch = Callable[[str], Awaitable[bytes]]
"""Brings the file of that Telegram id; raises Refusal where it can't be had."""


async def _no_files(file_id: str) -> bytes:
    raise Refusal("job-file-gone")


class Counts(Protocol):
    """What the operator hears of (`bot.health.Vitals`)."""

    jobs_finished: int
    jobs_failed: int


@dataclass(slots=True)
class _Running:
    job: Job
    task: asyncio.Task[None]
    since: float
    told_at: float


class Jobs:
    """Runs the jobs of one process, two at most at a time. On PostgreSQL only the replica that leads has it run."""

    def __init__(
        self,
        database: Database,
        house: House,
        words: Words,
        *,
        offer: Callable[[Written, Mapping[int, int]], None],
        clock: Clock,
        infrastructure: Infrastructure,
        counters: Counts | None = None,
        workshop: Callable[[], Makes] = Workshop,
        makers: Mapping[str, Maker] = MAKERS,
        fetch: Fetch = _no_files,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        self._database = database
        self._house = house
        self._words = words
        self._offer = offer
        self._clock = clock
        self._infrastructure = infrastructure
        self._counters = counters
        self._new_workshop = workshop
        self._workshop: Makes | None = None
        self._makers = makers
        self._fetch = fetch
        self._monotonic = monotonic
        self._running: dict[int, _Running] = {}
        self._turning = asyncio.Lock()
        self._woken = asyncio.Event()
        self._recover = True

    def wake(self) -> None:
        """A job was ordered: look at once."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`; then what runs is put back, to be begun again at the next start.

        What another process had begun that no longer leads is begun again.
        """
        backoff = Backoff()
        self._recover = True
        while not stop.is_set():
            self._woken.clear()
            try:
                await self._turn()
            except Exception as error:
                _log.error("the jobs could not be looked at; it is repeated", exc_info=error)
                await self._pause(stop, backoff.wait())
            else:
                backoff.reset()
                await self._pause(stop, POLL)
        await self.close()

    async def work_off(self) -> int:
        """Make everything that waits, and what that brings; how many jobs were begun. For tests and the demo."""
        made = 0
        while True:
            made += await self._turn()
            if not self._running:
                return made
            await asyncio.wait(self._tasks(), return_when=asyncio.FIRST_COMPLETED)

    async def close(self) -> None:
        """Stop what runs, put it back, and end the workshop; another `run` opens a new one."""
        cut_short = list(self._running)
        await self._stop(cut_short)
        try:
            if cut_short:
                async with self._database.write(self._clock()) as work:
                    await work.jobs.forgive(cut_short)
        except Exception as error:
            _log.warning("jobs were cut short; they begin again at the next start", exc_info=error)
        finally:
            workshop, self._workshop = self._workshop, None
            if workshop is not None:
                await workshop.close()

    # --- one turn -----------------------------------------------------------------------------------------------------

    async def _turn(self) -> int:
        """Drop what was cancelled, tell how it goes, begin what waits; how many were begun."""
        async with self._turning:
            if self._recover:
                async with self._database.write(self._clock()) as work:
                    await work.jobs.recover(list(self._running))
                self._recover = False
            async with self._database.read(self._clock()) as work:
                states = await work.jobs.states()
            await self._stop([job_id for job_id in self._running if job_id not in states])
            await self._tell_progress()
            waiting = sum(state is JobState.WAITING for state in states.values())
            begun = 0
            while begun < waiting and len(self._running) < AT_ONCE and await self._begin():
                begun += 1
            return begun

    async def _begin(self) -> bool:
        async with self._database.write(self._clock()) as work:
            job = await work.jobs.start()
        if job is None:
            return False
        task = asyncio.create_task(self._do(job), name=f"job {job.id}")
        now = self._monotonic()
        self._running[job.id] = _Running(job, task, now, now)
        task.add_done_callback(lambda _: self._ended(job.id))
        return True

    def _ended(self, job_id: int) -> None:
        self._running.pop(job_id, None)
        self._woken.set()

    async def _stop(self, ids: list[int]) -> None:
        tasks = [self._running[job_id].task for job_id in ids if job_id in self._running]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        for job_id in ids:
            self._running.pop(job_id, None)

    async def _tell_progress(self) -> None:
        """Who waits for some seconds sees that the work goes on."""
        now = self._monotonic()
        for each in list(self._running.values()):
            if each.job.quiet or now - each.told_at < PROGRESS_SECONDS:
                continue
            each.told_at = now
            async with self._database.write(self._clock()) as work:
                if await work.jobs.get(each.job.id) is None:
                    continue
                shown = orders.under_way(each.job, round(now - each.since))
                written = await post(work, self._words, [shown])
            self._offer(written, {})

    async def _pause(self, stop: asyncio.Event, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await unless(stop, self._woken.wait())

    def _tasks(self) -> set[asyncio.Task[None]]:
        return {each.task for each in self._running.values()}

    # --- one job ------------------------------------------------------------------------------------------------------

    async def _do(self, job: Job) -> None:
        try:
            await self._attempt(job)
        except Exception as error:
            await self._failed(job, error)

    async def _attempt(self, job: Job) -> None:
        if job.attempts > MOST_ATTEMPTS:
            await self._give_up(job, MakingError.key)
            return
        try:
            making = await self._read(job)
        except Refusal as refusal:
            await self._finish(job, orders.refused(job, refusal.key, refusal.values))
            return
        try:
            content = await self._make(job, making)
            await self._conclude(job, making, content)
        except Refusal as refusal:
            await self._finish(job, orders.refused(job, refusal.key, refusal.values))
            return
        if self._counters is not None:
            self._counters.jobs_finished += 1

    async def _make(self, job: Job, making: Making) -> bytes:
        if self._workshop is None:
            self._workshop = self._new_workshop()
        sent = () if making.fetch is None else (await self._fetch(making.fetch),)
        if making.feed is None:
            return await self._workshop.make(making.function, *sent, *making.arguments)
        async with self._database.read(self._clock(), patiently=True) as work:
            rows = making.feed(await self._desk(work, job))
            return await self._workshop.make(making.function, *sent, *making.arguments, rows=rows)

    async def _conclude(self, job: Job, making: Making, content: bytes) -> None:
        """The result, the end of the job and the note of whoever takes out names are one."""
        async with self._database.write(self._clock()) as work:
            if not await work.jobs.finish(job.id):
                return
            desk = await self._desk(work, job)
            await data_log.note_file(desk, job.kind, job.arguments)
            then = making.then
            shown = orders.result(job, making, content) if then is None else await then(desk, job, content)
            written = await post(work, self._words, [shown, *desk.told])
        self._offer(written, {})

    async def _read(self, job: Job) -> Making:
        async with self._database.read(self._clock()) as work:
            return await self._makers[job.kind](await self._desk(work, job), job)

    async def _desk(self, work: Work, job: Job) -> Desk:
        """As whoever ordered it is now."""
        return Desk(work, self._house, await work.chats.actor(job.chat_id), work.now)

    async def _finish(self, job: Job, shown: Show) -> None:
        """The result and the end of the job are one; nothing is shown of a job that was cancelled meanwhile."""
        async with self._database.write(self._clock()) as work:
            if not await work.jobs.finish(job.id):
                return
            written = await post(work, self._words, [shown])
        self._offer(written, {})

    async def _give_up(self, job: Job, key: str) -> None:
        await self._finish(job, orders.refused(job, key, {}))
        if self._counters is not None:
            self._counters.jobs_failed += 1

    async def _failed(self, job: Job, error: Exception) -> None:
        """A fault of the machine does not count; one of the job does, and the third is told in words."""
        blameless = self._infrastructure(error)
        _log.error("a job failed", extra={"job": job.id, "kind": job.kind, "attempt": job.attempts}, exc_info=error)
        try:
            if job.attempts >= MOST_ATTEMPTS and not blameless:
                key = error.key if isinstance(error, MakingError) else MakingError.key
                await self._give_up(job, key)
                return
            async with self._database.write(self._clock()) as work:
                if blameless:
                    await work.jobs.forgive([job.id])
                else:
                    await work.jobs.put_back([job.id])
        except Exception as again:
            self._recover = True
            _log.error("a failed job could not be put back yet", extra={"job": job.id}, exc_info=again)

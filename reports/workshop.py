"""The workshop: charts and documents are made in a child process, so that the bot stays small and never waits.

One piece of work at a time, in order. The child starts on demand and ends after some idle minutes. It is a process of
our own rather than a pool of `concurrent.futures`: a pool's worker outlives a killed bot, imports the bot's `__main__`
with all of aiogram, and can't be stopped in the middle of its work.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import shutil
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Protocol

from reports.child import END, HEAD, MADE, frame_of
from reports.errors import MakingFailedError, MakingTimeoutError, WorkshopBrokenError, WorkshopClosedError

HOME = Path(__file__).resolve().parent.parent
TIMEOUT = 60.0
FED_TIMEOUT = 600.0
"""Of work that is fed: as much as there is, read and written while it comes."""
IDLE = 300.0

log = logging.getLogger(__name__)


class Timer(Protocol):
    """A call that was put off, as `loop.call_later` gives it."""

    def cancel(self) -> None: ...


Later = Callable[[float, Callable[[], None]], Timer]
"""Puts a call off by some seconds."""


class Workshop:
    """Makes documents in a child process. Make one in the running loop; `close` it at the end.

    timeout: seconds that one piece of work may take; fed_timeout: the same where it is fed with rows; idle: seconds
    without work after which the child ends.
    later: how a call is put off (default: the running loop's `call_later`).
    """

    def __init__(
        self,
        *,
        timeout: float = TIMEOUT,
        fed_timeout: float = FED_TIMEOUT,
        idle: float = IDLE,
        later: Later | None = None,
    ) -> None:
        self._timeout = timeout
        self._fed_timeout = fed_timeout
        self._idle = idle
        self._later = later
        self._turn = asyncio.Lock()
        self._child: Process | None = None
        self._spool: str | None = None
        self._leaving: Timer | None = None
        self._retired: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        return None if self._child is None else self._child.pid

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        """What `function(*arguments)` returns, worked out in the child.

        The function must be importable by its name, its arguments must pickle. Cancelling the call stops the work.
        `rows` are handed over while they come, and the function takes them as the iterator `rows`: neither side ever
        holds them all.
        Raises MakingFailedError when the function raises, MakingTimeoutError, WorkshopBrokenError when the child dies
        (the next call starts a new one), WorkshopClosedError after `close`.
        """
        # Years of rows take a while to pickle; in a thread of its own, the loop goes on in between.
        request = await asyncio.to_thread(self._request, function, arguments, fed=rows is not None)
        async with self._turn:
            self._expect_open()
            self._stay()
            try:
                sign, content = await self._ask(request, rows)
            except TimeoutError:
                raise MakingTimeoutError(f"{_name(function)}: over {self._limit(rows):g} s") from None
            except (asyncio.IncompleteReadError, ConnectionError):
                self._expect_open()
                raise WorkshopBrokenError(f"{_name(function)}: the child process ended") from None
        if sign != MADE:
            raise MakingFailedError(f"{_name(function)}: {content.decode()}")
        return content

    async def close(self) -> None:
        """End the child, in the middle of its work if it has some; nothing is made after this."""
        self._closed = True
        self._stay()
        await self._end()
        if self._retired is not None:
            await self._retired

    def _expect_open(self) -> None:
        if self._closed:
            raise WorkshopClosedError("the workshop is closed")

    async def _ask(self, request: bytes, rows: AsyncIterator[object] | None) -> tuple[bytes, bytes]:
        """One request and its reply: a sign, and the bytes that follow it.

        A child that did not reply in full is ended, or its next reply would be old.
        """
        replied = False
        try:
            async with asyncio.timeout(self._limit(rows)):
                child = await self._start()
                self._expect_open()
                assert child.stdin is not None
                assert child.stdout is not None
                child.stdin.write(request)
                await child.stdin.drain()
                if rows is not None:
                    await self._feed(child.stdin, rows)
                length = int.from_bytes(await child.stdout.readexactly(HEAD), "big")
                reply = await child.stdout.readexactly(len(MADE)), await child.stdout.readexactly(length - len(MADE))
                replied = True
                return reply
        finally:
            if replied and not self._closed:
                self._leave_later()
            else:
                await self._end()

    def _limit(self, rows: AsyncIterator[object] | None) -> float:
        return self._timeout if rows is None else self._fed_timeout

    @staticmethod
    async def _feed(child: asyncio.StreamWriter, rows: AsyncIterator[object]) -> None:
        """Every piece as a frame, then the one that ends them; no faster than the child reads."""
        async for piece in rows:
            child.write(frame_of(piece))
            await child.drain()
        child.write(END)
        await child.drain()

    async def _start(self) -> Process:
        """The child that runs, or a new one: in its own session, so that Ctrl+C reaches the bot alone."""
        if self._child is None or self._child.returncode is not None:
            self._sweep()
            self._spool = tempfile.mkdtemp(prefix="workshop-")
            self._child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "reports.child", self._spool),
                stdin=PIPE,
                stdout=PIPE,
                cwd=HOME,
                start_new_session=True,
            )
            log.info("workshop started, pid %s", self._child.pid)
        return self._child

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            if child.returncode is None:
                child.kill()
            await child.wait()
            log.info("workshop ended, pid %s", child.pid)
        self._sweep()

    def _sweep(self) -> None:
        """What a child that was ended in the middle had put by, people's answers perhaps."""
        if self._spool is not None:
            shutil.rmtree(self._spool, ignore_errors=True)
            self._spool = None

    def _stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    def _leave_later(self) -> None:
        later = self._later or asyncio.get_running_loop().call_later
        self._leaving = later(self._idle, self._leave)

    def _leave(self) -> None:
        """Nothing was asked for a while."""
        self._retired = asyncio.ensure_future(self._end())

    @staticmethod
    def _request(function: Callable[..., bytes], arguments: tuple[object, ...], *, fed: bool) -> bytes:
        try:
            return frame_of((function, arguments, fed))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise MakingFailedError(f"{_name(function)}: can't be sent: {type(error).__name__}") from None


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"

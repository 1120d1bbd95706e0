"""How long to wait before trying again, and waiting that a shutdown can end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


class Backoff:
    """Seconds that double from `first` to `most`; a success begins anew."""

    def __init__(self, first: float = 0.2, most: float = 30.0) -> None:
        self._first = first
        self._most = most
        self._next = first

    def wait(self) -> float:
        """The seconds to wait now; the next time it is twice as long."""
        seconds, self._next = self._next, min(self._next * 2, self._most)
        return seconds

    def reset(self) -> None:
        """It worked."""
        self._next = self._first


async def unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """The result of `work`, or None if `stop` was set first; `work` is cancelled then. Its errors are raised."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(_wait(stop))
    try:
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        stopping.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


async def _wait(stop: asyncio.Event) -> None:
    await stop.wait()

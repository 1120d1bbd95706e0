"""Keeps Telegram's state on disk while it is served, so that the demo survives a restart."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from simulator import saved
from simulator.chats import Change
from simulator.telegram import Telegram

_PAUSE = 0.5  # seconds in which further changes share one write


class Keeper:
    """Writes to `path` soon after changes (then `written` is set), and once more at the end."""

    def __init__(self, telegram: Telegram, path: Path, pause: float = _PAUSE) -> None:
        self._telegram = telegram
        self._path = path
        self._pause = pause
        self._changed = asyncio.Event()
        self.written = asyncio.Event()

    async def run(self, _: web.Application) -> AsyncIterator[None]:
        """A cleanup context of the server."""
        unwatch = self._telegram.watch(self._note)
        task = asyncio.create_task(self._write_after_changes())
        yield
        unwatch()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await self._write()

    def _note(self, _: Change) -> None:
        self._changed.set()

    async def _write_after_changes(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(self._pause)
            self._changed.clear()
            await self._write()

    async def _write(self) -> None:
        world = self._telegram.world
        state = saved.snapshot(world, self._telegram.updates)
        await asyncio.to_thread(saved.write, self._path, state, world.files)
        self.written.set()

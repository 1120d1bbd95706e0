"""Long polling of our own: raw updates, and an offset that moves on only after the commit."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from messaging.arrivals import KINDS, number_of
from messaging.backoff import Backoff, unless
from messaging.counters import Counters
from messaging.intake import Intake
from messaging.ports import Sleep
from messaging.raw import DropWebhook, RawUpdates

TIMEOUT = 30
LIMIT = 100
_SLACK = 10
_log = logging.getLogger(__name__)


class WrongTokenError(Exception):
    """Telegram knows no bot with this token; the process can't go on."""


class Polling:
    """Fetches updates and gives them to the intake until it is told to stop."""

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        *,
        counters: Counters,
        sleep: Sleep = asyncio.sleep,
        timeout: int = TIMEOUT,
        limit: int = LIMIT,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._counters = counters
        self._sleep = sleep
        self._timeout = timeout
        self._limit = limit
        self._offset: int | None = None
        self._begun = False
        self._net = Backoff()
        self._store = Backoff()

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set, and the updates in hand are taken. Raises WrongTokenError."""
        while not stop.is_set():
            batch = await self._fetch(stop)
            if batch is not None:
                await self._take(batch, stop)

    async def step(self) -> int:
        """Take what waits at Telegram without waiting for more; how many that were. For tests and the demo's clock."""
        batch = await self._call(0)
        await self._take_once(batch)
        return len(batch)

    async def acknowledge(self) -> None:
        """Tell Telegram what was taken; without it the next start gets that again and skips it."""
        if self._offset is None:
            return
        try:
            await self._bot(RawUpdates(offset=self._offset, limit=1, timeout=0), request_timeout=_SLACK)
        except AiogramError as error:
            _log.warning("the last updates were not acknowledged; they will be skipped", exc_info=error)

    async def _fetch(self, stop: asyncio.Event) -> list[Any] | None:
        """The next updates; None after an error that was waited out, or a stop."""
        try:
            # The first look does not wait: whether an old update is stuck must be known at the start.
            batch = await unless(stop, self._call(self._timeout if self._begun else 0))
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise WrongTokenError("Telegram knows no bot with this BOT_TOKEN") from error
        except TelegramConflictError as error:
            await self._conflict(error, stop)
            return None
        except TelegramRetryAfter as error:
            await unless(stop, self._sleep(error.retry_after))
            return None
        except (AiogramError, OSError) as error:
            _log.warning("getUpdates failed", exc_info=error)
            await unless(stop, self._sleep(self._net.wait()))
            return None
        self._net.reset()
        return batch

    async def _conflict(self, error: TelegramConflictError, stop: asyncio.Event) -> None:
        if "webhook is active" in error.message:
            _log.warning("a webhook was set for this bot: it is removed, since updates are polled")
            try:
                await self._bot(DropWebhook(), request_timeout=_SLACK)
            except AiogramError as failure:
                _log.warning("deleteWebhook failed", exc_info=failure)
        else:
            _log.error("another program polls with the same BOT_TOKEN: stop one of the two")
        await unless(stop, self._sleep(self._net.wait()))

    async def _call(self, timeout: int) -> list[Any]:  # noqa: ASYNC109 -- Telegram's own parameter
        method = RawUpdates(
            offset=self._offset, limit=self._limit, timeout=timeout or None, allowed_updates=list(KINDS)
        )
        return await self._bot(method, request_timeout=timeout + _SLACK)

    async def _take(self, batch: list[Any], stop: asyncio.Event) -> None:
        """Until the batch is stored: while the infrastructure fails, wait and try again, acknowledging nothing."""
        while True:
            try:
                await self._take_once(batch)
            except Exception as error:
                self._counters.failed(error)
                _log.error("updates can't be stored now; nothing is acknowledged", exc_info=error)
                await unless(stop, self._sleep(self._store.wait()))
                if stop.is_set():
                    return
            else:
                self._store.reset()
                return

    async def _take_once(self, batch: list[Any]) -> None:
        if not self._begun:
            await self._intake.begin(batch)
            self._begun = True
        await self._intake.take(batch)
        ids = [number for raw in batch if (number := number_of(raw)) is not None]
        if ids:
            self._offset = max(ids) + 1

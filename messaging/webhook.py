"""The webhook: 200 only after the commit, else 503, and Telegram delivers again."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from messaging.arrivals import number_of
from messaging.counters import Counters
from messaging.intake import TOGETHER, Intake

PATH = "/webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY = 1024 * 1024
PATIENCE = 25.0
"""Seconds until a delivery is answered 503 though the work goes on; delivered again, it will be known."""
_log = logging.getLogger(__name__)


class RefusedWebhookError(Exception):
    """Telegram takes no webhook at this address, for the reason in the text; the process can't go on."""


@dataclass(slots=True, eq=False)
class _Delivery:
    raw: dict[str, Any]
    person: int
    stored: asyncio.Future[bool]


class Webhook:
    """Takes deliveries. What waits shares a commit; one person's updates go one after another.

    workers: transactions side by side: 1 on SQLite, some on PostgreSQL.
    """

    def __init__(
        self, intake: Intake, *, secret: str, counters: Counters, workers: int = 1, patience: float = PATIENCE
    ) -> None:
        self._intake = intake
        self._secret = secret.encode()
        self._counters = counters
        self._workers = workers
        self._patience = patience
        self._waiting: list[_Delivery] = []
        self._people: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._begun = False
        self._beginning = asyncio.Lock()
        self._closed = False

    def add_to(self, app: web.Application) -> None:
        """Put the route on an application; its `client_max_size` should not be under a megabyte."""
        app.router.add_post(PATH, self.receive)

    async def receive(self, request: web.Request) -> web.Response:
        """One delivery: 401 without and 403 with a wrong secret, 413 if too long, 400 if no JSON object."""
        given = request.headers.get(HEADER)
        if given is None:
            return web.Response(status=401)
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret):
            return web.Response(status=403)
        if (request.content_length or 0) > MAX_BODY:
            return web.Response(status=413)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(raw, dict):
            return web.Response(status=400)
        return web.Response(status=200 if await self._deliver(raw) else 503)

    async def close(self) -> None:
        """Answer 503 from now on; finish what is being done."""
        self._closed = True
        waiting, self._waiting = self._waiting, []
        for delivery in waiting:
            _resolve(delivery, False)
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _deliver(self, raw: dict[str, Any]) -> bool:
        """Whether it is stored. The work goes on if the connection breaks or the patience ends."""
        if self._closed:
            return False
        delivery = _Delivery(raw, _person(raw), asyncio.get_running_loop().create_future())
        self._waiting.append(delivery)
        self._start()
        try:
            return await asyncio.wait_for(asyncio.shield(delivery.stored), self._patience)
        except TimeoutError:
            return False

    def _start(self) -> None:
        if len(self._tasks) < self._workers:
            task = asyncio.get_running_loop().create_task(self._work())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work(self) -> None:
        while group := self._next():
            stored = await self._take(group)
            self._people -= {delivery.person for delivery in group}
            for delivery in group:
                _resolve(delivery, stored)

    def _next(self) -> list[_Delivery]:
        """What waits, but for people whose earlier updates are being worked on."""
        group: list[_Delivery] = []
        rest: list[_Delivery] = []
        for delivery in self._waiting:
            fits = len(group) < TOGETHER and delivery.person not in self._people
            (group if fits else rest).append(delivery)
        self._waiting = rest
        self._people |= {delivery.person for delivery in group}
        return group

    async def _take(self, group: list[_Delivery]) -> bool:
        batch = sorted((delivery.raw for delivery in group), key=_number)
        try:
            async with self._beginning:
                if not self._begun:
                    await self._intake.begin(batch)
                    self._begun = True
            await self._intake.take(batch)
        except Exception as error:
            self._counters.failed(error)
            _log.error("updates can't be stored now; nothing is acknowledged", exc_info=error)
            return False
        return True


def _resolve(delivery: _Delivery, stored: bool) -> None:
    if not delivery.stored.done():
        delivery.stored.set_result(stored)


def _number(raw: dict[str, Any]) -> int:
    return number_of(raw) or 0


def _person(raw: dict[str, Any]) -> int:
    """Whose update it is; 0 for nobody's."""
    for value in raw.values():
        sender = value.get("from") if isinstance(value, dict) else None
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return int(sender["id"])
    return 0

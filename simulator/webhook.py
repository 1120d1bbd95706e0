"""Delivery of updates to a webhook: in order within a chat, repeated until the bot answers with success."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from simulator.updates import Update, Updates

Post = Callable[[str, dict[str, str], bytes], Awaitable[int]]

_BACKOFF = (0.1, 0.2, 0.5, 1.0, 2.0)
_DEADLINE = 60


class Webhook:
    """Posts each update of a queue to `url`; `post` gives the HTTP status and may be injected."""

    def __init__(self, updates: Updates, url: str, secret: str, connections: int, post: Post | None = None) -> None:
        self.url = url
        self.secret = secret
        self.connections = connections
        self.last_error = ""
        self.last_error_at = 0.0
        self._updates = updates
        self._post = post
        self._session: aiohttp.ClientSession | None = None
        self._room = asyncio.Semaphore(connections)
        self._lines: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        for update in list(updates.waiting.values()):
            self._put(update)
        updates.on_put = self._put

    def _put(self, update: Update) -> None:
        chat = chat_of(update)
        line = self._lines.get(chat)
        if line is not None:
            line.append(update)
            return
        self._lines[chat] = deque([update])
        task = asyncio.get_running_loop().create_task(self._serve(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, chat: int) -> None:
        """Deliver what waits in one chat, one after another."""
        line = self._lines[chat]
        while line:
            await self._deliver(line[0])
            line.popleft()
        del self._lines[chat]

    async def _deliver(self, update: Update) -> None:
        body = json.dumps(update, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        attempt = 0
        while update["update_id"] in self._updates.waiting:
            async with self._room:
                status = await self._try(headers, body)
            if 200 <= status < 300:
                self._updates.acknowledge(update["update_id"])
                return
            await asyncio.sleep(_BACKOFF[min(attempt, len(_BACKOFF) - 1)])
            attempt += 1

    async def _try(self, headers: dict[str, str], body: bytes) -> int:
        try:
            status = await (self._post or self._over_http)(self.url, headers, body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self.last_error = f"Connection failed: {type(error).__name__}"
            return 0
        if not 200 <= status < 300:
            self.last_error = f"Wrong response from the webhook: {status}"
        return status

    async def _over_http(self, url: str, headers: dict[str, str], body: bytes) -> int:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_DEADLINE))
        async with self._session.post(url, data=body, headers=headers) as answer:
            await answer.read()
            return answer.status

    async def close(self) -> None:
        """Stop delivering; what is not acknowledged stays in the queue."""
        self._updates.on_put = None
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()


def chat_of(update: dict[str, Any]) -> int:
    """The private chat an update belongs to; 0 if it names none."""
    for value in update.values():
        if isinstance(value, dict):
            if isinstance(sender := value.get("from"), dict):
                return int(sender.get("id", 0))
            if isinstance(chat := value.get("chat"), dict):
                return int(chat.get("id", 0))
    return 0

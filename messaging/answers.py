"""What goes out at once after the commit, bounded and unretried: answers to presses, and command menus."""

from __future__ import annotations

import asyncio
from collections import deque

from aiogram import Bot
from aiogram.exceptions import AiogramError

from messaging.raw import AnswerPress, SetMenu

IN_FLIGHT = 24
PATIENCE = 3
WAITING = 500
"""An answer that would wait behind more than this comes too late anyway."""


class Answers:
    """Ends the spinners of presses and sets command menus, side by side, never holding up anything else."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: deque[AnswerPress | SetMenu] = deque(maxlen=WAITING)
        self._tasks: set[asyncio.Task[None]] = set()

    def give(self, query_id: str, text: str | None = None, alert: bool = False) -> None:
        """Answer a press, with a toast or without a word."""
        self._go(AnswerPress(callback_query_id=query_id, text=text, show_alert=alert or None))

    def menu(self, chat: int, commands: list[dict[str, str]]) -> None:
        """Set a chat's command menu: names with their descriptions."""
        self._go(SetMenu(commands=commands, scope={"type": "chat", "chat_id": chat}))

    def _go(self, call: AnswerPress | SetMenu) -> None:
        self._waiting.append(call)
        if len(self._tasks) < IN_FLIGHT:
            task = asyncio.get_running_loop().create_task(self._work())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        """Until all are given; each has a few seconds."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _work(self) -> None:
        while self._waiting:
            call = self._waiting.popleft()
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._bot(call, request_timeout=PATIENCE)
            except (AiogramError, TimeoutError):
                continue  # too late, or the net is down: never the only notice

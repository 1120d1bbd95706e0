"""Files that people send: fetched by their Telegram id, within a size, for jobs that read them."""

from __future__ import annotations

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound

from mentoring.errors import Refusal

LARGEST = 10 * 1024 * 1024
"""Bytes; every kind of file the bot reads is far smaller, and Telegram gives bots no more than 20 MB."""


class Downloads:
    """Brings files of one bot. Network errors pass through: the job is tried again."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes:
        """The file's bytes. Raises Refusal if Telegram has it no more or it is too big."""
        try:
            found = await self._bot.get_file(file_id)
        except (TelegramBadRequest, TelegramNotFound) as error:
            raise Refusal("job-file-gone") from error
        if (found.file_size or 0) > LARGEST or found.file_path is None:
            raise Refusal("job-file-too-big", megabytes=LARGEST // 1024**2)
        content = BytesIO()
        await self._bot.download_file(found.file_path, content)
        return content.getvalue()

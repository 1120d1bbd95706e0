"""The bare aiogram bot to compare with: default polling, state in the button, an edit and an answer for each press.

BOT_TOKEN=… TELEGRAM_API_URL=… python -m tests.bench.bare
"""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

dispatcher = Dispatcher()


def screen(number: int) -> tuple[str, InlineKeyboardMarkup]:
    """A question with five digits."""
    row = [InlineKeyboardButton(text=str(digit), callback_data=f"q{number}:{digit}") for digit in range(1, 6)]
    return f"Вопрос {number}", InlineKeyboardMarkup(inline_keyboard=[row])


@dispatcher.message(F.text)
async def begin(message: Message) -> None:
    text, markup = screen(1)
    await message.answer(text, reply_markup=markup)


@dispatcher.callback_query()
async def pressed(query: CallbackQuery) -> None:
    number = int((query.data or "q1:").split(":")[0][1:])
    text, markup = screen(number + 1)
    if isinstance(query.message, Message):
        await query.message.edit_text(text, reply_markup=markup)
    await query.answer()


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    await dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"], session=session))


if __name__ == "__main__":
    asyncio.run(main())

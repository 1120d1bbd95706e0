"""The questionnaire `sample` as it is usually written with aiogram: default polling, state and answers in memory.

BOT_TOKEN=… TELEGRAM_API_URL=… python -m tests.bench.remembering

It imports nothing of the project, so that its memory and its start are aiogram's own.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import yaml
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

DEFINITION = Path(__file__).parents[2] / "surveys" / "definitions" / "sample.yaml"
SURVEY: dict[str, Any] = yaml.safe_load(DEFINITION.read_text(encoding="utf-8"))
ASKED: list[dict[str, Any]] = SURVEY["ask"]

dispatcher = Dispatcher(storage=MemoryStorage())


class Answering(StatesGroup):
    """Somebody is in the middle of it; the data hold the question and the answers."""

    question = State()


def screen(place: int) -> tuple[str, InlineKeyboardMarkup]:
    """A question with its digits, «Назад» and «Продолжить позже»."""
    one = ASKED[place]
    digits = range(one["min"], one["max"] + 1)
    row = [InlineKeyboardButton(text=str(digit), callback_data=f"q{place + 1}:{digit}") for digit in digits]
    back = [InlineKeyboardButton(text="Назад", callback_data=f"back:{place - 1}")] if place else []
    later = [InlineKeyboardButton(text="Продолжить позже", callback_data="later")]
    ends = f"{one['min']} — {one['low']['ru']}\n{one['max']} — {one['high']['ru']}"
    text = f"Вопрос {place + 1} из {len(ASKED)}\n\n<b>{one['text']['ru']}</b>\n\n{ends}"
    return text, InlineKeyboardMarkup(inline_keyboard=[each for each in (row, back, later) if each])


@dispatcher.message(F.text)
async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state(Answering.question)
    await state.set_data({"place": 0, "answers": {}})
    text, markup = screen(0)
    await message.answer(text, reply_markup=markup)


@dispatcher.callback_query(Answering.question, F.data.startswith("q"))
async def pressed(query: CallbackQuery, state: FSMContext) -> None:
    question, _, value = (query.data or "").partition(":")
    data = await state.get_data()
    await state.update_data(place=data["place"] + 1, answers=data["answers"] | {question: int(value)})
    if data["place"] + 1 < len(ASKED):
        await show(query, *screen(data["place"] + 1))
    else:
        await state.set_state(None)
        await show(query, "Спасибо! Ответы сохранены.")


@dispatcher.callback_query(Answering.question, F.data.startswith("back:"))
async def back(query: CallbackQuery, state: FSMContext) -> None:
    place = int((query.data or "").partition(":")[2])
    await state.update_data(place=place)
    await show(query, *screen(place))


@dispatcher.callback_query()
async def later(query: CallbackQuery) -> None:
    await query.answer("Напишите, когда захотите продолжить.")


async def show(query: CallbackQuery, text: str, markup: InlineKeyboardMarkup | None = None) -> None:
    """In the same message; then the press is answered."""
    if isinstance(query.message, Message):
        await query.message.edit_text(text, reply_markup=markup)
    await query.answer()


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    bot = Bot(os.environ["BOT_TOKEN"], session=session, default=DefaultBotProperties(parse_mode="HTML"))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())

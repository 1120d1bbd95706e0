"""Surveys and forms in chat: every button of a dialogue, and every text while one is under way."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from messaging.replies import Replies
from services import dialogue, dialogue_answers
from services.desk import Desk

router = Router(name="dialogue")


@router.callback_query(Press("a", response=int, question=str, token=str))
async def pressed(query: CallbackQuery, desk: Desk, response: int, question: str, token: str) -> Replies:
    pressed_on = query.message.message_id if query.message else 0
    return await dialogue_answers.press(desk, response, question, token, pressed_on)


@router.callback_query(Press("response.open", response=int))
async def opened(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (await dialogue.take_up(desk, response),)

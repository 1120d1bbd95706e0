"""`/language`: two buttons, changes at once."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.home_screens import BACK, MENU
from handlers.press import Press
from messaging.replies import Button, Replies, Say, Show, press
from services import languages
from services.desk import Desk

router = Router(name="language")


@router.message(Command("language", ignore_mention=True))
async def language(message: Message, desk: Desk) -> Replies:
    return (_choice(desk.actor.chat_id),)


@router.callback_query(Press("language.open"))
async def open_language(query: CallbackQuery, desk: Desk) -> Replies:
    return (_choice(desk.actor.chat_id),)


@router.callback_query(Press("language.set", code=str))
async def set_language(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    commands = await languages.choose(desk, code)
    return (Show(desk.actor.chat_id, MENU, Say("language-set"), (BACK,)), *commands)


def _choice(chat: int) -> Show:
    buttons = tuple(Button(Say(f"language-{code}"), press("language.set", code)) for code in languages.LANGUAGES)
    return Show(chat, MENU, Say("language-title"), (buttons, BACK))

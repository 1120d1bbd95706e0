"""`/start`, with a link's token or without."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.home import screen
from handlers.press import Press
from messaging.replies import Replies
from services import command_menu, entrance, staff
from services.desk import Desk

router = Router(name="start")


@router.message(Command("start", ignore_mention=True))
async def start(message: Message, desk: Desk, command: CommandObject) -> Replies:
    token = (command.args or "").strip()
    if token:
        return await entrance.come_in(desk, token)
    return (await screen(desk), *command_menu.replies(desk))


@router.callback_query(Press("staff.accept", token=str))
async def accept(query: CallbackQuery, desk: Desk, token: str) -> Replies:
    return await staff.accept(desk, token)

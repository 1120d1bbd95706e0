"""The coordinator's rooms: one screen with what waits, and doors to all of them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import municipality_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import municipality
from services.desk import Desk
from services.people import page_number

router = Router(name="municipality")


@router.callback_query(Press("municipality.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.rooms(desk.actor.chat_id, await municipality.rooms(desk)),)


@router.callback_query(Press("municipality.page", page=page_number))
async def turned(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.rooms(desk.actor.chat_id, await municipality.rooms(desk), page),)

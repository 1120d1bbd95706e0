"""All that waits for whoever looks, page by page."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import digest_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import digest
from services.desk import Desk
from services.people import page_number

router = Router(name="digest")


@router.callback_query(Press("digest.open"))
@router.callback_query(Press("digest.page", page=page_number))
async def opened(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    return (screens.whole(desk.actor.chat_id, await digest.whole(desk, page)),)

"""The mentor's diary in chat: pages, and the whole of it as a document."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import diary_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import diary
from services.desk import Desk

router = Router(name="diary")


@router.callback_query(Press("diary.open", mentorship=int))
async def open_diary(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screens.page(desk, await diary.page(desk, mentorship)),)


@router.callback_query(Press("diary.page", mentorship=int, page=int))
async def turn_page(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    return (screens.page(desk, await diary.page(desk, mentorship, page)),)


@router.callback_query(Press("diary.file", mentorship=int, ending=str))
async def order(query: CallbackQuery, desk: Desk, mentorship: int, ending: str) -> Replies:
    return (await diary.order(desk, mentorship, ending),)

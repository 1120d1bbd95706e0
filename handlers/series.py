"""Repeated meetings in chat: repeating one, the series it is in, changing it from one on."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import series_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import meetings, series
from services.desk import Desk

router = Router(name="series")


@router.callback_query(Press("series.begin", meeting=int))
async def begin(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await series.begin(desk, meeting),)


@router.callback_query(Press("series.open", meeting=int))
async def open_series(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await series.view(desk, meeting)),)


@router.callback_query(Press("series.move", meeting=int))
async def move(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meetings.begin_move(desk, meeting, following=True),)


@router.callback_query(Press("series.cancel", meeting=int))
async def cancel(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meetings.begin_cancel(desk, meeting, following=True),)

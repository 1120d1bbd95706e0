"""Merging two records of one person in chat: find the other, look at both, confirm."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import merging_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import merging
from services.desk import Desk

router = Router(name="merging")


@router.callback_query(Press("merge.begin", person=int))
async def begin(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (screens.candidates(desk.actor.chat_id, await merging.begin(desk, person)),)


@router.callback_query(Press("merge.search", person=int))
async def search(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (await merging.begin_search(desk, person),)


@router.callback_query(Press("merge.show", kept=int, dropped=int))
async def show(query: CallbackQuery, desk: Desk, kept: int, dropped: int) -> Replies:
    return (screens.preview(desk.actor.chat_id, await merging.preview(desk, kept, dropped)),)


@router.callback_query(Press("merge.do", kept=int, dropped=int))
async def merge(query: CallbackQuery, desk: Desk, kept: int, dropped: int) -> Replies:
    return (screens.done(desk.actor.chat_id, await merging.merge(desk, kept, dropped)),)

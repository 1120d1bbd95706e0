"""The municipality's curators, mentors and experts in chat: lists, areas, search, cards, the export."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import colleagues_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import colleagues
from services.colleagues import Base, View
from services.desk import Desk

router = Router(name="colleagues")


@router.callback_query(Press("staff.view", view=View.read))
async def listed(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return (screens.listed(desk, await colleagues.listed(desk, view)),)


@router.callback_query(Press("staff.areas", view=View.read))
async def areas(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    colleagues.ensure_sees(desk, view)
    return (screens.areas(desk, view),)


@router.callback_query(Press("staff.card", membership=int, view=View.read))
async def card(query: CallbackQuery, desk: Desk, membership: int, view: View) -> Replies:
    return (screens.card(desk, view, await colleagues.card(desk, membership, view)),)


@router.callback_query(Press("staff.search", base=Base))
async def search(query: CallbackQuery, desk: Desk, base: Base) -> Replies:
    return (await colleagues.begin_search(desk, base),)


@router.callback_query(Press("staff.export", view=View.read))
async def export(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return (await colleagues.order(desk, view),)

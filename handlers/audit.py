"""The self-audit of organisations in chat: heads fill it in, leaders and the coordinator read it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import audit_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import audit, audit_paper
from services.desk import Desk
from services.people import page_number

router = Router(name="audit")


@router.callback_query(Press("audit.open", organisation=int))
async def opened(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """Of one organisation, or (0) of all."""
    if organisation == audit.EVERY:
        return (screens.table(desk.actor.chat_id, await audit.table(desk)),)
    return (screens.card(desk.actor.chat_id, await audit.card(desk, organisation)),)


@router.callback_query(Press("audit.page", page=page_number))
async def turned(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.table(desk.actor.chat_id, await audit.table(desk, page)),)


@router.callback_query(Press("audit.card", organisation=int))
async def card_below(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk.actor.chat_id, await audit.card(desk, organisation), fresh=True),)


@router.callback_query(Press("audit.fill", organisation=int))
async def fill(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await audit.begin(desk, organisation),)


@router.callback_query(Press("audit.paper", organisation=int))
async def paper(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await audit_paper.order(desk, organisation),)

"""The curator's first steps in chat: the checklist that fills itself, and how to put it away."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import first_steps_screens as screens
from handlers import home
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import first_steps
from services.desk import Desk
from services.people import page_number

router = Router(name="first_steps")


@router.callback_query(Press("first.open"))
@router.callback_query(Press("first.page", page=page_number))
async def open_steps(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """At once for a curator of one organisation that has steps left."""
    found = await first_steps.listed(desk)
    if len(found) == 1:
        return (screens.checklist(desk.actor.chat_id, found[0]),)
    return (screens.which(desk.actor.chat_id, found, page),)


@router.callback_query(Press("first.of", organisation=int))
async def open_of(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.checklist(desk.actor.chat_id, await first_steps.progress(desk, organisation)),)


@router.callback_query(Press("first.away", organisation=int))
async def put_away(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    await first_steps.put_away(desk, organisation)
    return (Toast(Say("first-away-done")), await home.screen(desk))

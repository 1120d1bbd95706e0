"""The dated bases: when they were looked through, and who in them has stood unchanged longest."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import bases_screens as screens
from handlers.press import Press
from mentoring.roles import Role
from messaging.replies import Replies, Say, Toast
from services import bases
from services.desk import Desk
from services.people import page_number

router = Router(name="bases")


@router.callback_query(Press("base.open"))
@router.callback_query(Press("base.where", page=page_number))
async def opened(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Of several organisations one is chosen first."""
    found = await bases.organisations(desk)
    if len(found) > 1:
        return (screens.where(desk.actor.chat_id, found, page),)
    return (screens.bases(desk, await bases.bases(desk, found[0].id)),)


@router.callback_query(Press("base.in", organisation=int))
async def inside(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.bases(desk, await bases.bases(desk, organisation)),)


@router.callback_query(Press("base.review", organisation=int, role=Role))
async def reviewed(query: CallbackQuery, desk: Desk, organisation: int, role: Role) -> Replies:
    found = await bases.review(desk, organisation, role)
    return (Toast(Say("base-reviewed-toast")), screens.bases(desk, found))


@router.callback_query(Press("base.old", organisation=int, role=Role, page=page_number))
async def oldest(query: CallbackQuery, desk: Desk, organisation: int, role: Role, page: int) -> Replies:
    return (screens.oldest(desk, await bases.oldest(desk, organisation, role, page)),)

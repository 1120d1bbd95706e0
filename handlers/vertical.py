"""Help between organisations in chat: the list, one of them, proposing, agreeing, closing."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import vertical_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import vertical
from services.desk import Desk
from services.people import page_number

router = Router(name="vertical")


@router.callback_query(Press("vertical.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.board(desk.actor.chat_id, await vertical.board(desk, None)),)


@router.callback_query(Press("vertical.of", organisation=int))
async def of_organisation(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.board(desk.actor.chat_id, await vertical.board(desk, organisation)),)


@router.callback_query(Press("vertical.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.board(desk.actor.chat_id, await vertical.board(desk, organisation or None, page)),)


@router.callback_query(Press("vertical.open", mentorship=int))
async def card(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk.actor.chat_id, await vertical.card(desk, mentorship)),)


@router.callback_query(Press("vertical.card", mentorship=int))
async def card_below(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk.actor.chat_id, await vertical.card(desk, mentorship), fresh=True),)


@router.callback_query(Press("vertical.new"))
async def propose(query: CallbackQuery, desk: Desk) -> Replies:
    return (await vertical.begin(desk),)


@router.callback_query(Press("vertical.agree", mentorship=int))
async def agree(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    shown = screens.card(desk.actor.chat_id, await vertical.agree(desk, mentorship))
    return (Toast(Say("vertical-agreed")), shown)


@router.callback_query(Press("vertical.decline", mentorship=int))
async def decline(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    shown = screens.card(desk.actor.chat_id, await vertical.decline(desk, mentorship))
    return (Toast(Say("vertical-declined")), shown)


@router.callback_query(Press("vertical.end", mentorship=int))
async def end(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await vertical.begin_end(desk, mentorship),)

"""Handing over and wanting out, in chat: the curator's form, the parties' requests and what becomes of them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from messaging.replies import Button, Replies, Say, Show, press
from services import endings, hand_over, leaving
from services.desk import Desk
from services.pairs import facts

router = Router(name="hand_over")


@router.callback_query(Press("pair.hand_over", mentorship=int))
async def begin(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await hand_over.begin(desk, mentorship),)


@router.callback_query(Press("pair.leave", mentorship=int))
async def leave(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """A mentor's statement, a mentee's petition, a guardian's stop: by who presses it."""
    return (await leaving.begin(desk, mentorship),)


@router.callback_query(Press("pair.leave_for", mentorship=int, person=int))
async def leave_for(query: CallbackQuery, desk: Desk, mentorship: int, person: int) -> Replies:
    """A guardian's stop for one of several children in it."""
    return (await leaving.begin_for(desk, mentorship, person),)


@router.callback_query(Press("pair.request_accept", mentorship=int))
async def accept(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await leaving.accept(desk, mentorship),)


@router.callback_query(Press("pair.request_keep", mentorship=int))
async def keep(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    pair = await leaving.keep(desk, mentorship)
    keyboard = (
        (
            Button(Say("pairs-open"), press("pair.card", mentorship)),
            Button(Say("menu-button"), press("menu.open")),
        ),
    )
    return (Show(desk.actor.chat_id, "notice", Say("pairs-kept-done", facts(desk, pair)), keyboard, fresh=True),)


@router.callback_query(Press("pair.release_order", mentorship=int))
async def release_order(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await endings.begin_release(desk, mentorship),)

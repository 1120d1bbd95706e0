"""Health of mentorships in chat: the curator's list, one of them with its reasons, and what to do about it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import health_screens as screens
from handlers.press import Press
from mentoring.health import Remedy
from messaging.replies import Replies
from services import health
from services.desk import Desk

router = Router(name="health")


@router.callback_query(Press("health.list"))
async def open_list(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await health.listing(desk)),)


@router.callback_query(Press("health.page", page=int))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listing(desk, await health.listing(desk, page)),)


@router.callback_query(Press("health.open", mentorship=int))
async def open_one(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a list or a card, in the menu's place."""
    return (screens.detail(desk, await health.detail(desk, mentorship)),)


@router.callback_query(Press("health.card", mentorship=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a notice, below it."""
    return (screens.detail(desk, await health.detail(desk, mentorship), fresh=True),)


@router.callback_query(Press("health.remind", mentorship=int, remedy=Remedy))
async def remind(query: CallbackQuery, desk: Desk, mentorship: int, remedy: Remedy) -> Replies:
    reached = await health.remind(desk, mentorship, remedy)
    return (screens.reminded(desk, mentorship, reached),)


@router.callback_query(Press("health.write", mentorship=int))
async def write(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await health.begin_word(desk, mentorship),)


@router.callback_query(Press("health.look", mentorship=int))
async def look(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await health.begin_look(desk, mentorship),)

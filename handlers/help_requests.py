"""Calls for help in chat: asking, answering, passing on, and the lists of those who follow them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import help_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import help_requests, help_views
from services.desk import Desk

router = Router(name="help_requests")


@router.callback_query(Press("help.ask", mentorship=int))
async def ask(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await help_requests.begin(desk, mentorship),)


@router.callback_query(Press("help.begin"))
async def begin(query: CallbackQuery, desk: Desk) -> Replies:
    """From the menu: in the only active mentorship at once, else the choice."""
    found = await help_requests.places(desk)
    if len(found) == 1:
        return (await help_requests.begin(desk, found[0].mentorship.id),)
    return (screens.choose(desk, found),)


@router.callback_query(Press("help.list"))
async def follow(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await help_views.listing(desk)),)


@router.callback_query(Press("help.page", page=int))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listing(desk, await help_views.listing(desk, page)),)


@router.callback_query(Press("help.see", request=int))
async def open_request(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk, await help_views.view(desk, request)),)


@router.callback_query(Press("help.card", request=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk, await help_views.view(desk, request), fresh=True),)


@router.callback_query(Press("help.answer", request=int))
async def answer(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    return (await help_requests.begin_answer(desk, request),)


@router.callback_query(Press("help.take", request=int))
async def take(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    return (Toast(Say("help-taken")), await help_requests.take(desk, request))


@router.callback_query(Press("help.meet", request=int))
async def meet(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    return (await help_requests.meet(desk, request),)


@router.callback_query(Press("help.pass", request=int))
async def hand_on(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    after = await help_requests.hand_on(desk, request)
    return (screens.said(desk, Say("help-passed"), after),)


@router.callback_query(Press("help.release", request=int))
async def release(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    after = await help_requests.release(desk, request)
    return (screens.said(desk, Say("help-released"), after),)


@router.callback_query(Press("help.helped", request=int, yes=int))
async def helped(query: CallbackQuery, desk: Desk, request: int, yes: int) -> Replies:
    after = await help_requests.helped(desk, request, yes=bool(yes))
    return (screens.thanks(desk, after, yes=bool(yes)),)


@router.callback_query(Press("help.withdraw", request=int))
async def withdraw(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    after = await help_requests.withdraw(desk, request)
    return (screens.said(desk, Say("help-withdrawn"), after),)


@router.callback_query(Press("help.nudge", request=int))
async def nudge(query: CallbackQuery, desk: Desk, request: int) -> Replies:
    await help_requests.nudge(desk, request)
    return (Toast(Say("help-nudged")), screens.card(desk, await help_views.view(desk, request)))

"""Recommendations in chat: the coordinator writes and decides, curator and head read and answer."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import recommendations_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import recommendations, recommendations_paper
from services import recommendations_writing as writing
from services.desk import Desk
from services.people import page_number
from services.recommendations import Only

router = Router(name="recommendations")


@router.callback_query(Press("recommendations.own"))
@router.callback_query(Press("recommendations.where", page=page_number))
async def own(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """At once for who is of one organisation, and for the coordinator."""
    found = await recommendations.own(desk)
    if len(found) > 1:
        return (screens.where(desk.actor.chat_id, found, page),)
    place = found[0].id if found else recommendations.EVERY
    return (screens.board(desk.actor.chat_id, await recommendations.board(desk, place)),)


@router.callback_query(Press("recommendations.of", organisation=int))
async def opened(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.board(desk.actor.chat_id, await recommendations.board(desk, organisation)),)


@router.callback_query(Press("recommendations.view", organisation=int, only=Only, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, only: Only, page: int) -> Replies:
    return (screens.board(desk.actor.chat_id, await recommendations.board(desk, organisation, only, page)),)


@router.callback_query(Press("recommendation.open", recommendation=int))
async def card(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk.actor.chat_id, await recommendations.card(desk, recommendation)),)


@router.callback_query(Press("recommendation.card", recommendation=int))
async def card_below(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk.actor.chat_id, await recommendations.card(desk, recommendation), fresh=True),)


@router.callback_query(Press("recommendation.file", recommendation=int))
async def file(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    return (
        screens.attachment(desk.actor.chat_id, recommendation, await recommendations.attachment(desk, recommendation)),
    )


@router.callback_query(Press("recommendation.new", organisation=int))
async def write(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await writing.begin(desk, organisation),)


@router.callback_query(Press("recommendation.answer", recommendation=int))
async def answer(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    return (await writing.begin_answer(desk, recommendation),)


@router.callback_query(Press("recommendation.close", recommendation=int))
async def close(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    return (await writing.begin_decision(desk, recommendation, closes=True),)


@router.callback_query(Press("recommendation.return", recommendation=int))
async def give_back(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    return (await writing.begin_decision(desk, recommendation, closes=False),)


@router.callback_query(Press("recommendation.withdraw", recommendation=int))
async def withdraw(query: CallbackQuery, desk: Desk, recommendation: int) -> Replies:
    shown = screens.card(desk.actor.chat_id, await writing.withdraw(desk, recommendation))
    return (Toast(Say("recommendation-withdrawn")), shown)


@router.callback_query(Press("recommendations.paper", organisation=int))
async def paper(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await recommendations_paper.order(desk, organisation),)

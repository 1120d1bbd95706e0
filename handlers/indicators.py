"""Indicators in chat: the board, a card of each, who stands behind it, typing denominators and plans."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import indicators_screens as screens
from handlers.press import Press
from mentoring.access import Action, everywhere
from mentoring.errors import NotFound
from messaging.replies import Replies, Show
from services import indicators, indicators_files, indicators_sent, indicators_typed
from services.desk import Desk
from services.indicators import Board, Line

router = Router(name="indicators")


@router.message(Command("indicators", ignore_mention=True))
async def commanded(message: Message, desk: Desk) -> Replies:
    return (await _opened(desk),)


@router.callback_query(Press("indicators.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (await _opened(desk),)


@router.callback_query(Press("indicators.places", page=int))
async def turned_places(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.places(desk.actor.chat_id, await indicators.choices(desk), page),)


@router.callback_query(Press("indicators.of", organisation=int))
async def shown_now(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """The period that is due next."""
    return (await _board(desk, organisation, None),)


@router.callback_query(Press("indicators.show", organisation=int, period=str))
async def shown(query: CallbackQuery, desk: Desk, organisation: int, period: str) -> Replies:
    return (await _board(desk, organisation, period),)


@router.callback_query(Press("indicators.page", organisation=int, period=str, page=int))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, period: str, page: int) -> Replies:
    return (await _board(desk, organisation, period, page),)


@router.callback_query(Press("indicators.periods", organisation=int, page=int))
async def periods(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.periods(desk, await indicators.standing(desk, organisation or None), page),)


@router.callback_query(Press("indicators.card", organisation=int, period=str, indicator=str))
async def card(query: CallbackQuery, desk: Desk, organisation: int, period: str, indicator: str) -> Replies:
    board, line = await _line(desk, organisation, period, indicator)
    history = await indicators_sent.history(desk, organisation or None)
    return (screens.card(desk, board, line, history, everywhere=_everywhere(desk)),)


@router.callback_query(Press("indicators.enter", organisation=int, period=str, indicator=str))
async def enter(query: CallbackQuery, desk: Desk, organisation: int, period: str, indicator: str) -> Replies:
    _, line = await _line(desk, organisation, period, indicator)
    if line.indicator.denominator is None:
        raise NotFound
    name = line.indicator.denominator.id
    return (await indicators_typed.begin_denominator(desk, organisation or None, name, period),)


@router.callback_query(Press("indicators.plan", organisation=int, period=str, indicator=str))
async def plan(query: CallbackQuery, desk: Desk, organisation: int, period: str, indicator: str) -> Replies:
    return (await indicators_typed.begin_plan(desk, organisation or None, indicator, period),)


@router.callback_query(Press("indicators.behind", organisation=int, period=str, indicator=str, page=int))
async def behind(
    query: CallbackQuery, desk: Desk, organisation: int, period: str, indicator: str, page: int
) -> Replies:
    return (screens.behind(desk, await indicators.behind(desk, organisation, indicator, page, period)),)


@router.callback_query(Press("indicators.across", period=str, indicator=str, page=int))
async def across(query: CallbackQuery, desk: Desk, period: str, indicator: str, page: int) -> Replies:
    return (screens.across(desk, await indicators.across(desk, indicator, period), page),)


@router.callback_query(Press("indicators.chart", organisation=int, indicator=str))
async def drawn(query: CallbackQuery, desk: Desk, organisation: int, indicator: str) -> Replies:
    return (await indicators_files.order_chart(desk, organisation or None, indicator),)


async def _opened(desk: Desk) -> Show:
    """The municipality's for the coordinator, one's own for the others, else the choice."""
    found = await indicators.choices(desk)
    if _everywhere(desk):
        return await _board(desk, 0, None)
    if len(found) == 1:
        return await _board(desk, found[0].id, None)
    return screens.places(desk.actor.chat_id, found, 0)


async def _board(desk: Desk, organisation: int, period: str | None, page: int = 0) -> Show:
    if not desk.programme.indicators:
        await indicators.choices(desk)
        return screens.none(desk)
    seen = await indicators.standing(desk, organisation or None, period)
    return screens.board(desk, seen, page, everywhere=_everywhere(desk))


async def _line(desk: Desk, organisation: int, period: str, indicator: str) -> tuple[Board, Line]:
    """Raises NotFound for an indicator that is not reported in the period."""
    board = await indicators.standing(desk, organisation or None, period)
    found = next((each for each in board.lines if each.indicator.id == indicator), None)
    if found is None:
        raise NotFound
    return board, found


def _everywhere(desk: Desk) -> bool:
    return everywhere(desk.actor, Action.SEE_INDICATORS)

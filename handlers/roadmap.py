"""The roadmap in chat: places, lists, a milestone's card and what is done with it, what is late where, files."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import roadmap_card_screens as cards
from handlers import roadmap_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import roadmap, roadmap_card, roadmap_files, roadmap_late
from services.desk import Desk
from services.people import page_number
from services.roadmap import Only, Order
from services.roadmap_late import Across

router = Router(name="roadmap")


@router.message(Command("roadmap", ignore_mention=True))
async def commanded(message: Message, desk: Desk) -> Replies:
    return await _opened(desk)


@router.callback_query(Press("roadmap.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return await _opened(desk)


@router.callback_query(Press("roadmap.places", page=page_number))
async def choosing(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.places(desk.actor.chat_id, await roadmap.visible(desk), page),)


@router.callback_query(Press("roadmap.of", organisation=int))
async def of_place(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return await _board(desk, organisation, None, Order.MONTH, roadmap.NOW)


@router.callback_query(Press("roadmap.view", organisation=int, only=Only, order=Order, page=int))
async def viewed(query: CallbackQuery, desk: Desk, organisation: int, only: Only, order: Order, page: int) -> Replies:
    return await _board(desk, organisation, only, order, page)


@router.callback_query(Press("roadmap.ways", organisation=int))
async def more(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.ways(desk, await roadmap.opened(desk, organisation or None)),)


@router.callback_query(Press("roadmap.file", organisation=int, ending=str))
async def filed(query: CallbackQuery, desk: Desk, organisation: int, ending: str) -> Replies:
    return (await roadmap_files.order(desk, organisation or None, ending),)


@router.callback_query(Press("roadmap.late", across=Across, page=page_number))
async def late(query: CallbackQuery, desk: Desk, across: Across, page: int) -> Replies:
    return (screens.late(desk.actor.chat_id, await roadmap_late.late(desk, across, page)),)


@router.callback_query(Press("roadmap.where", page=page_number, common=str))
async def where(query: CallbackQuery, desk: Desk, page: int, common: str) -> Replies:
    return (screens.where(desk.actor.chat_id, await roadmap_late.late_at(desk, common, page)),)


@router.callback_query(Press("milestone.open", code=str))
async def card(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (cards.card(desk, await roadmap_card.card(desk, code)),)


@router.callback_query(Press("milestone.done", code=str))
async def done(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (await roadmap_card.begin_done(desk, code),)


@router.callback_query(Press("milestone.skip", code=str))
async def skip(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (await roadmap_card.begin_skip(desk, code),)


@router.callback_query(Press("milestone.day", code=str))
async def day(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (await roadmap_card.begin_day(desk, code),)


@router.callback_query(Press("milestone.undo", code=str))
async def undo(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (cards.card(desk, await roadmap_card.reopen(desk, code)),)


@router.callback_query(Press("milestone.file", code=str))
async def file(query: CallbackQuery, desk: Desk, code: str) -> Replies:
    return (cards.attachment(desk, code, await roadmap_card.attachment(desk, code)),)


async def _opened(desk: Desk) -> Replies:
    found = await roadmap.visible(desk)
    if len(found) == 1:
        return await _board(desk, found[0].id or 0, None, Order.MONTH, roadmap.NOW)
    return (screens.places(desk.actor.chat_id, found, 0),)


async def _board(desk: Desk, organisation: int, only: Only | None, order: Order, page: int) -> Replies:
    found = await roadmap.board(desk, organisation or None, only, order, page)
    several = len(await roadmap.visible(desk)) > 1
    return (screens.board(desk.actor.chat_id, found, several=several),)

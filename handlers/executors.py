"""Appointing people who stand for the executors of the programme, in an organisation or in the municipality (0)."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import executors_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import executors
from services.desk import Desk
from services.people import page_number

router = Router(name="executors")


@router.callback_query(Press("executors.own"))
@router.callback_query(Press("executors.where", page=page_number))
async def own(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """The municipality's for the coordinator, else the organisation's; of several one is chosen first."""
    found = await executors.organisations(desk)
    if len(found) > 1:
        return (screens.where(desk.actor.chat_id, found, page),)
    return (screens.listed(desk.actor.chat_id, await executors.listed(desk, found[0].id if found else 0)),)


@router.callback_query(Press("executors.of", organisation=int))
async def opened(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.listed(desk.actor.chat_id, await executors.listed(desk, organisation)),)


@router.callback_query(Press("executors.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.listed(desk.actor.chat_id, await executors.listed(desk, organisation, page)),)


@router.callback_query(Press("executor.open", organisation=int, executor=str, page=page_number))
async def choice(query: CallbackQuery, desk: Desk, organisation: int, executor: str, page: int) -> Replies:
    return (screens.choice(desk.actor.chat_id, await executors.choice(desk, organisation, executor, page)),)


@router.callback_query(
    Press("executor.put", organisation=int, executor=str, page=page_number, person=int, stands=page_number)
)
async def put(
    query: CallbackQuery, desk: Desk, organisation: int, executor: str, page: int, person: int, stands: int
) -> Replies:
    done = await executors.put(desk, organisation, executor, person, stands=bool(stands))
    shown = screens.choice(desk.actor.chat_id, await executors.choice(desk, organisation, executor, page))
    return (shown,) if done else (Toast(Say("executors-gone")), shown)

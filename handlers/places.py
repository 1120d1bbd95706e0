"""Somebody's place in an organisation: changed bit by bit, paused, given up, taken up again."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import places_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import pauses, people_leaving, places
from services.desk import Desk
from services.people import page_number

router = Router(name="places")


@router.callback_query(Press("place.open", membership=int))
async def opened(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.place(desk, await places.place(desk, membership)),)


@router.callback_query(Press("place.more", membership=int))
async def more(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.more(desk, await places.place(desk, membership)),)


@router.callback_query(Press("place.areas", membership=int, page=page_number))
async def areas(query: CallbackQuery, desk: Desk, membership: int, page: int) -> Replies:
    return (screens.areas(desk, await places.place(desk, membership), page),)


@router.callback_query(Press("place.area", membership=int, page=page_number, area=str, chosen=page_number))
async def area(query: CallbackQuery, desk: Desk, membership: int, page: int, area: str, chosen: int) -> Replies:
    return (screens.areas(desk, await places.set_area(desk, membership, area, bool(chosen)), page),)


@router.callback_query(Press("place.request", membership=int))
async def request(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (await places.begin_request(desk, membership),)


@router.callback_query(Press("place.capacity", membership=int))
async def capacity(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.capacity(desk, await places.place(desk, membership)),)


@router.callback_query(Press("place.room", membership=int, number=page_number))
async def room(query: CallbackQuery, desk: Desk, membership: int, number: int) -> Replies:
    return (screens.place(desk, await places.set_capacity(desk, membership, number)),)


@router.callback_query(Press("place.times", membership=int))
async def times(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.times(desk, await places.place(desk, membership)),)


@router.callback_query(Press("place.time", membership=int, code=str, chosen=page_number))
async def time(query: CallbackQuery, desk: Desk, membership: int, code: str, chosen: int) -> Replies:
    return (screens.times(desk, await places.set_time(desk, membership, code, bool(chosen))),)


@router.callback_query(Press("place.languages", membership=int))
async def languages(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.languages(desk, await places.place(desk, membership)),)


@router.callback_query(Press("place.language", membership=int, language=str, chosen=page_number))
async def language(query: CallbackQuery, desk: Desk, membership: int, language: str, chosen: int) -> Replies:
    return (screens.languages(desk, await places.set_language(desk, membership, language, bool(chosen))),)


@router.callback_query(Press("place.offices", membership=int))
async def offices(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.offices(desk, await places.appointing(desk, membership)),)


@router.callback_query(Press("place.office", membership=int, office=str, chosen=page_number))
async def office(query: CallbackQuery, desk: Desk, membership: int, office: str, chosen: int) -> Replies:
    return (screens.offices(desk, await places.appoint(desk, membership, office, bool(chosen))),)


@router.callback_query(Press("place.pause", membership=int))
async def pause(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (await pauses.begin(desk, membership),)


@router.callback_query(Press("place.resume", membership=int))
async def resume(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.place(desk, await pauses.resume(desk, membership)),)


@router.callback_query(Press("place.leave", membership=int))
async def leave(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    """Asks first: it says what hangs on it."""
    return (screens.leaving(desk, await people_leaving.ask(desk, membership)),)


@router.callback_query(Press("place.left", membership=int))
async def left(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    gone = await people_leaving.leave(desk, membership)
    return (screens.left(desk, gone), *await people_leaving.menu_of(desk, gone.place))


@router.callback_query(Press("place.return", membership=int))
async def returned(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    back = await people_leaving.come_back(desk, membership)
    return (screens.place(desk, back), *await people_leaving.menu_of(desk, back))

"""Lists of people: tabs, filters, search."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import applicants_screens
from handlers import people_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import dialogue, people
from services.desk import Desk
from services.people import View

router = Router(name="people")


@router.message(Command("people", ignore_mention=True))
async def commanded(message: Message, desk: Desk) -> Replies:
    return await _listed(desk, View())


@router.callback_query(Press("people.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return await _listed(desk, View())


@router.callback_query(Press("people.view", view=View.read))
async def viewed(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return await _listed(desk, view)


async def _listed(desk: Desk, view: View) -> Replies:
    if view.tab is people.Tab.WAITING:
        page = await people.waiting_children(desk, view.page)
        return (applicants_screens.children(desk.actor.chat_id, page, desk.today()),)
    return (screens.listed(desk, await people.listed(desk, view)),)


@router.callback_query(Press("people.filter", view=View.read))
async def filtered(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    people.ensure_sees(desk)
    return (screens.filters(desk.actor.chat_id, view),)


@router.callback_query(Press("people.categories", view=View.read))
async def categories(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    people.ensure_sees(desk)
    return (screens.categories(desk.actor.chat_id, view),)


@router.callback_query(Press("people.states", view=View.read))
async def states(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    people.ensure_sees(desk)
    return (screens.states(desk.actor.chat_id, view),)


@router.callback_query(Press("people.only", view=View.read))
async def only(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    people.ensure_sees(desk)
    return (screens.only(desk.actor.chat_id, view),)


@router.callback_query(Press("people.areas", page=people.page_number, view=View.read))
async def areas(query: CallbackQuery, desk: Desk, page: int, view: View) -> Replies:
    people.ensure_sees(desk)
    return (screens.areas(desk, view, page),)


@router.callback_query(Press("people.classes", view=View.read))
async def classes(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return (screens.classes(desk.actor.chat_id, view, await people.classes(desk, view)),)


@router.callback_query(Press("people.adding"))
async def adding(query: CallbackQuery, desk: Desk) -> Replies:
    people.ensure_sees(desk)
    return (screens.adding(desk),)


@router.callback_query(Press("people.search"))
async def search(query: CallbackQuery, desk: Desk) -> Replies:
    people.ensure_sees(desk)
    return (await dialogue.begin(desk, "people-search"),)

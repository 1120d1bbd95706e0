"""The bank of best practices in chat: lists and cards for staff and mentors, decisions for who reviews."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import practices_screens as screens
from handlers.press import Press
from mentoring.mentorships import Form
from messaging.replies import Replies, Say, Toast
from services import practices, practices_paper
from services import practices_writing as writing
from services.desk import Desk
from services.people import page_number, searched
from services.practices import Only, View

router = Router(name="practices")


def form_or_every(text: str) -> Form | None:
    """The form a button carries; ValueError for what none does."""
    return None if text == screens.EVERY_FORM else Form(text)


@router.callback_query(Press("practices.list"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.board(desk, await practices.board(desk, View())),)


@router.callback_query(Press("practices.view", only=Only, form=form_or_every, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, only: Only, form: Form | None, page: int) -> Replies:
    return (screens.board(desk, await practices.board(desk, View(only, form), page)),)


@router.callback_query(Press("practices.found", page=page_number, part=searched))
async def turned_found(query: CallbackQuery, desk: Desk, page: int, part: str) -> Replies:
    return (screens.board(desk, await practices.board(desk, View(part=part), page)),)


@router.callback_query(Press("practices.forms"))
async def forms(query: CallbackQuery, desk: Desk) -> Replies:
    practices.ensure_reader(desk)
    return (screens.forms(desk),)


@router.callback_query(Press("practices.search"))
async def search(query: CallbackQuery, desk: Desk) -> Replies:
    return (await writing.begin_search(desk),)


@router.callback_query(Press("practices.paper"))
async def paper(query: CallbackQuery, desk: Desk) -> Replies:
    return (await practices_paper.order(desk),)


@router.callback_query(Press("practice.open", practice=int))
async def card(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk, await practices.card(desk, practice)),)


@router.callback_query(Press("practice.card", practice=int))
async def card_below(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk, await practices.card(desk, practice), fresh=True),)


@router.callback_query(Press("practice.file", practice=int))
async def file(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    return (screens.attachment(desk.actor.chat_id, practice, await practices.attachment(desk, practice)),)


@router.callback_query(Press("practice.new"))
async def new(query: CallbackQuery, desk: Desk) -> Replies:
    """At once for who is of one organisation."""
    mine = await practices.own_places(desk)
    if len(mine) > 1:
        return (screens.where(desk.actor.chat_id, mine),)
    return (await writing.begin(desk, mine[0].id),)


@router.callback_query(Press("practice.new_in", organisation=int))
async def new_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await writing.begin(desk, organisation),)


@router.callback_query(Press("practice.again", practice=int))
async def again(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    return (await writing.begin_anew(desk, practice),)


@router.callback_query(Press("practice.publish", practice=int))
async def publish(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    shown = screens.card(desk, await writing.publish(desk, practice))
    return (Toast(Say("practice-published")), shown)


@router.callback_query(Press("practice.return", practice=int))
async def give_back(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    return (await writing.begin_return(desk, practice),)


@router.callback_query(Press("practice.withdraw", practice=int))
async def withdraw(query: CallbackQuery, desk: Desk, practice: int) -> Replies:
    await writing.withdraw(desk, practice)
    shown = screens.board(desk, await practices.board(desk, View()))
    return (Toast(Say("practice-withdrawn")), shown)

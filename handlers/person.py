"""One person's card: opened from a list, from a notice, or one's own."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import person_screens as screens
from handlers.press import Press
from mentoring.errors import Forbidden
from messaging.replies import Replies
from services import people_card
from services.desk import Desk
from services.people import View, page_number

router = Router(name="person")


@router.callback_query(Press("person.open", person=int, view=View.read))
async def opened(query: CallbackQuery, desk: Desk, person: int, view: View) -> Replies:
    """From a list, with the way back to it."""
    return (screens.card(desk, await people_card.card(desk, person), view),)


@router.callback_query(Press("person.of", person=int))
async def looked_at(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    """From anywhere else."""
    return (screens.card(desk, await people_card.card(desk, person), View()),)


@router.callback_query(Press("person.me"))
async def mine(query: CallbackQuery, desk: Desk) -> Replies:
    if desk.actor.person_id is None:
        raise Forbidden
    return (screens.card(desk, await people_card.card(desk, desk.actor.person_id), View()),)


@router.callback_query(Press("card.show", page=page_number, person=int, view=View.read))
async def paged(query: CallbackQuery, desk: Desk, page: int, person: int, view: View) -> Replies:
    return (screens.card(desk, await people_card.card(desk, person), view, page),)


@router.callback_query(Press("card.more", person=int, view=View.read))
async def more(query: CallbackQuery, desk: Desk, person: int, view: View) -> Replies:
    """The second page of buttons."""
    return (screens.more(desk, await people_card.card(desk, person), view),)

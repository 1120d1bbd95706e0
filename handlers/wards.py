"""A guardian's page: the child, what was consented to, and stopping or taking it up again."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import wards_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import wards
from services.desk import Desk
from services.people import page_number

router = Router(name="wards")


@router.callback_query(Press("ward.open"))
@router.callback_query(Press("ward.page", page=page_number))
async def open_wards(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """The only child, or the list of them."""
    children = await wards.listing(desk)
    if len(children) == 1:
        return (screens.ward(desk, await wards.ward(desk, children[0].id), alone=True),)
    return (screens.listing(desk, children, page),)


@router.callback_query(Press("ward.of", child=int))
async def one(query: CallbackQuery, desk: Desk, child: int) -> Replies:
    return (screens.ward(desk, await wards.ward(desk, child), alone=len(desk.actor.wards) == 1),)


@router.callback_query(Press("ward.consents", child=int))
async def consents(query: CallbackQuery, desk: Desk, child: int) -> Replies:
    return (screens.consents(desk, await wards.ward(desk, child)),)


@router.callback_query(Press("ward.consent", child=int, consent=int))
async def consent(query: CallbackQuery, desk: Desk, child: int, consent: int) -> Replies:
    return (screens.consent(desk, await wards.consent(desk, child, consent)),)


@router.callback_query(Press("ward.stop", child=int))
async def stop(query: CallbackQuery, desk: Desk, child: int) -> Replies:
    return (await wards.begin_stop(desk, child),)


@router.callback_query(Press("ward.again", child=int))
async def again(query: CallbackQuery, desk: Desk, child: int) -> Replies:
    return (await wards.begin_again(desk, child),)

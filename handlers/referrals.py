"""Requests of third parties in chat: naming somebody, the curator's list, taking up and declining."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import enter_people_screens
from handlers import referrals_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import referrals
from services.desk import Desk
from services.people import page_number

router = Router(name="referrals")


@router.callback_query(Press("refer.begin"))
@router.callback_query(Press("refer.where", page=page_number))
async def begin(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """At once for who is of one organisation."""
    own = await referrals.organisations(desk)
    if len(own) > 1:
        return (enter_people_screens.where(desk.actor.chat_id, own, page, to="refer.in", turns="refer.where"),)
    return (await referrals.begin(desk, own[0].id),)


@router.callback_query(Press("refer.in", organisation=int))
async def begin_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await referrals.begin(desk, organisation),)


@router.callback_query(Press("referrals.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listed(desk.actor.chat_id, await referrals.listed(desk)),)


@router.callback_query(Press("referrals.page", page=page_number))
async def paged(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listed(desk.actor.chat_id, await referrals.listed(desk, page)),)


@router.callback_query(Press("referral.open", referral=int))
async def opened(query: CallbackQuery, desk: Desk, referral: int) -> Replies:
    return (screens.card(desk, await referrals.card(desk, referral)),)


@router.callback_query(Press("referral.take", referral=int))
async def take(query: CallbackQuery, desk: Desk, referral: int) -> Replies:
    return (screens.choice(desk.actor.chat_id, await referrals.candidates(desk, referral)),)


@router.callback_query(Press("referral.link", referral=int, person=int))
async def link(query: CallbackQuery, desk: Desk, referral: int, person: int) -> Replies:
    return (screens.card(desk, await referrals.link(desk, referral, person)),)


@router.callback_query(Press("referral.enter", referral=int))
async def enter(query: CallbackQuery, desk: Desk, referral: int) -> Replies:
    return (await referrals.enter(desk, referral),)


@router.callback_query(Press("referral.send", referral=int))
async def send(query: CallbackQuery, desk: Desk, referral: int) -> Replies:
    return enter_people_screens.personal_link(desk.actor.chat_id, await referrals.send(desk, referral))


@router.callback_query(Press("referral.decline", referral=int))
async def decline(query: CallbackQuery, desk: Desk, referral: int) -> Replies:
    return (await referrals.begin_decline(desk, referral),)

"""People without Telegram: entered, answered for, and joined with a phone later by a link of their own."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import enter_people_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import agreement_for, enter_people, enter_wards, personal_links
from services.desk import Desk
from services.people import page_number

router = Router(name="enter_people")


@router.callback_query(Press("people.add"))
@router.callback_query(Press("people.add_where", page=page_number))
async def add(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """At once for a curator of one organisation."""
    own = await enter_people.organisations(desk)
    if len(own) > 1:
        return (screens.where(desk.actor.chat_id, own, page, to="people.add_in", turns="people.add_where"),)
    return (await enter_people.begin(desk, own[0].id),)


@router.callback_query(Press("people.add_in", organisation=int))
async def add_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await enter_people.begin(desk, organisation),)


@router.callback_query(Press("enter.consents", person=int))
async def consents(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (await enter_people.begin_consents(desk, person),)


@router.callback_query(Press("ward.enter"))
@router.callback_query(Press("ward.enter_where", page=page_number))
async def enter_ward(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    own = await enter_wards.guardian_organisations(desk)
    if len(own) > 1:
        return (screens.where(desk.actor.chat_id, own, page, to="ward.enter_in", turns="ward.enter_where"),)
    return (await enter_wards.begin_ward(desk, own[0].id),)


@router.callback_query(Press("ward.enter_in", organisation=int))
async def enter_ward_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await enter_wards.begin_ward(desk, organisation),)


@router.callback_query(Press("pair.agree_for", mentorship=int, person=int))
async def agree_for(query: CallbackQuery, desk: Desk, mentorship: int, person: int) -> Replies:
    return screens.agreed_for(desk, *await agreement_for.agree_for(desk, mentorship, person))


@router.callback_query(Press("pair.refuse_for", mentorship=int, person=int))
async def refuse_for(query: CallbackQuery, desk: Desk, mentorship: int, person: int) -> Replies:
    return (await agreement_for.begin_refusal(desk, mentorship, person),)


@router.callback_query(Press("person.invite", person=int))
async def invite(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return screens.personal_link(desk.actor.chat_id, await personal_links.create(desk, person))


@router.callback_query(Press("personal.join", token=str))
async def join(query: CallbackQuery, desk: Desk, token: str) -> Replies:
    return await personal_links.join(desk, token)

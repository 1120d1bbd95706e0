"""Awards in chat: who has earned what, given to one or to all, taken back; papers; criteria for everybody."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import awards_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import awards, awards_giving, thanks_files
from services.awards import Only
from services.desk import Desk
from services.people import page_number

router = Router(name="awards")


@router.callback_query(Press("awards.of", organisation=int))
async def opened(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.overview(desk, await awards.overview(desk, organisation)),)


@router.callback_query(Press("awards.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.overview(desk, await awards.overview(desk, organisation), page),)


@router.callback_query(Press("awards.places", page=page_number))
async def places(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    """For those who lead in several organisations."""
    return (screens.places(desk.actor.chat_id, await awards.staff_places(desk), page),)


@router.callback_query(Press("awards.criteria", page=page_number))
async def criteria(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.criteria(desk.actor.chat_id, awards.criteria(desk), page),)


@router.callback_query(Press("awards.list", organisation=int, award=str, who=Only, page=page_number))
async def listed(query: CallbackQuery, desk: Desk, organisation: int, award: str, who: Only, page: int) -> Replies:
    return (screens.listed(desk, await awards.listed(desk, organisation, award, who, page)),)


@router.callback_query(Press("award.candidate", organisation=int, award=str, person=int))
async def candidate(query: CallbackQuery, desk: Desk, organisation: int, award: str, person: int) -> Replies:
    return (screens.candidate(desk, await awards.candidate(desk, organisation, award, person)),)


@router.callback_query(Press("award.give", organisation=int, award=str, person=int))
async def give(query: CallbackQuery, desk: Desk, organisation: int, award: str, person: int) -> Replies:
    return (await awards_giving.begin(desk, organisation, award, person),)


@router.callback_query(Press("award.all", organisation=int, award=str))
async def ask_all(query: CallbackQuery, desk: Desk, organisation: int, award: str) -> Replies:
    return (screens.ask_all(desk, await awards.listed(desk, organisation, award, Only.SUITED)),)


@router.callback_query(Press("award.everyone", organisation=int, award=str))
async def give_all(query: CallbackQuery, desk: Desk, organisation: int, award: str) -> Replies:
    count = await awards_giving.give_all(desk, organisation, award)
    shown = screens.listed(desk, await awards.listed(desk, organisation, award, Only.GIVEN))
    return (Toast(Say("award-given-all", {"count": count})), shown)


@router.callback_query(Press("award.open", given=int))
async def card(query: CallbackQuery, desk: Desk, given: int) -> Replies:
    return (screens.card(desk, await awards.card(desk, given)),)


@router.callback_query(Press("award.paper", given=int, ending=thanks_files.ending))
async def paper(query: CallbackQuery, desk: Desk, given: int, ending: str) -> Replies:
    return (await thanks_files.order_award(desk, given, ending),)


@router.callback_query(Press("award.board", given=int, on=int))
async def on_board(query: CallbackQuery, desk: Desk, given: int, on: int) -> Replies:
    return (screens.card(desk, await awards_giving.show(desk, given, on_board=bool(on))),)


@router.callback_query(Press("award.revoke", given=int))
async def ask_revoke(query: CallbackQuery, desk: Desk, given: int) -> Replies:
    return (screens.ask_revoke(desk, await awards_giving.changeable(desk, given)),)


@router.callback_query(Press("award.revoked", given=int))
async def revoke(query: CallbackQuery, desk: Desk, given: int) -> Replies:
    return (screens.card(desk, await awards_giving.revoke(desk, given)),)

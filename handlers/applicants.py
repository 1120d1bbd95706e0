"""The curator's decision: applicants one by one, and children who wait for a guardian's consent."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import applicants_screens as screens
from handlers.people_screens import MENU_SLOT
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import applicants, people, people_card
from services.desk import Desk

router = Router(name="applicants")


@router.callback_query(Press("applicants.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return await _page(desk, 0)


@router.callback_query(Press("applicants.page", page=people.page_number))
async def paged(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return await _page(desk, page)


async def _page(desk: Desk, page: int) -> Replies:
    return (screens.applicants(desk.actor.chat_id, await applicants.listed(desk, page)),)


@router.callback_query(Press("applicant.show", membership=int))
async def shown(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    """From the list, in the menu's place."""
    application = await applicants.get(desk, membership)
    return (screens.application(desk, application, await people_card.card(desk, application.person.id)),)


@router.callback_query(Press("applicant.open", membership=int))
async def opened(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    """From the notice, in its place."""
    application = await applicants.get(desk, membership)
    card = await people_card.card(desk, application.person.id)
    return (screens.noticed(desk, application, card, applicants.slot_of(membership)),)


@router.callback_query(Press("applicant.approve", membership=int))
async def approved(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    """From the notice: it is replaced by what was decided."""
    application = await applicants.approve(desk, membership)
    shown = screens.approved(desk.actor.chat_id, application, applicants.slot_of(membership))
    return (shown, *await applicants.command_menu_of(desk, application))


@router.callback_query(Press("applicant.admit", membership=int))
async def admitted(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    """From the card, which stands in the menu's place."""
    application = await applicants.approve(desk, membership)
    shown = screens.approved(desk.actor.chat_id, application, MENU_SLOT)
    return (shown, *await applicants.command_menu_of(desk, application))


@router.callback_query(Press("applicant.refuse", membership=int))
async def refused(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (await applicants.begin_refusal(desk, membership),)


@router.callback_query(Press("children.list", page=people.page_number))
async def children(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.children(desk.actor.chat_id, await people.waiting_children(desk, page), desk.today()),)


@router.callback_query(Press("child.open", response=int))
async def child(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (screens.child(desk.actor.chat_id, await applicants.child(desk, response)),)


@router.callback_query(Press("child.guardians", response=int))
async def guardians(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (screens.guardians(desk.actor.chat_id, await applicants.child(desk, response)),)


@router.callback_query(Press("child.ask", response=int, person=int))
async def asked(query: CallbackQuery, desk: Desk, response: int, person: int) -> Replies:
    guardian = await applicants.ask_guardian(desk, response, person)
    case = await applicants.child(desk, response)
    return (Toast(Say("child-asked", {"name": guardian.name})), screens.child(desk.actor.chat_id, case, guardian))


@router.callback_query(Press("child.paper", response=int))
async def paper(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (await applicants.begin_paper(desk, response),)

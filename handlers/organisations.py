"""Organisations: the coordinator's list, search, a new one; the card for coordinator, curator and head; changes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import organisations_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import organisations
from services import organisations_editing as editing
from services.desk import Desk
from services.organisations_editing import Field
from services.people import page_number, searched

router = Router(name="organisations")


@router.callback_query(Press("organisations.list"))
async def show_list(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listed(desk.actor.chat_id, await organisations.listed(desk)),)


@router.callback_query(Press("organisations.page", page=int))
async def turn_list(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listed(desk.actor.chat_id, await organisations.listed(desk, page)),)


@router.callback_query(Press("organisations.found", page=page_number, part=searched))
async def turn_found(query: CallbackQuery, desk: Desk, page: int, part: str) -> Replies:
    return (screens.listed(desk.actor.chat_id, await organisations.listed(desk, page, part)),)


@router.callback_query(Press("organisations.search"))
async def search(query: CallbackQuery, desk: Desk) -> Replies:
    return (await editing.begin_search(desk),)


@router.callback_query(Press("organisation.own"))
@router.callback_query(Press("organisation.where", page=page_number))
async def own(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Of several one is chosen first."""
    found = await organisations.own(desk)
    if len(found) > 1:
        return (screens.where(desk.actor.chat_id, found, page),)
    return (screens.card(desk.actor.chat_id, await organisations.card(desk, found[0].id)),)


@router.callback_query(Press("organisation.open", organisation=int))
async def open_card(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await organisations.card(desk, organisation)),)


@router.callback_query(Press("organisation.more", organisation=int))
async def open_doors(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.doors(desk, await organisations.card(desk, organisation)),)


@router.callback_query(Press("organisation.edit", organisation=int))
async def choose_field(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.fields(desk.actor.chat_id, await editing.editable(desk, organisation)),)


@router.callback_query(Press("organisation.field", organisation=int, field=Field))
async def edit(query: CallbackQuery, desk: Desk, organisation: int, field: Field) -> Replies:
    return (await editing.begin(desk, organisation, field),)


@router.callback_query(Press("organisation.new"))
async def found(query: CallbackQuery, desk: Desk) -> Replies:
    return (await organisations.found(desk),)

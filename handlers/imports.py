"""Lists of people in chat: the template, the file that is sent, what it brings, personal links for the listed."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import imports_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import imports, imports_files
from services import imports_screens as drafts
from services.desk import Desk
from services.people import page_number

router = Router(name="imports")


@router.callback_query(Press("import.open"))
@router.callback_query(Press("import.where", page=page_number))
async def open_import(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """At once for a curator of one organisation."""
    own = await imports.organisations(desk)
    if len(own) > 1:
        return (screens.which(desk.actor.chat_id, own, page),)
    return await _opened(desk, own[0].id)


@router.callback_query(Press("import.in", organisation=int))
async def open_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return await _opened(desk, organisation)


async def _opened(desk: Desk, organisation_id: int) -> Replies:
    """What a list is for, and below it the form that waits for the file."""
    place = await imports.place(desk, organisation_id)
    listed = await imports.listed(desk, place)
    return (screens.opened(desk.actor.chat_id, place, len(listed)), await imports.begin(desk, place))


@router.callback_query(Press("import.template", organisation=int))
async def template(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await imports_files.template(desk, organisation),)


@router.callback_query(Press("import.mistakes", draft=int, page=page_number))
async def mistakes(query: CallbackQuery, desk: Desk, draft: int, page: int) -> Replies:
    found, wrong = await imports.wrong(desk, draft)
    return (drafts.mistakes(desk.actor.chat_id, draft, found.organisation_id, wrong, page),)


@router.callback_query(Press("import.mistakes_file", draft=int))
async def mistakes_file(query: CallbackQuery, desk: Desk, draft: int) -> Replies:
    return (await imports_files.mistakes(desk, draft),)


@router.callback_query(Press("import.take", draft=int))
async def take(query: CallbackQuery, desk: Desk, draft: int) -> Replies:
    return (screens.taken(desk.actor.chat_id, await imports.take(desk, draft)),)


@router.callback_query(Press("import.drop", draft=int))
async def drop(query: CallbackQuery, desk: Desk, draft: int) -> Replies:
    await imports.drop(desk, draft)
    return (screens.dropped(desk.actor.chat_id),)


@router.callback_query(Press("import.links", organisation=int))
async def ask_links(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """A question first: links that were printed before stop working."""
    place = await imports.place(desk, organisation)
    listed = await imports.listed(desk, place)
    return (screens.links(desk.actor.chat_id, place, len(listed)),)


@router.callback_query(Press("import.links_file", organisation=int))
async def links(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await imports_files.links(desk, organisation),)


@router.callback_query(Press("import.listed", organisation=int, page=page_number))
async def listed(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    place = await imports.place(desk, organisation)
    return (screens.listed(desk.actor.chat_id, place, await imports.listed(desk, place), page),)

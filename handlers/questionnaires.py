"""Own questionnaires in chat: a spreadsheet that is sent, the list of what there is, and any of it as a spreadsheet."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import questionnaires_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import questionnaires, questionnaires_drafts, questionnaires_files
from services import questionnaires_screens as drafts
from services.desk import Desk
from services.questionnaires import Group

router = Router(name="questionnaires")


async def _for_us(message: Message, desk: Desk) -> bool:
    """A document that no form waits for, from somebody who may have questionnaires of their own."""
    given = message.document
    return given is not None and await questionnaires_files.wanted(desk, given.file_name or "")


@router.message(_for_us)
async def sent(message: Message, desk: Desk) -> Replies:
    given = message.document
    if given is None:
        return ()
    name, mime = given.file_name or "", given.mime_type or ""
    return (await questionnaires_files.receive(desk, given.file_id, name, given.file_size or 0, mime),)


# --- what was read ----------------------------------------------------------------------------------------------------


@router.callback_query(Press("questionnaires.draft", draft=int))
async def show_draft(query: CallbackQuery, desk: Desk, draft: int) -> Replies:
    return (drafts.draft(desk.actor.chat_id, await questionnaires_drafts.card(desk, draft)),)


@router.callback_query(Press("questionnaires.draft_for", draft=int, place=int))
async def show_draft_for(query: CallbackQuery, desk: Desk, draft: int, place: int) -> Replies:
    return (drafts.draft(desk.actor.chat_id, await questionnaires_drafts.card(desk, draft, place)),)


@router.callback_query(Press("questionnaires.whose", draft=int, page=int))
async def choose_place(query: CallbackQuery, desk: Desk, draft: int, page: int) -> Replies:
    seen = await questionnaires_drafts.card(desk, draft)
    names = await questionnaires_drafts.names(desk, seen.targets)
    return (screens.whose(desk.actor.chat_id, seen, names, page),)


@router.callback_query(Press("questionnaires.mistakes", draft=int, page=int))
async def show_mistakes(query: CallbackQuery, desk: Desk, draft: int, page: int) -> Replies:
    return (drafts.mistakes(desk.actor.chat_id, await questionnaires_drafts.found(desk, draft), page),)


@router.callback_query(Press("questionnaires.try_draft", draft=int, child=int))
async def try_draft(query: CallbackQuery, desk: Desk, draft: int, child: int) -> Replies:
    return (await questionnaires_drafts.try_out(desk, draft, as_child=bool(child)),)


@router.callback_query(Press("questionnaires.save", draft=int, place=int, version=int))
async def save(query: CallbackQuery, desk: Desk, draft: int, place: int, version: int) -> Replies:
    return (drafts.saved(desk.actor.chat_id, await questionnaires_drafts.save(desk, draft, place, version)),)


@router.callback_query(Press("questionnaires.drop", draft=int))
async def drop(query: CallbackQuery, desk: Desk, draft: int) -> Replies:
    await questionnaires_drafts.drop(desk, draft)
    return (drafts.dropped(desk.actor.chat_id),)


# --- what there is ----------------------------------------------------------------------------------------------------


@router.callback_query(Press("questionnaires.list"))
async def show_list(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listed(desk.actor.chat_id, await questionnaires.listed(desk)),)


@router.callback_query(Press("questionnaires.page", page=int))
async def turn_list(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listed(desk.actor.chat_id, await questionnaires.listed(desk, page)),)


@router.callback_query(Press("questionnaires.open", own=int))
async def open_card(query: CallbackQuery, desk: Desk, own: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await questionnaires.card(desk, own)),)


@router.callback_query(Press("questionnaires.archive", own=int))
async def take_off(query: CallbackQuery, desk: Desk, own: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await questionnaires.set_archived(desk, own, archived=True)),)


@router.callback_query(Press("questionnaires.restore", own=int))
async def bring_back(query: CallbackQuery, desk: Desk, own: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await questionnaires.set_archived(desk, own, archived=False)),)


@router.callback_query(Press("questionnaires.groups"))
async def show_groups(query: CallbackQuery, desk: Desk) -> Replies:
    questionnaires.bundled(desk, Group.ENTRY)
    return (screens.groups(desk.actor.chat_id),)


@router.callback_query(Press("questionnaires.bundled", group=Group, page=int))
async def show_bundled(query: CallbackQuery, desk: Desk, group: Group, page: int) -> Replies:
    return (screens.bundled(desk.actor.chat_id, questionnaires.bundled(desk, group, page)),)


@router.callback_query(Press("questionnaires.bundled_open", questionnaire=str))
async def open_bundled(query: CallbackQuery, desk: Desk, questionnaire: str) -> Replies:
    return (screens.card(desk.actor.chat_id, await questionnaires.bundled_card(desk, questionnaire)),)


@router.callback_query(Press("questionnaires.try", questionnaire=str, child=int))
async def try_out(query: CallbackQuery, desk: Desk, questionnaire: str, child: int) -> Replies:
    return (await questionnaires.try_out(desk, questionnaire, as_child=bool(child)),)


@router.callback_query(Press("questionnaires.export", questionnaire=str, version=int))
async def export(query: CallbackQuery, desk: Desk, questionnaire: str, version: int) -> Replies:
    return (await questionnaires_files.export(desk, questionnaire, version or None),)


@router.callback_query(Press("questionnaires.example"))
async def example(query: CallbackQuery, desk: Desk) -> Replies:
    return (await questionnaires_files.example(desk),)

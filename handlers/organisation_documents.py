"""The register of an organisation's documents in chat, and for the coordinator who has none."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import organisation_documents_screens as screens
from handlers.press import Press
from mentoring.documents import Cover, Step
from messaging.replies import Replies, Say, Toast
from services import document_coverage
from services import organisation_documents as documents
from services.desk import Desk
from services.people import page_number

router = Router(name="organisation_documents")


@router.callback_query(Press("documents.open"))
@router.callback_query(Press("documents.where", page=page_number))
async def opened(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """The actor's own register; of several one is chosen first; the coordinator sees who has what."""
    own = await documents.organisations(desk)
    if not own:
        return (screens.coverage(desk.actor.chat_id, await document_coverage.coverage(desk)),)
    if len(own) > 1:
        return (screens.where(desk.actor.chat_id, own, page),)
    return (screens.register(desk, await documents.register(desk, own[0].id)),)


@router.callback_query(Press("documents.of", organisation=int))
async def register(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """Of an organisation; 0, the municipality: who has what."""
    if not organisation:
        return (screens.coverage(desk.actor.chat_id, await document_coverage.coverage(desk)),)
    return (screens.register(desk, await documents.register(desk, organisation)),)


@router.callback_query(Press("documents.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.register(desk, await documents.register(desk, organisation, page)),)


@router.callback_query(Press("documents.add", organisation=int))
async def add(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await documents.begin(desk, organisation),)


# --- one document ----------------------------------------------------------------------------------------------------


@router.callback_query(Press("document.open", document=int))
async def card(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return (screens.card(desk, await documents.card(desk, document)),)


@router.callback_query(Press("document.file", document=int))
async def file(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return (screens.file(desk, *await documents.file(desk, document)),)


@router.callback_query(Press("document.edit", document=int))
async def edit(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return (await documents.begin_edit(desk, document),)


@router.callback_query(Press("document.return", document=int))
async def give_back(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return (await documents.begin_return(desk, document),)


@router.callback_query(Press("document.send", document=int))
async def send(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return await _take(desk, document, Step.SEND)


@router.callback_query(Press("document.approve", document=int))
async def approve(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return await _take(desk, document, Step.APPROVE)


@router.callback_query(Press("document.archive", document=int))
async def archive(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return await _take(desk, document, Step.ARCHIVE)


@router.callback_query(Press("document.restore", document=int))
async def restore(query: CallbackQuery, desk: Desk, document: int) -> Replies:
    return await _take(desk, document, Step.RESTORE)


async def _take(desk: Desk, document: int, step: Step) -> Replies:
    return (screens.card(desk, await documents.take(desk, document, step)),)


# --- the coordinator's -----------------------------------------------------------------------------------------------


@router.callback_query(Press("documents.missing", cover=Cover, page=page_number))
async def missing(query: CallbackQuery, desk: Desk, cover: Cover, page: int) -> Replies:
    return (screens.missing(desk.actor.chat_id, await document_coverage.missing(desk, cover, page)),)


@router.callback_query(Press("documents.ask", cover=Cover))
async def ask(query: CallbackQuery, desk: Desk, cover: Cover) -> Replies:
    asked = await document_coverage.ask(desk, cover)
    shown = await document_coverage.missing(desk, cover)
    return (Toast(Say("documents-asked-toast", {"count": asked.told})), screens.asked(desk.actor.chat_id, shown, asked))


@router.callback_query(Press("documents.review", page=page_number))
async def to_review(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.to_review(desk.actor.chat_id, await document_coverage.to_review(desk, page)),)

"""Reports in chat, the curator's final one and the municipality's note: sections that wait for words, the document."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import final_report_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import analytical_note, final_report, report_texts
from services.desk import Desk
from services.people import page_number
from services.report_texts import ending_of

router = Router(name="final_report")


@router.callback_query(Press("report.final", organisation=int))
async def opened(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return await _listed(desk, organisation, 0)


@router.callback_query(Press("report.note"))
async def note(query: CallbackQuery, desk: Desk) -> Replies:
    return await _listed(desk, 0, 0)


@router.callback_query(Press("final.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return await _listed(desk, organisation, page)


@router.callback_query(Press("final.section", organisation=int, code=str))
async def section(query: CallbackQuery, desk: Desk, organisation: int, code: str) -> Replies:
    return (screens.section(desk.actor.chat_id, *await report_texts.section(desk, organisation or None, code)),)


@router.callback_query(Press("final.write", organisation=int, code=str))
async def write(query: CallbackQuery, desk: Desk, organisation: int, code: str) -> Replies:
    return (await report_texts.begin(desk, organisation or None, code),)


@router.callback_query(Press("final.make", organisation=int, ending=ending_of))
async def make(query: CallbackQuery, desk: Desk, organisation: int, ending: str) -> Replies:
    if not organisation:
        return (await analytical_note.order(desk, ending),)
    return (await final_report.order(desk, organisation, ending),)


async def _listed(desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.checklist(desk.actor.chat_id, await report_texts.checklist(desk, organisation or None), page),)

"""Reports that the document asks for in chat: what is owed, sending and deciding, and who has sent what."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import sent_reports_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import reports_owed, sent_reports
from services.desk import Desk
from services.people import page_number

router = Router(name="sent_reports")


@router.callback_query(Press("reports.open"))
@router.callback_query(Press("reports.where", page=page_number))
async def opened(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """The actor's own organisation; of several one is chosen first; the coordinator sees who has sent what."""
    own = await reports_owed.opened(desk)
    if not own:
        return (screens.rounds(desk, await reports_owed.rounds(desk)),)
    if len(own) > 1:
        return (screens.where(desk.actor.chat_id, own, page),)
    return (screens.board(desk, await reports_owed.board(desk, own[0].id)),)


@router.callback_query(Press("reports.of", organisation=int))
async def board(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.board(desk, await reports_owed.board(desk, organisation or None)),)


@router.callback_query(Press("reports.page", organisation=int, page=page_number))
async def turned(query: CallbackQuery, desk: Desk, organisation: int, page: int) -> Replies:
    return (screens.board(desk, await reports_owed.board(desk, organisation or None, page)),)


@router.callback_query(Press("owed.open", organisation=int, report=str, last=date.fromisoformat))
async def card(query: CallbackQuery, desk: Desk, organisation: int, report: str, last: date) -> Replies:
    return (screens.card(desk, await reports_owed.card(desk, organisation or None, report, last)),)


@router.callback_query(Press("owed.file", organisation=int, report=str, last=date.fromisoformat))
async def file(query: CallbackQuery, desk: Desk, organisation: int, report: str, last: date) -> Replies:
    return (screens.file(desk, *await reports_owed.file(desk, organisation or None, report, last)),)


@router.callback_query(Press("owed.send", organisation=int, report=str, last=date.fromisoformat))
async def send(query: CallbackQuery, desk: Desk, organisation: int, report: str, last: date) -> Replies:
    return (await sent_reports.begin(desk, organisation or None, report, last),)


@router.callback_query(Press("owed.accept", organisation=int, report=str, last=date.fromisoformat))
async def accept(query: CallbackQuery, desk: Desk, organisation: int, report: str, last: date) -> Replies:
    await sent_reports.accept(desk, organisation or None, report, last)
    return (screens.card(desk, await reports_owed.card(desk, organisation or None, report, last)),)


@router.callback_query(Press("owed.return", organisation=int, report=str, last=date.fromisoformat))
async def give_back(query: CallbackQuery, desk: Desk, organisation: int, report: str, last: date) -> Replies:
    return (await sent_reports.begin_return(desk, organisation or None, report, last),)


# --- the coordinator's -----------------------------------------------------------------------------------------------


@router.callback_query(Press("owed.rounds", page=page_number))
async def turned_rounds(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.rounds(desk, await reports_owed.rounds(desk), page),)


@router.callback_query(Press("owed.who", report=str, last=date.fromisoformat, page=page_number))
async def who(query: CallbackQuery, desk: Desk, report: str, last: date, page: int) -> Replies:
    return (screens.who(desk.actor.chat_id, await reports_owed.round_of(desk, report, last), page),)


@router.callback_query(Press("owed.remind", report=str, last=date.fromisoformat))
async def remind(query: CallbackQuery, desk: Desk, report: str, last: date) -> Replies:
    return (screens.reminded(desk.actor.chat_id, await sent_reports.remind(desk, report, last)),)


@router.callback_query(Press("owed.ask"))
async def ask(query: CallbackQuery, desk: Desk) -> Replies:
    return (await sent_reports.begin_ask(desk),)

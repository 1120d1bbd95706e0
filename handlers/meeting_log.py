"""Logging meetings in chat: a notice's button, `/log`, and a comment to one's own mark."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import meeting_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import meeting_feedback, meeting_log
from services.desk import Desk

router = Router(name="meeting_log")


async def _what(desk: Desk) -> Replies:
    """What waits to be logged; if nothing does, a meeting that was not planned."""
    seen = await meeting_log.waiting(desk)
    if seen.lines:
        return (screens.to_log(desk.actor.chat_id, seen),)
    return (await meeting_log.begin_unplanned(desk),)


@router.message(Command("log", ignore_mention=True))
async def log_command(message: Message, desk: Desk) -> Replies:
    return await _what(desk)


@router.callback_query(Press("meeting.log_new"))
async def log_new(query: CallbackQuery, desk: Desk) -> Replies:
    return await _what(desk)


@router.callback_query(Press("meeting.log_other"))
async def log_other(query: CallbackQuery, desk: Desk) -> Replies:
    return (await meeting_log.begin_unplanned(desk),)


@router.callback_query(Press("meeting.log_for", mentorship=int))
async def log_for(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await meeting_log.begin_unplanned(desk, mentorship),)


@router.callback_query(Press("meeting.log", meeting=int))
async def log_planned(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meeting_log.begin_log(desk, meeting),)


@router.callback_query(Press("meeting.logged", meeting=int, held=str))
async def answered(query: CallbackQuery, desk: Desk, meeting: int, held: str) -> Replies:
    """«Да», «Нет» or «Перенесли» under the notice: the first answer of the log."""
    return await meeting_log.answered(desk, meeting, held)


@router.callback_query(Press("feedback.comment", response=int))
async def comment(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (await meeting_feedback.begin_comment(desk, response),)

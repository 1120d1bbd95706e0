"""The mentors' closing reports in chat: which there are, and one of them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import closing_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import closing_report
from services.desk import Desk

router = Router(name="closing_report")


@router.callback_query(Press("closing.open", mentorship=int))
async def open_reports(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From the card, in the menu's place."""
    return (screens.reports(desk, await closing_report.reports(desk, mentorship)),)


@router.callback_query(Press("closing.card", mentorship=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a notice, below it."""
    return (screens.reports(desk, await closing_report.reports(desk, mentorship), fresh=True),)


@router.callback_query(Press("closing.read", response=int))
async def read(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (screens.report(desk, await closing_report.report(desk, response)),)

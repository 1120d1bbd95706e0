"""A child's message to the guardian: another link in its place."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import guardians
from services.desk import Desk

router = Router(name="guardians")


@router.callback_query(Press("guardian.renew", response=int))
async def renew(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (Toast(Say("guardian-link-renewed")), await guardians.renew(desk, response))

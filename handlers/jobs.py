"""Long work in chat: the button that drops it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from messaging.replies import Replies
from services import jobs
from services.desk import Desk

router = Router(name="jobs")


@router.callback_query(Press("job.cancel", job=int))
async def cancel_job(query: CallbackQuery, desk: Desk, job: int) -> Replies:
    return (await jobs.cancel(desk, job),)

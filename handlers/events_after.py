"""After an event in chat: results written down and announced, diplomas, coming counted in the school of mentors."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import events_after_screens as screens
from handlers import events_screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import events, events_files, events_results, events_training
from services.desk import Desk
from services.people import page_number
from services.thanks_files import ending

router = Router(name="events-after")


@router.callback_query(Press("event.results", event=int, page=page_number))
async def results(query: CallbackQuery, desk: Desk, event: int, page: int) -> Replies:
    return (screens.results(desk, await events_results.results(desk, event, page)),)


@router.callback_query(Press("event.result", event=int, person=int))
async def result(query: CallbackQuery, desk: Desk, event: int, person: int) -> Replies:
    return (await events_results.begin(desk, event, person),)


@router.callback_query(Press("event.announce", event=int))
async def announce(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    await events_results.announce(desk, event)
    return (Toast(Say("event-announced")), screens.results(desk, await events_results.results(desk, event)))


@router.callback_query(Press("event.merits", event=int, ending=ending))
async def merits(query: CallbackQuery, desk: Desk, event: int, ending: str) -> Replies:
    return (await events_files.order_merits(desk, event, ending),)


@router.callback_query(Press("event.learnt", event=int))
async def learnt(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.learners(desk, await events_training.learners(desk, event)),)


@router.callback_query(Press("event.count", event=int, step=str))
async def count(query: CallbackQuery, desk: Desk, event: int, step: str) -> Replies:
    counted = await events_training.count(desk, event, step)
    seen = events_screens.card(desk, await events.card(desk, event))
    return (Toast(Say("event-counted", {"count": counted})), seen)

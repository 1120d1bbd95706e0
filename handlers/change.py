"""Change from entry to exit in chat: whose, which form, its sentences and slopes; and one pair before and after."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import change_screens as screens
from handlers.press import Press
from handlers.results_screens import choose
from mentoring.access import Action, everywhere
from messaging.replies import Replies
from services import change, change_files, results_view
from services.change import Asked
from services.desk import Desk

router = Router(name="change")


@router.callback_query(Press("change.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    """At once for those with one organisation, else whose."""
    organisations = await results_view.choices(desk)
    if len(organisations) == 1 and not everywhere(desk.actor, Action.SEE_RESULTS):
        return (await change_files.order_text(desk, Asked(organisations[0].id)),)
    return await _places(desk, 0)


@router.callback_query(Press("change.places", page=int))
async def turned_places(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return await _places(desk, page)


@router.callback_query(Press("change.in", organisation=int))
async def opened_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await change_files.order_text(desk, Asked(organisation or None)),)


@router.callback_query(Press("change.show", asked=change_files.read))
async def shown(query: CallbackQuery, desk: Desk, asked: Asked) -> Replies:
    return (await change_files.order_text(desk, asked),)


@router.callback_query(Press("change.chart", asked=change_files.read))
async def pictured(query: CallbackQuery, desk: Desk, asked: Asked) -> Replies:
    return (await change_files.order_chart(desk, asked),)


@router.callback_query(Press("change.forms", asked=change_files.read))
async def forms(query: CallbackQuery, desk: Desk, asked: Asked) -> Replies:
    await change.sight(desk, asked)
    return (screens.forms(desk, asked),)


@router.callback_query(Press("change.pair", mentorship=int))
async def of_pair(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screens.of_pair(desk, await change.of_pair(desk, mentorship), 0, 0),)


@router.callback_query(Press("change.of", mentorship=int, person=int, page=int))
async def of_person(query: CallbackQuery, desk: Desk, mentorship: int, person: int, page: int) -> Replies:
    return (screens.of_pair(desk, await change.of_pair(desk, mentorship), person, page),)


async def _places(desk: Desk, page: int) -> Replies:
    organisations = await results_view.choices(desk)
    every = everywhere(desk.actor, Action.SEE_RESULTS)
    return (choose(desk, organisations, page, to="change.in", turns="change.places", every=every),)

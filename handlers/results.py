"""Results in chat: whose, of which questionnaire, its numbers, one question, pictures and tables."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import results_screens as screens
from handlers.press import Press
from mentoring.access import Action, everywhere
from messaging.replies import Replies
from services import results, results_files, results_view
from services.desk import Desk
from services.people import page_number
from services.results_files import Sort
from services.results_items import Ref
from services.results_view import EVERY, View
from storage.results import By

router = Router(name="results")


@router.callback_query(Press("results.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    """The list at once for those with one organisation, else whose."""
    organisations = await results_view.choices(desk)
    if len(organisations) == 1 and not everywhere(desk.actor, Action.SEE_RESULTS):
        return await _listing(desk, View(EVERY, organisations[0].id))
    return await _places(desk, 0)


@router.callback_query(Press("results.places", page=int))
async def turned_places(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return await _places(desk, page)


@router.callback_query(Press("results.in", organisation=int))
async def opened_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return await _listing(desk, View(EVERY, organisation or None))


@router.callback_query(Press("results.list", view=View.read))
async def listed(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return await _listing(desk, view)


@router.callback_query(Press("results.campaign", campaign=int))
async def of_campaign(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    """The numbers of its questionnaire; where each form has its own, the list of them."""
    view = await results_view.of_campaign(desk, campaign)
    return await _listing(desk, view) if view.archive == EVERY else await _result(desk, view)


@router.callback_query(Press("results.view", view=View.read))
async def viewed(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    return await _result(desk, view)


@router.callback_query(Press("results.filter", view=View.read))
async def filtered(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    """Organisations are to be chosen by those alone who see them all."""
    await results.opened(desk, view)
    return (screens.filters(desk, view, many=everywhere(desk.actor, Action.SEE_RESULTS)),)


@router.callback_query(Press("results.forms", view=View.read))
async def forms(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    await results.opened(desk, view)
    return (screens.forms(desk, view),)


@router.callback_query(Press("results.among", view=View.read, page=page_number))
async def among(query: CallbackQuery, desk: Desk, view: View, page: int) -> Replies:
    await results.opened(desk, view)
    return (screens.among(desk, view, await results_view.choices(desk), page),)


@router.callback_query(Press("results.item", view=View.read, ref=screens.ref_of))
async def asked(query: CallbackQuery, desk: Desk, view: View, ref: Ref) -> Replies:
    return (screens.question(desk, await results.question(desk, view, ref)),)


@router.callback_query(Press("results.parts", view=View.read, ref=screens.ref_of, by=screens.read_by))
async def parted(query: CallbackQuery, desk: Desk, view: View, ref: Ref, by: By) -> Replies:
    return (screens.parts(desk, await results.parts(desk, view, ref, by)),)


@router.callback_query(Press("results.picture", view=View.read, ref=screens.ref_of))
async def pictured(query: CallbackQuery, desk: Desk, view: View, ref: Ref) -> Replies:
    return (await results_files.order_question(desk, view, ref),)


@router.callback_query(Press("results.overview", view=View.read, part=int))
async def overviewed(query: CallbackQuery, desk: Desk, view: View, part: int) -> Replies:
    return (await results_files.order_overview(desk, view, max(0, part)),)


@router.callback_query(Press("results.export", view=View.read))
async def exporting(query: CallbackQuery, desk: Desk, view: View) -> Replies:
    await results_files.ensure_exports(desk, view)
    return (screens.exports(desk, view),)


@router.callback_query(Press("results.file", view=View.read, sort=Sort))
async def exported(query: CallbackQuery, desk: Desk, view: View, sort: Sort) -> Replies:
    return (await results_files.order_rows(desk, view, sort),)


async def _places(desk: Desk, page: int) -> Replies:
    organisations = await results_view.choices(desk)
    every = everywhere(desk.actor, Action.SEE_RESULTS)
    return (screens.choose(desk, organisations, page, to="results.in", turns="results.places", every=every),)


async def _listing(desk: Desk, view: View) -> Replies:
    return (screens.listing(desk, await results.listing(desk, view)),)


async def _result(desk: Desk, view: View) -> Replies:
    return (screens.result(desk, await results.result(desk, view)),)

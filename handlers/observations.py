"""What staff fill in about others: outcomes and compatibility from a pair's card, the programme's evaluation."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import observations_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import evaluation, observations
from services.desk import Desk
from services.people import page_number

router = Router(name="observations")


@router.callback_query(Press("observation.outcomes", mentorship=int))
async def open_outcomes(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """Of the only mentee, else of whom?"""
    return (screens.outcomes(desk, await observations.outcomes(desk, mentorship)),)


@router.callback_query(Press("observation.whose", mentorship=int, page=page_number))
async def turn_mentees(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    """Another page of a large group."""
    return (screens.outcomes(desk, await observations.outcomes(desk, mentorship), page),)


@router.callback_query(Press("observation.mentee", mentorship=int, person=int))
async def open_mentee(query: CallbackQuery, desk: Desk, mentorship: int, person: int) -> Replies:
    return (screens.outcomes(desk, await observations.outcomes(desk, mentorship, person)),)


@router.callback_query(Press("observation.enter", mentorship=int, person=int, observed=str))
async def enter_outcomes(query: CallbackQuery, desk: Desk, mentorship: int, person: int, observed: str) -> Replies:
    return (await observations.begin_outcomes(desk, mentorship, person, observed),)


@router.callback_query(Press("observation.compatibility", mentorship=int))
async def enter_compatibility(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await observations.begin_compatibility(desk, mentorship),)


@router.callback_query(Press("observation.list"))
@router.callback_query(Press("observation.where", page=page_number))
async def list_programmes(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """The evaluation of the curator's organisation; of which, if there are several?"""
    own = await evaluation.organisations(desk)
    if len(own) == 1:
        return (screens.programme(desk, await evaluation.evaluation(desk, own[0].id)),)
    return (screens.choose_organisation(desk, own, page),)


@router.callback_query(Press("observation.programme", organisation=int))
async def open_programme(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.programme(desk, await evaluation.evaluation(desk, organisation)),)


@router.callback_query(Press("observation.swot", organisation=int))
async def read_swot(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.swot(desk, await evaluation.evaluation(desk, organisation)),)


@router.callback_query(Press("observation.evaluate", organisation=int, observed=str))
async def evaluate(query: CallbackQuery, desk: Desk, organisation: int, observed: str) -> Replies:
    return (await evaluation.begin(desk, organisation, observed),)

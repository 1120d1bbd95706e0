"""What an organisation keeps about its handling of personal data: the register of consents, the log of looks."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import registers_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import consents_register, data_log, erasure_acts
from services.desk import Desk
from services.people import page_number
from services.registers import choice

router = Router(name="registers")


@router.callback_query(Press("registers.open"))
async def registers(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.registers(desk, choice(desk)),)


@router.callback_query(Press("consents.open"))
@router.callback_query(Press("consents.places", page=page_number))
async def consents(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Of several organisations one is chosen first."""
    found = await consents_register.organisations(desk)
    if len(found) > 1:
        return (screens.where(desk, found, "consents.at", "consents.places", page),)
    return (screens.consents(desk, await consents_register.page(desk, found[0].id)),)


@router.callback_query(Press("consents.at", organisation=int))
@router.callback_query(Press("consents.of", organisation=int, page=page_number))
async def consents_of(query: CallbackQuery, desk: Desk, organisation: int, page: int = 0) -> Replies:
    return (screens.consents(desk, await consents_register.page(desk, organisation, page)),)


@router.callback_query(Press("consents.file", organisation=int))
async def consents_file(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await consents_register.order(desk, organisation),)


@router.callback_query(Press("datalog.open"))
@router.callback_query(Press("datalog.places", page=page_number))
async def log(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Of several organisations one is chosen first."""
    found = await data_log.organisations(desk)
    if len(found) > 1:
        return (screens.where(desk, found, "datalog.at", "datalog.places", page),)
    return (screens.log(desk, await data_log.page(desk, found[0].id)),)


@router.callback_query(Press("datalog.at", organisation=int))
@router.callback_query(Press("datalog.of", organisation=int, page=page_number))
async def log_of(query: CallbackQuery, desk: Desk, organisation: int, page: int = 0) -> Replies:
    return (screens.log(desk, await data_log.page(desk, organisation, page)),)


@router.callback_query(Press("acts.open"))
@router.callback_query(Press("acts.places", page=page_number))
async def acts(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Of several organisations one is chosen first."""
    found = [each for each in await erasure_acts.organisations(desk) if each is not None]
    if len(found) > 1:
        return (screens.where(desk, found, "acts.at", "acts.places", page),)
    return (screens.acts(desk, await erasure_acts.page(desk, found[0].id if found else 0)),)


@router.callback_query(Press("acts.at", organisation=int))
@router.callback_query(Press("acts.of", organisation=int, page=page_number))
async def acts_of(query: CallbackQuery, desk: Desk, organisation: int, page: int = 0) -> Replies:
    return (screens.acts(desk, await erasure_acts.page(desk, organisation, page)),)


@router.callback_query(Press("acts.file", erasure=int, organisation=int))
async def act_file(query: CallbackQuery, desk: Desk, erasure: int, organisation: int) -> Replies:
    return (await erasure_acts.order(desk, erasure, organisation),)

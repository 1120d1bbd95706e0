"""Indicators as a report: the check, sending, who has sent and who is reminded, text and files."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import indicators_sending_screens as screens
from handlers.press import Press
from mentoring.errors import NotFound
from messaging.replies import Replies, Show
from services import indicators, indicators_chase, indicators_files, indicators_sent
from services.desk import Desk

router = Router(name="indicators_sending")
SENDERS = ("all", "missing")
SHAPES = {"text": None, "docx": indicators_files.DOCX, "xlsx": indicators_files.XLSX}


def read_senders(written: str) -> str:
    """Which organisations, as buttons carry it; ValueError for anything else."""
    if written not in SENDERS:
        raise ValueError(written)
    return written


def read_shape(written: str) -> str:
    """The shape of a report; ValueError for anything else."""
    if written not in SHAPES:
        raise ValueError(written)
    return written


@router.callback_query(Press("indicators.check", organisation=int, period=str))
async def check(query: CallbackQuery, desk: Desk, organisation: int, period: str) -> Replies:
    seen = await indicators.standing(desk, organisation or None, period)
    missing = () if organisation else await indicators_sent.missing(desk, period)
    return (screens.check(desk, seen, missing),)


@router.callback_query(Press("indicators.send", organisation=int, period=str, after=int))
async def send(query: CallbackQuery, desk: Desk, organisation: int, period: str, after: int) -> Replies:
    await indicators_sent.send(desk, organisation or None, period, after=after)
    return (await _sent(desk, organisation, period),)


@router.callback_query(Press("indicators.sent", organisation=int, period=str))
async def sent(query: CallbackQuery, desk: Desk, organisation: int, period: str) -> Replies:
    return (await _sent(desk, organisation, period),)


@router.callback_query(Press("indicators.receipts", period=str, senders=read_senders, page=int))
async def receipts(query: CallbackQuery, desk: Desk, period: str, senders: str, page: int) -> Replies:
    return (screens.receipts(desk, await indicators_sent.receipts(desk, period), senders, page),)


@router.callback_query(Press("indicators.remind", organisation=int, period=str))
async def remind(query: CallbackQuery, desk: Desk, organisation: int, period: str) -> Replies:
    """One organisation, or (0) all that have not sent."""
    return (screens.chased(desk, await indicators_chase.remind(desk, organisation or None, period)),)


@router.callback_query(Press("indicators.report", organisation=int, period=str))
async def report(query: CallbackQuery, desk: Desk, organisation: int, period: str) -> Replies:
    return (screens.report(desk, await indicators.standing(desk, organisation or None, period)),)


@router.callback_query(Press("indicators.as", organisation=int, period=str, shape=read_shape))
async def shaped(query: CallbackQuery, desk: Desk, organisation: int, period: str, shape: str) -> Replies:
    kind, place = SHAPES[shape], organisation or None
    if kind is not None:
        return (await indicators_files.order(desk, kind, place, period),)
    text = await indicators_files.told(desk, place, period)
    return (Show(desk.actor.chat_id, "indicators:text", text),)


async def _sent(desk: Desk, organisation: int, period: str) -> Show:
    """What was sent last. Raises NotFound where nothing was."""
    place = await indicators.organisation_of(desk, organisation or None)
    past = await indicators_sent.history(desk, organisation or None)
    found = next((each for each in past if each.period.code == period), None)
    if found is None:
        raise NotFound
    return screens.sent(desk, place, found, sends=indicators.may_send(desk, place, found.period))

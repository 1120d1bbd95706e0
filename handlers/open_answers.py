"""Open answers in chat: read page by page, marked, and gathered into the SWOT."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import open_answers_screens as screens
from handlers.press import Press
from handlers.results_screens import ref_of
from messaging.replies import Replies
from services import open_answers
from services.desk import Desk
from services.open_answers import Reading
from services.results_items import Ref
from services.results_view import View
from storage.answer_marks import Mark

router = Router(name="open_answers")


@router.callback_query(Press("answers.list", view=View.read, ref=ref_of))
async def listed(query: CallbackQuery, desk: Desk, view: View, ref: Ref) -> Replies:
    return await _page(desk, Reading(view, ref))


@router.callback_query(Press("answers.page", reading=Reading.read))
async def turned(query: CallbackQuery, desk: Desk, reading: Reading) -> Replies:
    return await _page(desk, reading)


@router.callback_query(Press("answers.only", reading=Reading.read, mark=screens.read_filter))
async def narrowed(query: CallbackQuery, desk: Desk, reading: Reading, mark: Mark | None) -> Replies:
    return await _page(desk, reading.only(mark))


@router.callback_query(Press("answers.one", reading=Reading.read, response=int))
async def in_full(query: CallbackQuery, desk: Desk, reading: Reading, response: int) -> Replies:
    told, item = await open_answers.one(desk, response, reading)
    return (screens.one(desk, reading, told, item),)


@router.callback_query(Press("answers.mark", reading=Reading.read, response=int, mark=screens.read_mark))
async def marked(query: CallbackQuery, desk: Desk, reading: Reading, response: int, mark: Mark) -> Replies:
    await open_answers.mark(desk, reading, response, mark)
    return await _page(desk, reading)


@router.callback_query(Press("swot.open", organisation=int))
async def opened_swot(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.swot(desk, await open_answers.swot(desk, organisation)),)


@router.callback_query(Press("swot.part", organisation=int, mark=Mark, page=int))
async def opened_part(query: CallbackQuery, desk: Desk, organisation: int, mark: Mark, page: int) -> Replies:
    return (screens.marked(desk, await open_answers.marked(desk, organisation, mark, page)),)


async def _page(desk: Desk, reading: Reading) -> Replies:
    return (screens.page(desk, await open_answers.page(desk, reading)),)

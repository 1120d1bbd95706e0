"""Organisations compared in chat: by which measure, over which span, as a picture, as a table."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import comparison_screens as screens
from handlers.press import Press
from mentoring.comparison import Measure
from mentoring.periods import Span
from messaging.replies import Replies
from services import comparison
from services.desk import Desk
from services.people import page_number

router = Router(name="comparison")


@router.callback_query(Press("compare.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.table(desk, await comparison.compare(desk, Measure.MET, Span.MONTH)),)


@router.callback_query(Press("compare.view", span=Span, page=page_number, code=str))
async def viewed(query: CallbackQuery, desk: Desk, span: Span, page: int, code: str) -> Replies:
    return (screens.table(desk, await comparison.compare(desk, code, span), page),)


@router.callback_query(Press("compare.by", span=Span, page=page_number))
async def choosing(query: CallbackQuery, desk: Desk, span: Span, page: int) -> Replies:
    return (screens.choice(desk, comparison.measures(desk), span, page),)


@router.callback_query(Press("compare.chart", span=Span, code=str))
async def chart(query: CallbackQuery, desk: Desk, span: Span, code: str) -> Replies:
    return (await comparison.order(desk, comparison.CHART, code, span),)


@router.callback_query(Press("compare.table", span=Span, code=str))
async def sheet(query: CallbackQuery, desk: Desk, span: Span, code: str) -> Replies:
    return (await comparison.order(desk, comparison.TABLE, code, span),)

"""The board of honour, a mentor's certificate and the text for the site in chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import board_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import board, site, thanks_files
from services.desk import Desk
from services.people import page_number

router = Router(name="board")


@router.callback_query(Press("board.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.board(desk, await board.seen(desk)),)


@router.callback_query(Press("board.page", page=page_number))
async def turned(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.board(desk, await board.seen(desk), page),)


@router.callback_query(Press("board.file", ending=thanks_files.ending))
async def file(query: CallbackQuery, desk: Desk, ending: str) -> Replies:
    return (await thanks_files.order_board(desk, ending),)


@router.callback_query(Press("certificate.of", person=int))
async def certificate(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (screens.certificate(desk, await thanks_files.certificate(desk, person)),)


@router.callback_query(Press("certificate.file", person=int, ending=thanks_files.ending))
async def certificate_file(query: CallbackQuery, desk: Desk, person: int, ending: str) -> Replies:
    return (await thanks_files.order_certificate(desk, person, ending),)


@router.callback_query(Press("sitetext.of", organisation=int))
async def site_text(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.site(desk, organisation, await site.text(desk, organisation)),)


@router.callback_query(Press("sitetext.file", organisation=int, ending=thanks_files.ending))
async def site_file(query: CallbackQuery, desk: Desk, organisation: int, ending: str) -> Replies:
    return (await thanks_files.order_site(desk, organisation, ending),)

"""The groups that a matching proposes, in chat: looked through mentor by mentor, proposed as a whole."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import matching_groups_screens as screens
from handlers import matching_pairs_screens
from handlers.pairs import read_page
from handlers.press import Press
from messaging.replies import Replies
from services import matching_groups, matching_publish
from services.desk import Desk

router = Router(name="matching_groups")


@router.callback_query(Press("match.groups", number=int, page=read_page))
async def listed(query: CallbackQuery, desk: Desk, number: int, page: int) -> Replies:
    return (screens.page(desk, await matching_groups.page(desk, number, page)),)


@router.callback_query(Press("match.group", number=int, mentor=int, page=read_page))
async def card(query: CallbackQuery, desk: Desk, number: int, mentor: int, page: int) -> Replies:
    return (screens.card(desk, await matching_groups.card(desk, number, mentor, page)),)


@router.callback_query(Press("match.propose_group", number=int, mentor=int))
async def propose(query: CallbackQuery, desk: Desk, number: int, mentor: int) -> Replies:
    return (matching_pairs_screens.proposed(desk, await matching_publish.publish_group(desk, number, mentor)),)

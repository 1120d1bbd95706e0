"""What a matching proposes, in chat: looked through pair by pair, changed, proposed."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import matching_groups_screens as groups_screens
from handlers import matching_pairs_screens as screens
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.matching_records import Shelf
from messaging.replies import Replies, Say, Show, Toast
from services import matching_groups, matching_pairs, matching_publish
from services.desk import Desk

router = Router(name="matching_pairs")


async def _card(desk: Desk, number: int, mentee: int) -> Show:
    return screens.card(desk, await matching_pairs.card(desk, number, mentee))


@router.callback_query(Press("match.pairs", number=int, shelf=Shelf, page=read_page))
async def listed(query: CallbackQuery, desk: Desk, number: int, shelf: Shelf, page: int) -> Replies:
    return (screens.page(desk, await matching_pairs.page(desk, number, shelf, page)),)


@router.callback_query(Press("match.pair", number=int, mentee=int))
async def card(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.fix", number=int, mentee=int))
async def fix(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    await matching_pairs.fix(desk, number, mentee, fixed=True)
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.loosen", number=int, mentee=int))
async def loosen(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    await matching_pairs.fix(desk, number, mentee, fixed=False)
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.forbid", number=int, mentee=int))
async def forbid(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (screens.forbid(desk, await matching_pairs.card(desk, number, mentee)),)


@router.callback_query(Press("match.forbid_here", number=int, mentee=int, mentor=int))
async def forbid_here(query: CallbackQuery, desk: Desk, number: int, mentee: int, mentor: int) -> Replies:
    await matching_pairs.forbid(desk, number, mentee, mentor, for_good=False)
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.forbid_ever", number=int, mentee=int, mentor=int))
async def forbid_ever(query: CallbackQuery, desk: Desk, number: int, mentee: int, mentor: int) -> Replies:
    await matching_pairs.forbid(desk, number, mentee, mentor, for_good=True)
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.allow", number=int, mentee=int, mentor=int))
async def allow(query: CallbackQuery, desk: Desk, number: int, mentee: int, mentor: int) -> Replies:
    await matching_pairs.allow(desk, number, mentee, mentor)
    return (await _card(desk, number, mentee),)


@router.callback_query(Press("match.others", number=int, mentee=int))
async def others(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (screens.others(desk, await matching_pairs.card(desk, number, mentee)),)


@router.callback_query(Press("match.choose", number=int, mentee=int, mentor=int))
async def choose(query: CallbackQuery, desk: Desk, number: int, mentee: int, mentor: int) -> Replies:
    displaced = await matching_pairs.choose(desk, number, mentee, mentor)
    return (screens.card(desk, await matching_pairs.card(desk, number, mentee), displaced=displaced),)


@router.callback_query(Press("match.remove", number=int, mentee=int))
async def remove(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    matching, shelf, page = await matching_pairs.remove(desk, number, mentee)
    if matching.groups:
        shown = groups_screens.page(desk, await matching_groups.page(desk, number))
    else:
        shown = screens.page(desk, await matching_pairs.page(desk, number, shelf, page))
    return (Toast(Say("match-removed")), shown)


@router.callback_query(Press("match.propose", number=int, mentee=int))
async def propose(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (screens.proposed(desk, await matching_publish.publish_one(desk, number, mentee)),)


@router.callback_query(Press("match.comments", number=int, mentee=int))
async def comments(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (screens.comments(desk, await matching_pairs.card(desk, number, mentee)),)

"""Matching in chat: a new one, who takes part, having it computed, publishing it."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import matching_screens as screens
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.matching_weights import Part, Strength
from mentoring.mentorships import Side
from messaging.replies import Replies, Say, Toast
from services import council, matching, matching_people, matching_publish, matching_weights
from services.desk import Desk

router = Router(name="matching")


@router.message(Command("match", ignore_mention=True))
async def my_matchings(message: Message, desk: Desk) -> Replies:
    return (screens.listing(desk, await matching.listing(desk)),)


@router.callback_query(Press("match.open"))
async def open_matchings(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await matching.listing(desk)),)


@router.callback_query(Press("match.page", page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listing(desk, await matching.listing(desk, page)),)


@router.callback_query(Press("match.new"))
@router.callback_query(Press("match.where", page=read_page))
async def begin(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if there are several organisations; then the form."""
    where = await matching.organisations(desk)
    if len(where) == 1:
        return (await matching.begin(desk, where[0].id),)
    return (screens.choose_place(desk, where, page),)


@router.callback_query(Press("match.new_in", organisation=int))
async def begin_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await matching.begin(desk, organisation),)


@router.callback_query(Press("match.card", number=int))
async def card(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.card(desk, await matching.card(desk, number)),)


@router.callback_query(Press("match.more", number=int))
async def more(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.more(desk, await matching.card(desk, number)),)


@router.callback_query(Press("match.weights", number=int))
async def what_counts(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.what_counts(desk, await matching_weights.look(desk, number)),)


@router.callback_query(Press("match.weight", number=int, weighed=Part))
async def how_much(query: CallbackQuery, desk: Desk, number: int, weighed: Part) -> Replies:
    return (screens.how_much(desk, await matching_weights.choose(desk, number, weighed), weighed),)


@router.callback_query(Press("match.weigh", number=int, weighed=Part, strength=Strength))
async def weigh(query: CallbackQuery, desk: Desk, number: int, weighed: Part, strength: Strength) -> Replies:
    return (screens.what_counts(desk, await matching_weights.put(desk, number, weighed, strength)),)


# --- who takes part --------------------------------------------------------------------------------------------------


@router.callback_query(Press("match.people", number=int, side=Side, page=read_page))
async def people(query: CallbackQuery, desk: Desk, number: int, side: Side, page: int) -> Replies:
    return (screens.people(desk, await matching_people.page(desk, number, side, page)),)


@router.callback_query(Press("match.toggle", number=int, side=Side, person=int, page=read_page))
async def toggle(query: CallbackQuery, desk: Desk, number: int, side: Side, person: int, page: int) -> Replies:
    await matching_people.toggle(desk, number, side, person)
    return (screens.people(desk, await matching_people.page(desk, number, side, page)),)


@router.callback_query(Press("match.everybody", number=int, side=Side, everybody=int))
async def everybody(query: CallbackQuery, desk: Desk, number: int, side: Side, everybody: int) -> Replies:
    await matching_people.choose_side(desk, number, side, everybody=bool(everybody))
    return (screens.people(desk, await matching_people.page(desk, number, side)),)


# --- computing, publishing, dropping ---------------------------------------------------------------------------------


@router.callback_query(Press("match.compute", number=int))
async def compute(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (await matching.order(desk, number),)


@router.callback_query(Press("match.publish", number=int))
async def publish(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.sure_to_publish(desk, *await matching_publish.before_publishing(desk, number)),)


@router.callback_query(Press("match.publish_now", number=int, turn=int))
async def publish_now(query: CallbackQuery, desk: Desk, number: int, turn: int) -> Replies:
    done = await matching_publish.publish(desk, number, turn)
    return (Toast(Say("match-published-toast")), screens.published(desk, done))


@router.callback_query(Press("match.council", number=int))
async def to_council(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.sent_to_council(desk, number, await council.send(desk, number)),)


@router.callback_query(Press("match.drop", number=int))
async def drop(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    return (screens.sure_to_drop(desk, await matching.card(desk, number)),)


@router.callback_query(Press("match.drop_now", number=int))
async def drop_now(query: CallbackQuery, desk: Desk, number: int) -> Replies:
    await matching.drop(desk, number)
    return (screens.dropped(desk, number),)

"""Speed meetings in chat: the curator's events and everybody's own plan."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import speed_meetings_screens as screens
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.mentorships import Side
from messaging.replies import Replies
from services import speed_meetings, speed_people, speed_plan
from services.desk import Desk

router = Router(name="speed_meetings")


@router.callback_query(Press("speed.open"))
async def open_events(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await speed_meetings.listing(desk)),)


@router.callback_query(Press("speed.page", page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.listing(desk, await speed_meetings.listing(desk, page)),)


@router.callback_query(Press("speed.new"))
@router.callback_query(Press("speed.where", page=read_page))
async def begin(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if there are several organisations; then the form."""
    where = await speed_meetings.organisations(desk)
    if len(where) == 1:
        return (await speed_meetings.begin(desk, where[0].id),)
    return (screens.choose_place(desk, where, page),)


@router.callback_query(Press("speed.new_in", organisation=int))
async def begin_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await speed_meetings.begin(desk, organisation),)


@router.callback_query(Press("speed.card", event=int))
async def card(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.card(desk, await speed_meetings.card(desk, event)),)


@router.callback_query(Press("speed.people", event=int, side=Side, page=read_page))
async def people(query: CallbackQuery, desk: Desk, event: int, side: Side, page: int) -> Replies:
    return (screens.people(desk, await speed_people.people(desk, event, side, page)),)


@router.callback_query(Press("speed.seat", event=int, side=Side, person=int, comes=int, page=read_page))
async def seat(query: CallbackQuery, desk: Desk, event: int, side: Side, person: int, comes: int, page: int) -> Replies:
    await speed_people.seat(desk, event, side, person, comes=bool(comes))
    return (screens.people(desk, await speed_people.people(desk, event, side, page)),)


@router.callback_query(Press("speed.everybody", event=int, side=Side, everybody=int))
async def everybody(query: CallbackQuery, desk: Desk, event: int, side: Side, everybody: int) -> Replies:
    await speed_people.seat_all(desk, event, side, everybody=bool(everybody))
    return (screens.people(desk, await speed_people.people(desk, event, side)),)


@router.callback_query(Press("speed.invite", event=int))
async def invite(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    seen, missed = await speed_meetings.invite(desk, event)
    return (screens.card(desk, seen, missed=missed),)


@router.callback_query(Press("speed.call_off", event=int))
async def call_off(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.sure_to_call_off(desk, await speed_meetings.card(desk, event)),)


@router.callback_query(Press("speed.call_off_now", event=int))
async def call_off_now(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.called_off(desk, await speed_meetings.call_off(desk, event)),)


@router.callback_query(Press("speed.came", event=int, side=Side, page=read_page))
async def came(query: CallbackQuery, desk: Desk, event: int, side: Side, page: int) -> Replies:
    return (screens.attendance(desk, await speed_people.attendance(desk, event, side, page)),)


@router.callback_query(Press("speed.mark", event=int, side=Side, person=int, there=int, page=read_page))
async def mark(query: CallbackQuery, desk: Desk, event: int, side: Side, person: int, there: int, page: int) -> Replies:
    await speed_people.mark(desk, event, person, came=bool(there))
    return (screens.attendance(desk, await speed_people.attendance(desk, event, side, page)),)


@router.callback_query(Press("speed.print", event=int))
async def print_out(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (await speed_plan.order(desk, event),)


@router.callback_query(Press("speed.mine", event=int, page=read_page))
async def mine(query: CallbackQuery, desk: Desk, event: int, page: int) -> Replies:
    return (screens.own_plan(desk, await speed_meetings.own_plan(desk, event, page)),)

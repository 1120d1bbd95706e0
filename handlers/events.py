"""Events in chat: people sign up and off, who runs them makes, opens and cancels them and records who came."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import events_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import events, events_editing, events_files, events_others, events_running, events_signing, events_walkins
from services.desk import Desk
from services.people import page_number

router = Router(name="events")
LAST = 1_000_000
"""The last page of a list."""


@router.callback_query(Press("events.list"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.board(desk, await events.board(desk)),)


@router.callback_query(Press("events.page", page=page_number))
async def turned(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.board(desk, await events.board(desk, page)),)


@router.callback_query(Press("event.open", event=int))
async def card(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk, await events.card(desk, event)),)


@router.callback_query(Press("event.card", event=int))
async def card_below(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk, await events.card(desk, event), fresh=True),)


@router.callback_query(Press("event.new"))
async def new(query: CallbackQuery, desk: Desk) -> Replies:
    """Of the municipality for the coordinator; at once for who is of one organisation."""
    found = await events.own_places(desk)
    if len(found) > 1:
        return (screens.where(desk.actor.chat_id, found),)
    return (await events_running.begin(desk, found[0].id if found else 0),)


@router.callback_query(Press("event.new_in", organisation=int))
async def new_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await events_running.begin(desk, organisation),)


@router.callback_query(Press("event.invite", event=int))
async def invite(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    seen, missed = await events_running.open_(desk, event)
    said = Say("event-opened", {"missed": missed}) if missed is not None else Say("event-opening")
    return (Toast(said), screens.card(desk, seen))


@router.callback_query(Press("event.edit", event=int))
async def edit(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    """What may be changed."""
    return (screens.editing(desk, await events_editing.editable(desk, event)),)


@router.callback_query(Press("event.move", event=int))
async def move(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (await events_editing.begin_move(desk, event),)


@router.callback_query(Press("event.field", event=int, field=events_editing.Field))
async def field(query: CallbackQuery, desk: Desk, event: int, field: events_editing.Field) -> Replies:
    return (await events_editing.begin_field(desk, event, field),)


@router.callback_query(Press("event.cancel", event=int))
async def cancel(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    seen = await events_running.cancel(desk, event)
    return (Toast(Say("event-cancelled")), screens.card(desk, seen))


@router.callback_query(Press("event.sign", event=int))
async def sign(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.card(desk, await events_signing.sign_up(desk, event)),)


@router.callback_query(Press("event.off", event=int))
async def sign_off(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (screens.card(desk, await events_signing.sign_off(desk, event)),)


@router.callback_query(Press("event.ics", event=int))
async def calendar(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (await events_signing.file(desk, event),)


@router.callback_query(Press("event.others", event=int, page=page_number))
async def others(query: CallbackQuery, desk: Desk, event: int, page: int) -> Replies:
    """Wards of a guardian, and a curator's people without Telegram."""
    return (screens.others(desk, await events_others.others(desk, event, page)),)


@router.callback_query(Press("event.other", event=int, person=int, page=page_number))
async def other(query: CallbackQuery, desk: Desk, event: int, person: int, page: int) -> Replies:
    await events_others.toggle(desk, event, person)
    return (screens.others(desk, await events_others.others(desk, event, page)),)


@router.callback_query(Press("event.people", event=int, page=page_number))
async def people(query: CallbackQuery, desk: Desk, event: int, page: int) -> Replies:
    return (screens.guests(desk, await events.guests(desk, event, page)),)


@router.callback_query(Press("event.came", event=int, person=int, page=page_number))
async def came(query: CallbackQuery, desk: Desk, event: int, person: int, page: int) -> Replies:
    await events_running.mark(desk, event, person)
    return (screens.guests(desk, await events.guests(desk, event, page)),)


@router.callback_query(Press("event.walkin", event=int))
async def walkin(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    """Who came without having signed up."""
    return (await events_walkins.begin(desk, event),)


@router.callback_query(Press("event.walked", event=int, person=int))
async def walked(query: CallbackQuery, desk: Desk, event: int, person: int) -> Replies:
    await events_walkins.add(desk, event, person)
    return (screens.guests(desk, await events.guests(desk, event, LAST)),)


@router.callback_query(Press("event.file", event=int))
async def file(query: CallbackQuery, desk: Desk, event: int) -> Replies:
    return (await events_files.order(desk, event),)

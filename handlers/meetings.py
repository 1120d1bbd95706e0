"""Meetings in chat: the list, the card, planning, another time, moving and cancelling."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import meeting_screens as screens
from handlers.press import Press
from mentoring.errors import Refusal
from messaging.replies import Replies
from services import meeting_calendar, meeting_places, meeting_times, meeting_views, meetings
from services.desk import Desk

router = Router(name="meetings")


async def _listing(desk: Desk, page: int = 0) -> Replies:
    return (screens.listing(desk.actor.chat_id, await meeting_views.listing(desk, page)),)


@router.message(Command("meetings", ignore_mention=True))
async def my_meetings(message: Message, desk: Desk) -> Replies:
    return await _listing(desk)


@router.callback_query(Press("meetings.list"))
async def list_meetings(query: CallbackQuery, desk: Desk) -> Replies:
    return await _listing(desk)


@router.callback_query(Press("meetings.page", page=int))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return await _listing(desk, page)


@router.callback_query(Press("meetings.of", mentorship=int, page=int))
async def list_of_mentorship(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    return (screens.listing(desk.actor.chat_id, await meeting_views.of_mentorship(desk, mentorship, page)),)


@router.callback_query(Press("meeting.open", meeting=int))
async def open_meeting(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk.actor.chat_id, await meeting_views.card(desk, meeting)),)


@router.callback_query(Press("meeting.card", meeting=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk.actor.chat_id, await meeting_views.card(desk, meeting), fresh=True),)


@router.callback_query(Press("meeting.more", meeting=int))
async def more(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    """The card's second page of buttons."""
    return (screens.more(desk.actor.chat_id, await meeting_views.card(desk, meeting)),)


@router.callback_query(Press("meeting.ics", meeting=int))
async def calendar(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meeting_calendar.on_press(desk, meeting),)


@router.callback_query(Press("meeting.place", meeting=int))
async def place(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meeting_places.begin(desk, meeting),)


@router.callback_query(Press("meeting.plan"))
async def choose(query: CallbackQuery, desk: Desk) -> Replies:
    """Whom with, where there is a choice."""
    mine = await meeting_views.choices(desk)
    if not mine:
        raise Refusal("meetings-refusal-no-mentorship")
    if len(mine) == 1:
        return (await meetings.begin_plan(desk, mine[0][0].id),)
    return (screens.choose_mentorship(desk.actor.chat_id, "meeting.new", mine),)


@router.callback_query(Press("meeting.new", mentorship=int))
async def plan(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await meetings.begin_plan(desk, mentorship),)


@router.callback_query(Press("meeting.move", meeting=int))
async def move(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meetings.begin_move(desk, meeting),)


@router.callback_query(Press("meeting.cancel", meeting=int))
async def cancel(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meetings.begin_cancel(desk, meeting),)


@router.callback_query(Press("meeting.fine", meeting=int))
async def fine(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await meeting_times.fine(desk, meeting), fresh=True),)


@router.callback_query(Press("meeting.propose", meeting=int))
async def propose(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meeting_times.begin_propose(desk, meeting),)


@router.callback_query(Press("meeting.propose_place", meeting=int))
async def propose_place(query: CallbackQuery, desk: Desk, meeting: int) -> Replies:
    return (await meeting_times.begin_propose(desk, meeting, "place"),)


@router.callback_query(Press("meeting.accept", proposal=int))
async def accept(query: CallbackQuery, desk: Desk, proposal: int) -> Replies:
    return (screens.accepted(desk.actor.chat_id, await meeting_times.accept(desk, proposal)),)


@router.callback_query(Press("meeting.anyway", proposal=int))
async def accept_anyway(query: CallbackQuery, desk: Desk, proposal: int) -> Replies:
    """The clash is known."""
    return (screens.accepted(desk.actor.chat_id, await meeting_times.accept(desk, proposal, anyway=True)),)


@router.callback_query(Press("meeting.keep", proposal=int))
async def keep(query: CallbackQuery, desk: Desk, proposal: int) -> Replies:
    return (screens.card(desk.actor.chat_id, await meeting_times.keep(desk, proposal), fresh=True),)

"""The trail of a mentorship in chat, a page at a time."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from messaging.replies import Button, Lines, Replies, Say, Show, Text, press
from services import trail
from services.desk import Desk
from services.keyboards import pager
from services.pairs import facts
from services.trail import Line, TrailPage

router = Router(name="trail")
MENU_SLOT = "menu"


@router.callback_query(Press("trail.open", mentorship=int))
async def open_trail(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screen(desk, await trail.page(desk, mentorship, 0)),)


@router.callback_query(Press("trail.page", mentorship=int, page=int))
async def turn(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    return (screen(desk, await trail.page(desk, mentorship, page)),)


def screen(desk: Desk, seen: TrailPage) -> Show:
    """A line each, the newest first."""
    number = seen.pair.mentorship.id
    lines: list[Text] = [Say("trail-head", facts(desk, seen.pair))]
    lines += [_line(one) for one in seen.lines]
    lines += [] if seen.lines else [Say("trail-none")]
    turning = pager(seen.page, seen.pages, lambda page: press("trail.page", number, page))
    back = (Button(Say("pairs-back"), press("pair.open", number)), Button(Say("menu-button"), press("menu.open")))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*turning, back))


def _line(one: Line) -> Text:
    said = {
        "when": one.at,
        "event": one.event,
        "who": one.who or "none",
        "number": str(one.details.get("number", "")),
        "name": str(one.details.get("name", "")),
        "words": str(one.details.get("words", "")) or "none",
        "reason": str(one.details.get("reason", "")),
    }
    return Say("trail-line", said)

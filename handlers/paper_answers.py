"""Typing in what people without Telegram wrote on paper: the lists of what waits, and taking one of them up."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.home_screens import pager
from handlers.pairs import read_page
from handlers.press import Press
from messaging.replies import Button, Lines, Replies, Say, Show, Text, press
from services import paper_answers
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid
from services.paper_answers import Line, Listing

router = Router(name="paper_answers")
MENU_SLOT = "menu"
_ROW = 4


@router.callback_query(Press("paper.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return (_listing(desk, await paper_answers.listing(desk)),)


@router.callback_query(Press("paper.page", page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (_listing(desk, await paper_answers.listing(desk, page)),)


@router.callback_query(Press("paper.of", person=int, page=read_page))
async def of_person(query: CallbackQuery, desk: Desk, person: int, page: int) -> Replies:
    return (_listing(desk, await paper_answers.of_person(desk, person, page)),)


@router.callback_query(Press("paper.meeting", meeting=int, page=read_page))
async def of_meeting(query: CallbackQuery, desk: Desk, meeting: int, page: int) -> Replies:
    return (_listing(desk, await paper_answers.of_meeting(desk, meeting, page)),)


@router.callback_query(Press("paper.enter", response=int))
async def enter(query: CallbackQuery, desk: Desk, response: int) -> Replies:
    return (await paper_answers.enter(desk, response),)


# --- the screen ------------------------------------------------------------------------------------------------------


def _listing(desk: Desk, seen: Listing) -> Show:
    """A line and a number for each questionnaire that waits."""
    lines: list[Text] = [Say("paper-head" if seen.lines else "paper-none")]
    lines += [_line(number, line) for number, line in enumerate(seen.lines, 1)]
    numbers = [
        Button(str(number), press("paper.enter", line.waits.response_id)) for number, line in enumerate(seen.lines, 1)
    ]
    back = (Button(Say("survey-back"), seen.back), Button(Say("menu-button"), press("menu.open")))
    rows = (*grid(numbers, _ROW), *pager(seen.turn, seen.page, seen.pages), back)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), rows)


def _line(number: int, line: Line) -> Text:
    waits = line.waits
    said: dict[str, Text | int | object] = {
        "number": number,
        "name": f"{waits.name}, {waits.school_class}" if waits.school_class else waits.name,
        "title": own(line.definition.title),
    }
    if line.when is None:
        return Say("paper-line", said)
    return Say("paper-line-meeting", {**said, "when": line.when})

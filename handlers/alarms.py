"""Alarm answers in chat, for psychologists and curators: the list, one of them, «посмотрели»."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.home_screens import pager
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.clock import local_date
from mentoring.people import short_name
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, press
from services import alarms
from services.alarms import Card, Line, Listing
from services.desk import Desk
from services.dialogue_screens import answered_in_words, own
from services.people import View

router = Router(name="alarms")
MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))


@router.callback_query(Press("alarms.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return (_page(desk, await alarms.listing(desk)),)


@router.callback_query(Press("alarms.page", page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (_page(desk, await alarms.listing(desk, page)),)


@router.callback_query(Press("alarm.card", alarm=int))
async def card(query: CallbackQuery, desk: Desk, alarm: int) -> Replies:
    return (_card(desk, await alarms.card(desk, alarm)),)


@router.callback_query(Press("alarm.seen", alarm=int))
async def seen(query: CallbackQuery, desk: Desk, alarm: int) -> Replies:
    return (await alarms.begin(desk, alarm),)


# --- screens ---------------------------------------------------------------------------------------------------------


def _page(desk: Desk, seen: Listing) -> Show:
    """A page: a line and a number each, what nobody has looked at first."""
    lines: list[Text] = [Say("alarms-head" if seen.lines else "alarms-none")]
    for number, line in enumerate(seen.lines, 1):
        said = {
            "number": number,
            "name": short_name(line.person.name),
            "class": line.person.profile.school_class or "none",
            "day": local_date(line.alarm.raised_at, line.organisation.zone),
            "where": line.organisation.name if seen.several else "none",
            "who": line.seen_by.name if line.seen_by is not None else "",
            "state": "new" if line.alarm.open else "seen",
        }
        lines.append(Say("alarms-line", said))
    numbers = [Button(str(number), press("alarm.card", line.alarm.id)) for number, line in enumerate(seen.lines, 1)]
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pager("alarms.page", seen.page, seen.pages), (_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), rows)


def _card(desk: Desk, seen: Card) -> Show:
    """Who answered what to which question, and what can be done."""
    line = seen.line
    person, zone = line.person, line.organisation.zone
    lines: list[Text] = [
        Say("alarms-card", {"name": person.name, "class": person.profile.school_class or "none"}),
        Say("alarms-card-asked", {"title": own(seen.definition.title), "day": local_date(line.alarm.raised_at, zone)}),
    ]
    if seen.question is not None and seen.question.text is not None:
        answer = answered_in_words(seen.question, seen.answer)
        lines.append(Say("alarms-card-answer", {"question": own(seen.question.text), "answer": answer}))
    lines.append(_course(line))
    look = (Button(Say("alarms-seen"), press("alarm.seen", line.alarm.id), style=Style.GOOD),)
    rows = (
        *((look,) if line.alarm.open else ()),
        (Button(Say("alarms-person"), press("person.open", person.id, View().code)),),
        (Button(Say("alarms-back"), press("alarms.list")), _MENU),
    )
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), rows)


def _course(line: Line) -> Text:
    """What to do, or what was done."""
    if line.alarm.open or line.alarm.seen_at is None:
        return Say("alarms-card-do")
    day = local_date(line.alarm.seen_at, line.organisation.zone)
    who = line.seen_by.name if line.seen_by is not None else ""
    return Say("alarms-card-done", {"day": day, "who": who, "note": line.alarm.note or "none"})

"""Mentees without a mentor in chat: the list, one of them, the support that was given."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import matching_words as words
from handlers.home_screens import pager
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.clock import local_date
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, press
from services import unmatched
from services.desk import Desk
from services.speed_meetings import label
from services.unmatched import Unmatched, UnmatchedCard

router = Router(name="unmatched")
MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_SUPPORTS = 3


@router.callback_query(Press("unmatched.list"))
async def listed(query: CallbackQuery, desk: Desk) -> Replies:
    return (_page(desk, await unmatched.listing(desk)),)


@router.callback_query(Press("unmatched.page", page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (_page(desk, await unmatched.listing(desk, page)),)


@router.callback_query(Press("unmatched.card", membership=int))
async def card(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (_card(desk, await unmatched.card(desk, membership)),)


@router.callback_query(Press("unmatched.support", membership=int))
async def support(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (await unmatched.begin(desk, membership),)


# --- screens ---------------------------------------------------------------------------------------------------------


def _page(desk: Desk, seen: Unmatched) -> Show:
    """A page: a line and a number each, who waits longest first."""
    lines: list[Text] = [Say("unmatched-head" if seen.total else "unmatched-none", {"total": seen.total})]
    for number, (alone, place) in enumerate(seen.lines, 1):
        said: dict[str, Text | int | object] = {
            "number": number,
            "name": label(alone.member.person),
            "since": local_date(alone.since, place.zone),
            "where": place.name if seen.several else "none",
        }
        lines.append(Say("unmatched-line", said))
    numbers = [
        Button(str(number), press("unmatched.card", alone.member.membership.id))
        for number, (alone, _) in enumerate(seen.lines, 1)
    ]
    match = (Button(Say("unmatched-match"), press("match.open")),) if seen.may_match else ()
    pages = pager("unmatched.page", seen.page, seen.pages)
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pages, (*match, _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), rows)


def _card(desk: Desk, seen: UnmatchedCard) -> Show:
    """What they ask for, since when they wait, what support was given."""
    person, membership = seen.alone.member.person, seen.alone.member.membership
    since = local_date(seen.alone.since, seen.organisation.zone)
    school_class = person.profile.school_class or "none"
    lines: list[Text] = [
        Say("unmatched-card", {"name": person.name, "place": school_class, "since": since}),
        words.asked(desk, membership),
    ]
    if membership.request:
        lines.append(Say("unmatched-request", {"request": membership.request}))
    for one in seen.supports[:_SUPPORTS]:
        day = local_date(one.at, seen.organisation.zone)
        lines.append(Say("unmatched-support", {"day": day, "who": one.who, "note": one.note or "none"}))
    rows: list[tuple[Button, ...]] = [
        (Button(Say("unmatched-note"), press("unmatched.support", membership.id), style=Style.GOOD),)
    ]
    if seen.may_match:
        rows.append((Button(Say("unmatched-match"), press("match.open")),))
    rows.append((Button(Say("unmatched-back"), press("unmatched.list")), _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))

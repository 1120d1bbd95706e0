"""Wishes in chat: after speed meetings everybody says with whom they would work; the curator sees all of it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.home_screens import pager
from handlers.pairs import read_page
from handlers.press import Press
from mentoring.people import Person
from mentoring.speed_meetings import COULD, GLADLY, RATHER_NOT, SpeedEvent
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, press
from services import keyboards, wishes
from services.desk import Desk
from services.speed_meetings import label
from services.wishes import WishesOverview, WishPage

router = Router(name="wishes")
MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_NAMES = {GLADLY: "gladly", COULD: "could", RATHER_NOT: "rather-not", None: "none"}
_EVENTS = 6


@router.callback_query(Press("wishes.open"))
async def open_wishes(query: CallbackQuery, desk: Desk) -> Replies:
    """The only event at once, else which one."""
    found = await wishes.events(desk)
    if len(found) == 1:
        return (_page(desk, await wishes.page(desk, found[0].id, 0)),)
    return (_events(desk, found),)


@router.callback_query(Press("wishes.of", event=int, person=int, page=read_page))
async def listed(query: CallbackQuery, desk: Desk, event: int, person: int, page: int) -> Replies:
    return (_page(desk, await wishes.page(desk, event, person, page)),)


@router.callback_query(Press("wishes.about", event=int, person=int, about=int))
async def about(query: CallbackQuery, desk: Desk, event: int, person: int, about: int) -> Replies:
    return (_about(desk, *await wishes.about(desk, event, person, about)),)


@router.callback_query(Press("wishes.put", event=int, person=int, about=int, wish=int))
async def put(query: CallbackQuery, desk: Desk, event: int, person: int, about: int, wish: int) -> Replies:
    """Then the next of those they met, and at the end all of them."""
    seen = await wishes.put(desk, event, person, about, wish)
    if seen.next is None:
        return (_page(desk, seen),)
    return (_about(desk, *await wishes.about(desk, event, person, seen.next)),)


@router.callback_query(Press("speed.wishes", event=int, page=read_page))
async def overview(query: CallbackQuery, desk: Desk, event: int, page: int) -> Replies:
    return (_overview(desk, await wishes.overview(desk, event, page)),)


# --- screens ---------------------------------------------------------------------------------------------------------


def _slot(seen: WishPage) -> str:
    return f"wishes:{seen.card.event.id}:{seen.person.id}"


def _events(desk: Desk, found: tuple[SpeedEvent, ...]) -> Show:
    shown = keyboards.options((Button(one.title, press("wishes.of", one.id, 0, 0)) for one in found[:_EVENTS]), room=7)
    head = Say("wishes-which" if found else "wishes-none")
    return Show(desk.actor.chat_id, MENU_SLOT, shown.under(head), (*shown.rows, (_MENU,)))


def _page(desk: Desk, seen: WishPage) -> Show:
    """Those somebody met with what was said about them."""
    event, who = seen.card.event.id, seen.person.id
    head = {"title": seen.card.event.title, "name": seen.person.name, "said": "all" if seen.next is None else "some"}
    lines: list[Text] = [Say("wishes-own-head" if seen.own else "wishes-of-head", head)]
    lines += [
        Say("wishes-line", {"number": number, "name": label(person), "wish": _NAMES[wish]})
        for number, (person, wish) in enumerate(seen.lines, 1)
    ]
    if not seen.lines:
        lines.append(Say("wishes-nobody"))
    numbers: list[Button] = []
    rows: list[tuple[Button, ...]] = []
    if seen.may_mark:
        numbers = [
            Button(str(number), press("wishes.about", event, who, person.id))
            for number, (person, _) in enumerate(seen.lines, 1)
        ]
        if seen.next is not None:
            rows.append((Button(Say("wishes-begin"), press("wishes.about", event, who, seen.next), style=Style.GOOD),))
    back = _MENU if seen.own else Button(Say("speed-back"), press("speed.wishes", event, 0))
    pages = pager(f"wishes.of:{event}:{who}", seen.page, seen.pages)
    keyboard = (tuple(numbers[:3]), tuple(numbers[3:]), *rows, *pages, (back,))
    return Show(desk.actor.chat_id, _slot(seen), Lines(tuple(lines)), keyboard)


def _about(desk: Desk, seen: WishPage, other: Person) -> Show:
    """One of those somebody met."""
    event, who = seen.card.event.id, seen.person.id
    rows = tuple(
        (Button(Say("wishes-wish", {"wish": _NAMES[wish]}), press("wishes.put", event, who, other.id, wish)),)
        for wish in (GLADLY, COULD, RATHER_NOT)
    )
    said = {"name": label(other), "who": "own" if seen.own else seen.person.name}
    back = (Button(Say("speed-back"), press("wishes.of", event, who, 0)),)
    return Show(desk.actor.chat_id, _slot(seen), Say("wishes-about", said), (*rows, back))


def _overview(desk: Desk, seen: WishesOverview) -> Show:
    """For the curator: who has said how much."""
    event = seen.card.event.id
    lines: list[Text] = [Say("wishes-overview-head", {"title": seen.card.event.title})]
    lines += [
        Say("wishes-overview-line", {"number": number, "name": person.name, "said": said, "met": met})
        for number, (person, said, met) in enumerate(seen.lines, 1)
    ]
    numbers = [
        Button(str(number), press("wishes.of", event, person.id, 0))
        for number, (person, _, _) in enumerate(seen.lines, 1)
    ]
    back = Button(Say("speed-back"), press("speed.card", event))
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pager(f"speed.wishes:{event}", seen.page, seen.pages), (back,))
    return Show(desk.actor.chat_id, f"speed:{event}", Lines(tuple(lines)), rows)

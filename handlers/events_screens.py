"""What events look like: the list, one of them, who comes."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.events import EventState, SignState
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.events import Board, Card, Guest, Guests
from services.events_running import facts
from services.keyboards import grid, options, pager

_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("events-back"), press("events.list"))
_ROW = 4


def board(desk: Desk, seen: Board) -> Show:
    """A line and a numbered button each, the latest first."""
    lines: list[Text] = [Say("events-head" if seen.rows else "events-none")]
    for number, event in enumerate(seen.rows, 1):
        said = {"number": number, "title": event.title, "when": event.starts_at, "state": event.state.value}
        lines.append(Say("events-line", said))
    numbers = (Button(str(number), press("event.open", event.id)) for number, event in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("events.page", page))
    new = ((Button(Say("events-new"), press("event.new")),),) if seen.runs else ()
    back = (Button(Say("municipality-button"), press("municipality.open")),) if seen.municipal else ()
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *new, (*back, _MENU)))


def where(chat: int, organisations: Iterable[Organisation]) -> Show:
    """Of which of one's organisations."""
    found = options(Button(each.label, press("event.new_in", each.id)) for each in organisations)
    return Show(chat, MENU, found.under(Say("events-where")), (*found.rows, (_LIST, _MENU)))


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """An event, whether one comes, and what may be done. `fresh`: opened from a notice, so it comes below it."""
    event = seen.event
    head = {**facts(event), "kind": event.kind.value, "state": event.state.value}
    head["organisation"] = seen.organisation.name if seen.organisation is not None else "none"
    parts: list[Text] = [Say("event-card", head)]
    parts += [event.about] if event.about else []
    counts = {"taken": seen.taken, "seats": event.seats or 0, "waiting": seen.waiting, "came": seen.came}
    lines: list[Text] = [Say("event-seats", counts)] if event.state is not EventState.DRAFT else []
    lines += [Say("event-mine", {"state": seen.mine.value})] if seen.mine is not SignState.OFF else []
    parts += [Lines(tuple(lines))] if lines else []
    return Show(desk.actor.chat_id, MENU, Lines(tuple(parts), "\n\n"), _buttons(desk, seen), fresh=fresh)


def _buttons(desk: Desk, seen: Card) -> Keyboard:
    event, number = seen.event, seen.event.id
    ahead = desk.now < event.starts_at
    may_sign = event.state is EventState.OPEN and ahead and seen.invited
    sign = Button(Say("event-sign"), press("event.sign", number), style=Style.GOOD)
    off = Button(Say("event-off"), press("event.off", number))
    invite = Button(Say("event-invite"), press("event.invite", number), style=Style.MAIN)
    people = Button(Say("event-people"), press("event.people", number, 0))
    cancel = Button(Say("event-cancel"), press("event.cancel", number), style=Style.BAD)
    rows = (
        *((sign if seen.mine is SignState.OFF else off,) if may_sign else ()),
        *((invite,) if seen.runs and ahead and event.state is EventState.DRAFT else ()),
        *((people,) if seen.runs and event.state is not EventState.DRAFT else ()),
        *((cancel,) if seen.runs and ahead and event.state in (EventState.DRAFT, EventState.OPEN) else ()),
    )
    return (*grid(rows, 1), (_LIST, _MENU))


def guests(desk: Desk, seen: Guests) -> Show:
    """Who comes; once it has begun, a number records that somebody came, or takes it back."""
    event = seen.card.event
    begun = desk.now >= event.starts_at and event.state in (EventState.OPEN, EventState.HELD)
    lines: list[Text] = [Say("event-people-head", {"title": event.title, "total": seen.total, "begun": str(begun)})]
    lines += [_line(number, guest) for number, guest in enumerate(seen.rows, 1)]
    numbers = (
        Button(str(number), press("event.came", event.id, guest.signed.person_id, seen.page))
        for number, guest in enumerate(seen.rows, 1)
        if begun and guest.signed.state is SignState.SIGNED
    )
    turn = pager(seen.page, seen.pages, lambda page: press("event.people", event.id, page))
    file = ((Button(Say("event-file"), press("event.file", event.id)),),) if seen.total else ()
    back = Button(Say("event-to-card"), press("event.open", event.id))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *file, (back, _MENU)))


def _line(number: int, guest: Guest) -> Text:
    state = "came" if guest.signed.came else guest.signed.state.value
    place = guest.organisation.label if guest.organisation is not None else "none"
    return Say("event-guest", {"number": number, "name": guest.name or "none", "organisation": place, "state": state})

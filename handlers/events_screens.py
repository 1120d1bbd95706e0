"""What events look like: the list, one of them, what may be changed, whom one signs up, who comes."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.events import PAST, EventState, SignState, signs_up
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.events import Board, Card, Guest, Guests
from services.events_editing import Field
from services.events_notices import facts
from services.events_others import Others
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
    place = seen.organisation.name if seen.organisation is not None else "none"
    head = {**facts(event), "kind": seen.kind, "state": event.state.value, "organisation": place}
    parts: list[Text] = [Say("event-card", head)]
    parts += [event.about] if event.about else []
    counts = {"taken": seen.taken, "seats": event.seats or 0, "waiting": seen.waiting, "came": seen.came}
    lines: list[Text] = [Say("event-seats", counts)] if event.state is not EventState.DRAFT else []
    if seen.until is not None and event.state is EventState.OPEN and desk.now < event.starts_at:
        lines.append(Say("event-until", {"day": seen.until, "over": str(not signs_up(event, desk.now))}))
    lines += [Say("event-mine", {"state": seen.mine.value})] if seen.mine is not SignState.OFF else []
    parts += [Lines(tuple(lines))] if lines else []
    return Show(desk.actor.chat_id, MENU, Lines(tuple(parts), "\n\n"), _buttons(desk, seen), fresh=fresh)


def _buttons(desk: Desk, seen: Card) -> Keyboard:
    event, number = seen.event, seen.event.id
    ahead = desk.now < event.starts_at and event.state in (EventState.DRAFT, EventState.OPEN)
    draft, mine = event.state is EventState.DRAFT, seen.mine is not SignState.OFF
    ways = (
        (seen.invited and not mine and signs_up(event, desk.now), "event-sign", "event.sign", Style.GOOD),
        (mine and ahead, "event-off", "event.off", None),
        (seen.mine is SignState.SIGNED and ahead, "event-ics", "event.ics", None),
        (seen.runs and ahead and draft, "event-invite", "event.invite", Style.MAIN),
    )
    rows = [Button(Say(key), press(name, number), style=style) for shown, key, name, style in ways if shown]
    if seen.others is not None:
        rows.append(Button(Say("event-others", {"whom": seen.others}), press("event.others", number, 0)))
    more = (
        (seen.runs and not draft, "event-people", "event.people", (0,)),
        (seen.judged, "event-results", "event.results", (0,)),
        (seen.teaches and seen.came > 0, "event-learnt", "event.learnt", ()),
        (seen.runs and ahead, "event-edit", "event.edit", ()),
    )
    rows += [Button(Say(key), press(name, number, *rest)) for shown, key, name, rest in more if shown]
    return (*grid(rows, 1), (_LIST, _MENU))


def editing(desk: Desk, seen: Card) -> Show:
    """What may be changed before it begins."""
    event, number = seen.event, seen.event.id
    move = Button(Say("event-move"), press("event.move", number), style=Style.MAIN)
    fields = (Button(Say(f"event-field-{each.value}"), press("event.field", number, each.value)) for each in Field)
    cancel = Button(Say("event-cancel"), press("event.cancel", number), style=Style.BAD)
    back = Button(Say("event-to-card"), press("event.open", number))
    text = Say("event-editing", {**facts(event), "state": event.state.value})
    return Show(desk.actor.chat_id, MENU, text, ((move,), *grid(fields, 2), (cancel,), (back,)))


def others(desk: Desk, seen: Others) -> Show:
    """Whom the actor may sign up; a number does it, or takes it back."""
    event = seen.card.event
    lines: list[Text] = [Say("event-others-head", {"title": event.title})]
    for number, one in enumerate(seen.rows, 1):
        place = one.organisation.label if one.organisation is not None else "none"
        said = {"number": number, "name": one.person.name, "organisation": place, "state": one.state.value}
        lines.append(Say("event-other", said))
    numbers = (
        Button(str(number), press("event.other", event.id, one.person.id, seen.page))
        for number, one in enumerate(seen.rows, 1)
    )
    turn = pager(seen.page, seen.pages, lambda page: press("event.others", event.id, page))
    back = (Button(Say("event-to-card"), press("event.open", event.id)), _MENU)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, back))


def guests(desk: Desk, seen: Guests) -> Show:
    """Who comes; once it has begun, a number records that somebody came, or takes it back."""
    event = seen.card.event
    begun = desk.now >= event.starts_at and event.state in (EventState.OPEN, *PAST)
    lines: list[Text] = [Say("event-people-head", {"title": event.title, "total": seen.total, "begun": str(begun)})]
    lines += [_line(number, guest) for number, guest in enumerate(seen.rows, 1)]
    numbers = (
        Button(str(number), press("event.came", event.id, guest.signed.person_id, seen.page))
        for number, guest in enumerate(seen.rows, 1)
        if begun and guest.signed.state is SignState.SIGNED
    )
    turn = pager(seen.page, seen.pages, lambda page: press("event.people", event.id, page))
    ways = [Button(Say("event-walkin"), press("event.walkin", event.id))] if begun else []
    ways += [Button(Say("event-file"), press("event.file", event.id))] if seen.total else []
    back = Button(Say("event-to-card"), press("event.open", event.id))
    rows = (*grid(numbers, _ROW), *turn, *grid(ways, 2), (back, _MENU))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def _line(number: int, guest: Guest) -> Text:
    state = "came" if guest.signed.came else guest.signed.state.value
    place = guest.organisation.label if guest.organisation is not None else "none"
    return Say("event-guest", {"number": number, "name": guest.name or "none", "organisation": place, "state": state})

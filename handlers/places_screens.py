"""What a place looks like, and the screens on which its parts are changed."""

from __future__ import annotations

from mentoring.pages import pages_of
from mentoring.people import MembershipState
from mentoring.roles import PARTICIPANTS, Role
from mentoring.times import TIMES, PartOfDay
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import people_leaving, places
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options, pager
from services.people_leaving import Leaving
from services.places import MOST_MENTEES, Place

_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_PAGE = 6
_FITS = 6
"""Changes that stand beside «Назад» and «Меню»; of more, the last stand behind «Ещё…»."""


def place(desk: Desk, shown: Place) -> Show:
    """What is asked or offered there, and what can be changed."""
    buttons = _changes(desk, shown)
    if len(buttons) > _FITS:
        rest = Button(Say("people-more"), press("place.more", shown.membership.id))
        buttons = [*buttons[: _FITS - 1], rest]
    back = (Button(Say("people-back"), press("person.of", shown.person.id)), _MENU)
    return Show(desk.actor.chat_id, _SLOT, Lines(tuple(_lines(desk, shown))), (*grid(buttons, 2), back))


def more(desk: Desk, shown: Place) -> Show:
    """The changes for which the first screen has no room."""
    rest = _changes(desk, shown)[_FITS - 1 :]
    return Show(desk.actor.chat_id, _SLOT, Lines(tuple(_lines(desk, shown))), (*grid(rest, 2), _back(shown)))


def _lines(desk: Desk, shown: Place) -> list[Text]:
    membership = shown.membership
    named = {"name": shown.person.name, "organisation": shown.organisation.name}
    lines: list[Text] = [
        Say("place-head", {**named, "role": membership.role.value}),
        Say("place-state", {"state": membership.state.value}),
    ]
    if membership.role in PARTICIPANTS:
        lines += _offer(desk, shown)
    today = desk.today(shown.organisation.zone)
    if membership.state is MembershipState.APPROVED and membership.paused(today):
        known = "yes" if membership.paused_until else "no"
        lines.append(Say("people-card-paused", {"until": membership.paused_until or "", "known": known}))
        if membership.pause_reason:
            lines.append(Say("place-pause-reason", {"reason": membership.pause_reason}))
    if membership.council:
        lines.append(Say("people-card-council"))
    if membership.expert:
        lines.append(Say("people-card-expert"))
    return lines


def _offer(desk: Desk, shown: Place) -> list[Text]:
    membership, role = shown.membership, shown.membership.role.value
    none = Say("place-none")
    named = [own(area.name) for area in desk.programme.areas if area.id in membership.areas]
    lines: list[Text] = [
        Say("people-card-areas", {"role": role, "areas": Lines(tuple(named), ", ") if named else none}),
        Say("people-card-request", {"role": role, "request": membership.request or none}),
    ]
    if membership.role is Role.MENTOR:
        room = membership.capacity or desk.programme.capacity
        lines.append(Say("people-card-capacity", {"mentees": shown.mentees, "capacity": room}))
    times = Lines(tuple(places.in_words(code) for code in membership.times), ", ")
    lines.append(Say("people-card-times", {"times": times if membership.times else none}))
    spoken = places.spoken(desk, shown.person)
    languages = [own(each.name) for each in places.languages(desk) if each.id in spoken]
    if languages:
        lines.append(Say("people-card-languages", {"languages": Lines(tuple(languages), ", ")}))
    return lines


def _changes(desk: Desk, shown: Place) -> list[Button]:
    """What the actor may do with the place now."""
    membership = shown.membership
    if membership.state is MembershipState.LEFT:
        return [Button(Say("place-return"), press("place.return", membership.id), style=Style.GOOD)]
    buttons: list[Button] = []
    if shown.editable:
        buttons.append(Button(Say("place-areas"), press("place.areas", membership.id, 0)))
        buttons.append(Button(Say("place-request"), press("place.request", membership.id)))
        buttons.append(Button(Say("place-times"), press("place.times", membership.id)))
        if membership.role is Role.MENTOR:
            buttons.append(Button(Say("place-capacity"), press("place.capacity", membership.id)))
        if places.languages(desk):
            buttons.append(Button(Say("place-languages"), press("place.languages", membership.id)))
    if membership.state is MembershipState.APPROVED and membership.role in PARTICIPANTS:
        buttons += _approved(desk, shown)
    if membership.state is not MembershipState.REFUSED:
        label = "place-leave-own" if shown.own else "place-leave"
        buttons.append(Button(Say(label), press("place.leave", membership.id)))
    return buttons


def _approved(desk: Desk, shown: Place) -> list[Button]:
    membership = shown.membership
    buttons: list[Button] = []
    if shown.curates and membership.role is Role.MENTOR:
        buttons.append(Button(Say("place-offices"), press("place.offices", membership.id)))
    if membership.paused(desk.today(shown.organisation.zone)):
        buttons.append(Button(Say("place-resume"), press("place.resume", membership.id), style=Style.GOOD))
    else:
        buttons.append(Button(Say("place-pause"), press("place.pause", membership.id)))
    return buttons


def areas(desk: Desk, shown: Place, page: int) -> Show:
    """Areas to tick, in pages."""
    every, membership = places.areas(desk, shown), shown.membership
    pages = pages_of(len(every), _PAGE)
    page = min(page, pages - 1)
    buttons = [
        _tick(own(each.name), each.id in membership.areas, "place.area", membership.id, page, each.id)
        for each in every[page * _PAGE : (page + 1) * _PAGE]
    ]
    found = options(buttons, width=2)
    turn = pager(page, pages, lambda at: press("place.areas", membership.id, at))
    said = found.under(Say("place-areas-head", {"name": shown.person.name, "role": membership.role.value}))
    return Show(desk.actor.chat_id, _SLOT, said, (*found.rows, *turn, _back(shown)))


def capacity(desk: Desk, shown: Place) -> Show:
    """How many mentees at once."""
    now = shown.membership.capacity
    numbers = [
        Button(str(number), press("place.room", shown.membership.id, number), chosen=number == now)
        for number in range(1, MOST_MENTEES + 1)
    ]
    usual = Say("place-capacity-usual", {"number": desk.programme.capacity})
    whole = (_plain(usual, now is None, press("place.room", shown.membership.id, 0)),)
    rows = (tuple(numbers[:5]), tuple(numbers[5:]), whole)
    said = Say("place-capacity-head", {"name": shown.person.name, "mentees": shown.mentees})
    return Show(desk.actor.chat_id, _SLOT, said, (*rows, _back(shown)))


def times(desk: Desk, shown: Place) -> Show:
    """The week as a grid: a row a day, morning, day and evening."""
    chosen, membership = shown.membership.times, shown.membership.id
    buttons = [_tick(places.in_words(code), code in chosen, "place.time", membership, code) for code in TIMES]
    width = len(PartOfDay)
    rows = tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
    said = Say("place-times-head", {"name": shown.person.name})
    return Show(desk.actor.chat_id, _SLOT, said, (*rows, _back(shown)))


def languages(desk: Desk, shown: Place) -> Show:
    """The languages of the programme to tick."""
    spoken, membership = places.spoken(desk, shown.person), shown.membership.id
    found = options(
        _tick(own(each.name), each.id in spoken, "place.language", membership, each.id)
        for each in places.languages(desk)
    )
    said = found.under(Say("place-languages-head", {"name": shown.person.name}))
    return Show(desk.actor.chat_id, _SLOT, said, (*found.rows, _back(shown)))


def offices(desk: Desk, shown: Place) -> Show:
    """The council of mentors and the base of experts."""
    membership = shown.membership
    rows = (
        (_tick(Say("place-council"), membership.council, "place.office", membership.id, "council"),),
        (_tick(Say("place-expert"), membership.expert, "place.office", membership.id, "expert"),),
        _back(shown),
    )
    return Show(desk.actor.chat_id, _SLOT, Say("place-offices-head", {"name": shown.person.name}), rows)


def leaving(desk: Desk, shown: Leaving) -> Show:
    """Are you sure; and what hangs on it."""
    membership = shown.place.membership
    lines: list[Text] = [
        Say("place-leave-ask-own" if shown.place.own else "place-leave-ask", _words(shown)),
    ]
    if shown.pairs:
        lines.append(Say("place-leave-pairs-own" if shown.place.own else "place-leave-pairs", _words(shown)))
    yes = Say("place-leave-yes-own" if shown.place.own else "place-leave-yes")
    rows: Keyboard = (
        (Button(yes, press("place.left", membership.id), style=Style.BAD),),
        *(() if shown.place.own else people_leaving.pair_buttons(shown.place, shown.pairs)),
        _back(shown.place),
    )
    return Show(desk.actor.chat_id, _SLOT, Lines(tuple(lines), "\n\n"), rows)


def left(desk: Desk, shown: Leaving) -> Show:
    """It is done; a curator is led to the pairs that are still open."""
    key = "place-left-own" if shown.place.own else "place-left-done"
    open_pairs = () if shown.place.own else people_leaving.pair_buttons(shown.place, shown.pairs)
    return Show(desk.actor.chat_id, _SLOT, Say(key, _words(shown)), (*open_pairs, _back(shown.place)))


def _words(shown: Leaving) -> dict[str, Text | int]:
    return {
        "name": shown.place.person.name,
        "role": shown.place.membership.role.value,
        "organisation": shown.place.organisation.name,
        "count": len(shown.pairs),
        "pairs": people_leaving.names(shown.place, shown.pairs),
    }


def _tick(label: Text, chosen: bool, name: str, *about: int | str) -> Button:
    """Ticks or unticks; the button carries what will be, so a double press does it once."""
    return _plain(label, chosen, press(name, *about, 0 if chosen else 1))


def _plain(label: Text, chosen: bool, pressed: str) -> Button:
    return Button(label, pressed, chosen=chosen)


def _back(shown: Place) -> tuple[Button, ...]:
    return (Button(Say("place-back"), press("place.open", shown.membership.id)), _MENU)

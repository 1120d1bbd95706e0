"""The list of needs as things to tick, and one of them with its date."""

from __future__ import annotations

from mentoring.needs import Fact, Need, Qualification
from messaging.replies import Button, Lines, Say, Show, Style, press
from services.keyboards import MOST, grid
from services.needs import Sheet

_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))


def sheet(chat: int, shown: Sheet) -> Show:
    """What is known with its dates, and a button for each need there may be; behind «Ещё…» what has no room."""
    known = (Say("needs-head", {"name": shown.person.name, "organisation": shown.organisation.name}),)
    text = Lines((Lines((*known, *map(_line, shown.needs.facts))), Say("needs-who-sees")), "\n\n")
    buttons = [_button(shown, need) for need in _first(shown)]
    if _others(shown):
        buttons.append(Button(Say("home-more"), press("needs.more", shown.person.id, shown.organisation.id)))
    back = (Button(Say("people-back"), press("person.of", shown.person.id)), _MENU)
    return Show(chat, _SLOT, text, (*grid(buttons, 2), back))


def more(chat: int, shown: Sheet) -> Show:
    """The needs that the first screen has no room for."""
    buttons = (_button(shown, need) for need in _others(shown))
    text = Say("needs-more-head", {"name": shown.person.name})
    return Show(chat, _SLOT, text, (*grid(buttons, 2), _back(shown)))


def around(chat: int, shown: Sheet, need: Need) -> Show:
    """The screen on which a need stands."""
    return more(chat, shown) if need in _others(shown) else sheet(chat, shown)


def _first(shown: Sheet) -> tuple[Need, ...]:
    room = MOST - 2
    return shown.offered if len(shown.offered) <= room else shown.offered[: room - 1]


def _others(shown: Sheet) -> tuple[Need, ...]:
    return shown.offered[len(_first(shown)) :]


def _button(shown: Sheet, need: Need) -> Button:
    person, place = shown.person.id, shown.organisation.id
    known = shown.needs.fact(need)
    if known is not None:
        label = Lines(("✓", Say("needs-short", {"need": need.value})), " ")
        return Button(label, press("needs.fact", person, place, need.value), style=Style.MAIN)
    label_of = Say("needs-short", {"need": need.value})
    if need is Need.QUALIFICATION:
        return Button(label_of, press("needs.grades", person, place))
    return Button(label_of, press("needs.mark", person, place, need.value))


def fact(chat: int, shown: Sheet, need: Need) -> Show:
    """One need that is known; the list it stands on where it is known no more."""
    known = shown.needs.fact(need)
    if known is None:
        return around(chat, shown, need)
    person, place = shown.person.id, shown.organisation.id
    rows: list[tuple[Button, ...]] = [
        (Button(Say("needs-change-date"), press("needs.since", person, place, need.value)),),
        (Button(Say("needs-clear"), press("needs.clear", person, place, need.value), style=Style.BAD),),
    ]
    if need is Need.QUALIFICATION:
        rows.insert(0, (Button(Say("needs-change-grade"), press("needs.grades", person, place)),))
    text = Lines((Say("needs-fact-head", {"name": shown.person.name}), _line(known)))
    return Show(chat, _SLOT, text, (*rows, _back(shown, need)))


def grades(chat: int, shown: Sheet) -> Show:
    """The qualification categories."""
    person, place = shown.person.id, shown.organisation.id
    rows = tuple(
        (Button(Say("needs-grade", {"value": grade.value}), press("needs.grade", person, place, grade.value)),)
        for grade in Qualification
    )
    return Show(
        chat, _SLOT, Say("needs-grade-head", {"name": shown.person.name}), (*rows, _back(shown, Need.QUALIFICATION))
    )


def _line(known: Fact) -> Say:
    return Say("needs-line", {"need": _name(known), "since": known.since})


def _name(known: Fact) -> Say:
    return Say("needs-name", {"need": known.need.value, "value": known.value or "none"})


def _back(shown: Sheet, need: Need | None = None) -> tuple[Button, ...]:
    """To the list, or to that part of it on which a need stands."""
    where = "needs.more" if need in _others(shown) else "needs.open"
    return (Button(Say("needs-back"), press(where, shown.person.id, shown.organisation.id)), _MENU)

"""Screens of lists of people and of what narrows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mentoring.access import Action, places
from mentoring.pages import pages_of
from mentoring.people import MembershipState
from mentoring.roles import Category
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options
from services.people import PAGE, Only, Page, Tab, View, line, tabs_of

MENU_SLOT = "menu"
_ROW = 4
MENU = Button(Say("menu-button"), press("menu.open"))
_ONLY: Mapping[Tab, tuple[Only, ...]] = {
    Tab.MENTEES: (Only.UNPAIRED, Only.PAUSED),
    Tab.MENTORS: (Only.FREE, Only.UNPAIRED, Only.PAUSED),
}


def listed(desk: Desk, page: Page) -> Show:
    """A page of people: a line each, a numbered button each, the tabs, filters and search."""
    view = page.view
    head = Say("people-head-found", {"part": view.part}) if view.part else Say("people-head", {"tab": view.tab.name})
    lines: list[Text] = [head, Say("people-count", {"total": page.total, **_narrowed(view)})]
    if view.area is not None:
        lines.append(Say("people-area-line", {"area": own(desk.programme.areas[view.area].name)}))
    lines += [line(number, person) for number, person in enumerate(page.people, 1)]
    buttons = tuple(
        Button(str(number), press("person.open", person.id, view.code)) for number, person in enumerate(page.people, 1)
    )
    narrow: tuple[Button, ...] = (Button(Say("people-filters"), press("people.filter", view.code)),)
    ways = (*(() if view.part else narrow), _search_button(), *_adding(desk))
    keyboard = (
        *grid(buttons, _ROW),
        *_pager(view, page.pages),
        *tabs(view.tab, tabs_of(desk)),
        *grid(ways, 2),
        (MENU,),
    )
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), keyboard)


def _adding(desk: Desk) -> tuple[Button, ...]:
    """The way to put somebody into the base, for curators."""
    return (Button(Say("people-adding"), press("people.adding")),) if places(desk.actor, Action.ENTER_PERSON) else ()


def adding(desk: Desk) -> Show:
    """One by one, or a whole list."""
    rows = (
        (Button(Say("enter-add"), press("people.add")),),
        (Button(Say("import-door"), press("import.open")),),
        (Button(Say("people-back"), press("people.list")), MENU),
    )
    return Show(desk.actor.chat_id, MENU_SLOT, Say("people-adding-head"), rows)


def tabs(shown: Tab, among: Sequence[Tab] = tuple(Tab)) -> Keyboard:
    """The lists that are open to the reader; the one that is shown is marked."""
    buttons = tuple(_tab(tab, tab is shown) for tab in among)
    return grid(buttons, 2)


def filters(chat: int, view: View) -> Show:
    """What a list can be narrowed by; each choice has a screen of its own."""
    code = view.code
    asked = (
        Button(Say("people-by-category"), press("people.categories", code)),
        Button(Say("people-by-class"), press("people.classes", code)),
        Button(Say("people-by-state"), press("people.states", code)),
        Button(Say("people-by-area"), press("people.areas", 0, code)),
    )
    only = (Button(Say("people-by-only"), press("people.only", code)),) if view.tab in _ONLY else ()
    ways = (
        (*only, Button(Say("people-no-filter"), press("people.view", View(view.tab).code))),
        (Button(Say("people-back"), press("people.view", code)), MENU),
    )
    return Show(chat, MENU_SLOT, Say("people-filter-head"), (*grid(asked, 2), *ways))


def only(chat: int, view: View) -> Show:
    """Who has no pair, has room, or pauses."""
    buttons = (_choice(_only(each), _fresh(view, only=each), view.only is each) for each in _ONLY.get(view.tab, ()))
    return _chosen_from(chat, view, Say("people-filter-head"), grid(buttons, 1))


def categories(chat: int, view: View) -> Show:
    """The categories of people."""
    buttons = tuple(
        _choice(Say("people-category", {"category": each.value}), _fresh(view, category=each), view.category is each)
        for each in Category
    )
    return _chosen_from(chat, view, Say("people-category-head"), grid(buttons, 2))


def states(chat: int, view: View) -> Show:
    """The states a place may be in."""
    buttons = tuple(
        _choice(Say("people-state", {"state": each.value}), _fresh(view, state=each), view.state is each)
        for each in MembershipState
    )
    return _chosen_from(chat, view, Say("people-state-head"), grid(buttons, 2))


def areas(desk: Desk, view: View, page: int) -> Show:
    """The areas of help, in pages."""
    every = desk.programme.areas
    pages = pages_of(len(every), PAGE)
    page = min(page, pages - 1)
    shown = range(page * PAGE, min(len(every), (page + 1) * PAGE))
    found = options(_choice(own(every[at].name), _fresh(view, area=at), view.area == at) for at in shown)
    back = press("people.areas", page - 1, view.code) if page else None
    ahead = press("people.areas", page + 1, view.code) if page + 1 < pages else None
    rows = (*found.rows, *pager(page, pages, back, ahead))
    return _chosen_from(desk.actor.chat_id, view, found.under(Say("people-area-head")), rows)


def _chosen_from(chat: int, view: View, head: Text, rows: Keyboard) -> Show:
    back = (Button(Say("people-back"), press("people.filter", view.code)), MENU)
    return Show(chat, MENU_SLOT, head, (*rows, back))


def _fresh(view: View, **changed: Any) -> View:
    """The list with another choice, from its first page; a search is over."""
    return replace(view, page=0, part="", **changed)


def _only(only: Only) -> Say:
    return Say("people-only", {"only": only.name})


def classes(chat: int, view: View, known: tuple[str, ...]) -> Show:
    """The classes there are."""
    buttons = tuple(
        _choice(name, replace(view, school_class=name, page=0), view.school_class == name) for name in known
    )
    every = (Button(Say("people-every-class"), press("people.view", replace(view, school_class=None, page=0).code)),)
    back = (Button(Say("people-back"), press("people.filter", view.code)), MENU)
    text = Say("people-class-head" if known else "people-no-classes")
    return Show(chat, MENU_SLOT, text, (*grid(buttons, _ROW), every, back))


def _narrowed(view: View) -> dict[str, str]:
    return {
        "category": view.category.value if view.category else "none",
        "class": view.school_class or "none",
        "state": view.state.value,
        "only": view.only.name if view.only else "none",
    }


def _tab(tab: Tab, shown: bool) -> Button:
    return Button(Say("people-tab", {"tab": tab.name}), press("people.view", View(tab).code), chosen=shown)


def _choice(label: Text, view: View, chosen: bool) -> Button:
    return Button(label, press("people.view", view.code), chosen=chosen)


def _search_button() -> Button:
    return Button(Say("people-search"), press("people.search"))


def _pager(view: View, pages: int) -> Keyboard:
    back = press("people.view", view.at(view.page - 1).code) if view.page > 0 else None
    ahead = press("people.view", view.at(view.page + 1).code) if view.page + 1 < pages else None
    return pager(view.page, pages, back, ahead)


def pager(page: int, pages: int, back: str | None, ahead: str | None) -> Keyboard:
    """«‹ 2 / 5 ›»; nothing for a single page."""
    if pages == 1:
        return ()
    place = Say("survey-page", {"n": page + 1, "m": pages})
    return ((Button("‹", back), Button(place), Button("›", ahead)),)

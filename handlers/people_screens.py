"""Screens of lists of people and of a person's card."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import Membership, MembershipState, Person, age
from mentoring.roles import Category, Role
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import in_words, own
from services.people import Card, Page, Tab, View, line

MENU_SLOT = "menu"
_ROW = 4
MENU = Button(Say("menu-button"), press("menu.open"))


def listed(chat: int, page: Page) -> Show:
    """A page of people: a line each, a numbered button each, the tabs, filters and search."""
    view = page.view
    head = Say("people-head-found", {"part": view.part}) if view.part else Say("people-head", {"tab": view.tab.name})
    lines: list[Text] = [head, Say("people-count", {"total": page.total, **_narrowed(view)})]
    lines += [line(number, person) for number, person in enumerate(page.people, 1)]
    buttons = tuple(
        Button(str(number), press("person.open", person.id, view.code)) for number, person in enumerate(page.people, 1)
    )
    ways = (Button(Say("people-filters"), press("people.filter", view.code)), _search_button())
    keyboard = (*_grid(buttons, _ROW), *_pager(view, page.pages), *tabs(view.tab), ways, (MENU,))
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), keyboard)


def tabs(shown: Tab) -> Keyboard:
    """The four lists; the one that is shown is marked."""
    buttons = tuple(_tab(tab, tab is shown) for tab in Tab)
    return _grid(buttons, 2)


def filters(chat: int, view: View) -> Show:
    """What a list can be narrowed by: category, class, state."""
    categories = tuple(
        _choice(Say("people-category", {"category": category.value}), replace(view, category=category, page=0), chosen)
        for category in Category
        for chosen in [view.category is category]
    )
    states = tuple(
        _choice(Say("people-state", {"state": state.value}), replace(view, state=state, page=0), view.state is state)
        for state in MembershipState
    )
    ways = (
        (Button(Say("people-by-class"), press("people.classes", view.code)),),
        (Button(Say("people-no-filter"), press("people.view", View(view.tab).code)),),
        (Button(Say("people-back"), press("people.view", view.code)), MENU),
    )
    return Show(chat, MENU_SLOT, Say("people-filter-head"), (*_grid(categories, 2), *_grid(states, 2), *ways))


def classes(chat: int, view: View, known: tuple[str, ...]) -> Show:
    """The classes there are."""
    buttons = tuple(
        _choice(name, replace(view, school_class=name, page=0), view.school_class == name) for name in known
    )
    every = (Button(Say("people-every-class"), press("people.view", replace(view, school_class=None, page=0).code)),)
    back = (Button(Say("people-back"), press("people.filter", view.code)), MENU)
    text = Say("people-class-head" if known else "people-no-classes")
    return Show(chat, MENU_SLOT, text, (*_grid(buttons, _ROW), every, back))


def card(desk: Desk, shown: Card, view: View) -> Show:
    """A person's card, with the way back to the list it was opened from."""
    back = (Button(Say("people-back"), press("people.view", view.code)), MENU)
    rows: list[tuple[Button, ...]] = []
    for membership in shown.memberships:
        if membership.state is MembershipState.APPLIED:
            rows.append((Button(Say("applicant-decide"), press("applicant.show", membership.id), style=Style.MAIN),))
    return Show(desk.actor.chat_id, MENU_SLOT, details(desk, shown), (*rows, back))


def details(desk: Desk, shown: Card) -> Text:
    """Everything entered about a person, line by line."""
    person = shown.person
    lines: list[Text] = [Say("people-card-head", {"name": person.name}), *_facts(desk, person)]
    for membership in shown.memberships:
        lines += _place(desk, shown, membership)
    for guardianship, guardian in shown.guardians:
        lines.append(Say("people-card-guardian", {"name": guardian.name, "relation": guardianship.relation}))
    lines += [Say("people-card-ward", {"name": ward.name}) for ward in shown.wards]
    for consent in shown.consents:
        by = "self" if consent.given_by == person.id else "guardian"
        paper = "paper" if consent.paper_date else "chat"
        values = {"kind": consent.kind.value, "at": consent.given_at.date(), "by": by, "paper": paper}
        lines.append(Say("people-card-consent", values))
    if person.telegram_id is None:
        lines.append(Say("people-card-no-telegram"))
    return Lines(tuple(lines))


def _facts(desk: Desk, person: Person) -> list[Text]:
    lines: list[Text] = []
    if person.category is not None:
        lines.append(Say("people-category", {"category": person.category.value}))
    if person.birth is not None:
        years = age(person.birth, desk.today())
        lines.append(Say("people-card-birth", {"birth": person.birth, "age": years}))
    profile = person.profile
    said = {
        "class": profile.school_class,
        "post": profile.post and in_words(desk.house.surveys, "post", profile.post, "registration", "staff"),
        "subject": profile.subject,
        "workplace": profile.workplace,
    }
    lines += [Say(f"people-card-{name}", {"value": value}) for name, value in said.items() if value is not None]
    if profile.career_start is not None:
        lines.append(Say("people-card-career", {"day": profile.career_start}))
    if profile.hired_here is not None:
        lines.append(Say("people-card-hired", {"day": profile.hired_here}))
    return lines


def _place(desk: Desk, shown: Card, membership: Membership) -> list[Text]:
    """A role: where, in which state, with what is asked or offered."""
    known = shown.organisations.get(membership.organisation_id or 0)
    values = {
        "role": membership.role.value,
        "state": membership.state.value,
        "organisation": known.name if known else "—",
    }
    lines: list[Text] = [Say("people-card-place", values)]
    if membership.role is Role.GUARDIAN:
        lines += [Say("people-card-relation", {"relation": relation}) for relation in membership.areas]
    else:
        named = tuple(own(area.name) for area in desk.programme.areas if area.id in membership.areas)
        if named:
            lines.append(Say("people-card-areas", {"role": membership.role.value, "areas": Lines(named, ", ")}))
    if membership.request:
        lines.append(Say("people-card-request", {"role": membership.role.value, "request": membership.request}))
    if membership.reason:
        reason = in_words(desk.house.surveys, "reason", membership.reason, "refusal")
        lines.append(Say("people-card-reason", {"reason": reason}))
    return lines


def _narrowed(view: View) -> dict[str, str]:
    return {
        "category": view.category.value if view.category else "none",
        "class": view.school_class or "none",
        "state": view.state.value,
    }


def _tab(tab: Tab, shown: bool) -> Button:
    return Button(
        Say("people-tab", {"tab": tab.name}), press("people.view", View(tab).code), style=Style.MAIN if shown else None
    )


def _choice(label: Text, view: View, chosen: bool) -> Button:
    return Button(label, press("people.view", view.code), style=Style.MAIN if chosen else None)


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


def _grid(buttons: tuple[Button, ...], width: int) -> Keyboard:
    return tuple(buttons[start : start + width] for start in range(0, len(buttons), width))

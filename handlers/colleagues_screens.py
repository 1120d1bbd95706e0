"""What the municipality's databases of curators, mentors and experts look like."""

from __future__ import annotations

from dataclasses import replace

from handlers.home_screens import MENU
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services.colleagues import Base, Colleague, Page, View
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options, pager

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4


def listed(desk: Desk, page: Page) -> Show:
    """A line each, a numbered button each, what narrows it, and the way to the export."""
    view = page.view
    lines: list[Text] = [Say("colleagues-head", {"base": view.base.name.lower(), "total": page.total})]
    if view.part:
        lines.append(Say("colleagues-sought", {"part": view.part}))
    if view.area is not None:
        lines.append(Say("colleagues-area", {"area": own(desk.programme.areas[view.area].name)}))
    lines += [_line(number, one) for number, one in enumerate(page.rows, 1)]
    numbers = (
        Button(str(number), press("staff.card", one.membership.id, view.code))
        for number, one in enumerate(page.rows, 1)
    )
    turn = pager(view.page, page.pages, lambda at: _to(replace(view, page=at)))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *_ways(desk, view)))


def _ways(desk: Desk, view: View) -> Keyboard:
    search = Button(Say("colleagues-search"), press("staff.search", view.base.value))
    narrowed = view.part or view.area is not None or view.organisation_id is not None
    everybody = (Button(Say("colleagues-all"), _to(View(view.base))),) if narrowed else ()
    area = Button(Say("colleagues-areas"), press("staff.areas", replace(view, page=0).code))
    areas = (area,) if view.base is not Base.CURATORS and desk.programme.areas else ()
    table = Button(Say("colleagues-export"), press("staff.export", view.code))
    back = Button(Say("municipality-button"), press("municipality.open"))
    return (*grid((search, *areas, *everybody, table), 2), (back, _MENU))


def _to(view: View) -> str:
    return press("staff.view", view.code)


def _line(number: int, one: Colleague) -> Text:
    about = one.person.profile.subject or one.person.profile.post or "none"
    said = {"number": number, "name": one.person.name, "organisation": one.organisation.label, "about": about}
    return Say("colleagues-line", said)


def areas(desk: Desk, view: View) -> Show:
    """What to narrow a base to."""
    back = Button(Say("colleagues-back"), _to(replace(view, page=0)))
    buttons = (
        Button(own(area.name), _to(View(view.base, place, view.organisation_id)))
        for place, area in enumerate(desk.programme.areas)
    )
    found = options(buttons, room=6, page=view.page, turn=lambda at: press("staff.areas", replace(view, page=at).code))
    text = found.under(Say("colleagues-which-area"))
    return Show(desk.actor.chat_id, MENU, text, (*found.rows, (back, _MENU)))


def card(desk: Desk, view: View, one: Colleague) -> Show:
    """What the coordinator may know of somebody."""
    profile, place = one.person.profile, one.membership
    lines: list[Text] = [Say("colleagues-card", {"name": one.person.name, "organisation": one.organisation.name})]
    lines += [
        Say(f"colleagues-card-{key}", {"words": words})
        for key, words in (("post", profile.post or profile.workplace), ("subject", profile.subject))
        if words
    ]
    if view.base is not Base.CURATORS:
        offered = tuple(own(area.name) for area in desk.programme.areas if area.id in place.areas)
        if offered:
            lines.append(Say("colleagues-card-areas", {"areas": Lines(offered, ", ")}))
        room = {"load": one.load, "capacity": place.capacity or desk.programme.capacity}
        lines.append(Say("colleagues-card-room", room))
    back = Button(Say("colleagues-back"), _to(view))
    organisation = Button(Say("organisations-card-button"), press("organisation.open", one.organisation.id))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), ((organisation,), (back, _MENU)))

"""What the coordinator's rooms and the doors of an organisation look like."""

from __future__ import annotations

from handlers.home_screens import MENU
from mentoring.pages import pages_of
from messaging.replies import Button, Lines, Say, Show, Text, press
from services.keyboards import MOST, grid
from services.municipality import PRESSES, Rooms

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROOM = MOST - 2
"""Doors of a page beside the one to the next and the menu."""


def rooms(chat: int, seen: Rooms, page: int = 0) -> Show:
    """The numbers and a page of doors; a page past the end is the last one."""
    doors = [name for name in seen.doors if name in PRESSES]
    pages = pages_of(len(doors), _ROOM)
    page = min(page, pages - 1)
    lines: list[Text] = [
        Say("municipality-head"),
        Say(
            "municipality-numbers",
            {"organisations": seen.organisations, "curators": seen.curators, "mentors": seen.mentors},
        ),
    ]
    if seen.answered or seen.overdue:
        lines.append(Say("municipality-recommendations", {"answered": seen.answered, "overdue": seen.overdue}))
    if seen.proposed:
        lines.append(Say("municipality-proposed", {"count": seen.proposed}))
    shown = (
        Button(Say(f"municipality-door-{name}"), PRESSES[name]) for name in doors[page * _ROOM : (page + 1) * _ROOM]
    )
    further = Button(Say("home-more"), press("municipality.page", (page + 1) % pages))
    ways = (further, _MENU) if pages > 1 else (_MENU,)
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(shown, 2), ways))

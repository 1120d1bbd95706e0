"""Whom a record may be merged with, as a list of numbered buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Person
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services import dialogue_screens
from services.people import View
from surveys.record import Record

if TYPE_CHECKING:
    from services.merging import Candidates

_MENU = Button(Say("menu-button"), press("menu.open"))


def found(record: Record, seen: Candidates) -> Show:
    """In the place of the search."""
    return dialogue_screens.done(record, text(seen), keyboard(seen))


def text(seen: Candidates) -> Text:
    """Every record with what tells it from the others."""
    head = "merge-found" if seen.part else "merge-alike"
    lines: list[Text] = [Say(head, {"name": seen.person.name, "part": seen.part, "total": len(seen.others)})]
    lines += [line(number, person) for number, person in enumerate(seen.others, 1)]
    return Lines(tuple(lines))


def line(number: int, person: Person) -> Say:
    """A record in the list."""
    values = {
        "number": number,
        "name": person.name,
        "where": person.profile.school_class or person.profile.post or "none",
        "birth": person.birth if person.birth is not None else "none",
        "known": "none" if person.birth is None else "known",
        "telegram": "none" if person.telegram_id is None else "there",
    }
    return Say("merge-line", values)


def keyboard(seen: Candidates) -> Keyboard:
    """A button a record; a search; the way back to the card."""
    buttons = tuple(
        Button(str(number), press("merge.show", seen.person.id, other.id))
        for number, other in enumerate(seen.others, 1)
    )
    again = (Button(Say("merge-search"), press("merge.search", seen.person.id)),)
    back = (Button(Say("applicant-card"), press("person.open", seen.person.id, View().code)), _MENU)
    return tuple(row for row in (buttons[:4], buttons[4:], again, back) if row)

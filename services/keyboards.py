"""Rows of buttons that every list has: a grid of numbers, options that may be long, arrows around «2 / 5»."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Own, Say, Text, press

DEAD = Button(" · ")
"""Where there is nothing further; it answers no press."""
LABEL = 24
"""Characters that a phone shows on a button."""
MOST = 8
"""Buttons of a screen beside numbers, arrows, scales and calendars; lines of a list."""
_MARK = len("✓ ")
_NUMBERS = 4
"""Numbers in a row."""


def grid(buttons: Iterable[Button], width: int) -> Keyboard:
    """Buttons in rows of `width`."""
    found = tuple(buttons)
    return tuple(found[start : start + width] for start in range(0, len(found), width))


def pager(page: int, pages: int, to: Callable[[int], str]) -> Keyboard:
    """«‹ 2 / 5 ›» for a page counted from 0; nothing for a single page. `to`: the press that leads to a page."""
    if pages < 2:
        return ()
    back = Button("‹", to(page - 1)) if page > 0 else DEAD
    ahead = Button("›", to(page + 1)) if page < pages - 1 else DEAD
    return ((back, Button(Say("survey-page", {"n": page + 1, "m": pages})), ahead),)


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen: rows of buttons and, where those are mere numbers, the lines they stand for."""

    lines: tuple[Text, ...]
    rows: Keyboard

    def under(self, head: Text) -> Text:
        """The text of the screen: its question, then the lines."""
        return Lines((head, *self.lines)) if self.lines else head


def options(
    buttons: Iterable[Button],
    *,
    width: int = 1,
    room: int = MOST - 2,
    page: int = 0,
    turn: Callable[[int], str] | None = None,
) -> Options:
    """Things whose names the programme's people write themselves: organisations, children, questionnaires, areas.

    Each on a button of its own if they are at most `room` (what the screen's other buttons leave of eight) and all of
    them fit; else numbered in the text, eight a page, with numbers on the buttons. `turn`: the press that leads to
    a page; without it the caller shows no more than eight.
    """
    found = tuple(buttons)
    if len(found) <= room and all(fits(button.label, chosen=button.chosen) for button in found):
        return Options((), grid(found, width))
    pages = pages_of(len(found), MOST) if turn is not None else 1
    page = min(max(page, 0), pages - 1)
    shown = found[page * MOST : (page + 1) * MOST] if pages > 1 else found
    lines = tuple(Lines((f"{number}.", button.label), " ") for number, button in enumerate(shown, 1))
    numbers = (replace(button, label=str(number)) for number, button in enumerate(shown, 1))
    return Options(lines, (*grid(numbers, _NUMBERS), *(pager(page, pages, turn) if turn is not None else ())))


def organisations(places: Iterable[Organisation], to: str, turns: str, page: int, *, room: int = MOST - 2) -> Options:
    """Whose it is, for those who belong to several. `to`: the press that goes on; `turns`: that of the pages."""
    buttons = (Button(each.label, press(to, each.id)) for each in places)
    return options(buttons, room=room, page=page, turn=lambda at: press(turns, at))


def fits(label: Text, *, chosen: bool = False) -> bool:
    """Whether a label stands whole on a button, in each language; with the mark of what is chosen, if it is.

    Wordings of locales/ do (tests/checks), unless they take in somebody's own words, whose length nobody knows.
    """
    if isinstance(label, Say):
        return not any(isinstance(value, str | Own | Say | Lines) for value in label.values.values())
    return _length(label) + _MARK * chosen <= LABEL


def _length(label: Text) -> int:
    """Characters of the longest variant."""
    match label:
        case str():
            return len(label)
        case Own():
            return max(len(text) for variants in label.texts.values() for text in variants)
        case Lines():
            return sum(map(_length, label.parts)) + len(label.between) * (len(label.parts) - 1)
    return LABEL

"""What withdrawing looks like: what it means, that it is done, what may still be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import BACK, MENU
from mentoring.clock import local_date
from mentoring.erasure import Erasure
from mentoring.people import Person
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.withdrawal import Prospect

_BACK = (Button(Say("registers-back"), press("privacy.open")), Button(Say("menu-button"), press("menu.open")))


def prospect(desk: Desk, seen: Prospect) -> Show:
    """What would happen, before it does; no choice is the likely one."""
    said = {**_whose(seen), "until": local_date(seen.due, desk.programme.zone), "pairs": seen.pairs}
    lines: list[Text] = [Say("erasure-ask", said)]
    lines += [Say("erasure-ask-child", {"name": child.name}) for child in seen.alone]
    person = seen.person.id
    keyboard = (
        (Button(Say("erasure-later", {"count": desk.programme.erasure_days}), press("erase.later", person)),),
        (Button(Say("erasure-now"), press("erase.sure", person), style=Style.BAD),),
        _BACK,
    )
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), keyboard)


def sure(desk: Desk, seen: Prospect) -> Show:
    """Asked once more, since it can't be taken back."""
    yes = Button(Say("erasure-now-yes"), press("erase.now", seen.person.id), style=Style.BAD)
    return Show(desk.actor.chat_id, MENU, Say("erasure-sure", _whose(seen)), ((yes,), _BACK))


def hasten(desk: Desk, waiting: Erasure) -> Show:
    """The same of what is hidden already."""
    yes = Button(Say("erasure-now-yes"), press("erasure.now", waiting.id), style=Style.BAD)
    return Show(desk.actor.chat_id, MENU, Say("erasure-hasten-sure"), ((yes,), _BACK))


def hidden(desk: Desk, done: Erasure) -> Show:
    """It is withdrawn; until when it may be taken back."""
    return Show(desk.actor.chat_id, MENU, Say("erasure-hidden", _said(desk, done)), (*_ways(done), BACK))


def gone(desk: Desk, done: Erasure) -> Show:
    """It is being erased for ever."""
    return Show(desk.actor.chat_id, MENU, Say("erasure-gone", _said(desk, done)), (BACK,))


def back(desk: Desk, person: Person) -> Show:
    """Everything is there again."""
    whose = "own" if person.id == desk.actor.person_id else "other"
    return Show(desk.actor.chat_id, MENU, Say("erasure-back", {"whose": whose, "name": person.name}), (_BACK,))


def unpublished(desk: Desk) -> Show:
    return Show(desk.actor.chat_id, MENU, Say("erasure-unpublished"), (_BACK,))


def pending(desk: Desk, found: Sequence[Erasure]) -> tuple[list[Text], Keyboard]:
    """What hides now and may be taken back: a paragraph and a row of buttons each."""
    shown = found[:3]
    lines: list[Text] = [Say("erasure-pending", _said(desk, each)) for each in shown]
    return lines, tuple(row for each in shown for row in _ways(each))


def _ways(done: Erasure) -> Keyboard:
    undo = Button(Say("erasure-undo"), press("erasure.undo", done.id), style=Style.GOOD)
    return ((undo, Button(Say("erasure-hasten"), press("erasure.sure", done.id), style=Style.BAD)),)


def _said(desk: Desk, done: Erasure) -> dict[str, object]:
    whose = "own" if done.chat_id == desk.actor.chat_id else "other"
    return {"whose": whose, "number": done.number, "until": local_date(done.due_at, desk.programme.zone)}


def _whose(seen: Prospect) -> dict[str, object]:
    return {"whose": "own" if seen.own else "other", "name": seen.person.name}

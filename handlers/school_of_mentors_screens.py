"""Screens of the school of mentors: where it leads, a mentor's steps, materials."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import pager
from mentoring.clock import local_date
from mentoring.people import Organisation
from mentoring.training import Step
from messaging.replies import Button, File, Lines, Say, Show, Style, Text, press
from programmes.parts import TrainingStep
from services import keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import MOST, options
from services.school_of_mentors import Hall, MaterialCard, Shelf
from services.training_steps import Course

MENU_SLOT = "menu"
MENU_BUTTON = Button(Say("menu-button"), press("menu.open"))
HALL = Button(Say("training-back"), press("training.list"))
_AHEAD = 3


def hall(desk: Desk, seen: Hall) -> Show:
    """A mentor's own steps, and the doors."""
    lines: list[Text] = [Say("training-head")]
    for course_ in seen.own[:2]:
        lines += [_step(number, *line) for number, line in enumerate(course_.lines, 1)][:3]
        lines += _ahead(course_)
    rows: list[tuple[Button, ...]] = []
    if seen.runs:
        new = Button(Say("training-new"), press("training.new"), style=Style.MAIN)
        rows.append((Button(Say("training-sessions"), press("training.sessions", 0)), new))
    rows.append((Button(Say("training-materials"), press("training.materials", 0)),))
    if len(seen.own) == 1:
        rows.append((Button(Say("training-mine"), press("training.open", seen.own[0].membership.id)),))
    else:
        own_places = options(
            (Button(one.organisation.label, press("training.open", one.membership.id)) for one in seen.own[:MOST]),
            room=MOST - 4,
        )
        rows += own_places.rows
        lines += own_places.lines
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*rows, (MENU_BUTTON,)))


def course(desk: Desk, seen: Course) -> Show:
    """Each step with its date and result; the curator records one by its number."""
    lines: list[Text] = [Say("training-course", {"name": seen.person.name, "organisation": seen.organisation.name})]
    lines += [_step(number, *line) for number, line in enumerate(seen.lines, 1)] or [Say("training-no-steps")]
    if seen.runs:
        noted = [(number, kept.note) for number, (_, kept) in enumerate(seen.lines, 1) if kept and kept.note]
        lines += [Say("training-note", {"number": number, "note": note}) for number, note in noted]
    lines += _ahead(seen)
    rows: list[tuple[Button, ...]] = []
    if seen.runs and seen.lines:
        lines.append(Say("training-how"))
        here = seen.membership.id
        steps = [step.id for step, _ in seen.lines]
        numbers = [Button(str(place), press("training.record", here, step)) for place, step in enumerate(steps, 1)]
        rows.append(tuple(numbers))
    if seen.own or seen.runs:
        rows.append((HALL, MENU_BUTTON))
    else:
        rows.append((MENU_BUTTON,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))


def choose_place(desk: Desk, where: Sequence[Organisation], page: int, *, to: str, turns: str) -> Show:
    """In which organisation. `to`: the press that goes on; `turns`: that of the pages."""
    found = keyboards.organisations(where, to, turns, page)
    text = found.under(Say("training-where"))
    return Show(desk.actor.chat_id, MENU_SLOT, text, (*found.rows, (HALL, MENU_BUTTON)))


def shelf(desk: Desk, seen: Shelf) -> Show:
    """A page of materials: a line and a number each."""
    lines: list[Text] = [Say("training-shelf" if seen.materials else "training-shelf-empty")]
    lines += [
        Say("training-shelf-line", {"number": number, "title": one.title, "kind": "link" if one.link else "file"})
        for number, one in enumerate(seen.materials, 1)
    ]
    numbers = [Button(str(place), press("training.material", one.id)) for place, one in enumerate(seen.materials, 1)]
    add = ((Button(Say("training-add"), press("training.add"), style=Style.MAIN),),) if seen.runs else ()
    pages = pager("training.materials", seen.page, seen.pages)
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pages, *add, (HALL, MENU_BUTTON))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(row for row in rows if row))


def material(desk: Desk, seen: MaterialCard) -> Show:
    """A material: the link or the file, and for the curator off the list or back."""
    one = seen.material
    said = {
        "title": one.title,
        "organisation": seen.organisation.name,
        "day": local_date(one.added_at, seen.organisation.zone),
        "state": "archived" if one.archived else "shown",
    }
    if one.link is not None:
        get = Button(Say("training-link"), url=one.link)
    else:
        get = Button(Say("training-file"), press("training.file", one.id))
    rows: list[tuple[Button, ...]] = [(get,)]
    if seen.runs and one.archived:
        rows.append((Button(Say("training-put-back"), press("training.put_back", one.id)),))
    elif seen.runs:
        rows.append((Button(Say("training-put-away"), press("training.put_away", one.id)),))
    back = Button(Say("training-back"), press("training.materials", 0))
    return Show(desk.actor.chat_id, MENU_SLOT, Say("training-material-card", said), (*rows, (back, MENU_BUTTON)))


def file(desk: Desk, seen: MaterialCard, kept: File) -> Show:
    """The file itself, as a message of its own."""
    back = ((Button(Say("training-materials"), press("training.materials", 0)),),)
    said = Say("training-file-caption", {"title": seen.material.title})
    return Show(desk.actor.chat_id, f"training:{seen.material.id}", said, back, kept, fresh=True)


def _step(number: int, step: TrainingStep, kept: Step | None) -> Text:
    """A step of the programme and what counts of it."""
    result = "none" if kept is None else "asked" if kept.result is None else kept.result.value
    day = kept.held_on if kept is not None and kept.held_on is not None else "none"
    needed = "yes" if step.needed else "no"
    return Say(
        "training-line", {"number": number, "step": own(step.name), "result": result, "day": day, "needed": needed}
    )


def _ahead(seen: Course) -> list[Text]:
    """The sessions to come."""
    return [
        Say("training-ahead", {"when": one.starts_at, "title": one.title, "place": one.place or "none"})
        for one in seen.ahead[:_AHEAD]
    ]

"""Screens of change: the choice of a form, and one pair before and after."""

from __future__ import annotations

from handlers.home_screens import MENU, OPEN
from mentoring.pages import pages_of
from mentoring.people import short_name
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from reports.change_text import tenth
from reports.results_data import title_of
from services.change import Asked, OfPair, OfPerson, Step
from services.change_files import code
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import MOST, fits, grid, options, pager
from surveys.change import Number

STEPS = 8
"""Parameters of one screen."""


def forms(desk: Desk, asked: Asked) -> Show:
    """Which form's change."""
    every = Button(
        Say("pairs-every-form"),
        press("change.show", code(Asked(asked.organisation_id))),
        chosen=asked.form is None,
    )
    buttons = (
        Button(
            own(each.name),
            press("change.show", code(Asked(asked.organisation_id, each.id))),
            chosen=asked.form is each.id,
        )
        for each in desk.programme.forms
    )
    found = options(buttons, room=MOST - 3)
    back = (Button(Say("results-back"), press("change.show", code(asked))), *OPEN)
    return Show(desk.actor.chat_id, "change:text", found.under(Say("change-forms-head")), (*found.rows, (every,), back))


def of_pair(desk: Desk, seen: OfPair, person: int, page: int) -> Show:
    """One party's answers before and after, line by line; a button for each of the others."""
    number = seen.pair.mentorship.id
    back = (Button(Say("pairs-back"), press("pair.open", number)), *OPEN)
    if not seen.people:
        return Show(desk.actor.chat_id, MENU, Say("change-pair-none"), (back,))
    person = min(max(person, 0), len(seen.people) - 1)
    shown = seen.people[person]
    pages = pages_of(len(shown.steps), STEPS)
    page = min(max(page, 0), pages - 1)
    lines: list[Text] = [Say("change-pair-head", {"name": shown.person.name, "side": shown.side.value}), _state(shown)]
    answered = shown.began or shown.ended
    if answered:
        lines += [_step(desk, step) for step in shown.steps[page * STEPS : (page + 1) * STEPS]]
    rows: list[tuple[Button, ...]] = []
    if answered:
        rows += pager(page, pages, lambda at: press("change.of", number, person, at))
    rows += _others(seen, person)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n"), (*rows, back))


def _others(seen: OfPair, person: int) -> Keyboard:
    """The other parties by name; in a larger group, person by person."""
    number = seen.pair.mentorship.id
    names = [
        Button(_called(other.person.name), press("change.of", number, at, 0))
        for at, other in enumerate(seen.people)
        if at != person
    ]
    if len(names) <= MOST - 2 and all(fits(one.label) for one in names):
        return grid(names, 1)
    return pager(person, len(seen.people), lambda at: press("change.of", number, at, 0))


def _called(name: str) -> str:
    """The whole name where a button has room for it."""
    return name if fits(name) else short_name(name)


def _state(shown: OfPerson) -> Text:
    """Which of the two questionnaires are answered."""
    state = "both" if shown.began and shown.ended else "entry" if shown.began else "exit" if shown.ended else "none"
    return Say("change-pair-state", {"state": state})


def _step(desk: Desk, step: Step) -> Text:
    question = step.parameter.question
    label: Text
    if question is None:
        label = Say("change-scale", {"scale": step.parameter.id})
    else:
        label = title_of(question, desk.actor.language)
    values = {"label": label, "before": _figure(step.before), "after": _figure(step.after)}
    if step.before is None or step.after is None:
        return Say("change-pair-step", values)
    shift = float(step.after) - float(step.before)
    way = "up" if shift > 0 else "down" if shift < 0 else "same"
    return Say("change-pair-shift", {**values, "way": way, "by": _figure(abs(shift))})


def _figure(number: Number | None) -> Text:
    """A number as it is read: whole ones without decimals, a dash for none."""
    if number is None:
        return "—"
    if float(number).is_integer():
        return str(int(number))
    return Say("change-number", {"number": tenth(float(number))})

"""What the curator's first steps look like: a line each, done or left in words, and a button for what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.home_screens import BACK, MENU
from mentoring.first_steps import Step
from mentoring.periods import Span
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.first_steps import Progress

WAYS: Mapping[Step, tuple[str, ...]] = {
    Step.ORGANISATION: ("organisation.edit",),
    Step.LINK: ("link.open",),
    Step.APPLICANTS: ("link.text",),
    Step.PAIR: ("pair.new_in",),
    Step.QUESTIONNAIRE: ("campaign.new_in",),
    Step.SUMMARY: ("summary.show", Span.WEEK.value),
}
"""The button that does a step, and what it takes beside the organisation."""


def which(chat: int, found: Sequence[Progress], page: int) -> Show:
    """Of several organisations, whose steps; or that nothing is left."""
    if not found:
        return Show(chat, MENU, Say("first-done"), (BACK,))
    shown = keyboards.organisations([each.organisation for each in found], "first.of", "first.page", page)
    return Show(chat, MENU, shown.under(Say("first-which")), (*shown.rows, BACK))


def checklist(chat: int, seen: Progress) -> Show:
    """The first that is left stands out; what is done has no button."""
    place = seen.organisation.id
    head = Say("first-head", {"place": seen.organisation.name, "done": len(seen.done), "all": len(Step)})
    lines: list[Text] = [_line(number, step, step in seen.done) for number, step in enumerate(Step, 1)]
    left = [step for step in Step if step not in seen.done]
    buttons = [(_button(step, place, Style.MAIN if step is left[0] else None),) for step in left]
    away = ((Button(Say("first-away"), press("first.away", place)),),) if left else ()
    return Show(chat, MENU, Lines((head, Lines(tuple(lines))), "\n\n"), (*buttons, *away, BACK))


def _button(step: Step, place: int, style: Style | None) -> Button:
    name, *further = WAYS[step]
    return Button(Say(f"first-do-{step}"), press(name, place, *further), style=style)


def _line(number: int, step: Step, done: bool) -> Text:
    return Say("first-line", {"number": number, "what": Say(f"first-step-{step}"), "state": "done" if done else "left"})

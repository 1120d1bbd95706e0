"""What the summary looks like: its text with the four periods, and the choice of an organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.home_screens import BACK, MENU, pager
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.periods import Span
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from reports.data import one_decimal
from services.keyboards import options
from services.keyboards import pager as pages_row
from services.municipal_summary import PAGE as PLACES
from services.municipal_summary import Line, Seen
from services.summary import View

EVERY = 0
"""Stands for all organisations together in callback data."""
PAGE = 7


def told(chat: int, seen: View, span: Span, text: Text, *, others: bool) -> Show:
    """The text; the period shown is marked. `others`: there are more organisations to choose from."""
    target = EVERY if seen.organisation_id is None else seen.organisation_id
    spans = _spans(span, lambda each: press("summary.show", target, each.value))
    choose: Keyboard = ((Button(Say("summary-other"), press("summary.choose", span.value, 0)),),) if others else ()
    if seen.organisation_id is None:
        parts = Button(Say("summary-by-place"), press("summary.places", span.value, 0))
        choose = (*choose, (parts, Button(Say("municipality-door-comparison"), press("compare.open"))))
    return Show(chat, MENU, text, (*spans, *choose, BACK))


def _spans(chosen: Span, to: Callable[[Span], str]) -> Keyboard:
    """The four periods, the one that is shown marked."""
    buttons = [Button(Say(f"summary-span-{each.value}"), to(each), chosen=each is chosen) for each in Span]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def by_place(chat: int, seen: Seen, span: Span, page: int) -> Show:
    """All together and a page of organisations, a line each; a page past the end is the last one."""
    pages = pages_of(len(seen.rows), PLACES)
    page = min(page, pages - 1)
    shown = list(enumerate(seen.rows, 1))[page * PLACES : (page + 1) * PLACES]
    head = {"title": seen.title, "first": seen.period.first_day, "last": seen.period.last_day}
    lines: list[Text] = [Say("summary-places-head", head), Say("summary-places-total", {"told": _line(seen.total)})]
    lines += [
        Say("summary-places-line", {"number": number, "organisation": each.label, "told": _line(line)})
        for number, (each, line) in shown
    ]
    if any(line.satisfaction.hidden for line in (seen.total, *(line for _, line in seen.rows))):
        lines.append(Say("compare-hidden"))
    turn = pages_row(page, pages, lambda to: press("summary.places", span.value, to))
    table = Button(Say("compare-table"), press("summary.sheet", span.value))
    back = Button(Say("summary-every"), press("summary.show", EVERY, span.value))
    spans = _spans(span, lambda each: press("summary.places", each.value, 0))
    return Show(chat, MENU, Lines(tuple(lines)), (*turn, *spans, (table,), (back, *BACK)))


def _line(of: Line) -> Text:
    """Pairs, then what there is of meetings, questionnaires and satisfaction."""
    parts: list[Text] = [Say("summary-places-pairs", {"count": of.pairs})]
    if of.planned:
        parts.append(Say("summary-places-meetings", {"held": of.held, "planned": of.planned}))
    if of.asked:
        parts.append(Say("summary-places-asked", {"answered": of.answered, "asked": of.asked}))
    if of.satisfaction.hidden:
        parts.append(Say("summary-places-few"))
    elif of.satisfaction.value is not None:
        parts.append(Say("summary-places-mean", {"mean": one_decimal(of.satisfaction.value)}))
    return Lines(tuple(parts), ", ")


def choose(chat: int, organisations: Sequence[Organisation], span: Span, page: int, *, every: bool) -> Show:
    """One button an organisation. `every`: the actor may see all of them together."""
    pages = pages_of(len(organisations), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = organisations[page * PAGE : (page + 1) * PAGE]
    found = options(Button(each.label, press("summary.show", each.id, span.value)) for each in shown)
    whole: Keyboard = ((Button(Say("summary-every"), press("summary.show", EVERY, span.value)),),) if every else ()
    text = found.under(Say("summary-choose" if organisations else "summary-no-organisations"))
    turning = pager(f"summary.choose:{span.value}", page, pages)
    return Show(chat, MENU, text, (*whole, *found.rows, *turning, BACK))

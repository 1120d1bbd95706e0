"""What the summary looks like: its text with the four periods, and the choice of an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import BACK, MENU, pager
from mentoring.people import Organisation
from mentoring.periods import Span
from messaging.replies import Button, Keyboard, Say, Show, Style, Text, press
from services.keyboards import options
from services.summary import View

EVERY = 0
"""Stands for all organisations together in callback data."""
PAGE = 7


def told(chat: int, seen: View, span: Span, text: Text, *, others: bool) -> Show:
    """The text; the period shown is marked. `others`: there are more organisations to choose from."""
    target = EVERY if seen.organisation_id is None else seen.organisation_id
    spans = [
        Button(
            Say(f"summary-span-{each.value}"),
            press("summary.show", target, each.value),
            style=Style.MAIN if each is span else None,
        )
        for each in Span
    ]
    choose: Keyboard = ((Button(Say("summary-other"), press("summary.choose", span.value, 0)),),) if others else ()
    if seen.organisation_id is None:
        choose = (*choose, (Button(Say("municipality-door-comparison"), press("compare.open")),))
    return Show(chat, MENU, text, (tuple(spans[:2]), tuple(spans[2:]), *choose, BACK))


def choose(chat: int, organisations: Sequence[Organisation], span: Span, page: int, *, every: bool) -> Show:
    """One button an organisation. `every`: the actor may see all of them together."""
    pages = max(1, -(-len(organisations) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = organisations[page * PAGE : (page + 1) * PAGE]
    found = options(Button(each.label, press("summary.show", each.id, span.value)) for each in shown)
    whole: Keyboard = ((Button(Say("summary-every"), press("summary.show", EVERY, span.value)),),) if every else ()
    text = found.under(Say("summary-choose" if organisations else "summary-no-organisations"))
    turning = pager(f"summary.choose:{span.value}", page, pages)
    return Show(chat, MENU, text, (*whole, *found.rows, *turning, BACK))

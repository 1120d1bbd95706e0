"""What a comparison of organisations looks like on a phone: a line each, the greatest first."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import MENU
from mentoring.comparison import Value
from mentoring.pages import pages_of
from mentoring.periods import Span
from messaging.replies import Button, Lines, Own, Say, Show, Text, press
from programmes.milestones import Indicator
from services.comparison import PAGE, Seen, unit
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options, pager

_MENU = Button(Say("menu-button"), press("menu.open"))


def table(desk: Desk, seen: Seen, page: int = 0) -> Show:
    """A page of organisations; a page past the end is the last one."""
    pages = pages_of(len(seen.rows), PAGE)
    page = min(page, pages - 1)
    lines: list[Text] = [Say("compare-head", {"measure": _named(seen.code, seen.indicator)})]
    if seen.period is not None:
        lines.append(Say("compare-days", {"first": seen.period.first_day, "last": seen.period.last_day}))
    lines.append(Say("compare-total", {"told": _told(seen, seen.total)}))
    for number, (each, value) in enumerate(seen.rows[page * PAGE : (page + 1) * PAGE], page * PAGE + 1):
        lines.append(Say("compare-line", {"number": number, "organisation": each.label, "told": _told(seen, value)}))
    if any(value.hidden for _, value in seen.rows):
        lines.append(Say("compare-hidden"))
    turn = pager(page, pages, lambda at: press("compare.view", seen.span, at, seen.code))
    spans = [
        Button(
            Say(f"summary-span-{each.value}"),
            press("compare.view", each, 0, seen.code),
            chosen=each is seen.span,
        )
        for each in (Span.MONTH, Span.QUARTER, Span.YEAR)
        if seen.period is not None
    ]
    by = Button(Say("compare-by"), press("compare.by", seen.span, 0))
    files = (
        Button(Say("compare-chart"), press("compare.chart", seen.span, seen.code)),
        Button(Say("compare-table"), press("compare.table", seen.span, seen.code)),
    )
    back = Button(Say("municipality-button"), press("municipality.open"))
    rows = (*turn, *grid((by, *spans), 2), files, (back, _MENU))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def _told(seen: Seen, value: Value) -> Text:
    if value.hidden:
        return Say("compare-few")
    if value.value is None:
        return Say("compare-nothing")
    of = value.of if value.of is not None else "none"
    return Say(f"compare-value-{unit(seen)}", {"value": round(value.value, 1), "whole": round(value.value), "of": of})


def _named(code: str, indicator: Indicator | None) -> Text | Own:
    return own(indicator.brief) if indicator is not None else Say(f"compare-measure-{code}")


def choice(desk: Desk, measures: Sequence[tuple[str, Indicator | None]], span: Span, page: int) -> Show:
    """By what to compare."""
    buttons = (Button(_named(code, indicator), press("compare.view", span, 0, code)) for code, indicator in measures)
    found = options(buttons, room=6, page=page, turn=lambda at: press("compare.by", span, at))
    back = Button(Say("compare-back"), press("compare.open"))
    return Show(desk.actor.chat_id, MENU, found.under(Say("compare-which")), (*found.rows, (back, _MENU)))

"""What the self-audit looks like: one organisation's result, and the coordinator's table."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.audit import Audit
from mentoring.people import Organisation
from mentoring.periods import school_year_named
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.audit import EVERY, Card, Table
from services.dialogue_screens import own
from services.keyboards import grid, pager

LONGEST = 700
"""Characters of one of the head's texts: together with the rest they stay within one message."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4


def card(chat: int, seen: Card, *, fresh: bool = False) -> Show:
    """This school year's result, and the sum of the year before. `fresh`: opened from a notice, below it."""
    head: list[Text] = [
        Say("audit-head", {"organisation": seen.organisation.name, "year": school_year_named(seen.year)})
    ]
    if seen.now is None:
        last = seen.days.last if seen.days is not None else "none"
        first = seen.days.first if seen.days is not None else "none"
        head.append(Say("audit-none", {"first": first, "last": last}))
    else:
        head.append(Say("audit-total", {"total": seen.now.total, "most": seen.now.most}))
    if seen.before is not None:
        head.append(Say("audit-before", {"total": seen.before.total, "most": seen.before.most}))
    parts: list[Text] = [Lines(tuple(head)), *_result(seen)]
    return Show(chat, MENU, Lines(tuple(parts), "\n\n"), _buttons(seen), fresh=fresh)


def _result(seen: Card) -> Iterable[Text]:
    if seen.now is None:
        return
    for key, names in (("audit-strengths", seen.now.strengths), ("audit-weaknesses", seen.now.weaknesses)):
        if names:
            named = Lines(tuple(own(seen.criteria[name]) for name in names if name in seen.criteria), ", ")
            yield Say(key, {"names": named})
    for key, text in (("audit-achieved", seen.now.achieved), ("audit-improve", seen.now.improve)):
        if text:
            yield Say(key, {"words": text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"})


def _buttons(seen: Card) -> Keyboard:
    place = seen.organisation.id
    label = Say("audit-fill" if seen.now is None else "audit-fill-again")
    fill = Button(label, press("audit.fill", place), style=Style.MAIN if seen.now is None else None)
    paper = Button(Say("audit-paper"), press("audit.paper", place))
    ways = (*((fill,) if seen.may_fill else ()), *((paper,) if seen.now is not None else ()))
    back = (
        Button(Say("audit-back"), press("audit.open", EVERY))
        if seen.municipal
        else Button(Say("organisations-card-button"), press("organisation.open", place))
    )
    return (*grid(ways, 1), (back, _MENU))


def table(chat: int, seen: Table) -> Show:
    """A line and a numbered button each."""
    lines: list[Text] = [
        Say("audit-table", {"year": school_year_named(seen.year), "filled": seen.filled, "total": seen.total}),
        *(_line(number, *row) for number, row in enumerate(seen.rows, 1)),
    ]
    if seen.days is not None:
        lines.insert(1, Say("audit-days", {"first": seen.days.first, "last": seen.days.last}))
    numbers = (Button(str(number), press("audit.open", place.id)) for number, (place, _) in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("audit.page", page))
    ways = (
        (Button(Say("audit-paper"), press("audit.paper", EVERY)),),
        (Button(Say("municipality-button"), press("municipality.open")), _MENU),
    )
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *ways))


def _line(number: int, place: Organisation, audit: Audit | None) -> Text:
    if audit is None:
        return Say("audit-line-none", {"number": number, "organisation": place.label})
    said = {"number": number, "organisation": place.label, "total": audit.total, "most": audit.most}
    return Say("audit-line", said)

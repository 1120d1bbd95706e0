"""Screens of sending: what is missing before, what was sent, who has sent, who was reminded, and the report's files."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import MENU
from handlers.indicators_screens import head, to_enter
from handlers.indicators_words import MENU_BUTTON, brief, number, period, place
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.indicators import Board
from services.indicators_chase import Chased
from services.indicators_sent import Past, Receipts
from services.keyboards import MOST, grid, pager

_ROW = 4
_NAMED = 8
"""Organisations that a sentence names; the rest are counted."""


def check(desk: Desk, seen: Board, missing: Sequence[Organisation] = ()) -> Show:
    """What is still missing, before it is sent. `missing`: who has not sent, for the municipality's own."""
    here, code = number(seen.organisation), seen.period.code
    lines = _open(desk, seen, missing)
    text: list[Text] = [Say("indicators-check"), head(seen), Lines(lines) if lines else Say("indicators-check-whole")]
    after = seen.sent.id if seen.sent else 0
    send = Button(Say("indicators-do-send"), press("indicators.send", here, code, after), style=Style.GOOD)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(text), "\n\n"), ((send,), _back(here, code)))


def _open(desk: Desk, seen: Board, missing: Sequence[Organisation]) -> tuple[Text, ...]:
    """Everything that keeps the report from being whole."""
    found: list[Text] = [Say("indicators-check-denominator", {"name": name}) for name in to_enter(seen)]
    zone = seen.organisation.zone if seen.organisation else None
    if desk.today(zone) < seen.period.report_date:
        found.append(Say("indicators-check-early", {"day": seen.period.report_date}))
    if unknown := sum(each.unknown for each in seen.lines):
        found.append(Say("indicators-check-unknown", {"count": unknown}))
    if missing:
        found.append(Say("indicators-check-missing", _names(missing)))
    return tuple(Lines(("•", each), " ") for each in found)


def sent(desk: Desk, organisation: Organisation | None, shown: Past, *, sends: bool) -> Show:
    """A report as it was sent, with its moment; it can be sent again."""
    here, code = number(organisation), shown.period.code
    by: Text = shown.by.name if shown.by else Say("indicators-sent-by-nobody")
    said = {"place": place(organisation), "period": period(shown.period), "at": shown.sent.sent_at, "by": by}
    lines = [brief(at, own(one.brief), stand, one) for at, (one, stand) in enumerate(shown.lines[:MOST], 1)]
    text = Lines((Say("indicators-sent-head", said), Lines(tuple(lines))), "\n\n")
    again = ((Button(Say("indicators-again"), press("indicators.check", here, code)),),) if sends else ()
    files = (Button(Say("indicators-way-report"), press("indicators.report", here, code)),)
    return Show(desk.actor.chat_id, MENU, text, (files, *again, _back(here, code)))


def receipts(desk: Desk, seen: Receipts, only: str, page: int) -> Show:
    """Who has sent and who has not, by name. `only`: `all` or `missing`."""
    code = seen.period.code
    moments = {each.id: report.sent_at for each, report in seen.sent}
    every = (*seen.missing, *(each for each, _ in seen.sent)) if only == "all" else seen.missing
    pages = pages_of(len(every), MOST)
    page = min(max(page, 0), pages - 1)
    shown = every[page * MOST : (page + 1) * MOST]
    counts = {"count": len(seen.sent), "total": len(seen.sent) + len(seen.missing), "period": period(seen.period)}
    lines: list[Text] = [Say("indicators-receipts-head", counts)]
    for at, each in enumerate(shown, 1):
        at_last = moments.get(each.id)
        state = Say("indicators-owed") if at_last is None else Say("indicators-receipt", {"at": at_last})
        lines.append(Lines((f"{at}. {each.label}", state), " — "))
    numbers = [Button(str(at), press("indicators.show", each.id, code)) for at, each in enumerate(shown, 1)]
    turn = pager(page, pages, lambda to: press("indicators.receipts", code, only, to))
    ways: list[Button] = []
    if seen.missing:
        ways.append(Button(Say("indicators-remind-all"), press("indicators.remind", 0, code), style=Style.MAIN))
    if seen.missing and seen.sent:
        other = "missing" if only == "all" else "all"
        ways.append(Button(Say(f"indicators-only-{other}"), press("indicators.receipts", code, other, 0)))
    rows = (*grid(numbers, _ROW), *turn, *grid(ways, 1), _back(0, code))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def chased(desk: Desk, seen: Chased) -> Show:
    """Who was asked just now, who had been today already, and where there is nobody to ask."""
    code = seen.period.code
    parts = (("asked", seen.asked), ("earlier", seen.earlier), ("nobody", seen.nobody))
    lines = [Say(f"indicators-chased-{name}", _names(found)) for name, found in parts if found]
    text = Lines(tuple(lines), "\n\n") if lines else Say("indicators-chased-none")
    back = (Button(Say("indicators-way-receipts"), press("indicators.receipts", code, "all", 0)),)
    return Show(desk.actor.chat_id, MENU, text, (back, _back(0, code)))


def report(desk: Desk, seen: Board) -> Show:
    """In which shape the report is wanted."""
    here, code = number(seen.organisation), seen.period.code
    shapes = [
        Button(Say(f"indicators-as-{shape}"), press("indicators.as", here, code, shape))
        for shape in ("text", "docx", "xlsx")
    ]
    key = "indicators-report-unsent" if seen.sent is None else "indicators-report-sent"
    text = Lines((head(seen), Say(key)), "\n\n")
    return Show(desk.actor.chat_id, MENU, text, (*grid(shapes, 1), _back(here, code)))


def _back(here: int, code: str) -> tuple[Button, ...]:
    return Button(Say("indicators-back"), press("indicators.show", here, code)), MENU_BUTTON


def _names(organisations: Sequence[Organisation]) -> dict[str, str | int]:
    rest = str(len(organisations) - _NAMED) if len(organisations) > _NAMED else "none"
    return {
        "names": ", ".join(each.label for each in organisations[:_NAMED]),
        "count": len(organisations),
        "rest": rest,
    }

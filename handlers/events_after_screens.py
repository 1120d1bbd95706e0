"""What comes after an event: its results, and which step of the school of mentors coming to it counts as."""

from __future__ import annotations

from handlers.home_screens import MENU
from mentoring.events import EventState
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.events_results import Placed, Results, words
from services.events_training import Learners
from services.keyboards import grid, options, pager

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4
_LINES = 8


def results(desk: Desk, seen: Results) -> Show:
    """Who has which result; for who runs it a number writes one down."""
    event = seen.card.event
    announced = event.state is EventState.ANNOUNCED
    head = {"title": event.title, "writes": str(seen.writes), "announced": str(announced)}
    lines: list[Text] = [Say("event-results-head", head)]
    lines += [_line(number, row) for number, row in enumerate(seen.rows, 1)]
    if not seen.rows:
        lines.append(Say("event-results-none"))
    numbers = (
        Button(str(number), press("event.result", event.id, row.signed.person_id))
        for number, row in enumerate(seen.rows, 1)
        if seen.writes
    )
    turn = pager(seen.page, seen.pages, lambda page: press("event.results", event.id, page))
    ready = any(row.signed.result for row in seen.rows) and seen.writes and not announced
    announce = ((Button(Say("event-announce"), press("event.announce", event.id), style=Style.MAIN),),) if ready else ()
    files = (
        Button(Say("event-merits-pdf", {"count": seen.papers}), press("event.merits", event.id, "pdf")),
        Button(Say("thanks-file-docx"), press("event.merits", event.id, "docx")),
    )
    back = (Button(Say("event-to-card"), press("event.open", event.id)), _MENU)
    rows = (*grid(numbers, _ROW), *turn, *announce, *((files,) if seen.papers else ()), back)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def _line(number: int, row: Placed) -> Text:
    place = row.organisation.label if row.organisation is not None and row.name is not None else "none"
    said = {"number": number, "name": row.name or "none", "organisation": place, "result": words(row.signed.result)}
    return Say("event-results-line", said)


def learners(desk: Desk, seen: Learners) -> Show:
    """The mentors who came; a step counts for those of them who lack it."""
    event = seen.card.event
    lines: list[Text] = [Say("event-learnt-head", {"title": event.title, "count": len(seen.rows)})]
    lines += [one.person.name for one in seen.rows[:_LINES]]
    steps = options(
        Button(own(step.name), press("event.count", event.id, step.id)) for step, lacking in seen.steps if lacking
    )
    if seen.rows:
        lines.append(Say("event-learnt-ask" if steps.rows else "event-learnt-all"))
    back = (Button(Say("event-to-card"), press("event.open", event.id)), _MENU)
    return Show(desk.actor.chat_id, MENU, steps.under(Lines(tuple(lines))), (*steps.rows, back))

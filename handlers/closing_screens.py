"""Screens of the mentors' closing reports."""

from __future__ import annotations

from mentoring.clock import local_date
from messaging.replies import Button, Lines, Say, Show, Text, press
from services.closing_report import Answer, Report, Reports
from services.desk import Desk
from services.dialogue_screens import own
from services.pairs import facts
from surveys.wording import Key, Label, Wording

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))


def reports(desk: Desk, seen: Reports, *, fresh: bool = False) -> Show:
    """Each mentor's report: to read it, to write it, or that it is not there yet."""
    lines: list[Text] = [Say("closing-head", facts(desk, seen.pair))]
    rows: list[tuple[Button, ...]] = []
    for number, line in enumerate(seen.lines, 1):
        name = line.person.name if line.person is not None else "…"
        if line.finished_at is not None:
            day = local_date(line.finished_at, seen.pair.zone)
            lines.append(Say("closing-line-there", {"number": number, "name": name, "day": day}))
            rows.append((Button(Say("closing-read-one", {"number": number}), press("closing.read", line.response_id)),))
        else:
            lines.append(Say("closing-line-missing", {"number": number, "name": name}))
        if line.may_write:
            rows.append((Button(Say("closing-write"), press("response.open", line.response_id)),))
    if not seen.lines:
        lines.append(Say("closing-none"))
    rows.append((Button(Say("pairs-open"), press("pair.open", seen.pair.mentorship.id)), _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows), fresh=fresh)


def report(desk: Desk, seen: Report) -> Show:
    """One report, answer by answer."""
    name = seen.person.name if seen.person is not None else "…"
    head = Say("closing-report", {"name": name, "day": local_date(seen.finished_at, seen.pair.zone)})
    parts: list[Text] = [head, *(_answer(one) for one in seen.answers)]
    back = ((Button(Say("closing-back"), press("closing.open", seen.pair.mentorship.id)), _MENU),)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(parts), "\n\n"), back)


def _answer(of: Answer) -> Text:
    answer = Lines(tuple(_say(part) for part in of.answer), ", ")
    return Say("closing-answer", {"question": _say(of.question), "answer": answer})


def _say(label: Label) -> Text:
    match label:
        case Wording():
            return own(label)
        case Key():
            return Say(label.name, label.values)
    return label

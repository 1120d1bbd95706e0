"""Screens of health: a list with stuck ones first, and one mentorship with its reasons and remedies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentoring.clock import local_date
from mentoring.health import Health, Reason, Remedy, State
from mentoring.mentorships import Side
from mentoring.people import Person
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.health import Detail, Line, Listing
from services.keyboards import pager
from services.pairs import facts, full_names, short_names

MENU_SLOT = "menu"
REASONS = 4
"""More than so many stand as a number."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("health-back"), press("health.list"))
_PRESSES: Mapping[Remedy, str] = {
    Remedy.PLAN_MEETING: "meeting.new",
    Remedy.WRITE: "health.write",
    Remedy.OPEN_TASKS: "tasks.open",
    Remedy.OPEN_PLAN: "plan.open",
}


def listing(desk: Desk, seen: Listing) -> Show:
    """Counts, a line each, a numbered button each."""
    counts = seen.counts
    head = {"stuck": counts.stuck, "look": counts.look, "good": counts.on_course}
    lines: list[Text] = [Say("health-head", head)]
    lines += [_line(number, line) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("health-none"))
    numbers = [
        Button(str(number), press("health.open", line.health.mentorship_id))
        for number, line in enumerate(seen.lines, 1)
    ]
    rows = [tuple(numbers[start : start + 4]) for start in range(0, len(numbers), 4)]
    rows += pager(seen.page, seen.pages, lambda at: press("health.page", at))
    rows += [(Button(Say("help-requests"), press("help.list")),)] if seen.sees_help else []
    rows.append((_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))


def _line(number: int, line: Line) -> Text:
    said = {
        "number": number,
        "mentors": short_names(line.pair.on(Side.MENTOR)),
        "mentees": short_names(line.pair.on(Side.MENTEE)),
        "why": _why(line.health),
        "state": line.health.state.value,
    }
    return Say("health-line", said)


def _why(of: Health) -> Text:
    """The first reason in a word or two."""
    if of.paused:
        return Say("health-paused")
    if of.rests_until is not None:
        return Say("health-rests", {"until": of.rests_until})
    return _short(of.reasons[0]) if of.reasons else Say("health-fine")


def _short(reason: Reason) -> Text:
    return Say(f"health-short-{reason.sign.value.replace('_', '-')}", {"count": reason.count})


def detail(desk: Desk, seen: Detail, *, fresh: bool = False) -> Show:
    """One mentorship: state, reasons with what to do next, the last look. `fresh`: opened from a notice."""
    health = seen.health
    lines: list[Text] = [
        Say("health-title", facts(desk, seen.pair)),
        Say("health-state", {"state": health.state.value}),
    ]
    if health.paused:
        lines.append(Say("health-paused-long"))
    if health.rests_until is not None:
        lines.append(Say("health-rests-long", {"until": health.rests_until}))
    if not health.reasons and not health.paused:
        lines.append(Say("health-fine-long"))
    lines += [_reason(reason) for reason in health.reasons[:REASONS]]
    if len(health.reasons) > REASONS:
        lines.append(Say("health-more", {"count": len(health.reasons) - REASONS}))
    if seen.look is not None:
        day = local_date(seen.look.looked_at, seen.pair.zone)
        lines.append(Say("health-last-look", {"who": seen.looked_by, "day": day}))
        lines += [Say("health-last-note", {"note": seen.look.note})] if seen.look.note else []
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), _keyboard(seen), fresh=fresh)


def _reason(reason: Reason) -> Text:
    return Say(f"health-why-{reason.sign.value.replace('_', '-')}", {"count": reason.count})


def reminded(desk: Desk, mentorship_id: int, reached: Iterable[Person]) -> Show:
    """Who has been reminded."""
    back = ((Button(Say("health-back-pair"), press("health.open", mentorship_id)),), (_LIST, _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Say("health-reminded", {"names": full_names(reached)}), back)


def _keyboard(seen: Detail) -> Keyboard:
    """At most eight: a remedy for each reason shown, then the curator's look and the ways out."""
    number, rows = seen.pair.mentorship.id, []
    if seen.may_act:
        shown = dict.fromkeys(reason.remedy for reason in seen.health.reasons[:REASONS])
        buttons = [_remedy(remedy, number) for remedy in shown]
        if seen.health.state is State.STUCK:
            buttons.append(Button(Say("health-do-hand-over"), press("pair.hand_over", number)))
        rows += [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
        rows.append((Button(Say("health-do-look"), press("health.look", number), style=Style.MAIN),))
    rows.append((Button(Say("pairs-open"), press("pair.open", number)), _LIST))
    return tuple(rows)


def _remedy(remedy: Remedy, mentorship_id: int) -> Button:
    label = Say(f"health-do-{remedy.value.replace('_', '-')}")
    if remedy is Remedy.OPEN_HELP:
        return Button(label, press("help.list"))
    if remedy in _PRESSES:
        return Button(label, press(_PRESSES[remedy], mentorship_id))
    return Button(label, press("health.remind", mentorship_id, remedy.value))

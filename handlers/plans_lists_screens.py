"""Screens of many plans: the list, the choice within a group, a plan that is not there yet."""

from __future__ import annotations

from handlers.home_screens import BACK, MENU, OPEN, pager
from mentoring.mentorships import Side
from mentoring.people import short_name
from mentoring.plans import Progress
from messaging.replies import Button, Lines, Say, Show, Text, press
from services.desk import Desk
from services.keyboards import grid
from services.pairs import full_names
from services.plans_making import Choice, Missing
from services.plans_views import Listing
from storage.plans_lists import PlanLine

_ROW = 4


def listing(desk: Desk, seen: Listing) -> Show:
    """A page of mentees with their plans: a line each, a numbered button each."""
    lines: list[Text] = [Say("plans-title")]
    if seen.total is not None and seen.total.plans:
        lines.append(Say("plans-total", totals(seen.total)))
    lines += [_line(seen, number, line) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("plans-none"))
    numbers = [
        Button(str(number), press("plan.of", line.mentorship_id, line.person_id))
        for number, line in enumerate(seen.lines, 1)
    ]
    rows = (*grid(numbers, _ROW), *pager("plan.page", seen.page, seen.pages), BACK)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def totals(seen: Progress) -> dict[str, int]:
    """What a sentence says of several plans."""
    return {"plans": seen.plans, "agreed": seen.agreed, "share": seen.share or 0, "overdue": seen.overdue}


def _line(seen: Listing, number: int, line: PlanLine) -> Text:
    values = {
        "number": number,
        "mentee": seen.names.get(line.person_id, "…"),
        "mentors": seen.mentors.get(line.mentorship_id, "…"),
        "done": line.done,
        "items": line.items,
        "overdue": line.overdue,
    }
    return Say(f"plans-line-{line.state.value if line.state else 'missing'}", values)


def choice(desk: Desk, seen: Choice) -> Show:
    """Whose plan of a group it is about."""
    number = seen.pair.mentorship.id
    lines: list[Text] = [Say("plans-whose")]
    buttons = []
    for place, (mentee, plan) in enumerate(seen.mentees, 1):
        state = plan.state.value if plan is not None else "missing"
        lines.append(Say("plans-whose-line", {"number": place, "mentee": short_name(mentee.name), "state": state}))
        buttons.append(Button(str(place), press("plan.of", number, mentee.id)))
    back = (Button(Say("plans-to-pair"), press("pair.open", number)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(buttons, _ROW), back))


def missing(desk: Desk, seen: Missing) -> Show:
    """Nobody has drawn the plan up yet."""
    text = Say(
        "plans-missing", {"mentee": short_name(seen.mentee.name), "mentors": full_names(seen.pair.on(Side.MENTOR))}
    )
    back = (Button(Say("plans-to-pair"), press("pair.open", seen.pair.mentorship.id)), *OPEN)
    return Show(desk.actor.chat_id, MENU, text, (back,))

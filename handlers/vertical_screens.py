"""What help between organisations looks like: the list, one of them."""

from __future__ import annotations

from handlers.home_screens import MENU
from mentoring.vertical import OrganisationMentorship, VerticalState
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.keyboards import grid, pager
from services.vertical import Board, Card, sides

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4


def board(chat: int, seen: Board) -> Show:
    """A line each, a numbered button each."""
    place = seen.organisation.id if seen.organisation else 0
    lines: list[Text] = [
        Say("vertical-head", {"organisation": seen.organisation.name if seen.organisation else "none"})
    ]
    lines += [_line(seen, number, one) for number, one in enumerate(seen.rows, 1)]
    if not seen.rows:
        lines.append(Say("vertical-none"))
    numbers = (Button(str(number), press("vertical.open", one.id)) for number, one in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("vertical.page", place, page))
    new = ((Button(Say("vertical-new"), press("vertical.new")),),) if seen.may_propose else ()
    back = (
        Button(Say("organisations-card-button"), press("organisation.open", place))
        if place
        else Button(Say("municipality-button"), press("municipality.open"))
    )
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *new, (back, _MENU)))


def _line(seen: Board, number: int, one: OrganisationMentorship) -> Text:
    mentor: Text = seen.names[one.mentor_id].label if one.mentor_id is not None else Say("vertical-municipality")
    said = {"number": number, "mentor": mentor, "mentee": seen.names[one.mentee_id].label, "state": one.state.value}
    return Say("vertical-line", said)


def card(chat: int, seen: Card, *, fresh: bool = False) -> Show:
    """Both sides, goal, days, what has come of it. `fresh`: opened from a notice, so it comes below it."""
    one = seen.mentorship
    lines: list[Text] = [
        Say("vertical-card", {**sides(one, seen.names), "state": one.state.value}),
        Say("vertical-goal", {"goal": one.goal}),
        Say("vertical-days", {"starts": one.starts, "ends": one.ends if one.ends is not None else "none"}),
    ]
    if one.state is VerticalState.PROPOSED:
        said = {
            "mentor": "yes" if one.mentor_agreed_by is not None else "no",
            "mentee": "yes" if one.mentee_agreed_by is not None else "no",
        }
        lines.append(Say("vertical-agreements", said))
    if one.result:
        lines.append(Say("vertical-result", {"result": one.result}))
    agree = Button(Say("vertical-agree"), press("vertical.agree", one.id), style=Style.GOOD)
    decline = Button(Say("vertical-decline"), press("vertical.decline", one.id))
    end = ((Button(Say("vertical-end"), press("vertical.end", one.id)),),) if seen.may_finish else ()
    answers = ((agree, decline),) if seen.may_answer else ()
    back = (
        Button(Say("vertical-list"), press("vertical.list"))
        if seen.municipal
        else Button(Say("organisations-own-button"), press("organisation.own"))
    )
    return Show(chat, MENU, Lines(tuple(lines)), (*answers, *end, (back, _MENU)), fresh=fresh)

"""What the executors of a programme and the people who stand for them look like."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.people_screens import MENU, MENU_SLOT
from mentoring.people import Organisation, short_name
from messaging.replies import Button, Lines, Say, Show, Text, press
from services import keyboards
from services.dialogue_screens import own
from services.executors import Choice, Listed
from services.keyboards import grid, pager

_ROW = 4
_LABEL = 22
"""Characters of a name on a button beside its tick."""


def listed(chat: int, shown: Listed) -> Show:
    """Every executor with the people appointed for it, or that its roles stand for it."""
    place = shown.organisation.id if shown.organisation else 0
    head = Say("executors-head", {"organisation": shown.organisation.name if shown.organisation else "none"})
    lines: list[Text] = [head]
    for number, (executor, people) in enumerate(shown.executors, 1):
        names = ", ".join(short_name(one.name) for one in people)
        lines.append(
            Say("executors-line", {"number": number, "executor": own(executor.name), "names": names or "none"})
        )
    buttons = (
        Button(str(number), press("executor.open", place, executor.id, 0))
        for number, (executor, _) in enumerate(shown.executors, 1)
    )
    rows = pager(shown.page, shown.pages, lambda page: press("executors.page", place, page))
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), (*grid(buttons, _ROW), *rows, (MENU,)))


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose executors, of several organisations."""
    found = keyboards.organisations(organisations, "executors.of", "executors.where", page)
    return Show(chat, MENU_SLOT, found.under(Say("executors-where")), (*found.rows, (MENU,)))


def choice(chat: int, shown: Choice) -> Show:
    """The people to choose from, ticked if they stand for it."""
    place, executor = shown.organisation.id if shown.organisation else 0, shown.executor
    text = Say("executors-choice", {"executor": own(executor.name), "count": len(shown.people)})
    rows = [
        (
            Button(
                f"{'✓ ' if stands else ''}{short_name(one.name)[:_LABEL]}",
                press("executor.put", place, executor.id, shown.page, one.id, int(not stands)),
            ),
        )
        for one, stands in shown.people
    ]
    turn = pager(shown.page, shown.pages, lambda page: press("executor.open", place, executor.id, page))
    back = Button(Say("executors-back"), press("executors.of", place))
    return Show(chat, MENU_SLOT, text, (*rows, *turn, (back, MENU)))

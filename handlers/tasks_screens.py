"""Screens of tasks: lists and a card."""

from __future__ import annotations

from mentoring.people import short_name
from mentoring.tasks import Task
from messaging.replies import Button, File, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.keyboards import pager
from services.pairs import facts
from services.tasks_views import Board, Card, Line

MENU_SLOT = "menu"
LINE = 60
"""So much of a task stands in a list."""
_MENU = Button(Say("menu-button"), press("menu.open"))


def board(desk: Desk, seen: Board) -> Show:
    """A page of tasks: a line each, a numbered button each."""
    head = Say("tasks-head", facts(desk, seen.pair)) if seen.pair is not None else Say("tasks-head-mine")
    lines: list[Text] = [head]
    lines += [_line(number, line, names=seen.names) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("tasks-none"))
    numbers = [Button(str(number), press("task.open", line.task.id)) for number, line in enumerate(seen.lines, 1)]
    rows = [tuple(numbers[start : start + 4]) for start in range(0, len(numbers), 4)]
    rows += pager(seen.page, seen.pages, lambda at: _page(seen, at))
    if seen.pair is not None:
        new = (Button(Say("tasks-new"), press("task.new", seen.pair.mentorship.id), style=Style.MAIN),)
        rows += [new] if seen.may_set else []
        rows.append((Button(Say("pairs-open"), press("pair.open", seen.pair.mentorship.id)), _MENU))
    else:
        rows.append((_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))


def _line(number: int, line: Line, *, names: bool) -> Text:
    said = {
        "number": number,
        "task": _short(line.task.task),
        "state": _state(line.task, overdue=line.overdue),
        "name": short_name(line.person.name) if names and line.person is not None else "",
    }
    return Say("tasks-line-named" if names else "tasks-line", said)


def _short(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= LINE else one[: LINE - 1].rstrip() + "…"


def _state(task: Task, *, overdue: bool) -> Text:
    if task.due is None:
        return Say(f"tasks-state-{task.state.value}", {"due": ""})
    return Say("tasks-state-overdue" if overdue else f"tasks-state-{task.state.value}", {"due": task.due})


def _page(seen: Board, page: int) -> str:
    if seen.pair is None:
        return press("tasks.mine_page", page)
    return press("tasks.page", seen.pair.mentorship.id, page)


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """A task with its report and what may be done. `fresh`: opened from a notice, so it comes below it."""
    task = seen.task
    lines: list[Text] = [Say("tasks-card", {"task": task.task})]
    if seen.person is not None:
        lines.append(Say("tasks-card-who", {"name": seen.person.name}))
    lines.append(Say("tasks-card-state", {"state": _state(task, overdue=seen.overdue)}))
    if task.report:
        lines.append(Say("tasks-card-report", {"report": task.report}))
    if task.comment:
        lines.append(Say("tasks-card-comment", {"comment": task.comment}))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), _buttons(seen), fresh=fresh)


def _buttons(seen: Card) -> Keyboard:
    task = seen.task
    rows: list[tuple[Button, ...]] = []
    if seen.may_do:
        rows.append((Button(Say("tasks-do"), press("task.done", task.id), style=Style.MAIN),))
    if seen.may_check:
        accept = Button(Say("tasks-accept"), press("task.accept", task.id), style=Style.GOOD)
        rows.append((accept, Button(Say("tasks-return"), press("task.return", task.id))))
    if task.file is not None:
        rows.append((Button(Say("tasks-file"), press("task.file", task.id)),))
    if seen.may_drop:
        rows.append((Button(Say("tasks-drop"), press("task.drop", task.id)),))
    rows.append((Button(Say("tasks-list"), press("tasks.open", task.mentorship_id)), _MENU))
    return tuple(rows)


def attachment(desk: Desk, task_id: int, file: File) -> Show:
    """What came with the report, below."""
    back = ((Button(Say("tasks-open"), press("task.card", task_id)),),)
    return Show(desk.actor.chat_id, f"task:{task_id}", Say("tasks-file-caption"), back, file, fresh=True)

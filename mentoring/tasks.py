"""Tasks that a mentor sets a mentee between meetings: set, done, accepted or returned with words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.errors import Stale

CHECK_WAITS = timedelta(days=3)
"""So long after it was done the mentor is reminded that it waits."""


class TaskState(StrEnum):
    """Set → done → accepted, or returned and done anew; dropped: not needed any more."""

    SET = "set"
    DONE = "done"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    DROPPED = "dropped"


TO_DO = frozenset({TaskState.SET, TaskState.RETURNED})
OPEN = TO_DO | {TaskState.DONE}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or document by Telegram's own id of it."""

    file_id: str
    name: str
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One task of one mentee. Times are UTC, `due` is a day of the mentee's.

    `report` and `file`: what was done; `comment`: what whoever checked it said.
    """

    id: int
    mentorship_id: int
    person_id: int
    task: str
    due: date | None
    state: TaskState
    set_by: int
    set_at: datetime
    report: str | None = None
    file: Attachment | None = None
    done_at: datetime | None = None
    comment: str | None = None
    checked_by: int | None = None
    checked_at: datetime | None = None

    def overdue(self, today: date) -> bool:
        return self.state in TO_DO and self.due is not None and self.due < today


def finish(task: Task, report: str | None, file: Attachment | None, now: datetime) -> Task:
    """The mentee has done it. Raises Stale where there is nothing left to do."""
    if task.state not in TO_DO:
        raise Stale("tasks-refusal-closed")
    return replace(task, state=TaskState.DONE, report=report, file=file, done_at=now)


def check(task: Task, accepted: bool, comment: str | None, by: int | None, now: datetime) -> Task:
    """Whoever set it has looked at it. Raises Stale unless it waits for that."""
    if task.state is not TaskState.DONE:
        raise Stale("tasks-refusal-checked")
    state = TaskState.ACCEPTED if accepted else TaskState.RETURNED
    return replace(task, state=state, comment=comment, checked_by=by, checked_at=now)


def drop(task: Task, by: int | None, now: datetime) -> Task:
    """It is not needed any more. Raises Stale once it is over."""
    if task.state not in OPEN:
        raise Stale("tasks-refusal-closed")
    return replace(task, state=TaskState.DROPPED, checked_by=by, checked_at=now)

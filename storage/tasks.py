"""Tasks as rows: of a mentorship, of a person, and what falls due about them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import MentorshipState
from mentoring.tasks import OPEN, Attachment, Task, TaskState
from storage.tables import mentorships, tasks

_ALL = select(tasks)
_ORDER = (
    # What waits for somebody first, then what is to do, then what is over; within each by the day it is due.
    case({TaskState.DONE.value: 0, TaskState.RETURNED.value: 1, TaskState.SET.value: 1}, value=tasks.c.state, else_=2),
    func.coalesce(tasks.c.due, date.max),
    tasks.c.id.desc(),
)
_ACTIVE = mentorships.c.state == MentorshipState.ACTIVE.value


def task(row: Row[Any]) -> Task:
    """The value of a row of `tasks`."""
    file = json.loads(row.file) if row.file else None
    return Task(
        id=row.id,
        mentorship_id=row.mentorship_id,
        person_id=row.person_id,
        task=row.task,
        due=row.due,
        state=TaskState(row.state),
        set_by=row.set_by,
        set_at=row.set_at,
        report=row.report,
        file=Attachment(file["file_id"], file["name"], file["photo"]) if file else None,
        done_at=row.done_at,
        comment=row.comment,
        checked_by=row.checked_by,
        checked_at=row.checked_at,
    )


def _file(of: Attachment | None) -> str | None:
    if of is None:
        return None
    return json.dumps({"file_id": of.file_id, "name": of.name, "photo": of.photo}, ensure_ascii=False)


class Tasks:
    """Texts, reports and files' ids are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self, mentorship_id: int, people_ids: Iterable[int], words: str, due: date | None, *, by: int
    ) -> tuple[Task, ...]:
        """The same task for each of these mentees."""
        made = []
        for person_id in people_ids:
            statement = insert(tasks).values(
                mentorship_id=mentorship_id,
                person_id=person_id,
                task=words,
                due=due,
                state=TaskState.SET.value,
                set_by=by,
                set_at=self._now,
            )
            made.append(int((await self._connection.execute(statement.returning(tasks.c.id))).scalar_one()))
        return await self._several(_ALL.where(tasks.c.id.in_(made)).order_by(tasks.c.id))

    async def get(self, task_id: int) -> Task | None:
        found = await self._several(_ALL.where(tasks.c.id == task_id))
        return found[0] if found else None

    async def change(self, before: Task, after: Task) -> bool:
        """Whether this change was the one that counted: it holds only while the state is as it was read."""
        changed = await self._connection.execute(
            update(tasks)
            .where(tasks.c.id == before.id, tasks.c.state == before.state.value)
            .values(
                state=after.state.value,
                report=after.report,
                file=_file(after.file),
                done_at=after.done_at,
                comment=after.comment,
                checked_by=after.checked_by,
                checked_at=after.checked_at,
            )
        )
        return changed.rowcount == 1

    async def page(
        self, mentorship_id: int, people_ids: Collection[int], *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Task, ...], int]:
        """Tasks of these people in a mentorship, what waits for somebody first, and how many there are."""
        which = (tasks.c.mentorship_id == mentorship_id) & tasks.c.person_id.in_(set(people_ids))
        return await self._page(_ALL.where(which), which, offset, limit)

    async def open_of(
        self, mentees: Collection[int], mentorship_ids: Collection[int], *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Task, ...], int]:
        """Tasks not over: of these mentees in whichever mentorship, or of anybody in these mentorships; the active."""
        which = (
            (tasks.c.person_id.in_(set(mentees)) | tasks.c.mentorship_id.in_(set(mentorship_ids)))
            & _in(OPEN)
            & tasks.c.mentorship_id.in_(select(mentorships.c.id).where(_ACTIVE))
        )
        return await self._page(_ALL.where(which), which, offset, limit)

    async def carry_over(self, old: int, new: int, people_ids: Collection[int]) -> int:
        """Tasks of these people that are not over go on in another mentorship; how many did."""
        changed = await self._connection.execute(
            update(tasks)
            .where(tasks.c.mentorship_id == old, tasks.c.person_id.in_(set(people_ids)), _in(OPEN))
            .values(mentorship_id=new)
        )
        return changed.rowcount

    async def drop_of(self, mentorship_id: int, person_id: int) -> int:
        """Whatever somebody still had to do in a mentorship is dropped; how many tasks that were."""
        changed = await self._connection.execute(
            update(tasks)
            .where(tasks.c.mentorship_id == mentorship_id, tasks.c.person_id == person_id, _in(OPEN))
            .values(state=TaskState.DROPPED.value, checked_at=self._now)
        )
        return changed.rowcount

    async def _page(
        self, query: Select[Any], which: ColumnElement[bool], offset: int, limit: int
    ) -> tuple[tuple[Task, ...], int]:
        total = await self._connection.scalar(select(func.count()).select_from(tasks).where(which))
        return await self._several(query.order_by(*_ORDER).offset(offset).limit(limit)), total or 0

    async def _several(self, query: Select[Any]) -> tuple[Task, ...]:
        return tuple(task(row) for row in await self._connection.execute(query))


def _in(states: Collection[TaskState]) -> ColumnElement[bool]:
    return tasks.c.state.in_([state.value for state in states])

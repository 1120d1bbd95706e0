"""Long work that waits or runs: a row from the order until its result is put into the outbox, so a kill loses none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import jobs


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"


_STATES = select(jobs.c.id, jobs.c.state).order_by(jobs.c.id)


@dataclass(frozen=True, slots=True)
class Job:
    """One order. `attempts`: how often it was begun, the present time included; the result goes to `slot` of the chat.

    `quiet`: nobody waits for it on the screen, so only the result is shown.
    """

    id: int
    kind: str
    arguments: Mapping[str, Any]
    chat_id: int
    person_id: int | None
    slot: str
    state: JobState = JobState.WAITING
    attempts: int = 0

    @property
    def quiet(self) -> bool:
        return bool(self.arguments.get("quiet"))


def _job(row: Row[Any]) -> Job:
    return Job(
        row.id,
        row.kind,
        row.arguments,
        row.chat_id,
        row.person_id,
        row.slot,
        JobState(row.state),
        row.attempts,
    )


class Jobs:
    """Jobs of all chats, the oldest first."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self, kind: str, arguments: Mapping[str, Any], *, chat_id: int, person_id: int | None, slot: str
    ) -> Job:
        """A new job; an older one for the same slot of the chat is dropped, for its result would be overwritten."""
        await self._connection.execute(delete(jobs).where(jobs.c.chat_id == chat_id, jobs.c.slot == slot))
        statement = insert(jobs).values(
            kind=kind,
            arguments=dict(arguments),
            chat_id=chat_id,
            person_id=person_id,
            slot=slot,
            state=JobState.WAITING.value,
            created_at=self._now,
        )
        new = (await self._connection.execute(statement.returning(jobs.c.id))).scalar_one()
        return Job(new, kind, dict(arguments), chat_id, person_id, slot)

    async def get(self, job_id: int) -> Job | None:
        row = (await self._connection.execute(select(jobs).where(jobs.c.id == job_id))).one_or_none()
        return _job(row) if row else None

    async def states(self) -> dict[int, JobState]:
        """Every job there is, the oldest first."""
        found = await self._connection.execute(_STATES)
        return {row.id: JobState(row.state) for row in found}

    async def start(self) -> Job | None:
        """Begin the job that has waited longest; of two who ask at once each gets another one. None: nothing waits."""
        first = (
            select(jobs.c.id)
            .where(jobs.c.state == JobState.WAITING.value)
            .order_by(jobs.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
            .scalar_subquery()
        )
        begun = await self._connection.execute(
            update(jobs)
            .where(jobs.c.id == first, jobs.c.state == JobState.WAITING.value)
            .values(state=JobState.RUNNING.value, attempts=jobs.c.attempts + 1, started_at=self._now)
            .returning(jobs)
        )
        row = begun.one_or_none()
        return _job(row) if row else None

    async def put_back(self, ids: Collection[int]) -> None:
        """They failed or were cut short and are to be begun again."""
        await self._connection.execute(
            update(jobs).where(jobs.c.id.in_(ids)).values(state=JobState.WAITING.value, started_at=None)
        )

    async def forgive(self, ids: Collection[int]) -> None:
        """Like `put_back`, for what was no fault of the jobs: the attempt does not count."""
        await self._connection.execute(
            update(jobs)
            .where(jobs.c.id.in_(ids), jobs.c.state == JobState.RUNNING.value)
            .values(state=JobState.WAITING.value, started_at=None, attempts=jobs.c.attempts - 1)
        )

    async def recover(self, mine: Collection[int]) -> int:
        """After a kill: what stands as running and is not among `mine` waits again; how many that were."""
        lost = await self._connection.execute(
            update(jobs)
            .where(jobs.c.state == JobState.RUNNING.value, jobs.c.id.not_in(mine))
            .values(state=JobState.WAITING.value, started_at=None)
        )
        return lost.rowcount

    async def finish(self, job_id: int) -> bool:
        """Done, given up or cancelled; False where it was gone already: then nothing of it is shown any more."""
        return (await self._connection.execute(delete(jobs).where(jobs.c.id == job_id))).rowcount == 1

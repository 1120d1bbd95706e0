"""The trail: who changed what about a mentorship, a person or a request, and when. Rows are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import trail

LONGEST_EVENT = 32
LOOKS = "data"
"""Subject of lines about who looked at personal data, under an organisation; they hold nobody's words."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of a trail. `event`: a short word (`ended_early`); `actor_id` None: it came about by itself.

    `details`: what JSON holds, as it was given.
    """

    id: int
    subject: str
    subject_id: int
    event: str
    at: datetime
    actor_id: int | None = None
    organisation_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


class Trail:
    """An append-only log by what it is about."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self,
        subject: str,
        subject_id: int,
        event: str,
        *,
        actor_id: int | None = None,
        organisation_id: int | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Notes that `event` happened now; `details` (free text included) are stored encrypted."""
        if len(event) > LONGEST_EVENT:
            raise ValueError(f"an event is a short word: {event}")
        values = {
            "subject": subject,
            "subject_id": subject_id,
            "event": event,
            "actor_id": actor_id,
            "organisation_id": organisation_id,
            "at": self._now,
            "details": json.dumps(details, ensure_ascii=False) if details else None,
        }
        await self._connection.execute(insert(trail).values(**values))

    async def of(self, subject: str, subject_id: int) -> tuple[Trace, ...]:
        """Everything about one thing, the newest first."""
        query = select(trail).where(_about(subject, subject_id)).order_by(trail.c.at.desc(), trail.c.id.desc())
        return tuple(_trace(row) for row in await self._connection.execute(query))

    async def page(
        self, subject: str, subject_id: int, *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Trace, ...], int]:
        """One page of it, the newest first, and how many lines there are in all."""
        which = _about(subject, subject_id)
        total = await self._connection.scalar(select(func.count()).select_from(trail).where(which))
        query = select(trail).where(which).order_by(trail.c.at.desc(), trail.c.id.desc()).offset(offset).limit(limit)
        return tuple(_trace(row) for row in await self._connection.execute(query)), total or 0

    async def last(self, subject: str, subject_id: int) -> Trace | None:
        """The newest line: who was quicker, for whoever comes too late."""
        query = select(trail).where(_about(subject, subject_id)).order_by(trail.c.at.desc(), trail.c.id.desc()).limit(1)
        row = (await self._connection.execute(query)).one_or_none()
        return _trace(row) if row is not None else None

    async def lately(self, subject: str, subject_id: int, actor_id: int, since: datetime) -> tuple[Trace, ...]:
        """What one person added from `since` on (aware), in no order."""
        mine = (trail.c.actor_id == actor_id) & (trail.c.at >= since)
        rows = await self._connection.execute(select(trail).where(_about(subject, subject_id), mine))
        return tuple(_trace(row) for row in rows)


def _about(subject: str, subject_id: int) -> ColumnElement[bool]:
    return (trail.c.subject == subject) & (trail.c.subject_id == subject_id)


def _trace(row: Row[Any]) -> Trace:
    return Trace(
        id=row.id,
        subject=row.subject,
        subject_id=row.subject_id,
        event=row.event,
        at=row.at,
        actor_id=row.actor_id,
        organisation_id=row.organisation_id,
        details=json.loads(row.details) if row.details else {},
    )

"""The curator's looks at mentorships: what was done about one, and until when its warnings rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import mentorship_looks


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody has looked into a mentorship. `rests_until`: the last day on which it warns of nothing."""

    mentorship_id: int
    looked_by: int
    looked_at: datetime
    rests_until: date | None
    note: str | None


class Looks:
    """Notes are encrypted; rows are only ever added."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, mentorship_id: int, *, by: int, rests_until: date | None, note: str | None) -> None:
        await self._connection.execute(
            insert(mentorship_looks).values(
                mentorship_id=mentorship_id, looked_by=by, looked_at=self._now, rests_until=rests_until, note=note
            )
        )

    async def last(self, mentorship_id: int) -> Look | None:
        """The newest one."""
        found = await self._connection.execute(
            select(mentorship_looks)
            .where(mentorship_looks.c.mentorship_id == mentorship_id)
            .order_by(mentorship_looks.c.id.desc())
            .limit(1)
        )
        row = found.one_or_none()
        return _look(row) if row is not None else None


def _look(row: Row[Any]) -> Look:
    return Look(row.mentorship_id, row.looked_by, row.looked_at, row.rests_until, row.note)

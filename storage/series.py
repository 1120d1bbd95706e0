"""Repeated meetings: what was asked for, and whether it goes on. The meetings themselves are in `meetings`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.series import Series
from storage.tables import meeting_series


class SeriesStore:
    """Series by id."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, new: Series) -> int:
        """Stores a new series (its id does not matter) and gives its id."""
        statement = insert(meeting_series).values(
            mentorship_id=new.mentorship_id,
            every_weeks=new.every_weeks,
            until=new.until,
            planned_by=new.planned_by,
            planned_at=new.planned_at,
            stopped_at=new.stopped_at,
        )
        found: int = (await self._connection.execute(statement.returning(meeting_series.c.id))).scalar_one()
        return found

    async def get(self, series_id: int) -> Series | None:
        found = await self._connection.execute(select(meeting_series).where(meeting_series.c.id == series_id))
        row = found.one_or_none()
        if row is None:
            return None
        return Series(
            row.id, row.mentorship_id, row.every_weeks, row.until, row.planned_by, row.planned_at, row.stopped_at
        )

    async def stop(self, series_id: int) -> bool:
        """No more meetings come of it from now on; False if it was stopped before."""
        changed = await self._connection.execute(
            update(meeting_series)
            .where(meeting_series.c.id == series_id, meeting_series.c.stopped_at.is_(None))
            .values(stopped_at=self._now)
        )
        return changed.rowcount == 1

"""What was done about milestones of the roadmap: a row each once something was, found by its code."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.roadmap import Kept, MilestoneState
from mentoring.tasks import Attachment
from storage.tables import milestones
from storage.upsert import insert_or


def _kept(row: Row[Any]) -> Kept:
    file = row.file
    return Kept(
        code=row.code,
        organisation_id=row.organisation_id,
        row=row.row,
        state=MilestoneState(row.state),
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        due=row.due,
        note=row.note,
        link=row.link,
        file=Attachment(file["file_id"], file["name"], file["photo"]) if file else None,
    )


def _values(kept: Kept) -> dict[str, Any]:
    of = kept.file
    return {
        "state": kept.state.value,
        "due": kept.due,
        "note": kept.note,
        "link": kept.link,
        "file": {"file_id": of.file_id, "name": of.name, "photo": of.photo} if of is not None else None,
        "changed_by": kept.changed_by,
        "changed_at": kept.changed_at,
    }


class Milestones:
    """Milestones by code, by place; notes are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def get(self, code: str) -> Kept | None:
        """None: nothing was done about it yet."""
        found = await self._connection.execute(select(milestones).where(milestones.c.code == code))
        row = found.one_or_none()
        return _kept(row) if row is not None else None

    async def of(self, organisation_id: int | None) -> dict[str, Kept]:
        """Everything kept of a place (None: the municipality), by code."""
        place = milestones.c.organisation_id
        which = place.is_(None) if organisation_id is None else place == organisation_id
        found = await self._connection.execute(select(milestones).where(which))
        return {row.code: _kept(row) for row in found}

    async def all(self) -> dict[str, Kept]:
        """Everything kept of every place, by code; without notes, links and files, which nobody reads in bulk."""
        columns = milestones.c
        wanted = (columns.code, columns.organisation_id, columns.row, columns.state, columns.due)
        found = await self._connection.execute(select(*wanted, columns.changed_by, columns.changed_at))
        return {
            row.code: Kept(
                row.code,
                row.organisation_id,
                row.row,
                MilestoneState(row.state),
                row.changed_by,
                row.changed_at,
                row.due,
            )
            for row in found
        }

    async def put(self, before: Kept | None, after: Kept) -> bool:
        """Whether this change was the one that counted: it holds only while all is as it was read."""
        if before is None:
            place = {"code": after.code, "organisation_id": after.organisation_id, "row": after.row}
            statement = insert_or(self._connection, milestones, **place, **_values(after))
            return (await self._connection.execute(statement.on_conflict_do_nothing())).rowcount == 1
        changed = await self._connection.execute(
            update(milestones)
            .where(
                milestones.c.code == before.code,
                milestones.c.state == before.state.value,
                milestones.c.changed_at == before.changed_at,
            )
            .values(**_values(after))
        )
        return changed.rowcount == 1

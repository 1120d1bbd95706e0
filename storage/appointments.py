"""Who stands for the executors that a programme names: appointed people, by organisation or in the municipality."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import appointments


class Appointments:
    """People by executor; an organisation of None is the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def of(self, organisation_id: int | None) -> dict[str, tuple[int, ...]]:
        """The people appointed there by executor, the oldest appointment first; executors of nobody are left out."""
        return (await self.of_many((organisation_id,))).get(organisation_id, {})

    async def of_many(self, organisations: Iterable[int | None]) -> dict[int | None, dict[str, tuple[int, ...]]]:
        """The same of several places; those without any appointment are left out."""
        wanted = set(organisations)
        place = appointments.c.organisation_id
        which = or_(place.in_(wanted - {None}), place.is_(None)) if None in wanted else place.in_(wanted)
        rows = await self._connection.execute(select(appointments).where(which).order_by(appointments.c.id))
        found: dict[int | None, dict[str, tuple[int, ...]]] = {}
        for row in rows:
            here = found.setdefault(row.organisation_id, {})
            here[row.executor] = tuple(dict.fromkeys((*here.get(row.executor, ()), row.person_id)))
        return found

    async def appoint(self, organisation_id: int | None, executor: str, person_id: int, *, by: int) -> None:
        """The person stands for the executor from now on, beside those who do already."""
        await self.release(organisation_id, executor, person_id)
        await self._connection.execute(
            insert(appointments).values(
                organisation_id=organisation_id,
                executor=executor,
                person_id=person_id,
                appointed_by=by,
                appointed_at=self._now,
            )
        )

    async def release(self, organisation_id: int | None, executor: str, person_id: int) -> bool:
        """Whether the person stood for the executor until now."""
        place = appointments.c.organisation_id
        changed = await self._connection.execute(
            delete(appointments).where(
                place.is_(None) if organisation_id is None else place == organisation_id,
                appointments.c.executor == executor,
                appointments.c.person_id == person_id,
            )
        )
        return changed.rowcount > 0

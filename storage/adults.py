"""The adults beside mentorships; who was removed stays as a row, for the trail of who answered when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.adults import Adult, AdultDuty, Speciality
from mentoring.mentorships import OPEN_STATES
from storage.tables import mentorship_adults, mentorships


class Adults:
    """Responsible adults and consultants by mentorship."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, new: Adult) -> int:
        """Stores an adult (the id does not matter) and gives the id."""
        values = {
            "mentorship_id": new.mentorship_id,
            "person_id": new.person_id,
            "name": new.name,
            "duty": new.duty.value,
            "speciality": new.speciality.value if new.speciality else None,
            "added_by": new.added_by,
            "added_at": new.added_at,
        }
        statement = insert(mentorship_adults).values(**values).returning(mentorship_adults.c.id)
        made: int = (await self._connection.execute(statement)).scalar_one()
        return made

    async def get(self, adult_id: int) -> Adult | None:
        """One who stands there still; None for one who was removed."""
        query = select(mentorship_adults).where(
            mentorship_adults.c.id == adult_id, mentorship_adults.c.removed_at.is_(None)
        )
        row = (await self._connection.execute(query)).one_or_none()
        return _adult(row) if row else None

    async def of(self, mentorship_id: int) -> tuple[Adult, ...]:
        """Those beside a mentorship now, the responsible first."""
        return tuple(await self.of_many([mentorship_id]))

    async def of_many(self, ids: Iterable[int]) -> tuple[Adult, ...]:
        """The same of several mentorships."""
        found = await self._connection.execute(
            select(mentorship_adults)
            .where(mentorship_adults.c.mentorship_id.in_(set(ids)), mentorship_adults.c.removed_at.is_(None))
            .order_by(mentorship_adults.c.id)
        )
        listed = [_adult(row) for row in found]
        return tuple(sorted(listed, key=lambda one: one.duty is not AdultDuty.RESPONSIBLE))

    async def of_person(self, person_id: int) -> tuple[Adult, ...]:
        """Where somebody stands beside an open mentorship now, the newest mentorship first."""
        found = await self._connection.execute(
            select(mentorship_adults)
            .join(mentorships, mentorships.c.id == mentorship_adults.c.mentorship_id)
            .where(
                mentorship_adults.c.person_id == person_id,
                mentorship_adults.c.removed_at.is_(None),
                mentorships.c.state.in_([state.value for state in OPEN_STATES]),
            )
            .order_by(mentorship_adults.c.mentorship_id.desc(), mentorship_adults.c.id)
        )
        return tuple(_adult(row) for row in found)

    async def remove(self, adult_id: int) -> bool:
        """Whether this removal was the one that counted."""
        changed = await self._connection.execute(
            update(mentorship_adults)
            .where(mentorship_adults.c.id == adult_id, mentorship_adults.c.removed_at.is_(None))
            .values(removed_at=self._now)
        )
        return changed.rowcount == 1


def _adult(row: Row[Any]) -> Adult:
    return Adult(
        id=row.id,
        mentorship_id=row.mentorship_id,
        duty=AdultDuty(row.duty),
        added_by=row.added_by,
        added_at=row.added_at,
        person_id=row.person_id,
        name=row.name,
        speciality=Speciality(row.speciality) if row.speciality else None,
    )

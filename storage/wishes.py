"""Wishes: how gladly one person would work with another; for the curator's eyes alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.speed_meetings import Wish
from storage.tables import wishes
from storage.upsert import insert_or


class Wishes:
    """The newest wish of everybody about everybody, by organisation."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def put(
        self, organisation_id: int, person_id: int, about_id: int, wish: int, *, event_id: int | None = None
    ) -> None:
        """Somebody says it, or says something else than before."""
        names = {"organisation_id": organisation_id, "person_id": person_id, "about_id": about_id}
        told = {"wish": wish, "event_id": event_id, "wished_at": self._now}
        statement = insert_or(self._connection, wishes, **names, **told)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=list(names), set_=told))

    async def of_event(self, event_id: int) -> tuple[Wish, ...]:
        """What was said after an event, the oldest first."""
        found = await self._connection.execute(
            select(wishes).where(wishes.c.event_id == event_id).order_by(wishes.c.id)
        )
        return tuple(Wish(row.person_id, row.about_id, row.wish) for row in found)

    async def of_person(self, organisation_id: int, person_id: int) -> Mapping[int, int]:
        """What somebody said, by whom it is about."""
        found = await self._connection.execute(
            select(wishes.c.about_id, wishes.c.wish).where(
                wishes.c.organisation_id == organisation_id, wishes.c.person_id == person_id
            )
        )
        return {row.about_id: row.wish for row in found}

    async def among(self, organisation_id: int, mentees: Collection[int]) -> Mapping[tuple[int, int], int]:
        """Every wish by or about one of these people: (who wishes, about whom) → wish."""
        ids = set(mentees)
        found = await self._connection.execute(
            select(wishes.c.person_id, wishes.c.about_id, wishes.c.wish).where(
                wishes.c.organisation_id == organisation_id,
                or_(wishes.c.person_id.in_(ids), wishes.c.about_id.in_(ids)),
            )
        )
        return {(row.person_id, row.about_id): row.wish for row in found}

"""Speed meetings: events of an organisation and who sits where in the rotation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import Side
from mentoring.speed_meetings import Seat, SpeedEvent, SpeedState
from storage.tables import speed_events, speed_people

_SHOWN = tuple(state.value for state in SpeedState if state is not SpeedState.CALLED_OFF)


def _event(row: Row[Any]) -> SpeedEvent:
    return SpeedEvent(
        row.id,
        row.organisation_id,
        row.title,
        row.starts_at,
        row.place,
        row.talk_minutes,
        SpeedState(row.state),
        row.created_by,
        row.created_at,
    )


class SpeedEvents:
    """Events by id, by organisation and by person."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, new: SpeedEvent) -> int:
        """Stores a new event (its id does not matter) and gives its id."""
        statement = insert(speed_events).values(
            organisation_id=new.organisation_id,
            title=new.title,
            starts_at=new.starts_at,
            place=new.place,
            talk_minutes=new.talk_minutes,
            state=new.state.value,
            created_by=new.created_by,
            created_at=new.created_at,
        )
        made: int = (await self._connection.execute(statement.returning(speed_events.c.id))).scalar_one()
        return made

    async def get(self, event_id: int) -> SpeedEvent | None:
        row = (await self._connection.execute(select(speed_events).where(speed_events.c.id == event_id))).one_or_none()
        return _event(row) if row else None

    async def page(
        self, organisations: Collection[int], *, offset: int = 0, limit: int = 5
    ) -> tuple[tuple[SpeedEvent, ...], int]:
        """One page of those that were not called off, the latest first, and how many there are."""
        which = speed_events.c.organisation_id.in_(organisations) & speed_events.c.state.in_(_SHOWN)
        total = await self._connection.scalar(select(func.count()).select_from(speed_events).where(which))
        order = speed_events.c.starts_at.desc(), speed_events.c.id.desc()
        found = await self._connection.execute(
            select(speed_events).where(which).order_by(*order).offset(offset).limit(limit)
        )
        return tuple(_event(row) for row in found), total or 0

    async def of_person(self, person_id: int) -> tuple[SpeedEvent, ...]:
        """Those somebody is invited to or was at, the latest first."""
        theirs = select(speed_people.c.event_id).where(speed_people.c.person_id == person_id)
        found = await self._connection.execute(
            select(speed_events)
            .where(
                speed_events.c.id.in_(theirs),
                speed_events.c.state.in_([SpeedState.INVITED.value, SpeedState.HELD.value]),
            )
            .order_by(speed_events.c.starts_at.desc(), speed_events.c.id.desc())
        )
        return tuple(_event(row) for row in found)

    async def held_since(self, person_id: int, moment: datetime) -> int:
        """How many were held from `moment` on at which somebody had a seat."""
        found = await self._connection.scalar(
            select(func.count())
            .select_from(speed_events.join(speed_people, speed_people.c.event_id == speed_events.c.id))
            .where(
                speed_people.c.person_id == person_id,
                speed_events.c.state == SpeedState.HELD.value,
                speed_events.c.starts_at >= moment,
            )
        )
        return found or 0

    async def invited(self) -> tuple[SpeedEvent, ...]:
        """Those that people are invited to and that were not held yet, the next one first."""
        found = await self._connection.execute(
            select(speed_events)
            .where(speed_events.c.state == SpeedState.INVITED.value)
            .order_by(speed_events.c.starts_at, speed_events.c.id)
        )
        return tuple(_event(row) for row in found)

    async def move(self, event_id: int, before: Collection[SpeedState], after: SpeedState) -> bool:
        """Whether this step was the one that counted."""
        changed = await self._connection.execute(
            update(speed_events)
            .where(speed_events.c.id == event_id, speed_events.c.state.in_([state.value for state in before]))
            .values(state=after.value)
        )
        return changed.rowcount == 1

    async def hold(self, event_id: int) -> None:
        """Whoever else wants to change who sits there waits until this transaction is over."""
        await self._connection.execute(
            select(speed_events.c.id).where(speed_events.c.id == event_id).with_for_update(key_share=True)
        )

    # --- seats --------------------------------------------------------------------------------------------------------

    async def seats(self, event_id: int) -> tuple[Seat, ...]:
        """Who is at it, in order of their turns."""
        found = await self._connection.execute(
            select(speed_people)
            .where(speed_people.c.event_id == event_id)
            .order_by(speed_people.c.side, speed_people.c.turn, speed_people.c.id)
        )
        return tuple(Seat(row.person_id, Side(row.side), row.turn, row.came) for row in found)

    async def seat(self, event_id: int, side: Side, people: Iterable[int]) -> None:
        """They come too, on the next seats of their side; who has a seat keeps it."""
        known = [one for one in await self.seats(event_id) if one.side is side]
        there = {one.person_id for one in known}
        turn = max((one.turn for one in known), default=-1) + 1
        fresh = [person for person in dict.fromkeys(people) if person not in there]
        rows = [
            {"event_id": event_id, "person_id": person, "side": side.value, "turn": turn + place}
            for place, person in enumerate(fresh)
        ]
        if rows:
            await self._connection.execute(insert(speed_people), rows)

    async def unseat(self, event_id: int, side: Side, people: Collection[int] | None = None) -> None:
        """They do not come (None: nobody of that side)."""
        which = (speed_people.c.event_id == event_id) & (speed_people.c.side == side.value)
        if people is not None:
            which &= speed_people.c.person_id.in_(people)
        await self._connection.execute(delete(speed_people).where(which))

    async def mark(self, event_id: int, person_id: int, *, came: bool) -> bool:
        """Notes whether somebody came; False for who had no seat."""
        changed = await self._connection.execute(
            update(speed_people)
            .where(speed_people.c.event_id == event_id, speed_people.c.person_id == person_id)
            .values(came=came)
        )
        return changed.rowcount > 0

"""Events and who signed up for them: the event's row is held while seats are given, so nobody gets one twice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.events import Event, EventKind, EventState, Result, Signed, SignState
from mentoring.roles import Role
from storage.tables import event_people, events
from storage.upsert import insert_or

_OF, _WHO = events.c, event_people.c


def event(row: Row[Any]) -> Event:
    """The value of a row of `events`."""
    return Event(
        id=row.id,
        organisation_id=row.organisation_id,
        kind=EventKind(row.kind),
        title=row.title,
        starts_at=row.starts_at,
        roles=tuple(Role(role) for role in row.roles),
        state=EventState(row.state),
        created_by=row.created_by,
        created_at=row.created_at,
        about=row.about,
        place=row.place,
        link=row.link,
        seats=row.seats,
        sign_up_until=row.sign_up_until,
        sequence=row.sequence,
    )


def signed(row: Row[Any]) -> Signed:
    """The value of a row of `event_people`."""
    return Signed(
        row.id,
        row.event_id,
        row.person_id,
        row.organisation_id,
        SignState(row.state),
        row.signed_at,
        row.came,
        _read(row.result),
    )


def _written(result: Result | None) -> str | None:
    """A line with the place, then the nomination; null for nothing."""
    return f"{result.place or ''}\n{result.nomination or ''}" if result else None


def _read(text: str | None) -> Result | None:
    if text is None:
        return None
    place, _, nomination = text.partition("\n")
    return Result(int(place) if place else None, nomination or None)


class Events:
    """Events of all organisations and of the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, new: Event) -> Event:
        """A draft; its id is given here."""
        made = await self._connection.execute(
            insert(events)
            .values(
                organisation_id=new.organisation_id,
                kind=new.kind.value,
                title=new.title,
                about=new.about,
                starts_at=new.starts_at,
                sign_up_until=new.sign_up_until,
                place=new.place,
                link=new.link,
                seats=new.seats,
                roles=[role.value for role in new.roles],
                state=new.state.value,
                created_by=new.created_by,
                created_at=self._now,
            )
            .returning(_OF.id)
        )
        return replace(new, id=made.scalar_one(), created_at=self._now)

    async def get(self, event_id: int) -> Event | None:
        row = (await self._connection.execute(select(events).where(_OF.id == event_id))).one_or_none()
        return event(row) if row else None

    async def hold(self, event_id: int) -> Event | None:
        """For a change of its seats: nobody else changes them until this is done."""
        found = await self._connection.execute(select(events).where(_OF.id == event_id).with_for_update())
        row = found.one_or_none()
        return event(row) if row else None

    async def move(self, before: Event, after: Event) -> bool:
        """Whether this move was the one that counted."""
        changed = await self._connection.execute(
            update(events)
            .where(_OF.id == before.id, _OF.state == before.state.value)
            .values(state=after.state.value, sequence=after.sequence, changed_at=self._now)
        )
        return changed.rowcount == 1

    async def change(self, before: Event, after: Event) -> bool:
        """Stores an edit, unless it was edited or moved on since `before` was read."""
        done = await self._connection.execute(
            update(events)
            .where(_OF.id == before.id, _OF.state == before.state.value, _OF.sequence == before.sequence)
            .values(
                title=after.title,
                about=after.about,
                starts_at=after.starts_at,
                sign_up_until=after.sign_up_until,
                place=after.place,
                seats=after.seats,
                roles=[role.value for role in after.roles],
                sequence=after.sequence,
                changed_at=self._now,
            )
        )
        return done.rowcount == 1

    async def page(
        self,
        organisations: Collection[int],
        states: Collection[EventState],
        *,
        municipal: bool = True,
        offset: int = 0,
        limit: int = 8,
    ) -> tuple[tuple[Event, ...], int]:
        """One page of these organisations' and the municipality's, the latest first, and how many in all."""
        where: list[ColumnElement[bool]] = [_OF.organisation_id.in_(set(organisations))]
        where += [_OF.organisation_id.is_(None)] if municipal else []
        matching = or_(*where) & _OF.state.in_(sorted(state.value for state in states))
        total = await self._connection.scalar(select(func.count()).select_from(events).where(matching))
        found = await self._connection.execute(
            select(events).where(matching).order_by(_OF.starts_at.desc(), _OF.id).offset(offset).limit(limit)
        )
        return tuple(event(row) for row in found), total or 0

    async def starting(self, first: datetime, last: datetime) -> tuple[Event, ...]:
        """Open ones that begin between these moments, the earliest first."""
        found = await self._connection.execute(
            select(events)
            .where(_OF.state == EventState.OPEN.value, _OF.starts_at.between(first, last))
            .order_by(_OF.starts_at, _OF.id)
        )
        return tuple(event(row) for row in found)

    async def next_start(self, after: datetime) -> datetime | None:
        """When the first open one after `after` begins, UTC."""
        found: datetime | None = await self._connection.scalar(
            select(func.min(_OF.starts_at)).where(_OF.state == EventState.OPEN.value, _OF.starts_at > after)
        )
        return found

    async def ahead_of(self, person_id: int) -> tuple[Event, ...]:
        """Open ones that have not begun for which somebody is signed up or waits, the earliest first."""
        theirs = select(_WHO.event_id).where(_WHO.person_id == person_id, _WHO.state != SignState.OFF.value)
        return await self._ahead(_OF.id.in_(theirs))

    async def awaited(self) -> tuple[Event, ...]:
        """Open ones that have not begun in which somebody waits for a seat, the earliest first."""
        waits = select(_WHO.id).where(_WHO.event_id == _OF.id, _WHO.state == SignState.WAITING.value)
        return await self._ahead(waits.exists())

    async def _ahead(self, which: ColumnElement[bool]) -> tuple[Event, ...]:
        found = await self._connection.execute(
            select(events)
            .where(_OF.state == EventState.OPEN.value, _OF.starts_at > self._now, which)
            .order_by(_OF.starts_at, _OF.id)
        )
        return tuple(event(row) for row in found)

    async def people(self, event_id: int) -> tuple[Signed, ...]:
        """Everybody who ever signed up, in the order in which they last did."""
        found = await self._connection.execute(
            select(event_people).where(_WHO.event_id == event_id).order_by(_WHO.signed_at, _WHO.id)
        )
        return tuple(signed(row) for row in found)

    async def sign(
        self, event_id: int, person_id: int, organisation_id: int | None, state: SignState, *, by: int
    ) -> None:
        """Signs a person up, on the waiting list, or off."""
        told = {"state": state.value, "signed_by": by, "signed_at": self._now, "organisation_id": organisation_id}
        await self._connection.execute(
            insert_or(
                self._connection, event_people, event_id=event_id, person_id=person_id, **told
            ).on_conflict_do_update(index_elements=["event_id", "person_id"], set_=told)
        )

    async def seat(self, sign_id: int) -> None:
        """Somebody who waited has a seat now; their turn stays as it was."""
        await self._connection.execute(
            update(event_people).where(_WHO.id == sign_id).values(state=SignState.SIGNED.value)
        )

    async def mark(self, event_id: int, person_id: int, *, came: bool, by: int) -> bool:
        """Records whether somebody who had a seat came; False for whom it had not."""
        changed = await self._connection.execute(
            update(event_people)
            .where(
                _WHO.event_id == event_id,
                _WHO.person_id == person_id,
                _WHO.state == SignState.SIGNED.value,
            )
            .values(came=came, marked_by=by)
        )
        return changed.rowcount == 1

    async def judge(self, event_id: int, person_id: int, result: Result | None, *, by: int) -> bool:
        """Writes down the result of somebody who came; False for who did not."""
        changed = await self._connection.execute(
            update(event_people)
            .where(_WHO.event_id == event_id, _WHO.person_id == person_id, _WHO.came.is_(True))
            .values(result=_written(result), marked_by=by)
        )
        return changed.rowcount == 1

    async def winners(
        self, organisation_id: int | None, first: datetime, last: datetime
    ) -> tuple[tuple[Event, Signed], ...]:
        """Everybody with an announced result at the organisation's events (None: the municipality's), by time."""
        found = await self._connection.execute(
            select(event_people, _OF.id.label("of"))
            .join(events, _WHO.event_id == _OF.id)
            .where(
                _WHO.result.is_not(None),
                _OF.state == EventState.ANNOUNCED.value,
                _OF.starts_at >= first,
                _OF.starts_at < last,
                _OF.organisation_id.is_not_distinct_from(organisation_id),
            )
            .order_by(_OF.starts_at, _OF.id, _WHO.id)
        )
        rows = found.all()
        held = await self._connection.execute(select(events).where(_OF.id.in_({row.of for row in rows})))
        known = {row.id: event(row) for row in held}
        return tuple((known[row.of], signed(row)) for row in rows)

    async def results_of(
        self, person_id: int, organisation_id: int | None, first: datetime, last: datetime
    ) -> tuple[tuple[Event, Result], ...]:
        """Announced results of a person from `first` until `last`, at events there and of the municipality, by time."""
        here = _OF.organisation_id.is_(None)
        found = await self._connection.execute(
            select(events, _WHO.result)
            .join(event_people, _WHO.event_id == _OF.id)
            .where(
                _WHO.person_id == person_id,
                _WHO.result.is_not(None),
                _OF.state == EventState.ANNOUNCED.value,
                _OF.starts_at >= first,
                _OF.starts_at < last,
                here if organisation_id is None else here | (_OF.organisation_id == organisation_id),
            )
            .order_by(_OF.starts_at, _OF.id)
        )
        rows = ((event(row), _read(row.result)) for row in found)
        return tuple((held, result) for held, result in rows if result is not None)

"""Who comes to a speed meeting: the curator gives seats among those who could, and notes afterwards who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mentoring.errors import Invalid, NotFound
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from mentoring.people import Person
from mentoring.roles import Role
from mentoring.speed_meetings import Seat, SpeedState
from services.desk import Desk
from services.speed_meetings import EventCard, card, draft
from storage.candidates import Member

PAGE = 6


@dataclass(frozen=True, slots=True)
class SpeedPeople:
    """A page of those who could come, or who came: each with the seat they have."""

    card: EventCard
    side: Side
    lines: tuple[tuple[Person, Seat | None], ...]
    page: int
    pages: int
    total: int


async def people(desk: Desk, event_id: int, side: Side, number: int = 0) -> SpeedPeople:
    """A page of those who could come, by name; Stale once people were invited."""
    found = await draft(desk, event_id)
    members = await _members(desk, found, side)
    seats = {one.person_id: one for one in found.seats if one.side is side}
    pages = pages_of(len(members), PAGE)
    number = min(max(number, 0), pages - 1)
    shown = members[number * PAGE : (number + 1) * PAGE]
    lines = tuple((one.person, seats.get(one.person.id)) for one in shown)
    return SpeedPeople(found, side, lines, number, pages, len(members))


async def seat(desk: Desk, event_id: int, side: Side, person_id: int, *, comes: bool) -> None:
    """Somebody comes, or does not: what two curators press at once holds once. Nobody sits on both sides."""
    await desk.work.speed_events.hold(event_id)
    found = await draft(desk, event_id)
    taken = next((one for one in found.seats if one.person_id == person_id), None)
    if taken is not None and (not comes or taken.side is not side):
        await desk.work.speed_events.unseat(event_id, taken.side, [person_id])
    if not comes or (taken is not None and taken.side is side):
        return
    if person_id not in {one.person.id for one in await _members(desk, found, side)}:
        raise NotFound
    await desk.work.speed_events.seat(event_id, side, [person_id])


async def seat_all(desk: Desk, event_id: int, side: Side, *, everybody: bool) -> None:
    """All of a side come, or none of it; who sits on the other side stays there."""
    await desk.work.speed_events.hold(event_id)
    found = await draft(desk, event_id)
    if not everybody:
        await desk.work.speed_events.unseat(event_id, side)
        return
    other = {one.person_id for one in found.seats if one.side is not side}
    members = await _members(desk, found, side)
    await desk.work.speed_events.seat(event_id, side, [one.person.id for one in members if one.person.id not in other])


async def attendance(desk: Desk, event_id: int, side: Side, number: int = 0) -> SpeedPeople:
    """A page of those who were to come; Invalid before it has begun."""
    found = await card(desk, event_id)
    if found.event.state is SpeedState.DRAFT or desk.now < found.event.starts_at:
        raise Invalid("speed-not-yet")
    seats = {one.person_id: one for one in found.seats if one.side is side}
    known = await desk.work.people.many(seats)
    listed = sorted(known.values(), key=lambda one: (one.name.casefold(), one.id))
    pages = pages_of(len(listed), PAGE)
    number = min(max(number, 0), pages - 1)
    shown = listed[number * PAGE : (number + 1) * PAGE]
    return SpeedPeople(found, side, tuple((one, seats[one.id]) for one in shown), number, pages, len(listed))


async def mark(desk: Desk, event_id: int, person_id: int, *, came: bool) -> None:
    """Notes whether somebody came: what two curators press at once holds once."""
    found = await card(desk, event_id)
    if found.event.state is SpeedState.DRAFT or desk.now < found.event.starts_at:
        raise Invalid("speed-not-yet")
    if not await desk.work.speed_events.mark(event_id, person_id, came=came):
        raise NotFound


async def _members(desk: Desk, found: EventCard, side: Side) -> Sequence[Member]:
    """Everybody approved on that side who is not on a pause that day."""
    day = found.event.starts_at.astimezone(ZoneInfo(found.organisation.zone)).date()
    members = await desk.work.candidates.members(Role(side.value), found.organisation.id)
    return [one for one in members if not one.membership.paused(day)]

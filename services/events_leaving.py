"""Seats that fall free by themselves: of who has left where an event is held, and of whom nothing is kept any more."""

from __future__ import annotations

from mentoring.events import SignState, next_in
from mentoring.people import MembershipState
from services.desk import Desk
from services.events_around import NOWHERE, place_for
from services.events_signing import fill, held


async def leave(desk: Desk, person_id: int) -> None:
    """Signs somebody off from what lies ahead and is not for them any more; who waits longest gets the seat."""
    theirs = [one for one in await desk.work.memberships.of_person(person_id) if one.state is MembershipState.APPROVED]
    for ahead in await desk.work.events.ahead_of(person_id):
        if place_for(ahead, theirs) is NOWHERE:
            event = await held(desk, ahead.id)
            await desk.work.events.sign(event.id, person_id, None, SignState.OFF, by=desk.actor.person_id or person_id)
            await fill(desk, event)


async def fill_free(desk: Desk) -> None:
    """Gives seats that an erasure left free to those who wait."""
    for event in await desk.work.events.awaited():
        if next_in(event, await desk.work.events.people(event.id)):
            await fill(desk, await held(desk, event.id))

"""Invitations to an event: the first people hear of it with the press, the others batch by batch with the tick."""

from __future__ import annotations

from datetime import datetime

from mentoring.events import Event, EventState
from services.desk import Desk
from services.events_notices import invite

AT_ONCE = 200
"""People invited in one transaction."""
_FACT = "events-inviting"
"""Events whose invitations are under way: `event:person`, the last one invited, with spaces between."""


async def begin(desk: Desk, event: Event) -> tuple[int, bool]:
    """Invites everybody with its roles, each once; how many of the first ones are not reached, and whether all are
    through."""
    people = await _next(desk, event, 0)
    missed = await invite(desk, event, people)
    waiting = await _waiting(desk)
    waiting.pop(event.id, None)
    if len(people) == AT_ONCE:
        waiting[event.id] = people[-1]
    await _keep(desk, waiting)
    return missed, len(people) < AT_ONCE


async def duty(desk: Desk) -> datetime | None:
    """The next people of one event; gives this moment while somebody is left."""
    waiting = await _waiting(desk)
    if not waiting:
        return None
    event_id, last = next(iter(waiting.items()))
    event = await desk.work.events.get(event_id)
    del waiting[event_id]
    if event is not None and event.state is EventState.OPEN and desk.now < event.starts_at:
        people = await _next(desk, event, last)
        await invite(desk, event, people)
        if len(people) == AT_ONCE:
            waiting[event_id] = people[-1]
    await _keep(desk, waiting)
    return desk.now if waiting else None


async def _next(desk: Desk, event: Event, after: int) -> tuple[int, ...]:
    return await desk.work.memberships.holders_after(event.roles, event.organisation_id, after=after, limit=AT_ONCE)


async def _waiting(desk: Desk) -> dict[int, int]:
    pairs = (each.split(":") for each in (await desk.work.facts.get(_FACT) or "").split())
    return {int(event): int(last) for event, last in pairs}


async def _keep(desk: Desk, waiting: dict[int, int]) -> None:
    text = " ".join(f"{event}:{last}" for event, last in waiting.items())
    if text != (await desk.work.facts.get(_FACT) or ""):
        await desk.work.facts.set(_FACT, text)

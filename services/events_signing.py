"""Signing up for an event and off again, the waiting list, the file for the calendar."""

from __future__ import annotations

from mentoring import events as rules
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound
from mentoring.events import Event, EventState, SignState
from messaging.replies import Say, Show
from services.desk import Desk
from services.events import Card, card, known
from services.events_around import NOWHERE, around_actor, place_for
from services.events_notices import calendar, tell, to_card


async def sign_up(desk: Desk, event_id: int) -> Card:
    """A seat, or a place on the waiting list. Raises Stale where it is too late."""
    person = _self(desk)
    event = await held(desk, event_id)
    place = place_for(event, (await around_actor(desk)).own)
    if place is NOWHERE:
        raise Forbidden
    await put(desk, event, person, place)
    return await card(desk, event_id)


async def sign_off(desk: Desk, event_id: int) -> Card:
    """Whoever waits longest gets the seat and hears that. Raises Stale once it has begun."""
    person = _self(desk)
    await take(desk, await held(desk, event_id), person)
    return await card(desk, event_id)


async def put(desk: Desk, event: Event, person_id: int, place: object) -> SignState:
    """Signs somebody up for `place` (an organisation's id, or none) in an event that is held; gives how they stand."""
    rules.ensure_open(event, desk.now)
    listed = await desk.work.events.people(event.id)
    own = next((one for one in listed if one.person_id == person_id), None)
    if own is not None and own.state is not SignState.OFF:
        return own.state
    state = rules.seat_for(event, [one for one in listed if one.person_id != person_id])
    organisation = place if isinstance(place, int) else None
    await desk.work.events.sign(event.id, person_id, organisation, state, by=desk.actor.person_id or 0)
    return state


async def take(desk: Desk, event: Event, person_id: int) -> bool:
    """Signs somebody off from an event that is held; False where they were not signed up."""
    rules.ensure_ahead(event, desk.now)
    listed = await desk.work.events.people(event.id)
    own = next((one for one in listed if one.person_id == person_id), None)
    if own is None or own.state is SignState.OFF:
        return False
    by = desk.actor.person_id or 0
    await desk.work.events.sign(event.id, person_id, own.organisation_id, SignState.OFF, by=by)
    await fill(desk, event)
    return True


async def fill(desk: Desk, event: Event) -> None:
    """Free seats go to those who wait longest; they hear of it."""
    for one in rules.next_in(event, await desk.work.events.people(event.id)):
        await desk.work.events.seat(one.id)
        await tell(desk, event, [one.person_id], "event-told-seat")


async def held(desk: Desk, event_id: int) -> Event:
    """The event: of two who want the last seat one waits until the other is done. Raises NotFound."""
    event = await desk.work.events.hold(event_id)
    if event is None:
        raise NotFound
    return event


async def file(desk: Desk, event_id: int) -> Show:
    """The event for the actor's calendar; one sent later about it replaces it there. Raises Forbidden, NotFound."""
    event = await known(desk, event_id)
    if event.state is EventState.DRAFT:
        raise NotFound
    made = await calendar(desk, event, desk.actor.language)
    return Show(desk.actor.chat_id, f"event-ics:{event_id}", Say("event-calendar"), to_card(event), made, fresh=True)


def _self(desk: Desk) -> int:
    person = desk.actor.person_id
    if person is None:
        raise Forbidden
    ensure(desk.actor, Action.SIGN_UP, Scope(person_id=person))
    return person

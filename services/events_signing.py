"""Signing up for an event and off again, the waiting list, and the reminder the day before."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring import events as rules
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound
from mentoring.events import Event, SignState
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.desk import Desk
from services.events import NOWHERE, Card, card, invited_in
from services.events_running import facts, tell

BEFORE = timedelta(days=1)


async def sign_up(desk: Desk, event_id: int) -> Card:
    """A seat, or a place on the waiting list. Raises Stale where it is too late."""
    event, person = await _open(desk, event_id)
    place = invited_in(desk, event)
    if place is NOWHERE:
        raise Forbidden
    people = [one for one in await desk.work.events.people(event_id) if one.person_id != person]
    own = next((one for one in await desk.work.events.people(event_id) if one.person_id == person), None)
    if own is None or own.state is SignState.OFF:
        state = rules.seat_for(event, people)
        at = place if isinstance(place, int) else None
        await desk.work.events.sign(event_id, person, at, state, by=person)
    return await card(desk, event_id)


async def sign_off(desk: Desk, event_id: int) -> Card:
    """Whoever waits longest gets the seat and hears that. Raises Stale once it is too late."""
    event, person = await _open(desk, event_id)
    own = next((one for one in await desk.work.events.people(event_id) if one.person_id == person), None)
    if own is not None and own.state is not SignState.OFF:
        await desk.work.events.sign(event_id, person, own.organisation_id, SignState.OFF, by=person)
        for one in rules.next_in(event, await desk.work.events.people(event_id)):
            await desk.work.events.seat(one.id)
            await tell(desk, event, [one.person_id], "event-told-seat")
    return await card(desk, event_id)


async def duty(desk: Desk) -> datetime | None:
    """Reminds those who have a seat a day before; returns the next moment (UTC) at which somebody is to be."""
    for event in await desk.work.events.starting(desk.now, desk.now + BEFORE):
        await _remind(desk, event)
    later = await desk.work.events.next_start(desk.now + BEFORE)
    return later - BEFORE if later is not None else None


async def _remind(desk: Desk, event: Event) -> None:
    people = await desk.work.events.people(event.id)
    due = event.starts_at - BEFORE
    coming = [one.person_id for one in people if one.state is SignState.SIGNED and one.signed_at < due]
    unused = await desk.work.meetings.unused([_key(event, each) for each in coming])
    for person in (each for each in coming if _key(event, each) in unused):
        await notices.to(
            desk,
            person,
            Say("event-remind", facts(event)),
            keyboard=((Button(Say("event-open"), press("event.card", event.id)),),),
            lane=Lane.REMINDER,
            key=_key(event, person),
            due=due,
            not_before=desk.programme.quiet.release(desk.now, desk.programme.zone),
            expires_at=event.starts_at,
        )


def _key(event: Event, person: int) -> str:
    return f"event:{event.id}:day:{person}"


async def _open(desk: Desk, event_id: int) -> tuple[Event, int]:
    """The event, held: of two who want the last seat one waits until the other is done."""
    person = desk.actor.person_id
    if person is None:
        raise Forbidden
    ensure(desk.actor, Action.SIGN_UP, Scope(person_id=person))
    event = await desk.work.events.hold(event_id)
    if event is None:
        raise NotFound
    rules.ensure_open(event, desk.now)
    return event, person

"""Events moved on by who runs them: made, opened with one invitation a person, cancelled, attendance recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from mentoring import events as rules
from mentoring.access import Action, Scope, ensure
from mentoring.clock import at
from mentoring.errors import Forbidden, Invalid, Stale
from mentoring.events import PAST, Event, EventKind, EventState, SignState
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, events_inviting
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.events import Card, card, zone_of
from services.events_around import runs
from services.events_notices import tell
from services.registration_answers import text_of
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

FORM, SUBJECT, ORGANISATION = "event", "event", "organisation"
INVITED = (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST)
LATEST = timedelta(days=370)
"""Attendance of what was longer ago is asked for no more."""
MENU = Button(Say("menu-button"), press("menu.open"))


async def kinds(desk: Desk, asked: Asked) -> tuple[Option, ...]:
    """Source `event_kinds`: what the programme's documents name, in its words."""
    return tuple(Option(each.kind.value, each.name) for each in desk.programme.events)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form of a new one, of an organisation's or (0) of the municipality. Raises Forbidden."""
    ensure(desk.actor, Action.RUN_EVENT, Scope(organisation_id or None))
    subject = Subject(ORGANISATION, organisation_id)
    facts = {"named": bool(desk.programme.events)}
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id or None, facts=facts)


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.create`: a draft to which nobody is invited yet; Invalid for a time that is over."""
    place = record.about(ORGANISATION) or None
    ensure(desk.actor, Action.RUN_EVENT, Scope(place))
    if desk.actor.person_id is None:
        raise Forbidden
    organisation = await desk.work.organisations.get(place) if place is not None else None
    new = _event(answers, place, zone_of(desk, organisation), desk.actor.person_id, desk.now)
    if new.starts_at <= desk.now:
        raise Invalid("event-refusal-over")
    made = await desk.work.events.add(new)
    await trace(desk, made, "created")
    ways = ((Button(Say("event-to-card"), press("event.open", made.id)), MENU),)
    return (done(record, Say("event-created", {"title": made.title}), ways),)


async def open_(desk: Desk, event_id: int) -> tuple[Card, int | None]:
    """Everybody with the invited roles hears of it once, by day. Raises Stale.

    Gives how many could not be told; None where there are too many people to be invited at once.
    """
    event = await held(desk, event_id)
    if event.starts_at <= desk.now:
        raise Invalid("event-refusal-over")
    after = rules.moved(event, EventState.OPEN)
    await store(desk, event, after)
    missed, all_through = await events_inviting.begin(desk, after)
    return await card(desk, event_id), missed if all_through else None


async def cancel(desk: Desk, event_id: int) -> Card:
    """It does not take place; whoever has a seat or waits for one hears that, and so do calendars. Raises Stale."""
    event = await held(desk, event_id)
    after = rules.moved(event, EventState.CANCELLED)
    await store(desk, event, after)
    await tell_coming(desk, after, "event-told-cancelled")
    return await card(desk, event_id)


async def tell_coming(desk: Desk, event: Event, key: str, **more: object) -> None:
    """A notice to whoever has a seat, with the event for the calendar, and to whoever waits for one, without it."""
    people = await desk.work.events.people(event.id)
    for state, file in ((SignState.SIGNED, True), (SignState.WAITING, False)):
        listed = [one.person_id for one in people if one.state is state]
        await tell(desk, event, listed, key, file=file, **more)


async def mark(desk: Desk, event_id: int, person_id: int) -> None:
    """Records that somebody with a seat came, or takes it back; Invalid before it has begun."""
    event = await held(desk, event_id)
    if desk.now < event.starts_at or event.state not in (EventState.OPEN, *PAST):
        raise Invalid("event-refusal-not-begun")
    people = await desk.work.events.people(event_id)
    own = next((one for one in people if one.person_id == person_id), None)
    came = own is not None and bool(own.came)
    if came and own is not None and own.result:
        raise Stale("event-refusal-judged")
    if not await desk.work.events.mark(event_id, person_id, came=not came, by=desk.actor.person_id or 0):
        raise Stale("event-refusal-changed")
    if event.state is EventState.OPEN:
        await store(desk, event, rules.moved(event, EventState.HELD))


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Event, ...]:
    """Events that are over without attendance, the earliest first; no rights are asked: for duties and digests."""
    found = await desk.work.events.starting(desk.now - LATEST, desk.now)
    return tuple(each for each in found if each.organisation_id == organisation_id)


async def held(desk: Desk, event_id: int) -> Event:
    """For who runs it, nobody else changing it meanwhile. Raises Forbidden."""
    event = await desk.work.events.hold(event_id)
    if event is None or not runs(desk, event):
        raise Forbidden
    return event


async def trace(desk: Desk, event: Event, what: str) -> None:
    """A line of the event's trail."""
    actor = desk.actor.person_id
    await desk.work.trail.add(SUBJECT, event.id, what, actor_id=actor, organisation_id=event.organisation_id)


async def store(desk: Desk, before: Event, after: Event) -> None:
    """Moves it on. Raises Stale where somebody was quicker."""
    if not await desk.work.events.move(before, after):
        raise Stale("event-refusal-changed")
    await trace(desk, after, after.state.value)


def _event(answers: Mapping[str, Value], place: int | None, zone: str, by: int, now: datetime) -> Event:
    seats, kind = answers.get("seats"), answers.get("named", answers.get("kind"))
    day, hour = date.fromisoformat(str(answers["date"])), time.fromisoformat(str(answers["time"]))
    return Event(
        0,
        place,
        EventKind(str(kind)),
        str(answers["title"]),
        at(day, hour, zone),
        roles_of(answers) or INVITED,
        EventState.DRAFT,
        by,
        now,
        about=text_of(answers, "about"),
        place=text_of(answers, "place"),
        seats=int(str(seats)) if seats else None,
        sign_up_until=until(answers, zone),
    )


def roles_of(answers: Mapping[str, Value]) -> tuple[Role, ...]:
    """The invited roles as answered."""
    chosen = answers.get("roles")
    return tuple(Role(str(each)) for each in chosen) if isinstance(chosen, list) else ()


def until(answers: Mapping[str, Value], zone: str) -> datetime | None:
    """The end of the last day of the sign-up, UTC; None where no day was given."""
    day = text_of(answers, "until")
    return at(date.fromisoformat(day) + timedelta(days=1), time(0), zone) if day is not None else None

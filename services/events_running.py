"""Events moved on by who runs them: made, opened with one invitation a person, cancelled, attendance recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring import events as rules
from mentoring.access import Action, Scope, ensure
from mentoring.clock import at
from mentoring.errors import Forbidden, Invalid, Stale
from mentoring.events import Event, EventKind, EventState, SignState
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lane, Replies, Say, Show, Text, press
from services import dialogue
from services.desk import Desk
from services.dialogue_screens import done
from services.events import Card, card, runs
from services.registration_answers import text_of
from surveys.path import Value
from surveys.record import Record, Subject

FORM, SUBJECT, ORGANISATION = "event", "event", "organisation"
INVITED = (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST)
LATEST = timedelta(days=370)
"""Attendance of what was longer ago is asked for no more."""
_MENU = Button(Say("menu-button"), press("menu.open"))


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form of a new one, of an organisation's or (0) of the municipality. Raises Forbidden."""
    ensure(desk.actor, Action.RUN_EVENT, Scope(organisation_id or None))
    subject = Subject(ORGANISATION, organisation_id)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id or None)


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.create`: a draft to which nobody is invited yet; Invalid for a time that is over."""
    place = record.about(ORGANISATION) or None
    ensure(desk.actor, Action.RUN_EVENT, Scope(place))
    if desk.actor.person_id is None:
        raise Forbidden
    organisation = await desk.work.organisations.get(place) if place is not None else None
    zone = organisation.zone if organisation is not None else desk.programme.zone
    new = _event(answers, place, zone, desk.actor.person_id, desk.now)
    if new.starts_at <= desk.now:
        raise Invalid("event-refusal-over")
    made = await desk.work.events.add(new)
    await _trace(desk, made, "created")
    ways = ((Button(Say("event-to-card"), press("event.open", made.id)), _MENU),)
    return (done(record, Say("event-created", {"title": made.title}), ways),)


async def open_(desk: Desk, event_id: int) -> tuple[Card, int]:
    """Everybody with the invited roles hears of it once, by day; gives how many could not be told. Raises Stale."""
    event = await _held(desk, event_id)
    if event.starts_at <= desk.now:
        raise Invalid("event-refusal-over")
    after = rules.moved(event, EventState.OPEN)
    await _store(desk, event, after)
    people = [each for each in await _invited(desk, after) if each != desk.actor.person_id]
    missed = await tell(desk, after, people, "event-told-invited", lane=Lane.MAILING)
    return await card(desk, event_id), missed


async def cancel(desk: Desk, event_id: int) -> Card:
    """It does not take place; whoever has a seat or waits for one hears that. Raises Stale."""
    event = await _held(desk, event_id)
    after = rules.moved(event, EventState.CANCELLED)
    await _store(desk, event, after)
    listed = [one.person_id for one in await desk.work.events.people(event_id) if one.state is not SignState.OFF]
    await tell(desk, after, [each for each in listed if each != desk.actor.person_id], "event-told-cancelled")
    return await card(desk, event_id)


async def mark(desk: Desk, event_id: int, person_id: int) -> None:
    """Records that somebody with a seat came, or takes it back; Invalid before it has begun."""
    event = await _held(desk, event_id)
    if desk.now < event.starts_at or event.state not in (EventState.OPEN, EventState.HELD):
        raise Invalid("event-refusal-not-begun")
    people = await desk.work.events.people(event_id)
    came = next((bool(one.came) for one in people if one.person_id == person_id), False)
    if not await desk.work.events.mark(event_id, person_id, came=not came, by=desk.actor.person_id or 0):
        raise Stale("event-refusal-changed")
    if event.state is EventState.OPEN:
        await _store(desk, event, rules.moved(event, EventState.HELD))


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Event, ...]:
    """Events that are over without attendance, the earliest first; no rights are asked: for duties and digests."""
    found = await desk.work.events.starting(desk.now - LATEST, desk.now)
    return tuple(each for each in found if each.organisation_id == organisation_id)


async def tell(desk: Desk, event: Event, people: Sequence[int], key: str, *, lane: Lane = Lane.ANSWER) -> int:
    """A notice of it to these people, by day; an invitation each person gets once. How many could not be reached."""
    chats = await desk.work.chats.of_people(people)
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    shown = Show(0, "notice", Say(key, facts(event)), _open(event), fresh=True, lane=lane, not_before=release)
    for person, chat in chats.items():
        invitation = lane is Lane.MAILING
        desk.tell(
            replace(
                shown,
                chat=chat,
                key=f"event:{event.id}:invite:{person}" if invitation else None,
                expires_at=event.starts_at if invitation else None,
            )
        )
    return len(people) - len(chats)


def facts(event: Event) -> dict[str, Text | datetime]:
    """What texts about an event say of it."""
    return {"title": event.title, "when": event.starts_at, "place": event.place or event.link or "none"}


async def _held(desk: Desk, event_id: int) -> Event:
    """For who runs it, nobody else changing it meanwhile."""
    event = await desk.work.events.hold(event_id)
    if event is None or not runs(desk, event):
        raise Forbidden
    return event


async def _invited(desk: Desk, event: Event) -> tuple[int, ...]:
    """People with the invited roles, each once."""
    if event.organisation_id is not None:
        places = [event.organisation_id]
    else:
        places = [each.id for each in await desk.work.organisations.all()]
    held = [await desk.work.memberships.holders_in(role, places) for role in event.roles]
    return tuple(dict.fromkeys(person for by in held for people in by.values() for person in people))


async def _store(desk: Desk, before: Event, after: Event) -> None:
    if not await desk.work.events.move(before, after):
        raise Stale("event-refusal-changed")
    await _trace(desk, after, after.state.value)


async def _trace(desk: Desk, event: Event, what: str) -> None:
    actor = desk.actor.person_id
    await desk.work.trail.add(SUBJECT, event.id, what, actor_id=actor, organisation_id=event.organisation_id)


def _open(event: Event) -> Keyboard:
    return ((Button(Say("event-open"), press("event.card", event.id)),),)


def _event(answers: Mapping[str, Value], place: int | None, zone: str, by: int, now: datetime) -> Event:
    chosen, seats = answers.get("roles"), answers.get("seats")
    day, hour = date.fromisoformat(str(answers["date"])), time.fromisoformat(str(answers["time"]))
    return Event(
        0,
        place,
        EventKind(str(answers["kind"])),
        str(answers["title"]),
        at(day, hour, zone),
        tuple(Role(str(each)) for each in chosen) if isinstance(chosen, list) else INVITED,
        EventState.DRAFT,
        by,
        now,
        about=text_of(answers, "about"),
        place=text_of(answers, "place"),
        seats=int(str(seats)) if seats else None,
    )

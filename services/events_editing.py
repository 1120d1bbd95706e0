"""An event changed by who runs it: moved, called otherwise, with other people or seats; who signed up hears of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from enum import StrEnum

from mentoring import events as rules
from mentoring.clock import at, local
from mentoring.errors import Invalid, Stale
from mentoring.events import Event, EventState
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, events_inviting
from services.desk import Desk
from services.dialogue_screens import done
from services.events import Card, run, zone_of
from services.events_running import MENU, SUBJECT, held, roles_of, tell_coming, trace, until
from services.events_signing import fill
from services.registration_answers import text_of
from surveys.path import Value
from surveys.record import Record, Subject

FIELD, MOVE = "event-field", "event-move"
SEQUENCE = "sequence"


class Field(StrEnum):
    """What can be changed beside time and place; the values stand in buttons, in the form's fact and in the trail."""

    TITLE = "called"
    ABOUT = "contents"
    ROLES = "whom"
    SEATS = "room"
    UNTIL = "deadline"


async def editable(desk: Desk, event_id: int) -> Card:
    """For who runs it. Raises Forbidden, NotFound, and Stale once it has begun or was cancelled."""
    seen = await run(desk, event_id)
    rules.ensure_ahead(seen.event, desk.now)
    return seen


async def begin_move(desk: Desk, event_id: int) -> Show:
    """The form that asks for day, time and place; what is skipped stays. Raises Forbidden, NotFound, Stale."""
    event = (await editable(desk, event_id)).event
    facts = {SEQUENCE: event.sequence, "title": event.title}
    return await dialogue.begin(desk, MOVE, subject=Subject(SUBJECT, event_id), facts=facts)


async def move(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.move`. Raises Invalid for a time that is over, Stale where somebody else moved it meanwhile."""
    seen = await editable(desk, record.about(SUBJECT) or 0)
    before = await held(desk, seen.event.id)
    if before.sequence != int(str(record.facts.get(SEQUENCE))):
        raise Stale("event-refusal-changed")
    moved = _moved(before, answers, zone_of(desk, seen.organisation))
    if moved.starts_at <= desk.now:
        raise Invalid("event-refusal-over")
    after = await _change(desk, before, moved)
    if after.sequence != before.sequence and after.state is EventState.OPEN:
        key = "event-told-moved" if after.starts_at != before.starts_at else "event-told-place"
        await tell_coming(desk, after, key)
    return _ended(record, after)


def _moved(event: Event, answers: Mapping[str, Value], zone: str) -> Event:
    """With the day, the hour and the place that were answered."""
    now = local(event.starts_at, zone)
    day, hour = text_of(answers, "date"), text_of(answers, "time")
    starts_at = at(
        date.fromisoformat(day) if day is not None else now.date(),
        time.fromisoformat(hour) if hour is not None else now.time(),
        zone,
    )
    return replace(event, starts_at=starts_at, place=text_of(answers, "place") or event.place)


async def begin_field(desk: Desk, event_id: int, field: Field) -> Show:
    """The form that asks for one thing."""
    seen = await editable(desk, event_id)
    facts = {"field": field.value, "title": seen.event.title}
    return await dialogue.begin(desk, FIELD, subject=Subject(SUBJECT, event_id), facts=facts)


async def edit(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.edit`: what was skipped is taken away; more seats go to those who wait, more roles are invited.

    Raises Invalid for a sign-up that would end after the event has begun.
    """
    seen = await editable(desk, record.about(SUBJECT) or 0)
    before, field = await held(desk, seen.event.id), Field(str(record.facts.get("field")))
    after = await _change(desk, before, _with(before, field, answers, zone_of(desk, seen.organisation)))
    if after.state is EventState.OPEN:
        await _follow(desk, before, after)
    return _ended(record, after)


def _with(event: Event, field: Field, answers: Mapping[str, Value], zone: str) -> Event:
    match field:
        case Field.TITLE:
            return replace(event, title=str(answers["title"]))
        case Field.ABOUT:
            return replace(event, about=text_of(answers, "about"))
        case Field.ROLES:
            return replace(event, roles=roles_of(answers) or event.roles)
        case Field.SEATS:
            seats = answers.get("seats")
            return replace(event, seats=int(str(seats)) if seats else None)
        case Field.UNTIL:
            changed = replace(event, sign_up_until=until(answers, zone))
            day = text_of(answers, "until")
            if day is not None and date.fromisoformat(day) > local(event.starts_at, zone).date():
                raise Invalid("event-refusal-until")
            return changed


async def _follow(desk: Desk, before: Event, after: Event) -> None:
    """What comes of a change for people."""
    if after.title != before.title:
        await tell_coming(desk, after, "event-told-renamed", old=before.title)
    elif after.about != before.about and after.about:
        await tell_coming(desk, after, "event-told-about", about=after.about)
    await fill(desk, after)
    if set(after.roles) - set(before.roles):
        await events_inviting.begin(desk, after)


async def _change(desk: Desk, before: Event, after: Event) -> Event:
    after = rules.changed(before, after)
    if after == before:
        return before
    if not await desk.work.events.change(before, after):
        raise Stale("event-refusal-changed")
    await trace(desk, after, "edited")
    return after


def _ended(record: Record, event: Event) -> Replies:
    said = Say("event-saved", {"title": event.title, "state": event.state.value})
    return (done(record, said, ((Button(Say("event-to-card"), press("event.open", event.id)), MENU),)),)

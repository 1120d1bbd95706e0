"""Speed meetings: the curator makes an event, invites who comes with their plan, calls it off; what follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from mentoring import speed_meetings as rules
from mentoring.access import Action, Scope, ensure
from mentoring.clock import at
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person, short_name
from mentoring.speed_meetings import Seat, SpeedEvent, SpeedState
from messaging.replies import Button, Moment, Replies, Say, Show, press
from services import allowed_places, dialogue, dialogue_screens, notices, speed_titles
from services.desk import Desk
from services.speed_titles import FORM
from surveys.path import Value
from surveys.record import Record, Subject

ORGANISATION = "organisation"
EVENTS = 5
_AHEAD = (SpeedState.DRAFT, SpeedState.INVITED)


@dataclass(frozen=True, slots=True)
class Events:
    """A page of events, the latest first."""

    lines: tuple[tuple[SpeedEvent, Organisation], ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event with its seats; `rounds`: how many talks one after the other."""

    event: SpeedEvent
    organisation: Organisation
    seats: tuple[Seat, ...]
    rounds: int

    def on(self, side: Side) -> tuple[int, ...]:
        return rules.seats(self.seats, side)

    @property
    def ends_at(self) -> datetime:
        return self.event.round_at(self.rounds)

    def hour(self, number: int) -> time:
        """When a round (from 0) begins, by the organisation's clock."""
        return self.event.round_at(number).astimezone(ZoneInfo(self.organisation.zone)).time()


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A page of somebody's talks: hour, and who it is (None: a break)."""

    card: EventCard
    lines: tuple[tuple[int, time, Person | None], ...]
    page: int
    pages: int


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may hold one; Forbidden if nowhere."""
    return await allowed_places.where(desk, Action.RUN_SPEED_MEETING)


async def listing(desk: Desk, number: int = 0) -> Events:
    """The events of the actor's organisations."""
    where = {one.id: one for one in await organisations(desk)}
    number = max(number, 0)
    found, total = await desk.work.speed_events.page(list(where), offset=number * EVENTS, limit=EVENTS)
    pages = pages_of(total, EVENTS)
    if not found and number:
        return await listing(desk, pages - 1)
    return Events(tuple((one, where[one.organisation_id]) for one in found), number, pages)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The first screen of the form `speed-event`."""
    ensure(desk.actor, Action.RUN_SPEED_MEETING, Scope(organisation_id))
    return await dialogue.begin(
        desk, FORM, subject=Subject(ORGANISATION, organisation_id), organisation_id=organisation_id
    )


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `speed-event`: a draft with nobody in it; Invalid for a time that is over."""
    organisation = await desk.work.organisations.get(record.about(ORGANISATION) or 0)
    if organisation is None:
        raise NotFound
    ensure(desk.actor, Action.RUN_SPEED_MEETING, Scope(organisation.id))
    day, hour = date.fromisoformat(str(answers["date"])), time.fromisoformat(str(answers["time"]))
    starts_at = at(day, hour, organisation.zone)
    if starts_at <= desk.now:
        raise Invalid("speed-too-early")
    place = str(answers["place"]) if answers.get("place") else None
    by = desk.actor.person_id or 0
    new = SpeedEvent(
        0,
        organisation.id,
        str(answers["title"]),
        starts_at,
        place,
        int(str(answers["minutes"])),
        SpeedState.DRAFT,
        by,
        desk.now,
    )
    made = await desk.work.speed_events.add(new)
    ways = ((Button(Say("speed-open-card"), press("speed.card", made)),),)
    said = Say("speed-created", {"title": speed_titles.title(desk, new), "when": starts_at})
    return (dialogue_screens.done(record, said, ways),)


async def card(desk: Desk, event_id: int) -> EventCard:
    """An event for its curator."""
    found = await _found(desk, event_id)
    ensure(desk.actor, Action.RUN_SPEED_MEETING, Scope(found.organisation.id))
    return found


async def seated(desk: Desk, event_id: int) -> tuple[EventCard, Seat]:
    """An event for somebody who is invited to it; Forbidden for others, Stale once it was called off."""
    found = await _found(desk, event_id)
    seat = next((one for one in found.seats if one.person_id == desk.actor.person_id), None)
    if seat is None or found.event.state is SpeedState.DRAFT:
        raise Forbidden
    return found, seat


async def _found(desk: Desk, event_id: int) -> EventCard:
    event = await desk.work.speed_events.get(event_id)
    organisation = await desk.work.organisations.get(event.organisation_id) if event is not None else None
    if event is None or organisation is None:
        raise NotFound
    if event.state is SpeedState.CALLED_OFF:
        raise Stale("speed-gone")
    seats = await desk.work.speed_events.seats(event_id)
    return EventCard(event, organisation, seats, len(rules.plan(seats)))


async def draft(desk: Desk, event_id: int) -> EventCard:
    """An event for its curator while it may be changed; Stale once people were invited."""
    found = await card(desk, event_id)
    if found.event.state is not SpeedState.DRAFT:
        raise Stale("speed-invited-already")
    return found


# --- inviting, calling off -------------------------------------------------------------------------------------------


async def invite(desk: Desk, event_id: int) -> tuple[EventCard, int]:
    """Everybody gets their plan, guardians hear of it; how many could not be told. Of two curators one wins."""
    found = await draft(desk, event_id)
    if not found.rounds:
        raise Invalid("speed-nobody")
    if found.event.starts_at <= desk.now:
        raise Invalid("speed-too-early")
    if not await desk.work.speed_events.move(event_id, (SpeedState.DRAFT,), SpeedState.INVITED):
        raise Stale("speed-invited-already")
    keyboard = ((Button(Say("speed-my-plan"), press("speed.mine", event_id, 0)),),)
    missed = await _tell(desk, found, "speed-invitation", keyboard)
    await _tell_guardians(desk, found, "speed-guardian")
    return await card(desk, event_id), missed


async def call_off(desk: Desk, event_id: int) -> EventCard:
    """It does not take place; who was invited hears of it."""
    found = await card(desk, event_id)
    if not await desk.work.speed_events.move(event_id, _AHEAD, SpeedState.CALLED_OFF):
        raise Stale("speed-held-already")
    if found.event.state is SpeedState.INVITED:
        await _tell(desk, found, "speed-called-off", ())
        await _tell_guardians(desk, found, "speed-guardian-off")
    return found


async def _ask_for_wishes(desk: Desk, found: EventCard) -> None:
    """Everybody who sat there says with whom they would work, the curator who came; outside quiet hours."""
    number, said = found.event.id, facts(desk, found)
    leaves = desk.programme.quiet.release(desk.now, found.organisation.zone)
    keyboard = ((Button(Say("wishes-answer"), press("wishes.of", number, 0, 0)),),)
    people = dict.fromkeys(one.person_id for one in found.seats)
    await notices.to_all(desk, people, Say("wishes-asked", said), keyboard=keyboard, not_before=leaves)
    ways = ((Button(Say("speed-open-card"), press("speed.card", number)),),)
    await notices.to(desk, found.event.created_by, Say("speed-held-note", said), keyboard=ways, not_before=leaves)


async def _tell(desk: Desk, found: EventCard, name: str, keyboard: tuple[tuple[Button, ...], ...]) -> int:
    said = Say(name, facts(desk, found))
    ids = list(dict.fromkeys(one.person_id for one in found.seats if one.person_id != desk.actor.person_id))
    return len(await notices.to_all(desk, ids, said, keyboard=keyboard))


async def _tell_guardians(desk: Desk, found: EventCard, name: str) -> None:
    children = await desk.work.people.many([one.person_id for one in found.seats])
    today = desk.today(found.organisation.zone)
    minors = {one.id for one in children.values() if one.is_minor(today)}
    if not minors:
        return
    for guardianship in await desk.work.guardianships.of_children(minors):
        if guardianship.hears_of_meetings:
            said = {**facts(desk, found), "pupil": children[guardianship.child_id].name}
            await notices.to(desk, guardianship.guardian_id, Say(name, said))


def facts(desk: Desk, found: EventCard) -> dict[str, object]:
    """What texts about an event say of it."""
    event = found.event
    return {
        "title": speed_titles.title(desk, event),
        "named": speed_titles.named(desk, event),
        "when": Moment(event.starts_at),
        "place": event.place or "none",
        "minutes": event.talk_minutes,
        "rounds": found.rounds,
        "until": found.hour(found.rounds),
    }


# --- plans -----------------------------------------------------------------------------------------------------------


async def own_plan(desk: Desk, event_id: int, number: int = 0) -> OwnPlan:
    """A page of the actor's talks."""
    found, seat = await seated(desk, event_id)
    talks = rules.own_plan(found.seats, seat)
    pages = pages_of(len(talks), 8)
    number = min(max(number, 0), pages - 1)
    shown = talks[number * 8 : (number + 1) * 8]
    people = await desk.work.people.many([other for _, other in shown if other is not None])
    lines = tuple((turn + 1, found.hour(turn), people.get(other) if other else None) for turn, other in shown)
    return OwnPlan(found, lines, number, pages)


# --- afterwards ------------------------------------------------------------------------------------------------------


async def duty(desk: Desk) -> datetime | None:
    """After the last talk everybody is asked for their wishes, and the curator who came."""
    upcoming: list[datetime] = []
    for event in await desk.work.speed_events.invited():
        found = await _found(desk, event.id)
        if found.ends_at > desk.now:
            upcoming.append(found.ends_at)
        elif await desk.work.speed_events.move(event.id, (SpeedState.INVITED,), SpeedState.HELD):
            await _ask_for_wishes(desk, found)
    return min(upcoming, default=None)


def label(person: Person) -> str:
    """A name as those who meet there see it: first name, initial, class."""
    school_class = person.profile.school_class
    return f"{short_name(person.name)}, {school_class}" if school_class else short_name(person.name)

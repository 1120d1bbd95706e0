"""Who came to an event without having signed up: sought by a part of the name, recorded with one press.

The municipality's coordinator finds mentors and staff alone: who is a mentee where is the organisation's to know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring import events as rules
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.events import PAST, Event, EventState, SignState
from mentoring.people import MembershipState, Person
from mentoring.roles import Role
from messaging.replies import Button, Lines, Replies, Say, Show, Text, press
from services import dialogue
from services.desk import Desk
from services.dialogue_screens import done
from services.events import known_names, run
from services.events_around import NOWHERE, place_for
from services.events_running import SUBJECT, held, store
from services.keyboards import grid
from services.people import searched
from storage.people import PeopleFilter
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "event-walkin"
_OF_THE_ORGANISATION = frozenset({Role.MENTEE, Role.GUARDIAN})
SHOWN = 6
_ROW = 3
_SOUGHT = 40
"""So many of those with a like name are looked at, the likeliest first."""


async def begin(desk: Desk, event_id: int) -> Show:
    """The form that asks for a part of the name. Raises Forbidden, NotFound, and Invalid before it has begun."""
    event = (await run(desk, event_id)).event
    _ensure_begun(desk, event)
    return await dialogue.begin(desk, FORM, subject=Subject(SUBJECT, event_id), facts={"title": event.title})


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.seek`: people it was meant for whose names are like that and who are not recorded yet."""
    event = (await run(desk, record.about(SUBJECT) or 0)).event
    _ensure_begun(desk, event)
    part = searched(str(answers["part"]))
    found = await _found(desk, event, part)
    lines: list[Text] = [Say("event-walkin-found", {"part": part, "count": len(found)})]
    lines += [Say("event-walkin-line", {"number": number, "name": one.name}) for number, one in enumerate(found, 1)]
    numbers = (Button(str(number), press("event.walked", event.id, one.id)) for number, one in enumerate(found, 1))
    again = Button(Say("event-walkin-again"), press("event.walkin", event.id))
    back = Button(Say("event-people"), press("event.people", event.id, 0))
    return (done(record, Lines(tuple(lines)), (*grid(numbers, _ROW), (again, back))),)


async def add(desk: Desk, event_id: int, person_id: int) -> None:
    """Somebody is recorded as having come. Raises Forbidden for whom it was not meant, Stale where that stands."""
    event = await held(desk, event_id)
    _ensure_begun(desk, event)
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    memberships = await desk.work.memberships.of_person(person_id)
    sought = _roles(event)
    theirs = [one for one in memberships if one.state is MembershipState.APPROVED and one.role in sought]
    place = place_for(event, theirs)
    if place is NOWHERE or person_id not in await known_names(desk, event, (person,)):
        raise Forbidden
    own = next((one for one in await desk.work.events.people(event_id) if one.person_id == person_id), None)
    if own is not None and own.came:
        raise Stale("event-refusal-changed")
    by, organisation = desk.actor.person_id or 0, place if isinstance(place, int) else None
    await desk.work.events.sign(event_id, person_id, organisation, SignState.SIGNED, by=by)
    await desk.work.events.mark(event_id, person_id, came=True, by=by)
    if event.state is EventState.OPEN:
        await store(desk, event, rules.moved(event, EventState.HELD))


async def _found(desk: Desk, event: Event, part: str) -> Sequence[Person]:
    roles = _roles(event)
    if not roles:
        return ()
    people, _ = await desk.work.people.page(PeopleFilter(event.organisation_id, roles, part=part), limit=_SOUGHT)
    came = {one.person_id for one in await desk.work.events.people(event.id) if one.came}
    named = await known_names(desk, event, people)
    return [one for one in people if one.id in named and one.id not in came][:SHOWN]


def _roles(event: Event) -> frozenset[Role]:
    """Among whom is sought."""
    return frozenset(event.roles) - (_OF_THE_ORGANISATION if event.organisation_id is None else frozenset())


def _ensure_begun(desk: Desk, event: Event) -> None:
    if desk.now < event.starts_at or event.state not in (EventState.OPEN, *PAST):
        raise Invalid("event-refusal-not-begun")

"""Events read: the list, a card with what the actor may do, who signed up.

The coordinator runs the municipality's, a curator those of the organisation. Of children who come to a municipal event
the coordinator sees a name only while there is consent to publishing it; else the organisation alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring import events as rules
from mentoring.access import Action, everywhere, places
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound
from mentoring.events import PAST, Event, EventKind, EventState, Signed, SignState
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from messaging.replies import Say, Text
from services import allowed_places, events_around, naming
from services.desk import Desk
from services.dialogue_screens import own
from services.events_around import NOWHERE, Around, around_actor, place_for, runs, sees
from services.people import last_page

PAGE = 8
_SHOWN = (EventState.OPEN, EventState.HELD, EventState.ANNOUNCED, EventState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Board:
    """A page of events, the latest first. `runs`: the actor may make one."""

    rows: tuple[Event, ...]
    page: int
    total: int
    runs: bool
    municipal: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Card:
    """An event as the actor sees it. `organisation` None: of the municipality; `mine`: their own sign-up.

    `taken`, `waiting`: how many have a seat, and how many wait for one; `until`: the last day of the sign-up;
    `others`: whom the actor may sign up besides: `wards`, `people` (of their organisation), or None; `judged`: results
    may be written down, or are there to be seen;
    `teaches`: the actor may have it count in the school of mentors.
    """

    event: Event
    kind: Text
    organisation: Organisation | None
    mine: SignState
    taken: int
    waiting: int
    came: int
    until: date | None
    invited: bool
    runs: bool
    others: str | None
    judged: bool
    teaches: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a seat or waiting; `name` None: it is not for the actor to know."""

    signed: Signed
    name: str | None
    organisation: Organisation | None


@dataclass(frozen=True, slots=True)
class Guests:
    """A page of those who have a seat or wait, in the order of their sign-up."""

    card: Card
    rows: tuple[Guest, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def board(desk: Desk, page: int = 0) -> Board:
    """What concerns the actor and their wards: of their organisations and of the municipality; drafts for who runs
    them. Raises Forbidden for whom nothing concerns."""
    around = await around_actor(desk)
    if not around.own and not around.wards:
        raise Forbidden
    municipal = everywhere(desk.actor, Action.RUN_EVENT)
    leads = municipal or bool(places(desk.actor, Action.RUN_EVENT))
    states = (EventState.DRAFT, *_SHOWN) if leads else _SHOWN
    found, total = await desk.work.events.page(around.organisations, states, offset=max(page, 0) * PAGE, limit=PAGE)
    if not found and page:
        return await board(desk, last_page(total))
    rows = tuple(each for each in found if sees(desk, each, around))
    return Board(rows, max(page, 0), total, leads, municipal)


async def card(desk: Desk, event_id: int) -> Card:
    """One of them. Raises Forbidden, NotFound."""
    around = await around_actor(desk)
    event = await known(desk, event_id, around)
    place = event.organisation_id
    organisation = await desk.work.organisations.get(place) if place is not None else None
    people = await desk.work.events.people(event.id)
    leads, took_place = runs(desk, event), event.state in PAST
    return Card(
        event,
        kind_name(desk, event.kind),
        organisation,
        next((one.state for one in people if one.person_id == desk.actor.person_id), SignState.OFF),
        sum(one.state is SignState.SIGNED for one in people),
        sum(one.state is SignState.WAITING for one in people),
        sum(bool(one.came) for one in people),
        _until(desk, event, organisation),
        place_for(event, around.own) is not NOWHERE,
        leads,
        await _others(desk, event, around),
        took_place and event.kind in rules.JUDGED and (leads or event.state is EventState.ANNOUNCED),
        took_place and event.kind in rules.TEACHING and _trains(desk, event),
    )


def kind_name(desk: Desk, kind: EventKind) -> Text:
    """What the programme calls it, else its usual name."""
    named = next((each.name for each in desk.programme.events if each.kind is kind), None)
    return own(named) if named is not None else Say("event-kind", {"kind": kind.value})


def zone_of(desk: Desk, organisation: Organisation | None) -> str:
    """In whose hours an event is: the organisation's, or the municipality's."""
    return organisation.zone if organisation is not None else desk.programme.zone


def _until(desk: Desk, event: Event, organisation: Organisation | None) -> date | None:
    """The day that ends with the sign-up."""
    if event.sign_up_until is None:
        return None
    return local_date(event.sign_up_until - timedelta(seconds=1), zone_of(desk, organisation))


async def _others(desk: Desk, event: Event, around: Around) -> str | None:
    """Whom the actor may sign up, or off: people without Telegram (and their wards, if any), or wards alone."""
    if event.state is not EventState.OPEN or desk.now >= event.starts_at:
        return None
    if await events_around.without_telegram(desk, event, around):
        return "people"
    return "wards" if any(place_for(event, held) is not NOWHERE for held in around.wards.values()) else None


def _trains(desk: Desk, event: Event) -> bool:
    mine = places(desk.actor, Action.RUN_TRAINING)
    return bool(desk.programme.training and mine) and event.organisation_id in (None, *mine)


async def known(desk: Desk, event_id: int, around: Around | None = None) -> Event:
    """An event that the actor may see. Raises Forbidden, NotFound."""
    event = await desk.work.events.get(event_id)
    if event is None:
        raise NotFound
    if not sees(desk, event, around or await around_actor(desk)):
        raise Forbidden
    return event


async def guests(desk: Desk, event_id: int, page: int = 0) -> Guests:
    """For who runs it. Raises Forbidden, NotFound."""
    seen = await run(desk, event_id)
    listed = await _coming(desk, event_id)
    page = min(max(page, 0), last_page(len(listed)))
    rows = await named(desk, seen.event, listed[page * PAGE : (page + 1) * PAGE])
    return Guests(seen, rows, page, len(listed))


async def all_guests(desk: Desk, event_id: int) -> tuple[Guest, ...]:
    """The same without pages. Raises Forbidden, NotFound."""
    seen = await run(desk, event_id)
    return await named(desk, seen.event, await _coming(desk, event_id))


async def run(desk: Desk, event_id: int) -> Card:
    """For who runs it alone. Raises Forbidden, NotFound."""
    seen = await card(desk, event_id)
    if not seen.runs:
        raise Forbidden
    return seen


async def _coming(desk: Desk, event_id: int) -> tuple[Signed, ...]:
    return tuple(one for one in await desk.work.events.people(event_id) if one.state is not SignState.OFF)


async def named(desk: Desk, event: Event, shown: Sequence[Signed]) -> tuple[Guest, ...]:
    """These people with the names that whoever runs the event may know."""
    people = await desk.work.people.many(one.person_id for one in shown)
    held = await desk.work.organisations.many(one.organisation_id for one in shown if one.organisation_id)
    open_names = await known_names(desk, event, people.values())
    return tuple(
        Guest(
            one,
            people[one.person_id].name if one.person_id in open_names else None,
            held.get(one.organisation_id or 0),
        )
        for one in shown
    )


async def known_names(desk: Desk, event: Event, people: Collection[Person]) -> frozenset[int]:
    """Ids of those whose names whoever runs the event may know."""
    if event.organisation_id is not None:
        return frozenset(one.id for one in people)
    adults = frozenset(one.id for one in people if not one.is_minor(desk.today(one.zone)))
    children = [one for one in people if one.id not in adults]
    return adults | await naming.published(desk, children) if children else adults


async def concerns(desk: Desk) -> bool:
    """Whether the menu leads to events: the actor runs some, or one that lies ahead is for them or a ward."""
    if not desk.actor.approved and not desk.actor.wards:
        return False
    if places(desk.actor, Action.RUN_EVENT):
        return True
    around = await around_actor(desk)
    found, _ = await desk.work.events.page(around.organisations, [EventState.OPEN], limit=PAGE)
    return any(each.starts_at > desk.now and sees(desk, each, around) for each in found)


async def own_places(desk: Desk) -> tuple[Organisation, ...]:
    """Organisations whose events the actor makes; none: the municipality's. Raises Forbidden for nobody's."""
    if everywhere(desk.actor, Action.RUN_EVENT):
        return ()
    return await allowed_places.where(desk, Action.RUN_EVENT)

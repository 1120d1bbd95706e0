"""Events read: the list, a card with what the actor may do, who signed up.

The coordinator runs the municipality's, a curator those of the organisation. Of children who come to a municipal event
the coordinator sees a name only while there is consent to publishing it; else the organisation alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, everywhere, places
from mentoring.consents import may_be_named
from mentoring.errors import Forbidden, NotFound
from mentoring.events import Event, EventState, Signed, SignState
from mentoring.people import Organisation, Person
from services.desk import Desk
from services.people import last_page

PAGE = 8
_SHOWN = (EventState.OPEN, EventState.HELD, EventState.CANCELLED)


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
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Card:
    """An event as the actor sees it. `organisation` None: of the municipality; `mine`: their own sign-up.

    `taken`, `waiting`: how many have a seat, and how many wait for one.
    """

    event: Event
    organisation: Organisation | None
    mine: SignState
    taken: int
    waiting: int
    came: int
    invited: bool
    runs: bool


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
        return max(1, -(-self.total // PAGE))


async def board(desk: Desk, page: int = 0) -> Board:
    """What concerns the actor: of their organisations and of the municipality; drafts for who runs them."""
    mine = {one.organisation_id for one in desk.actor.approved}
    if not mine:
        raise Forbidden
    runs = everywhere(desk.actor, Action.RUN_EVENT) or bool(places(desk.actor, Action.RUN_EVENT))
    organisations = [each for each in mine if each is not None]
    municipal = everywhere(desk.actor, Action.RUN_EVENT)
    states = (EventState.DRAFT, *_SHOWN) if runs else _SHOWN
    found, total = await desk.work.events.page(organisations, states, offset=max(page, 0) * PAGE, limit=PAGE)
    if not found and page:
        return await board(desk, last_page(total))
    return Board(tuple(each for each in found if _seen(desk, each)), max(page, 0), total, runs, municipal)


async def card(desk: Desk, event_id: int) -> Card:
    """One of them. Raises Forbidden, NotFound."""
    event = await known(desk, event_id)
    place = event.organisation_id
    organisation = await desk.work.organisations.get(place) if place is not None else None
    people = await desk.work.events.people(event.id)
    own = next((one.state for one in people if one.person_id == desk.actor.person_id), SignState.OFF)
    return Card(
        event,
        organisation,
        own,
        sum(one.state is SignState.SIGNED for one in people),
        sum(one.state is SignState.WAITING for one in people),
        sum(bool(one.came) for one in people),
        invited_in(desk, event) is not NOWHERE,
        runs(desk, event),
    )


async def known(desk: Desk, event_id: int) -> Event:
    """An event that the actor may see. Raises Forbidden, NotFound."""
    event = await desk.work.events.get(event_id)
    if event is None:
        raise NotFound
    if not _seen(desk, event):
        raise Forbidden
    return event


async def guests(desk: Desk, event_id: int, page: int = 0) -> Guests:
    """For who runs it. Raises Forbidden, NotFound."""
    seen = await _run(desk, event_id)
    listed = await _coming(desk, event_id)
    page = min(max(page, 0), last_page(len(listed)))
    rows = await _guests(desk, seen.event, listed[page * PAGE : (page + 1) * PAGE])
    return Guests(seen, rows, page, len(listed))


async def all_guests(desk: Desk, event_id: int) -> tuple[Guest, ...]:
    """The same without pages. Raises Forbidden, NotFound."""
    seen = await _run(desk, event_id)
    return await _guests(desk, seen.event, await _coming(desk, event_id))


async def _run(desk: Desk, event_id: int) -> Card:
    seen = await card(desk, event_id)
    if not seen.runs:
        raise Forbidden
    return seen


async def _coming(desk: Desk, event_id: int) -> tuple[Signed, ...]:
    return tuple(one for one in await desk.work.events.people(event_id) if one.state is not SignState.OFF)


async def _guests(desk: Desk, event: Event, shown: Sequence[Signed]) -> tuple[Guest, ...]:
    people = await desk.work.people.many(one.person_id for one in shown)
    held = await desk.work.organisations.many(one.organisation_id for one in shown if one.organisation_id)
    rows = []
    for one in shown:
        person = people.get(one.person_id)
        named = person is not None and (event.organisation_id is not None or await _named(desk, person))
        name = person.name if person is not None and named else None
        rows.append(Guest(one, name, held.get(one.organisation_id or 0)))
    return tuple(rows)


def runs(desk: Desk, event: Event) -> bool:
    """Whether the actor runs it."""
    return allowed(desk.actor, Action.RUN_EVENT, Scope(event.organisation_id))


async def concerns(desk: Desk) -> bool:
    """Whether the menu leads to events: the actor runs some, or is invited to one that lies ahead."""
    if not desk.actor.approved:
        return False
    if places(desk.actor, Action.RUN_EVENT):
        return True
    mine = [one.organisation_id for one in desk.actor.approved if one.organisation_id is not None]
    found, _ = await desk.work.events.page(mine, [EventState.OPEN], limit=PAGE)
    return any(each.starts_at > desk.now and invited_in(desk, each) is not NOWHERE for each in found)


NOWHERE = object()


def invited_in(desk: Desk, event: Event) -> object:
    """For which organisation the actor would come: its id, None for the municipality; NOWHERE: they are not invited."""
    for one in desk.actor.approved:
        if one.role in event.roles and event.organisation_id in (None, one.organisation_id):
            return one.organisation_id
    return NOWHERE


async def _named(desk: Desk, person: Person) -> bool:
    today = desk.today(person.zone)
    givers, guardians = await desk.work.consents.publishers((person.id,))
    return not person.is_minor(today) or may_be_named(person, givers[person.id], guardians[person.id], today)


def _seen(desk: Desk, event: Event) -> bool:
    if runs(desk, event):
        return True
    return event.state is not EventState.DRAFT and invited_in(desk, event) is not NOWHERE


async def own_places(desk: Desk) -> tuple[Organisation, ...]:
    """Organisations whose events the actor makes; none: the municipality's. Raises Forbidden for nobody's."""
    if everywhere(desk.actor, Action.RUN_EVENT):
        return ()
    mine = places(desk.actor, Action.RUN_EVENT)
    if not mine:
        raise Forbidden
    return tuple((await desk.work.organisations.many(mine)).values())

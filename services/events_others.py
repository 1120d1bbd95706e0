"""Other people signed up for an event: wards by their guardian, people without Telegram by their curator."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden
from mentoring.events import Event, SignState
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from services.desk import Desk
from services.events import Card, card, known
from services.events_around import NOWHERE, around_actor, place_for, without_telegram
from services.events_notices import tell
from services.events_signing import held, put, take
from services.people import last_page

PAGE = 8


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody whom the actor may sign up, and how they stand."""

    person: Person
    organisation: Organisation | None
    state: SignState


@dataclass(frozen=True, slots=True)
class Others:
    """A page of them, wards first, then by name."""

    card: Card
    rows: tuple[Other, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def others(desk: Desk, event_id: int, page: int = 0) -> Others:
    """For guardians and curators. Raises Forbidden where there is nobody, NotFound."""
    event = await known(desk, event_id)
    found = await _reach(desk, event)
    if not found:
        raise Forbidden
    wards = desk.actor.wards
    listed = sorted(found.values(), key=lambda one: (one[0].id not in wards, one[0].name.casefold(), one[0].id))
    page = min(max(page, 0), last_page(len(listed)))
    signed = {one.person_id: one.state for one in await desk.work.events.people(event_id)}
    shown = listed[page * PAGE : (page + 1) * PAGE]
    held_at = await desk.work.organisations.many(place for _, place in shown if place is not None)
    rows = tuple(Other(one, held_at.get(place or 0), signed.get(one.id, SignState.OFF)) for one, place in shown)
    return Others(await card(desk, event_id), rows, page, len(listed))


async def toggle(desk: Desk, event_id: int, person_id: int) -> None:
    """Signs one of them up, or off; whoever else answers for them, or they themselves, hear of it.

    Raises Forbidden, and Stale where it is too late.
    """
    event = await held(desk, event_id)
    found = (await _reach(desk, event)).get(person_id)
    if found is None:
        raise Forbidden
    ensure(desk.actor, Action.SIGN_UP, Scope(found[1], person_id))
    if await take(desk, event, person_id):
        await tell(desk, event, [person_id], "event-told-off")
        return
    state = await put(desk, event, person_id, found[1])
    await tell(desk, event, [person_id], "event-told-signed", file=state is SignState.SIGNED, state=state.value)


async def _reach(desk: Desk, event: Event) -> dict[int, tuple[Person, int | None]]:
    """Whom the actor may sign up, with the organisation for which they would come."""
    around = await around_actor(desk)
    found: dict[int, tuple[Person, int | None]] = dict(await without_telegram(desk, event, around))
    people = await desk.work.people.many(around.wards)
    for child, memberships in around.wards.items():
        place = place_for(event, memberships)
        if place is not NOWHERE and child in people:
            found[child] = (people[child], place if isinstance(place, int) else None)
    return found

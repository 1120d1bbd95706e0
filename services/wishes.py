"""Wishes after speed meetings: everybody says of those they met how gladly they would work together.

Only the curator sees them. For somebody without Telegram the curator marks what they said.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring import speed_meetings as rules
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.pages import pages_of
from mentoring.people import Person
from mentoring.speed_meetings import WISH_VALUES, Seat, SpeedEvent, SpeedState
from services import speed_meetings
from services.desk import Desk
from services.speed_meetings import EventCard

PAGE = 6


@dataclass(frozen=True, slots=True)
class WishPage:
    """A page of those somebody met, each with the wish about them (None: not said yet).

    `next`: whom they have not said anything about; `own`: they look at it themselves; `may_mark`: it may be marked.
    """

    card: EventCard
    person: Person
    lines: tuple[tuple[Person, int | None], ...]
    page: int
    pages: int
    next: int | None
    own: bool
    may_mark: bool


@dataclass(frozen=True, slots=True)
class WishesOverview:
    """For the curator: everybody who was there, with how many they spoke of and how many they met."""

    card: EventCard
    lines: tuple[tuple[Person, int, int], ...]
    page: int
    pages: int


async def events(desk: Desk) -> tuple[SpeedEvent, ...]:
    """The events the actor was at and may say something about; Forbidden for who takes part in nothing."""
    person = desk.actor.person
    if person is None:
        raise Forbidden
    ensure(desk.actor, Action.WISH, Scope(person_id=person.id))
    found = await desk.work.speed_events.of_person(person.id)
    return tuple(one for one in found if one.state is SpeedState.HELD)


async def page(desk: Desk, event_id: int, person_id: int, number: int = 0) -> WishPage:
    """What somebody (0: the actor) said about those they met."""
    card, seat = await _seat(desk, event_id, person_id)
    met = rules.met(card.seats, seat)
    said = await desk.work.wishes.of_person(card.organisation.id, seat.person_id)
    pages = pages_of(len(met), PAGE)
    number = min(max(number, 0), pages - 1)
    shown = met[number * PAGE : (number + 1) * PAGE]
    people = await desk.work.people.many([*shown, seat.person_id])
    if seat.person_id not in people:
        raise NotFound
    person = people[seat.person_id]
    own = person.id == desk.actor.person_id
    lines = tuple((people[other], said.get(other)) for other in shown if other in people)
    unsaid = next((other for other in met if other not in said), None)
    return WishPage(card, person, lines, number, pages, unsaid, own, own or person.telegram_id is None)


async def about(desk: Desk, event_id: int, person_id: int, about_id: int) -> tuple[WishPage, Person]:
    """One of those somebody met, to say something about; NotFound where the two did not meet."""
    card, seat = await _seat(desk, event_id, person_id)
    if about_id not in rules.met(card.seats, seat):
        raise NotFound
    other = await desk.work.people.get(about_id)
    if other is None:
        raise NotFound
    return await page(desk, event_id, person_id), other


async def put(desk: Desk, event_id: int, person_id: int, about_id: int, wish: int) -> WishPage:
    """Says it, or something else than before; gives what is left to say."""
    card, seat = await _seat(desk, event_id, person_id)
    if wish not in WISH_VALUES or about_id not in rules.met(card.seats, seat):
        raise NotFound
    seen = await page(desk, event_id, person_id)
    if not seen.may_mark:
        raise Forbidden
    await desk.work.wishes.put(card.organisation.id, seat.person_id, about_id, wish, event_id=event_id)
    return await page(desk, event_id, person_id)


async def overview(desk: Desk, event_id: int, number: int = 0) -> WishesOverview:
    """Who said how much, for the curator; Invalid before it was held."""
    card = await speed_meetings.card(desk, event_id)
    if card.event.state is not SpeedState.HELD:
        raise Invalid("speed-not-yet")
    seats = [one for one in card.seats if one.present]
    pages = pages_of(len(seats), PAGE)
    number = min(max(number, 0), pages - 1)
    shown = seats[number * PAGE : (number + 1) * PAGE]
    people = await desk.work.people.many([one.person_id for one in shown])
    lines = []
    for seat in shown:
        if seat.person_id in people:
            met = rules.met(card.seats, seat)
            said = await desk.work.wishes.of_person(card.organisation.id, seat.person_id)
            lines.append((people[seat.person_id], sum(one in said for one in met), len(met)))
    return WishesOverview(card, tuple(lines), number, pages)


async def _seat(desk: Desk, event_id: int, person_id: int) -> tuple[EventCard, Seat]:
    """The seat of the actor, or for the curator of anybody. Forbidden for others; Invalid before it was held."""
    wanted = person_id or desk.actor.person_id
    if wanted == desk.actor.person_id:
        card, seat = await speed_meetings.seated(desk, event_id)
        if not allowed(desk.actor, Action.WISH, Scope(person_id=wanted)):
            raise Forbidden
    else:
        card = await speed_meetings.card(desk, event_id)
        found = next((one for one in card.seats if one.person_id == wanted), None)
        if found is None:
            raise NotFound
        seat = found
    if card.event.state is not SpeedState.HELD:
        raise Invalid("speed-not-yet")
    return card, seat

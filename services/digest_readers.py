"""Whose digests are being made, and the things that they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.access import Action, Actor, everywhere, places
from mentoring.clock import local_date
from mentoring.digest import Matter
from mentoring.people import Organisation
from mentoring.roles import Role
from messaging.replies import Text
from services.desk import Desk
from services.fulfilled import Row


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that waits for one reader. `press` does it; `every` leads to all of its kind, None: to this one.

    `name` is said of it, or the names of a `person` or of the people of a `pair` (ids). `day`: its last day.
    `same`: rows of the document that it fulfils; of several things that fulfil a row the reader hears of the first.
    """

    reader: int
    matter: Matter
    press: str
    every: str | None = None
    name: Text | None = None
    person: int | None = None
    pair: int | None = None
    day: date | None = None
    same: frozenset[Row] = frozenset()


@dataclass(frozen=True, slots=True)
class Readers:
    """People with their rights, and the organisations in which they have any."""

    actors: Mapping[int, Actor]
    places: Mapping[int, Organisation]
    home: str

    def at(self, action: Action) -> dict[int, tuple[int, ...]]:
        """By organisation, those who have the action for all of it; nobody: left out."""
        found: dict[int, tuple[int, ...]] = {}
        for person, actor in self.actors.items():
            for place in places(actor, action):
                if place in self.places:
                    found[place] = (*found.get(place, ()), person)
        return found

    def everywhere(self, action: Action) -> tuple[int, ...]:
        """Those who have the action for the municipality."""
        return tuple(person for person, actor in self.actors.items() if everywhere(actor, action))

    def holding(self, *roles: Role) -> dict[int, Organisation]:
        """The organisations in which one of them has one of these roles, by id."""
        ids = {place for actor in self.actors.values() for role in roles for place in actor.organisations(role)}
        return {place: found for place, found in self.places.items() if place in ids}

    def zone(self, person: int) -> str:
        """By whose clock they live: their own, that of their first organisation, the programme's."""
        actor = self.actors[person]
        if actor.person is not None and actor.person.zone is not None:
            return actor.person.zone
        ids = (one.organisation_id for one in actor.approved if one.organisation_id is not None)
        return next((self.places[one].zone for one in ids if one in self.places), self.home)

    def day(self, moment: datetime, place: int | None) -> date:
        """The day of a moment by the clock of a place."""
        known = self.places.get(place or 0)
        return local_date(moment, known.zone if known is not None else self.home)


async def of(desk: Desk, ids: Collection[int]) -> Readers:
    """Everybody of these who can be reached; a fixed number of statements."""
    chats = await desk.work.chats.of_people(ids)
    people = await desk.work.people.many(chats)
    held = await desk.work.memberships.of_people(chats)
    return await among(desk, [Actor(chats[one], people[one], held.get(one, ())) for one in sorted(people)])


async def among(desk: Desk, actors: Iterable[Actor]) -> Readers:
    """These actors, with their organisations."""
    known = {actor.person_id: actor for actor in actors if actor.person_id is not None}
    ids = {one.organisation_id for actor in known.values() for one in actor.approved if one.organisation_id is not None}
    return Readers(known, await desk.work.organisations.many(ids), desk.programme.zone)

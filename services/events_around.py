"""Whom an event concerns: the actor, their wards, and, for a curator, people of theirs who have no Telegram."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, places
from mentoring.events import Event, EventState
from mentoring.people import Membership, MembershipState, Person
from services.desk import Desk

NOWHERE = object()


@dataclass(frozen=True, slots=True)
class Around:
    """Where the actor and each of their wards take part, and `tended`: where the actor signs other people up."""

    own: tuple[Membership, ...]
    wards: Mapping[int, tuple[Membership, ...]]
    tended: tuple[int, ...]

    @property
    def organisations(self) -> frozenset[int]:
        """Ids of all the organisations it reaches."""
        held = (*self.own, *(one for theirs in self.wards.values() for one in theirs))
        return frozenset(one.organisation_id for one in held if one.organisation_id is not None) | set(self.tended)


async def around_actor(desk: Desk) -> Around:
    """The actor's; one statement for the wards, none for who has none."""
    known = await desk.work.memberships.of_people(desk.actor.wards) if desk.actor.wards else {}
    wards = {
        child: tuple(one for one in held if one.state is MembershipState.APPROVED) for child, held in known.items()
    }
    return Around(desk.actor.approved, wards, places(desk.actor, Action.SIGN_UP))


def place_for(event: Event, held: Iterable[Membership]) -> object:
    """For which organisation somebody would come: its id, None for the municipality; NOWHERE: they are not invited."""
    for one in held:
        if one.role in event.roles and event.organisation_id in (None, one.organisation_id):
            return one.organisation_id
    return NOWHERE


def runs(desk: Desk, event: Event) -> bool:
    """Whether the actor runs it."""
    return allowed(desk.actor, Action.RUN_EVENT, Scope(event.organisation_id))


def sees(desk: Desk, event: Event, around: Around) -> bool:
    """Who runs it, whoever it invites, and who signs up those it invites; a draft is for the first alone."""
    if runs(desk, event):
        return True
    if event.state is EventState.DRAFT:
        return False
    return tends(event, around) or any(
        place_for(event, held) is not NOWHERE for held in (around.own, *around.wards.values())
    )


def tends(event: Event, around: Around) -> bool:
    """Whether people of the actor's organisations may come to it."""
    return bool(around.tended) and event.organisation_id in (None, *around.tended)


async def without_telegram(desk: Desk, event: Event, around: Around) -> dict[int, tuple[Person, int]]:
    """People of the actor's organisations whom it invites and who have no Telegram, with where they take part."""
    if not tends(event, around):
        return {}
    where = around.tended if event.organisation_id is None else (event.organisation_id,)
    found: dict[int, int] = {}
    for role in event.roles:
        for place, held in (await desk.work.memberships.holders_in(role, where)).items():
            found.update({person: place for person in held if person not in found})
    people = await desk.work.people.many(found)
    return {one.id: (one, found[one.id]) for one in people.values() if one.telegram_id is None}

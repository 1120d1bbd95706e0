"""Somebody takes part no more, or takes part again; who leaves is asked first, and their pairs are the curator's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.access import Action
from mentoring.errors import Invalid, Stale
from mentoring.mentorships import Mentorship, Side
from mentoring.people import MembershipState, short_name
from mentoring.roles import PARTICIPANTS
from messaging.replies import Button, Commands, Keyboard, Lines, Reply, Say, press
from services import applicants, command_menu, events_leaving, forming, notices, pairs, places
from services.desk import Desk
from services.pairs import Pair
from services.places import Place

_OPEN = (MembershipState.LISTED, MembershipState.APPLIED, MembershipState.APPROVED)
_SHOWN = 3
"""So many pairs have a button of their own; for more there is the list."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A place that is about to be given up, or was, and the open mentorships that hang on it."""

    place: Place
    pairs: tuple[Pair, ...]


async def ask(desk: Desk, membership_id: int) -> Leaving:
    """What leaving would mean, before anything happens."""
    found = await _leaving(desk, membership_id)
    return Leaving(found, await _pairs(desk, found))


async def leave(desk: Desk, membership_id: int) -> Leaving:
    """The person takes part no more. They, a minor's guardians and the curators hear of it; open pairs stay the
    curator's to end or to hand over."""
    found = await _leaving(desk, membership_id)
    open_pairs = await _pairs(desk, found)
    said = {"name": found.person.name, "role": found.membership.role.value, "organisation": found.organisation.name}
    if not found.own:  # before it is stored: who has left gets no messages
        keyboard = places.back(found.membership.id)
        await notices.to(desk, found.person.id, Say("place-left-you", said), keyboard=keyboard)
    await desk.work.memberships.leave(membership_id, by=desk.actor.person_id)
    await events_leaving.leave(desk, found.person.id)
    await places.note(desk, found, "left")
    text = Say("place-left-told", {**said, "count": len(open_pairs), "pairs": names(found, open_pairs)})
    await places.tell_around(desk, found, text, keyboard=pair_buttons(found, open_pairs))
    gone = replace(found, membership=replace(found.membership, state=MembershipState.LEFT))
    return Leaving(gone, open_pairs)


async def come_back(desk: Desk, membership_id: int) -> Place:
    """A curator takes somebody in again if the consents stand; the person or guardian asks, and the curator decides."""
    found = await places.place(desk, membership_id, Action.MARK_LEFT, hold=True)
    if await desk.work.erasures.known(found.person.id):
        raise Stale("erasure-card", number=found.person.name)
    state = MembershipState.APPROVED if found.curates else MembershipState.APPLIED
    if found.curates and found.membership.role in PARTICIPANTS:
        today = desk.today(found.organisation.zone)
        if not forming.consented(found.person, await desk.work.consents.current(found.person.id), today):
            raise Invalid("place-no-consent", name=found.person.name)
    if not found.curates and not await applicants.let_in(desk, found.person, found.organisation):
        raise Invalid("place-no-guardian")
    if not await desk.work.memberships.come_back(membership_id, state, by=desk.actor.person_id):
        raise Stale("place-not-left", name=found.person.name)
    await places.note(desk, found, "came_back")
    back = replace(found, membership=replace(found.membership, state=state))
    if found.curates:
        said = Say("place-back-you", {"organisation": found.organisation.name})
        await notices.to(desk, found.person.id, said, keyboard=places.back(membership_id))
    else:
        await applicants.announce(desk, applicants.Application(back.membership, back.person, back.organisation))
    return back


async def menu_of(desk: Desk, found: Place) -> tuple[Reply, ...]:
    """The chat commands that work for somebody whose role has changed, for their phone."""
    chat = found.person.telegram_id
    if chat is None or await desk.work.chats.get(chat) is None:
        return ()
    return (Commands(chat, command_menu.commands(await desk.work.chats.actor(chat))),)


def names(found: Place, open_pairs: tuple[Pair, ...]) -> Lines:
    """With whom the person is, one pair after the other."""
    return Lines(tuple(pairs.full_names(pair.facing(found.person.id)) for pair in open_pairs), "; ")


def pair_buttons(found: Place, open_pairs: tuple[Pair, ...]) -> Keyboard:
    """The way to the pairs that somebody who leaves stands in."""
    if len(open_pairs) > _SHOWN:
        return ((Button(Say("place-pairs"), press("pairs.list")),),)
    return tuple(
        (Button(Say("place-pair", {"names": _short(found, pair)}), press("pair.card", pair.mentorship.id)),)
        for pair in open_pairs
    )


def _short(found: Place, pair: Pair) -> str:
    return ", ".join(short_name(person.name) for person in pair.facing(found.person.id)[:1])


async def _leaving(desk: Desk, membership_id: int) -> Place:
    found = await places.place(desk, membership_id, Action.MARK_LEFT, hold=True)
    if found.membership.state not in _OPEN:
        raise Stale("place-over", name=found.person.name)
    return found


async def _pairs(desk: Desk, found: Place) -> tuple[Pair, ...]:
    """The open mentorships in which they stand in that role: all of them, or those of this organisation where they
    have the role elsewhere too."""
    person, role = found.person.id, found.membership.role
    every = await desk.work.mentorships.of_person(person) if role in PARTICIPANTS else ()
    theirs = [one for one in every if person in one.on_side(Side(role.value))]
    held = [
        m
        for m in await desk.work.memberships.of_person(person)
        if m.role is role and m.state is MembershipState.APPROVED and m.id != found.membership.id
    ]
    hangs: list[Mentorship] = [one for one in theirs if not held or one.organisation_id == found.organisation.id]
    return await pairs.pairs_of(desk, hangs)

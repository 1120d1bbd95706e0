"""Somebody's place in an organisation: what they ask or offer, when they have time, what they are appointed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS, Role
from mentoring.times import TIMES, ordered
from messaging.replies import Button, Keyboard, Replies, Say, Show, Text, press
from programmes.parts import Area, Named
from services import dialogue, dialogue_screens, notices
from services.desk import Desk
from surveys.path import Value
from surveys.record import Record, Subject

MEMBERSHIP = "membership"
MOST_MENTEES = 10
PLACED = PARTICIPANTS | {Role.GUARDIAN, Role.REFERRER}
"""Roles whose place is looked after here; staff come and go by their invitations."""
_EDITABLE = (MembershipState.APPLIED, MembershipState.APPROVED)


@dataclass(frozen=True, slots=True)
class Place:
    """A membership with its person and organisation, as the actor may change it.

    `curates`: as its curator; `own`: as the person; `mentees`: how many a mentor has at once now.
    """

    membership: Membership
    person: Person
    organisation: Organisation
    curates: bool
    own: bool
    mentees: int = 0

    @property
    def editable(self) -> bool:
        return self.membership.state in _EDITABLE and self.membership.role in PARTICIPANTS


async def place(
    desk: Desk, membership_id: int, action: Action = Action.EDIT_MEMBERSHIP, *, hold: bool = False
) -> Place:
    """For who may do `action` there. `hold`: nobody else changes it until this is done."""
    store = desk.work.memberships
    membership = await (store.hold(membership_id) if hold else store.get(membership_id))
    if membership is None or membership.organisation_id is None or membership.role not in PLACED:
        raise NotFound
    ensure(desk.actor, action, Scope(membership.organisation_id, membership.person_id))
    person = await desk.work.people.get(membership.person_id)
    organisation = await desk.work.organisations.get(membership.organisation_id)
    if person is None or organisation is None:
        raise NotFound
    return Place(
        membership,
        person,
        organisation,
        allowed(desk.actor, Action.APPOINT, Scope(organisation.id, person.id)),
        person.id == desk.actor.person_id,
        (await store.load([person.id])).get(person.id, 0) if membership.role is Role.MENTOR else 0,
    )


async def _editing(desk: Desk, membership_id: int, action: Action = Action.EDIT_MEMBERSHIP) -> Place:
    """The place for a change; Stale where there is nothing to change any more."""
    found = await place(desk, membership_id, action, hold=True)
    if not found.editable:
        raise Stale("place-over", name=found.person.name)
    return found


async def _saved(desk: Desk, before: Place, changed: Membership) -> Place:
    await desk.work.memberships.save(changed)
    return replace(before, membership=changed)


# --- what is asked or offered ----------------------------------------------------------------------------------------


def areas(desk: Desk, shown: Place) -> tuple[Area, ...]:
    """What somebody of this category may ask or offer in this role, and what they have chosen besides."""
    known = desk.programme.areas_for(shown.person.category, shown.membership.role)
    return tuple(area for area in desk.programme.areas if area in known or area.id in shown.membership.areas)


async def set_area(desk: Desk, membership_id: int, area_id: str, chosen: bool) -> Place:
    """Ticks or unticks an area; one stays at least."""
    found = await _editing(desk, membership_id)
    known = [area.id for area in areas(desk, found)]
    if area_id not in known:
        raise NotFound
    wanted = {*found.membership.areas, area_id} if chosen else {*found.membership.areas} - {area_id}
    if not wanted:
        raise Invalid("place-area-last")
    kept = tuple(each for each in known if each in wanted)
    return await _saved(desk, found, replace(found.membership, areas=kept))


async def begin_request(desk: Desk, membership_id: int) -> Show:
    """The form that asks for the request anew, showing what it was."""
    found = await _editing(desk, membership_id)
    return await dialogue.begin(
        desk,
        "place-request",
        subject=Subject(MEMBERSHIP, membership_id),
        organisation_id=found.organisation.id,
    )


async def request(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `place-request`."""
    found = await _editing(desk, record.about(MEMBERSHIP) or 0)
    await _saved(desk, found, replace(found.membership, request=str(answers["request"])))
    return (dialogue_screens.done(record, Say("place-request-done"), back(found.membership.id)),)


async def set_capacity(desk: Desk, membership_id: int, number: int) -> Place:
    """How many mentees a mentor takes at once; 0: as many as the programme says."""
    found = await _editing(desk, membership_id)
    if found.membership.role is not Role.MENTOR or not 0 <= number <= MOST_MENTEES:
        raise NotFound
    return await _saved(desk, found, replace(found.membership, capacity=number or None))


async def set_time(desk: Desk, membership_id: int, code: str, chosen: bool) -> Place:
    """Ticks or unticks a part of a weekday."""
    found = await _editing(desk, membership_id)
    if code not in TIMES:
        raise NotFound
    wanted = {*found.membership.times, code} if chosen else {*found.membership.times} - {code}
    return await _saved(desk, found, replace(found.membership, times=ordered(wanted)))


def in_words(code: str) -> Say:
    """A part of a weekday, short."""
    return Say("place-time", {"weekday": f"d{code[0]}", "part": code[1]})


# --- languages -------------------------------------------------------------------------------------------------------


def languages(desk: Desk) -> Sequence[Named]:
    """The programme's languages, its own first; nothing to choose where there is one."""
    known = desk.programme.languages
    return known if len(known) > 1 else ()


def spoken(desk: Desk, person: Person) -> tuple[str, ...]:
    """Ids of the languages a person can work in."""
    return person.speaks or tuple(each.id for each in desk.programme.languages[:1])


async def set_language(desk: Desk, membership_id: int, language: str, chosen: bool) -> Place:
    """Ticks or unticks a language of the person; one stays at least."""
    found = await _editing(desk, membership_id, Action.EDIT_PERSON)
    known = [each.id for each in languages(desk)]
    if language not in known:
        raise NotFound
    now = spoken(desk, found.person)
    wanted = {*now, language} if chosen else {*now} - {language}
    if not wanted:
        raise Invalid("place-language-last")
    kept = tuple(each for each in known if each in wanted)
    changed = replace(found.person, speaks=() if kept == (known[0],) else kept)
    await desk.work.people.save(changed)
    return replace(found, person=changed)


# --- appointments ----------------------------------------------------------------------------------------------------


async def appointing(desk: Desk, membership_id: int) -> Place:
    """A mentor's place for the curator who appoints."""
    found = await place(desk, membership_id, Action.APPOINT)
    if found.membership.role is not Role.MENTOR:
        raise NotFound
    return found


async def appoint(desk: Desk, membership_id: int, office: str, chosen: bool) -> Place:
    """Takes a mentor into the council (`council`) or among the experts (`expert`), or releases them; they are told."""
    found = await place(desk, membership_id, Action.APPOINT, hold=True)
    membership = found.membership
    if membership.role is not Role.MENTOR or office not in ("council", "expert"):
        raise NotFound
    if membership.state is not MembershipState.APPROVED:
        raise Stale("place-over", name=found.person.name)
    changed = replace(membership, council=chosen) if office == "council" else replace(membership, expert=chosen)
    if changed == membership:
        return found
    await desk.work.memberships.appoint(membership.id, council=changed.council, expert=changed.expert)
    event = f"{office}_{'appointed' if chosen else 'released'}"
    await note(desk, found, event)
    said = Say("place-appointed", {"event": event, "organisation": found.organisation.name})
    await notices.to(desk, found.person.id, said, keyboard=back(found.membership.id))
    return replace(found, membership=changed)


async def note(desk: Desk, about: Place, event: str) -> None:
    """Keeps in the trail that the actor did `event` to a place."""
    await desk.work.trail.add(
        MEMBERSHIP,
        about.membership.id,
        event,
        actor_id=desk.actor.person_id,
        organisation_id=about.organisation.id,
    )


def back(membership_id: int) -> Keyboard:
    """The way back to a place."""
    return ((Button(Say("place-back"), press("place.open", membership_id)),),)


async def tell_around(desk: Desk, about: Place, text: Text, *, keyboard: Keyboard = ()) -> None:
    """Tells a minor's guardians and the curators, but not the one who acts."""
    today = desk.today(about.organisation.zone)
    heard = {desk.actor.person_id, about.person.id}
    if about.person.is_minor(today):
        for guardianship in await desk.work.guardianships.of_child(about.person.id):
            if guardianship.guardian_id not in heard:
                heard.add(guardianship.guardian_id)
                await notices.to(desk, guardianship.guardian_id, text, keyboard=back(about.membership.id))
    for holder in await desk.work.memberships.holders(Role.CURATOR, about.organisation.id):
        if holder.person_id not in heard:
            await notices.to(desk, holder.person_id, text, keyboard=(*keyboard, *back(about.membership.id)))

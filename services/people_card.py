"""The card of one person: what the viewer may see of them, and nothing more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, everywhere, places
from mentoring.consents import Consent
from mentoring.erasure import label
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Mentorship, MentorshipState, Side
from mentoring.needs import Fact, visible
from mentoring.people import Guardianship, Membership, MembershipState, Organisation, Person
from mentoring.roles import Category, Role
from services import data_log
from services.desk import Desk

_TOGETHER = (MentorshipState.AGREED, MentorshipState.ACTIVE)
_KNOWN_TO_STAFF = frozenset({Role.MENTOR, Role.CURATOR})


class Sight(StrEnum):
    """How much of a person somebody sees."""

    WHOLE = "whole"
    """The person, the guardian, curator and psychologist: everything, of the organisations they answer for."""
    MENTEE = "mentee"
    """A mentor of their mentee: who they are, what they ask for, and the needs the role model is about."""
    ROLE = "role"
    """Head and coordinator, of mentors and curators: name, place and what is offered."""


@dataclass(frozen=True, slots=True)
class Card:
    """A person as one viewer sees them.

    `needs` and `load` (mentees at once) are by organisation and by person; `curates`: the organisations in which the
    viewer is curator; `together`: the mentorships in which the viewer is their mentor; `own`: the viewer's own card.
    """

    person: Person
    memberships: tuple[Membership, ...]
    organisations: Mapping[int, Organisation]
    consents: tuple[Consent, ...] = ()
    guardians: tuple[tuple[Guardianship, Person], ...] = ()
    wards: tuple[Person, ...] = ()
    sight: Sight = Sight.WHOLE
    needs: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)
    mentees: int = 0
    curates: frozenset[int] = frozenset()
    together: tuple[int, ...] = ()
    own: bool = False
    ward: bool = False

    @property
    def listed_only(self) -> bool:
        """Put down from a list: nothing but the name is used before they consent."""
        return all(membership.state is MembershipState.LISTED for membership in self.memberships)


async def card(desk: Desk, person_id: int) -> Card:
    """A person's card; Forbidden for whom they are no business of. That staff or a mentor looked at it is noted."""
    found = await _card(desk, person_id)
    if not (found.own or found.ward):
        await data_log.note(desk, data_log.Look.CARD, found.organisations, about=person_id)
    return found


async def _card(desk: Desk, person_id: int) -> Card:
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    if await desk.work.erasures.known(person_id):
        raise Stale("erasure-card", number=label(person_id))
    memberships = await desk.work.memberships.of_person(person_id)
    if _near(desk, person_id):
        return await _whole(desk, person, memberships, {m.organisation_id for m in memberships})
    seen = set(places(desk.actor, Action.SEE_PERSON))
    shared = tuple(m for m in memberships if m.organisation_id in seen)
    if shared:
        return await _whole(desk, person, shared, seen)
    together = await _together(desk, person_id)
    if together:
        return await _of_mentee(desk, person, memberships, together)
    return await _of_role(desk, person, memberships)


def _near(desk: Desk, person_id: int) -> bool:
    """The person's own card, or a ward's."""
    return person_id == desk.actor.person_id or person_id in desk.actor.wards


async def _whole(desk: Desk, person: Person, shared: tuple[Membership, ...], seen: Collection[int | None]) -> Card:
    guardianships = await desk.work.guardianships.of_child(person.id)
    wards = await _wards(desk, person.id, seen)
    near = await desk.work.people.many([g.guardian_id for g in guardianships] + [g.child_id for g in wards])
    organisations = await _organisations(desk, shared)
    return Card(
        person,
        shared,
        organisations,
        await desk.work.consents.current(person.id),
        tuple((g, near[g.guardian_id]) for g in guardianships),
        tuple(near[g.child_id] for g in wards),
        needs={place: facts for place in organisations for facts in [await _all_needs(desk, person, place)] if facts},
        mentees=await _load(desk, person.id),
        curates=frozenset(places(desk.actor, Action.EDIT_NEEDS)) & organisations.keys(),
        own=person.id == desk.actor.person_id,
        ward=person.id in desk.actor.wards,
    )


async def _all_needs(desk: Desk, person: Person, organisation_id: int) -> tuple[Fact, ...]:
    """A pupil does not come upon the school's marks on their own card: «Мои данные» holds them for whoever asks."""
    mine = person.id == desk.actor.person_id and person.category is not Category.PUPIL
    theirs = mine or person.id in desk.actor.wards
    whole = theirs or allowed(desk.actor, Action.SEE_SENSITIVE, Scope(organisation_id, person.id))
    known = await desk.work.needs.get(person.id, organisation_id)
    return visible(known.facts, whole=whole)


async def _together(desk: Desk, person_id: int) -> tuple[Mentorship, ...]:
    """The mentorships in which the actor is the person's mentor."""
    if desk.actor.person_id is None:
        return ()
    found = await desk.work.mentorships.of_person(desk.actor.person_id, _TOGETHER)
    return tuple(
        one
        for one in found
        if one.side_of(person_id) is Side.MENTEE and allowed(desk.actor, Action.SEE_NEEDS_OF_MODEL, Scope.of(one))
    )


async def _of_mentee(
    desk: Desk, person: Person, memberships: tuple[Membership, ...], together: tuple[Mentorship, ...]
) -> Card:
    here = {one.organisation_id for one in together}
    shared = tuple(m for m in memberships if m.role is Role.MENTEE and m.organisation_id in here)
    needs = {}
    for organisation_id in here:
        about = {need for one in together if one.organisation_id == organisation_id for need in _about(desk, one)}
        known = await desk.work.needs.get(person.id, organisation_id) if about else None
        facts = visible(known.facts, about=about) if known is not None else ()
        if facts:
            needs[organisation_id] = facts
    return Card(
        person,
        shared,
        await _organisations(desk, shared),
        sight=Sight.MENTEE,
        needs=needs,
        together=tuple(one.id for one in together),
    )


def _about(desk: Desk, mentorship: Mentorship) -> frozenset[str]:
    """The needs its role model is about; none where the programme has it no more."""
    try:
        return desk.programme.role_model(mentorship.form, mentorship.role_model).about
    except KeyError:
        return frozenset()


async def _of_role(desk: Desk, person: Person, memberships: tuple[Membership, ...]) -> Card:
    every, seen = everywhere(desk.actor, Action.SEE_MENTORS), places(desk.actor, Action.SEE_MENTORS)
    shared = tuple(
        m
        for m in memberships
        if m.role in _KNOWN_TO_STAFF and m.state is MembershipState.APPROVED and (every or m.organisation_id in seen)
    )
    if not shared:
        raise Forbidden
    return Card(
        person,
        shared,
        await _organisations(desk, shared),
        sight=Sight.ROLE,
        mentees=await _load(desk, person.id),
    )


async def _organisations(desk: Desk, shared: tuple[Membership, ...]) -> dict[int, Organisation]:
    return await desk.work.organisations.many(m.organisation_id for m in shared if m.organisation_id is not None)


async def _load(desk: Desk, person_id: int) -> int:
    return (await desk.work.memberships.load([person_id])).get(person_id, 0)


async def _wards(desk: Desk, guardian_id: int, seen: Collection[int | None]) -> tuple[Guardianship, ...]:
    """The children somebody answers for, as far as the actor sees their organisations (all of one's own)."""
    every = await desk.work.guardianships.of_guardian(guardian_id)
    if guardian_id == desk.actor.person_id or not every:
        return every
    known = await desk.work.memberships.of_people(each.child_id for each in every)
    return tuple(each for each in every if any(m.organisation_id in seen for m in known.get(each.child_id, ())))

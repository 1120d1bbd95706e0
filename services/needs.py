"""Categories of need and facts that indicators count: the curator of an organisation sets them, nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.needs import Fact, Need, Needs, Qualification, needs_of
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, dialogue_screens
from services.desk import Desk
from surveys.path import Value
from surveys.record import Record, Subject

PERSON = "person"
FORM = "need-since"
_TAKING_PART = (MembershipState.APPLIED, MembershipState.APPROVED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a person in one organisation, and what may be set for somebody like them."""

    person: Person
    organisation: Organisation
    needs: Needs
    offered: tuple[Need, ...]


async def sheet(desk: Desk, person_id: int, organisation_id: int) -> Sheet:
    """For the curator of the organisation; NotFound for who takes no part there."""
    ensure(desk.actor, Action.EDIT_NEEDS, Scope(organisation_id, person_id))
    person = await desk.work.people.get(person_id)
    organisation = await desk.work.organisations.get(organisation_id)
    if person is None or organisation is None:
        raise NotFound
    if not any(_takes_part(m, organisation_id) for m in await desk.work.memberships.of_person(person_id)):
        raise NotFound
    known = await desk.work.needs.get(person_id, organisation_id)
    usual = needs_of(person.category)
    offered = tuple(need for need in Need if need in usual or known.fact(need) is not None)
    return Sheet(person, organisation, known, offered)


async def mark(
    desk: Desk, person_id: int, organisation_id: int, need: Need, value: Qualification | None = None
) -> Sheet:
    """It holds from today on; what was known already stays as it is, but for another value."""
    before = await _held(desk, person_id, organisation_id)
    if need not in before.offered or (need is Need.QUALIFICATION) != (value is not None):
        raise NotFound
    known = before.needs.fact(need)
    if known is not None and known.value == value:
        return before
    today = desk.today(before.organisation.zone)
    past = before.needs.past_after(need, today)
    return await _kept(desk, before, before.needs.having(Fact(need, today, value)), past)


async def clear(desk: Desk, person_id: int, organisation_id: int, need: Need) -> Sheet:
    """It holds no more; of the days before it stays known, for their reports."""
    before = await _held(desk, person_id, organisation_id)
    if before.needs.fact(need) is None:
        return before
    past = before.needs.past_after(need, desk.today(before.organisation.zone))
    return await _kept(desk, before, before.needs.without(need), past)


async def begin_since(desk: Desk, person_id: int, organisation_id: int, need: Need) -> Show:
    """The form that asks since which day. The need travels as a sensitive answer, since facts are stored plainly."""
    known = await sheet(desk, person_id, organisation_id)
    if known.needs.fact(need) is None:
        raise NotFound
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition == FORM:
            await desk.work.responses.erase(earlier.id)
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(PERSON, person_id),
        organisation_id=organisation_id,
        prefilled={"need": need.value},
    )


async def since(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `need-since`."""
    person_id, organisation_id = record.about(PERSON) or 0, record.organisation_id or 0
    before = await _held(desk, person_id, organisation_id)
    known = before.needs.fact(Need(str(answers["need"])))  # going back, another one may be chosen
    if known is None:
        raise Invalid("needs-gone")
    day = date.fromisoformat(str(answers["since"]))
    await _kept(desk, before, before.needs.having(Fact(known.need, day, known.value)), before.needs.past)
    back = Button(Say("needs-back"), press("needs.open", person_id, organisation_id))
    return (dialogue_screens.done(record, Say("needs-since-done", {"since": day}), ((back,),)),)


async def _held(desk: Desk, person_id: int, organisation_id: int) -> Sheet:
    """The sheet for a change: two curators go one after the other."""
    ensure(desk.actor, Action.EDIT_NEEDS, Scope(organisation_id, person_id))
    await desk.work.mentorships.hold_people([person_id])
    return await sheet(desk, person_id, organisation_id)


async def _kept(desk: Desk, before: Sheet, facts: tuple[Fact, ...], past: tuple[Fact, ...]) -> Sheet:
    """Stores the facts; the trail says who and when, and nothing of what."""
    if desk.actor.person_id is None:
        raise Forbidden
    person_id, place = before.person.id, before.organisation.id
    await desk.work.needs.save(before.needs, facts, by=desk.actor.person_id, past=past)
    await desk.work.trail.add(PERSON, person_id, "needs_set", actor_id=desk.actor.person_id, organisation_id=place)
    return await sheet(desk, person_id, place)


def _takes_part(membership: Membership, organisation_id: int) -> bool:
    here = membership.organisation_id == organisation_id and membership.role in PARTICIPANTS
    return here and membership.state in _TAKING_PART

"""Joining a mentor and the mentees of a proposal, under the same rules as what is formed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring import life
from mentoring.errors import Invalid, Stale
from mentoring.matching_groups import LEAST
from mentoring.matching_records import Matching, Proposal
from mentoring.mentorships import Mentorship, Side
from mentoring.people import Organisation, Person
from services import forming, matching_pairs
from services.desk import Desk
from services.matching_access import Seen, ensure_known
from services.matching_people import network
from services.pairs import Pair


@dataclass(frozen=True, slots=True)
class Lead:
    """A mentor who may lead, and the organisation whose mentor they are."""

    mentor: Person
    home: Organisation


async def hold(desk: Desk, proposals: Sequence[Proposal]) -> None:
    """Everybody in them, at once and before their rows: two transactions take them in the same order."""
    mentors = {one.mentor_id for one in proposals if one.mentor_id is not None}
    await desk.work.mentorships.hold_people(mentors | {one.mentee_id for one in proposals})


async def find_lead(desk: Desk, seen: Seen, mentor_id: int) -> Lead:
    """The mentor, if they may still lead; Invalid where they can't any more. Everybody is held already (`hold`)."""
    ensure_known(desk, seen.matching)
    mentor = await desk.work.people.get(mentor_id)
    if mentor is None:
        raise Stale("match-gone-person")
    home = await _home(desk, seen, mentor)
    await forming.ensure_ready(desk, home, mentor, Side.MENTOR)
    return Lead(mentor, home)


async def find_mentee(desk: Desk, seen: Seen, lead: Lead, found: Proposal, beside: Sequence[Person]) -> Person:
    """A mentee who may still be joined with that mentor, `beside` the others of the group."""
    person = await desk.work.people.get(found.mentee_id)
    if person is None:
        raise Stale("match-gone-person")
    await forming.ensure_ready(desk, seen.organisation, person, Side.MENTEE)
    await forming.ensure_new(desk, {Side.MENTEE: [person], Side.MENTOR: [lead.mentor]})
    await forming.ensure_room(desk, lead.home, [lead.mentor], [one.id for one in (*beside, person)])
    _proposed(desk, seen, lead, [person], 0)
    return person


async def join(
    desk: Desk, seen: Seen, lead: Lead, mentees: Sequence[Person], by: int
) -> tuple[Pair, tuple[Person, ...]]:
    """Proposes it to them; gives the pair or group, and who could not be reached."""
    return await forming.store(desk, _proposed(desk, seen, lead, mentees, by))


def _proposed(desk: Desk, seen: Seen, lead: Lead, mentees: Sequence[Person], by: int) -> Mentorship:
    """The mentorship that is to be, or an Invalid that names what speaks against it."""
    matching, programme = seen.matching, desk.programme
    kind, model = programme.kind(matching.kind), programme.role_model(matching.form, matching.role_model)
    forming.ensure_older(model, kind, [lead.mentor], mentees)
    return life.propose(
        organisation_id=seen.organisation.id,
        form=matching.form,
        role_model=matching.role_model,
        kind=matching.kind,
        mentors=[lead.mentor],
        mentees=mentees,
        starts=matching.starts,
        ends=matching.ends,
        proposed_by=by,
        now=desk.now,
        today=desk.today(seen.organisation.zone),
        fits=programme.fits,
        youngest=programme.youngest,
    )


async def _home(desk: Desk, seen: Seen, mentor: Person) -> Organisation:
    """The organisation whose mentor somebody is: this one, or one of the network where the kind allows it."""
    if not network(desk, seen.matching):
        return seen.organisation
    ids = [one.membership.organisation_id or 0 for one in await matching_pairs.mentor_places(desk, mentor.id)]
    if not ids or seen.organisation.id in ids:
        return seen.organisation
    return await desk.work.organisations.get(ids[0]) or seen.organisation


def ensure_enough(matching: Matching, mentees: Sequence[object]) -> None:
    """Invalid for a group of one."""
    if matching.groups and len(mentees) < LEAST:
        raise Invalid("match-group-small")

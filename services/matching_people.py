"""Who takes part in a matching: everybody who could, who is chosen, and what the computation is told of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mentoring.errors import Invalid, NotFound
from mentoring.matching import Candidate, Rule, Terms, barred_by
from mentoring.matching_records import Chosen, Matching
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from services.desk import Desk
from services.forming import consented
from services.matching_access import Seen, changeable, ensure_known
from storage.candidates import Member
from storage.turns import by_turns

PAGE = 6
_GRADE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who could take part: whether they are chosen, and the rule that bars them whoever the other is."""

    member: Member
    chosen: bool
    barred: Rule | None


@dataclass(frozen=True, slots=True)
class People:
    """A page of one side, by name."""

    seen: Seen
    side: Side
    lines: tuple[Line, ...]
    page: int
    pages: int
    total: int
    chosen: int


async def fitting(desk: Desk, matching: Matching, side: Side) -> tuple[Member, ...]:
    """Everybody approved whose category stands on that side of the form; of the network where the kind has it."""
    ensure_known(desk, matching)
    fit = desk.programme.fits[matching.form]
    found = await desk.work.candidates.members(Role(side.value), matching.organisation_id)
    if side is Side.MENTOR and network(desk, matching):
        own = {one.person.id: one for one in found}
        everywhere = await desk.work.candidates.members(Role.MENTOR, None)
        found = tuple(own.get(one.person.id, one) for one in everywhere)
    return tuple(one for one in found if one.person.category in fit.of(side))


def network(desk: Desk, matching: Matching) -> bool:
    """Whether mentors of other organisations may be taken."""
    return any(kind.network for kind in desk.programme.kinds if kind.id == matching.kind)


async def choose_all(desk: Desk, matching: Matching, organisation: Organisation) -> None:
    """The usual choice: everybody nothing speaks against, mentees only without a mentor in that form."""
    known = await terms(desk, matching, ())
    led = await desk.work.candidates.led(matching.organisation_id, matching.form)
    for side in Side:
        members = await fitting(desk, matching, side)
        found = await candidates(desk, organisation, members, side)
        ready = [one.id for one in found if barred_by(one, side, known) is None]
        skip = led if side is Side.MENTEE else frozenset()
        await desk.work.matchings.choose(matching.id, side, [person for person in ready if person not in skip])


async def page(desk: Desk, matching_id: int, side: Side, number: int = 0) -> People:
    """One page of who could take part. Raises Stale once it is published."""
    seen = await changeable(desk, matching_id)
    members = await fitting(desk, seen.matching, side)
    pages = pages_of(len(members), PAGE)
    number = min(max(number, 0), pages - 1)
    shown = members[number * PAGE : (number + 1) * PAGE]
    known = await terms(desk, seen.matching, ())
    found = await candidates(desk, seen.organisation, shown, side)
    chosen = set((await desk.work.matchings.chosen(matching_id)).on(side))
    lines = [
        Line(member, one.id in chosen, barred_by(one, side, known)) for member, one in zip(shown, found, strict=True)
    ]
    return People(seen, side, tuple(lines), number, pages, len(members), len(chosen))


async def toggle(desk: Desk, matching_id: int, side: Side, person_id: int) -> None:
    """Takes somebody in, or out. NotFound for who could not take part at all."""
    seen = await changeable(desk, matching_id)
    chosen = (await desk.work.matchings.chosen(matching_id)).on(side)
    if person_id in chosen:
        await desk.work.matchings.unchoose(matching_id, side, [person_id])
        return
    if person_id not in {one.person.id for one in await fitting(desk, seen.matching, side)}:
        raise NotFound
    await desk.work.matchings.choose(matching_id, side, [person_id])


async def choose_side(desk: Desk, matching_id: int, side: Side, *, everybody: bool) -> None:
    """Takes in all of a side, or none of it."""
    seen = await changeable(desk, matching_id)
    if everybody:
        members = await fitting(desk, seen.matching, side)
        await desk.work.matchings.choose(matching_id, side, [one.person.id for one in members])
    else:
        await desk.work.matchings.unchoose(matching_id, side)


# --- what the computation is told ------------------------------------------------------------------------------------


async def candidates(
    desk: Desk, organisation: Organisation, members: Iterable[Member], side: Side
) -> tuple[Candidate, ...]:
    """Members as matching sees them, in the same order."""
    listed = tuple(members)
    ids = [one.person.id for one in listed]
    today = desk.today(organisation.zone)
    given = await desk.work.candidates.consents(ids)
    loads = await desk.work.candidates.loads(ids) if side is Side.MENTOR else {}
    wards = await desk.work.candidates.wards(ids) if side is Side.MENTOR else {}
    own = frozenset(one.id for one in desk.programme.languages[:1]) or frozenset({desk.programme.zone})
    found: list[Candidate] = []
    async for one in by_turns(listed):  # a cohort is hundreds of people
        person, membership = one.person, one.membership
        room = desk.programme.capacity if membership.capacity is None else membership.capacity
        found.append(
            Candidate(
                person.id,
                membership.organisation_id or 0,
                person.category,
                person.birth,
                grade_of(person.profile.school_class),
                frozenset(membership.areas),
                frozenset(membership.times),
                frozenset(person.speaks) or own,
                max(0, room - loads.get(person.id, 0)),
                consented=consented(person, given.get(person.id, ()), today),
                paused=membership.paused(today),
                wards=wards.get(person.id, frozenset()),
            )
        )
    return tuple(found)


def grade_of(school_class: str | None) -> int | None:
    """The number of a class: 7 of «7А»."""
    found = _GRADE.match(school_class or "")
    return int(found[0]) if found else None


async def terms(desk: Desk, matching: Matching, mentees: Collection[int]) -> Terms:
    """What the matching is about, with all that is known of these mentees and any mentor."""
    ensure_known(desk, matching)
    model = desk.programme.role_model(matching.form, matching.role_model)
    reverse = any(kind.reverse for kind in desk.programme.kinds if kind.id == matching.kind)
    again, never = await desk.work.matchings.rules(matching.organisation_id)
    return Terms(
        matching.organisation_id,
        matching.form,
        desk.programme.fits[matching.form],
        matching.starts,
        network=network(desk, matching),
        older=model.older and not reverse,
        youngest=desk.programme.youngest,
        together=await desk.work.candidates.together(mentees) if mentees else frozenset(),
        failed=await desk.work.candidates.failed(mentees) if mentees else frozenset(),
        again=again,
        forbidden=never | await desk.work.matchings.forbidden(matching.id),
        wishes=await desk.work.wishes.among(matching.organisation_id, mentees) if mentees else {},
        strengths=matching.strengths,
    )


async def chosen_candidates(
    desk: Desk, seen: Seen, chosen: Chosen, without: Collection[int]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Mentees (but those in `without`) and mentors who take part, each in order of their ids.

    Who has left since is a candidate no more. Raises Invalid while a side is empty.
    """
    both = []
    for side, wanted in ((Side.MENTEE, set(chosen.mentees) - set(without)), (Side.MENTOR, set(chosen.mentors))):
        members = [one for one in await fitting(desk, seen.matching, side) if one.person.id in wanted]
        members.sort(key=lambda one: one.person.id)
        if not members:
            raise Invalid(f"match-no-{side.value}s")
        both.append(await candidates(desk, seen.organisation, members, side))
    return both[0], both[1]

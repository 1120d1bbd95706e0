"""What a matching proposes, pair by pair: looked through, fixed, forbidden, exchanged, taken out, allowed again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.errors import Invalid, Stale
from mentoring.matching import excluded_by
from mentoring.matching_records import Comment, Mark, Matching, MatchingState, Proposal, Shelf, Thought
from mentoring.matching_score import score, why
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from mentoring.people import Membership, Person
from mentoring.roles import Role
from messaging.replies import Text
from services import data_log, matching_people, training_steps
from services.desk import Desk
from services.matching_access import Seen, changeable, find, open_proposal, proposal
from storage.candidates import Member

PAGE = 6


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of proposals, the weakest first, or of mentees without a mentor; `people`: by id."""

    seen: Seen
    shelf: Shelf
    lines: tuple[Proposal, ...]
    people: dict[int, Person]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class PairCard:
    """One proposal with its people, what the mentee asks for and what the council says.

    `places` names the mentor's organisation where it is another one; `untrained`: a needed step the mentor lacks;
    `page`: the one of its list, or of its group, on which it stands now.
    """

    seen: Seen
    proposal: Proposal
    people: dict[int, Person]
    mentee: Membership | None
    place: str | None
    comments: tuple[Comment, ...]
    untrained: Text | None = None
    page: int = 0


async def page(desk: Desk, matching_id: int, shelf: Shelf, number: int = 0) -> PairPage:
    """One page; Invalid before anything was computed."""
    seen = await find(desk, matching_id)
    if seen.matching.state is MatchingState.DRAFT:
        raise Invalid("match-not-computed")
    number = max(number, 0)
    found, total = await desk.work.matchings.proposals(matching_id, shelf, offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await page(desk, matching_id, shelf, pages - 1)
    if found:
        await data_log.note(desk, data_log.Look.MATCHING, (seen.organisation.id,), count=total)
    ids = {person for one in found for person in (one.mentee_id, one.mentor_id) if person is not None}
    return PairPage(seen, shelf, found, await desk.work.people.many(ids), number, pages, total)


async def card(desk: Desk, matching_id: int, mentee_id: int) -> PairCard:
    """What is proposed to one mentee, and why."""
    seen = await find(desk, matching_id)
    found = await proposal(desk, matching_id, mentee_id)
    comments = await desk.work.matchings.comments(matching_id, mentee_id) if seen.matching.council_at else ()
    ids = {mentee_id, *(one.author_id for one in comments), *(one.mentor_id for one in found.thought.others)}
    ids |= {*found.thought.liftable, *([found.mentor_id] if found.mentor_id is not None else [])}
    membership = await desk.work.memberships.find(mentee_id, seen.matching.organisation_id, Role.MENTEE)
    place = await _other_place(desk, seen, found.mentor_id)
    people = await desk.work.people.many(ids)
    mentor = people.get(found.mentor_id or 0)
    untrained = await training_steps.warning(desk, [mentor]) if mentor is not None else None
    stands = await page_of(desk, seen, found)
    return PairCard(seen, found, people, membership, place, comments, untrained, stands)


async def page_of(desk: Desk, seen: Seen, found: Proposal) -> int:
    """The page on which a proposal stands, in its group or in its list: where the way back leads."""
    number, alone = seen.matching.id, found.mentor_id is None or found.mark is Mark.DROPPED
    if seen.matching.groups and found.mentor_id is not None and not alone:
        published = found.mentorship_id is not None
        group = await desk.work.matchings.group(number, found.mentor_id, published=published)
        return next((at for at, one in enumerate(group) if one.id == found.id), 0) // PAGE
    shelf = Shelf.ALONE if alone else Shelf.PROPOSED
    return await desk.work.matchings.place(number, shelf, found.mentee_id) // PAGE


async def _other_place(desk: Desk, seen: Seen, mentor_id: int | None) -> str | None:
    if mentor_id is None or not matching_people.network(desk, seen.matching):
        return None
    places = await mentor_places(desk, mentor_id)
    if any(one.membership.organisation_id == seen.organisation.id for one in places):
        return None
    known = await desk.work.organisations.many([one.membership.organisation_id or 0 for one in places])
    return next((one.name for one in known.values()), None)


async def mentor_places(desk: Desk, mentor_id: int) -> tuple[Member, ...]:
    """Where somebody is an approved mentor."""
    found = await desk.work.candidates.some(Role.MENTOR, [mentor_id])
    return found.get(mentor_id, ())


async def fix(desk: Desk, matching_id: int, mentee_id: int, *, fixed: bool) -> None:
    """A fixed pair stays when it is computed anew; let loose, it may change."""
    await changeable(desk, matching_id)
    found = await open_proposal(desk, matching_id, mentee_id)
    if found.mentor_id is None:
        raise Invalid("match-nobody-to-fix")
    if not await desk.work.matchings.set_mark(found, Mark.FIXED if fixed else Mark.PROPOSED):
        raise Stale("match-gone-pair")


async def forbid(desk: Desk, matching_id: int, mentee_id: int, mentor_id: int, *, for_good: bool) -> None:
    """Not these two: here, or never. The mentee has nobody until it is computed anew or the curator chooses."""
    seen = await changeable(desk, matching_id)
    found = await open_proposal(desk, matching_id, mentee_id)
    if found.mentor_id != mentor_id:
        raise Stale("match-gone-pair")
    others = tuple(one for one in found.thought.others if one.mentor_id != mentor_id)
    liftable = (mentor_id, *found.thought.liftable)
    thought = Thought(others=others, fitting=len(others), liftable=liftable)
    if not await desk.work.matchings.set_mentor(found, None, Mark.PROPOSED, None, thought):
        raise Stale("match-gone-pair")
    await desk.work.matchings.forbid(matching_id, mentee_id, mentor_id)
    if for_good:
        by = desk.actor.person_id or 0
        await desk.work.matchings.set_rule(seen.organisation.id, mentee_id, mentor_id, allowed=False, by=by)


async def allow(desk: Desk, matching_id: int, mentee_id: int, mentor_id: int) -> None:
    """Takes back what forbids the two, and lets them be proposed although it did not work before."""
    await _choose(desk, matching_id, mentee_id, mentor_id, lift=True)


async def remove(desk: Desk, matching_id: int, mentee_id: int) -> tuple[Matching, Shelf, int]:
    """The mentee takes no part in this matching any more; gives the list and its page on which they stood."""
    seen = await changeable(desk, matching_id)
    found = await open_proposal(desk, matching_id, mentee_id)
    page = await page_of(desk, seen, found)
    await desk.work.matchings.unchoose(matching_id, Side.MENTEE, [mentee_id])
    return seen.matching, Shelf.ALONE if found.mentor_id is None else Shelf.PROPOSED, page


async def choose(desk: Desk, matching_id: int, mentee_id: int, mentor_id: int) -> Person | None:
    """Another mentor, fixed. Every hard rule is asked again.

    Where the mentor's places are all taken here, the weakest proposal that is not fixed gives way: its mentee is given
    back, who has nobody now. Invalid where there is none such, or a rule speaks against the two.
    """
    return await _choose(desk, matching_id, mentee_id, mentor_id, lift=False)


async def _choose(desk: Desk, matching_id: int, mentee_id: int, mentor_id: int, *, lift: bool) -> Person | None:
    """`lift`: what forbids the two is taken back with it. Everything is checked before anything is stored."""
    seen = await changeable(desk, matching_id)
    found = await open_proposal(desk, matching_id, mentee_id)
    if found.mentor_id == mentor_id:
        return None
    thought, points, room = await _thought(desk, seen, found, mentor_id, lift=lift)
    holders = await desk.work.matchings.group(matching_id, mentor_id)
    loose = next((one for one in holders if one.mark is Mark.PROPOSED), None)
    if len(holders) >= room and loose is None:
        raise Invalid("match-mentor-full")
    if lift:
        by = desk.actor.person_id or 0
        await desk.work.matchings.permit(matching_id, mentee_id, mentor_id)
        await desk.work.matchings.set_rule(seen.organisation.id, mentee_id, mentor_id, allowed=True, by=by)
    if not await desk.work.matchings.set_mentor(found, mentor_id, Mark.FIXED, points, thought):
        raise Stale("match-gone-pair")
    if len(holders) < room or loose is None:
        return None
    emptied = Thought(others=tuple(one for one in loose.thought.others if one.mentor_id != mentor_id), fitting=1)
    await desk.work.matchings.set_mentor(loose, None, Mark.PROPOSED, None, emptied)
    return await desk.work.people.get(loose.mentee_id)


async def _thought(
    desk: Desk, seen: Seen, found: Proposal, mentor_id: int, *, lift: bool = False
) -> tuple[Thought, int, int]:
    """Why these two, how well they fit, and how many places the mentor has; Invalid names the rule against it."""
    mentees = await desk.work.candidates.some(Role.MENTEE, [found.mentee_id])
    here = [
        one
        for one in mentees.get(found.mentee_id, ())
        if one.membership.organisation_id == seen.matching.organisation_id
    ]
    mentors = [one for one in await mentor_places(desk, mentor_id) if _takes_part(desk, seen, one)]
    if not here or not mentors:
        raise Stale("match-gone-person")
    terms = await matching_people.terms(desk, seen.matching, [found.mentee_id])
    terms = replace(terms, strengths=seen.matching.computed_with)  # as the proposals beside it were weighed
    if lift:
        two = frozenset({(found.mentee_id, mentor_id)})
        terms = replace(terms, again=terms.again | two, forbidden=terms.forbidden - two)
    mentee = (await matching_people.candidates(desk, seen.organisation, here[:1], Side.MENTEE))[0]
    mentor = (await matching_people.candidates(desk, seen.organisation, mentors[:1], Side.MENTOR))[0]
    rule = excluded_by(mentee, mentor, terms)
    if rule is not None:
        raise Invalid("match-excluded", rule=rule.value)
    others = tuple(one for one in found.thought.others if one.mentor_id != mentor_id)
    room = mentor.places if seen.matching.most is None else min(mentor.places, seen.matching.most)
    return Thought(why(mentee, mentor, terms), others), score(mentee, mentor, terms), room


def _takes_part(desk: Desk, seen: Seen, one: Member) -> bool:
    return one.membership.organisation_id == seen.organisation.id or matching_people.network(desk, seen.matching)

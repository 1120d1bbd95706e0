"""What a matching proposes where it makes groups: looked through mentor by mentor."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import Invalid, Stale
from mentoring.matching_records import GroupLine, MatchingState, Proposal
from mentoring.pages import pages_of
from mentoring.people import Person
from messaging.replies import Text
from services import training_steps
from services.desk import Desk
from services.matching_access import Seen, find

PAGE = 6


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A page of groups, the one with the weakest mentee first, with the mentors by id."""

    seen: Seen
    lines: tuple[GroupLine, ...]
    people: dict[int, Person]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group: its mentor, a page of its mentees, the weakest first, and how many there are in all.

    `published`: it was proposed to its people already; `untrained`: a needed step the mentor lacks.
    """

    seen: Seen
    mentor: Person
    lines: tuple[Proposal, ...]
    people: dict[int, Person]
    page: int
    pages: int
    total: int
    published: bool
    untrained: Text | None


async def page(desk: Desk, matching_id: int, number: int = 0) -> GroupPage:
    """One page; Invalid before anything was computed."""
    seen = await find(desk, matching_id)
    if seen.matching.state is MatchingState.DRAFT:
        raise Invalid("match-not-computed")
    number = max(number, 0)
    found, total = await desk.work.matchings.groups(matching_id, offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await page(desk, matching_id, pages - 1)
    people = await desk.work.people.many([one.mentor_id for one in found])
    return GroupPage(seen, found, people, number, pages, total)


async def card(desk: Desk, matching_id: int, mentor_id: int, number: int = 0) -> GroupCard:
    """One group, or what became of it; Stale where the mentor has none in this matching any more."""
    seen = await find(desk, matching_id)
    published = False
    found = await desk.work.matchings.group(matching_id, mentor_id)
    if not found:
        found, published = await desk.work.matchings.group(matching_id, mentor_id, published=True), True
    mentor = await desk.work.people.get(mentor_id)
    if not found or mentor is None:
        raise Stale("match-gone-group")
    pages = -(-len(found) // PAGE)
    number = min(max(number, 0), pages - 1)
    lines = found[number * PAGE : (number + 1) * PAGE]
    people = await desk.work.people.many([one.mentee_id for one in lines])
    untrained = await training_steps.warning(desk, [mentor])
    return GroupCard(seen, mentor, lines, people, number, pages, len(found), published, untrained)

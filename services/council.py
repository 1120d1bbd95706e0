"""The council of mentors looks at what is proposed and says what it thinks: names, class and areas, never needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.matching_records import Comment, MatchingState, Proposal, Shelf
from mentoring.pages import pages_of
from mentoring.people import Membership, Person
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import data_log, dialogue, dialogue_screens, notices
from services.desk import Desk
from services.matching_access import Seen, changeable, find, proposal
from surveys.path import Value
from surveys.record import Record, Subject

MATCHING = "matching"
FORM = "council-comment"
PAGE = 6
_MENTEE = "mentee"


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """A page of what is proposed, with the people by id."""

    seen: Seen
    lines: tuple[Proposal, ...]
    people: Mapping[int, Person]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class CouncilCard:
    """One proposal as the council sees it: what was asked for, and what members have said so far."""

    seen: Seen
    mentee: Person
    mentor: Person | None
    asks: Membership | None
    comments: tuple[Comment, ...]
    people: Mapping[int, Person]


async def send(desk: Desk, matching_id: int) -> int:
    """Asks the council; how many of it could be told. Invalid while nothing is computed or there is no council."""
    seen = await changeable(desk, matching_id)
    if seen.matching.state is not MatchingState.READY:
        raise Invalid("match-not-computed")
    members = [
        one.person.id
        for one in await desk.work.candidates.members(Role.MENTOR, seen.organisation.id)
        if one.membership.council
    ]
    if not members:
        raise Invalid("council-nobody")
    if not await desk.work.matchings.to_council(matching_id):
        raise Stale("council-sent-already")
    said = Say("council-asked", {"organisation": seen.organisation.name})
    keyboard = ((Button(Say("council-look"), press("council.open", matching_id, 0)),),)
    missed = await notices.to_all(desk, members, said, keyboard=keyboard)
    return len(members) - len(missed)


async def look(desk: Desk, matching_id: int, number: int = 0) -> CouncilPage:
    """A page of what is proposed."""
    seen = await _seat(desk, matching_id)
    number = max(number, 0)
    found, total = await desk.work.matchings.proposals(matching_id, Shelf.PROPOSED, offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await look(desk, matching_id, pages - 1)
    if found:
        await data_log.note(desk, data_log.Look.MATCHING, (seen.organisation.id,), count=total)
    ids = {person for one in found for person in (one.mentee_id, one.mentor_id) if person is not None}
    return CouncilPage(seen, found, await desk.work.people.many(ids), number, pages)


async def card(desk: Desk, matching_id: int, mentee_id: int) -> CouncilCard:
    """One proposal."""
    seen = await _seat(desk, matching_id)
    found = await proposal(desk, matching_id, mentee_id)
    comments = await desk.work.matchings.comments(matching_id, mentee_id)
    ids = {mentee_id, *(one.author_id for one in comments)}
    people = await desk.work.people.many(ids | ({found.mentor_id} if found.mentor_id is not None else set()))
    if mentee_id not in people:
        raise NotFound
    asks = await desk.work.memberships.find(mentee_id, seen.organisation.id, Role.MENTEE)
    mentor = people.get(found.mentor_id) if found.mentor_id is not None else None
    return CouncilCard(seen, people[mentee_id], mentor, asks, comments, people)


async def begin(desk: Desk, matching_id: int, mentee_id: int) -> Show:
    """The form in which a member says what they think."""
    seen = await _seat(desk, matching_id)
    await proposal(desk, matching_id, mentee_id)
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(MATCHING, matching_id),
        organisation_id=seen.organisation.id,
        facts={_MENTEE: mentee_id},
    )


async def comment(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `council-comment`: kept at the proposal; the curator who made the matching hears of it."""
    matching_id, mentee_id = record.about(MATCHING) or 0, int(str(record.facts[_MENTEE]))
    seen = await _seat(desk, matching_id)
    found = await proposal(desk, matching_id, mentee_id)
    author = desk.actor.person
    if author is None:
        raise Forbidden
    await desk.work.matchings.comment(matching_id, found.mentee_id, author.id, str(answers["comment"]))
    mentee = await desk.work.people.get(mentee_id)
    if author.id != seen.matching.created_by and mentee is not None:
        said = Say("council-commented", {"who": author.name, "mentee": mentee.name})
        keyboard = ((Button(Say("match-open-pair"), press("match.pair", matching_id, mentee_id)),),)
        await notices.to(desk, seen.matching.created_by, said, keyboard=keyboard)
    ways = ((Button(Say("council-back"), press("council.open", matching_id, 0)),),)
    return (dialogue_screens.done(record, Say("council-thanks"), ways),)


async def _seat(desk: Desk, matching_id: int) -> Seen:
    """The matching, for its curator or a member of the council, while the council is asked."""
    seen = await find(desk, matching_id, Action.COMMENT_MATCHING)
    here = [one for one in desk.actor.approved if one.organisation_id == seen.organisation.id]
    if not any(one.role is Role.CURATOR or (one.role is Role.MENTOR and one.council) for one in here):
        raise Forbidden
    if seen.matching.council_at is None or seen.matching.state is not MatchingState.READY:
        raise Stale("council-over")
    return seen

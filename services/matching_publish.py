"""From proposals to mentorships: one pair alone, or all of them; until then nobody hears of a matching.

Many are published some at a time: the first with the press, the others with the tick, so that nobody has to wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring import life
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, Refusal, Stale
from mentoring.matching_records import Mark, Matching, MatchingState, Proposal, Tally, Thought
from mentoring.mentorships import Side
from mentoring.people import Organisation, Person
from messaging.replies import Button, Say, press
from services import forming, matching_pairs, notices
from services.desk import Desk
from services.matching_access import Seen, changeable, find, open_proposal
from services.matching_people import network
from services.pairs import Pair

AT_ONCE = 20
"""Pairs in one transaction."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One pair proposed to its people; `missed`: who could not be reached."""

    seen: Seen
    pair: Pair
    missed: tuple[Person, ...]


async def publish_one(desk: Desk, matching_id: int, mentee_id: int) -> Proposed:
    """Proposes one pair to the two. Raises Stale where somebody was quicker, Invalid where a rule has come between."""
    seen = await changeable(desk, matching_id)
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(seen.organisation.id))
    found = await open_proposal(desk, matching_id, mentee_id)
    if found.mentor_id is None:
        raise Invalid("match-nobody-to-fix")
    if not await desk.work.matchings.set_mark(found, found.mark):  # nobody changes it until this is done
        raise Stale("match-gone-pair")
    pair, missed = await _join(desk, seen, found, found.mentor_id, desk.actor.person_id or 0)
    if not await desk.work.matchings.set_mentorship(found, pair.mentorship.id):
        raise Stale("match-gone-proposed")
    return Proposed(seen, pair, missed)


async def before_publishing(desk: Desk, matching_id: int) -> tuple[Seen, Tally]:
    """What publishing would do; Invalid while there is nothing to publish."""
    seen = await changeable(desk, matching_id)
    tally = await desk.work.matchings.tally(matching_id)
    if seen.matching.state is not MatchingState.READY or not tally.open:
        raise Invalid("match-nothing-to-publish")
    return seen, tally


async def publish(desk: Desk, matching_id: int) -> tuple[Seen, Tally]:
    """Proposes all of them. Of two curators one wins: the other is told (Stale). Pressed again it changes nothing."""
    seen, _ = await before_publishing(desk, matching_id)
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(seen.organisation.id))
    if not await desk.work.matchings.publish(seen.matching, desk.actor.person_id or 0):
        raise Stale("match-gone-published")
    seen = await find(desk, matching_id)
    await _some(desk, seen)
    return await find(desk, matching_id), await desk.work.matchings.tally(matching_id)


async def duty(desk: Desk) -> datetime | None:
    """Goes on with a publication that is under way."""
    found = await desk.work.matchings.publishing()
    if found is None:
        return None
    organisation = await desk.work.organisations.get(found.organisation_id)
    if organisation is None:
        return None
    await _some(desk, Seen(found, organisation))
    return desk.now


async def _some(desk: Desk, seen: Seen) -> None:
    """Publishes the next ones; what can't be any more is put by with the reason. After the last it is published."""
    number, by = seen.matching.id, seen.matching.published_by or seen.matching.created_by
    due = await desk.work.matchings.unpublished(number, AT_ONCE + 1)
    for found in due[:AT_ONCE]:
        if found.mentor_id is None:
            continue
        try:
            pair, _ = await _join(desk, seen, found, found.mentor_id, by)
        except Refusal as refusal:
            values = {name: str(value) for name, value in refusal.values.items()}
            thought = Thought(found.thought.why, found.thought.others, refused=(refusal.key, values))
            await desk.work.matchings.set_mentor(found, found.mentor_id, Mark.DROPPED, found.score, thought)
        else:
            await desk.work.matchings.set_mentorship(found, pair.mentorship.id)
    if len(due) > AT_ONCE:
        return
    before = (MatchingState.PUBLISHING,)
    done = await desk.work.matchings.move(number, before, MatchingState.PUBLISHED, published_at=desk.now)
    if done and desk.actor.person_id is None:
        await _tell(desk, seen.matching, by)


async def _tell(desk: Desk, matching: Matching, person_id: int) -> None:
    """Whoever published it hears that all is done."""
    tally = await desk.work.matchings.tally(matching.id)
    said = Say("match-published-done", {"pairs": tally.published, "dropped": tally.dropped})
    keyboard = ((Button(Say("match-open-card"), press("match.card", matching.id)),),)
    await notices.to(desk, person_id, said, keyboard=keyboard)


async def _join(desk: Desk, seen: Seen, found: Proposal, mentor_id: int, by: int) -> tuple[Pair, tuple[Person, ...]]:
    """A proposal becomes a proposed mentorship, under the same rules as one that is formed by hand."""
    matching, organisation = seen.matching, seen.organisation
    await desk.work.mentorships.hold_people([found.mentee_id, mentor_id])
    people = await desk.work.people.many([found.mentee_id, mentor_id])
    if len(people) < 2:
        raise Stale("match-gone-person")
    mentee, mentor = people[found.mentee_id], people[mentor_id]
    home = await _home(desk, seen, mentor)
    await forming.ensure_ready(desk, organisation, mentee, Side.MENTEE)
    await forming.ensure_ready(desk, home, mentor, Side.MENTOR)
    await forming.ensure_new(desk, {Side.MENTEE: [mentee], Side.MENTOR: [mentor]})
    await forming.ensure_room(desk, home, [mentor], [mentee.id])
    kind = desk.programme.kind(matching.kind)
    forming.ensure_older(desk.programme.role_model(matching.form, matching.role_model), kind, [mentor], [mentee])
    proposed = life.propose(
        organisation_id=organisation.id,
        form=matching.form,
        role_model=matching.role_model,
        kind=matching.kind,
        mentors=[mentor],
        mentees=[mentee],
        starts=matching.starts,
        ends=matching.ends,
        proposed_by=by,
        now=desk.now,
        today=desk.today(organisation.zone),
        fits=desk.programme.fits,
        youngest=desk.programme.youngest,
    )
    return await forming.store(desk, proposed)


async def _home(desk: Desk, seen: Seen, mentor: Person) -> Organisation:
    """The organisation whose mentor somebody is: this one, or one of the network where the kind allows it."""
    if not network(desk, seen.matching):
        return seen.organisation
    ids = [one.membership.organisation_id or 0 for one in await matching_pairs.mentor_places(desk, mentor.id)]
    if not ids or seen.organisation.id in ids:
        return seen.organisation
    return await desk.work.organisations.get(ids[0]) or seen.organisation

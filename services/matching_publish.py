"""From proposals to mentorships: one pair or group alone, or all of them; until then nobody hears of a matching.

Many are published some at a time: the first with the press, the others with the tick, so that nobody has to wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, Refusal, Stale
from mentoring.matching_records import Mark, Matching, MatchingState, Proposal, Tally, Thought
from mentoring.people import Person
from messaging.replies import Button, Lines, Say, Text, press
from services import matching_joining, notices
from services.desk import Desk
from services.matching_access import Seen, changeable, find, open_proposal
from services.matching_pairs import page_of
from services.pairs import Pair

AT_ONCE = 20
"""Mentees in one transaction; a group is never cut in two."""
_TURN = 60
"""Seconds for which one of several publications has its turn: one that fails keeps none of the others from theirs."""
_NAMED = 6
"""Mentees named whose proposal could not be published; the others are in the list «without a pair»."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One pair or group proposed to its people; `missed`: who could not be reached; `page`: their list's."""

    seen: Seen
    pair: Pair
    missed: tuple[Person, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """How far a publication is. `refused`: who could not be published and why, a line each; `night`: the rest waits for
    the end of the quiet hours."""

    seen: Seen
    tally: Tally
    refused: tuple[Text, ...]
    night: bool


async def publish_one(desk: Desk, matching_id: int, mentee_id: int) -> Proposed:
    """Proposes one pair, or the group a mentee is in. Raises Stale where somebody was quicker, Invalid where a rule
    has come between."""
    seen = await changeable(desk, matching_id)
    found = await open_proposal(desk, matching_id, mentee_id)
    if found.mentor_id is None:
        raise Invalid("match-nobody-to-fix")
    if seen.matching.groups:
        return await publish_group(desk, matching_id, found.mentor_id)
    page = await page_of(desk, seen, found)
    return replace(await _propose(desk, seen, found.mentor_id, (found,)), page=page)


async def publish_group(desk: Desk, matching_id: int, mentor_id: int) -> Proposed:
    """The same for the group of a mentor; Invalid names who can't be in it any more, to be taken out first."""
    seen = await changeable(desk, matching_id)
    together = await desk.work.matchings.group(matching_id, mentor_id)
    if not together:
        raise Stale("match-gone-group")
    return await _propose(desk, seen, mentor_id, together)


async def _propose(desk: Desk, seen: Seen, mentor_id: int, unit: Sequence[Proposal]) -> Proposed:
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(seen.organisation.id))
    await matching_joining.hold(desk, unit)
    for one in unit:  # nobody changes it until this is done
        if not await desk.work.matchings.set_mark(one, one.mark):
            raise Stale("match-gone-pair")
    lead = await matching_joining.find_lead(desk, seen, mentor_id)
    mentees: list[Person] = []
    for one in unit:
        mentees.append(await matching_joining.find_mentee(desk, seen, lead, one, mentees))
    matching_joining.ensure_enough(seen.matching, mentees)
    pair, missed = await matching_joining.join(desk, seen, lead, mentees, desk.actor.person_id or 0)
    for one in unit:
        if not await desk.work.matchings.set_mentorship(one, pair.mentorship.id):
            raise Stale("match-gone-proposed")
    return Proposed(seen, pair, missed)


async def before_publishing(desk: Desk, matching_id: int) -> tuple[Seen, Tally]:
    """What publishing would do; Invalid while there is nothing to publish, or it is to be computed anew first."""
    seen = await changeable(desk, matching_id)
    tally = await desk.work.matchings.tally(matching_id)
    if seen.matching.state is not MatchingState.READY or not tally.open:
        raise Invalid("match-nothing-to-publish")
    if seen.matching.outdated:
        raise Invalid("match-outdated")
    return seen, tally


async def publish(desk: Desk, matching_id: int, turn: int) -> Publication:
    """Proposes all of them. Pressed again it changes nothing.

    turn: the computation the actor has looked at. Of two curators one wins: the other is told (Stale) that it was
    published or computed anew meanwhile.
    """
    seen, _ = await before_publishing(desk, matching_id)
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(seen.organisation.id))
    if seen.matching.round != turn:
        raise Stale("match-gone-computed")
    if not await desk.work.matchings.publish(seen.matching, desk.actor.person_id or 0):
        raise Stale("match-gone-published")
    await _some(desk, await find(desk, matching_id))
    night = desk.programme.quiet.release(desk.now, seen.organisation.zone) > desk.now
    tally = await desk.work.matchings.tally(matching_id)
    return Publication(await find(desk, matching_id), tally, await _refused(desk, matching_id, tally), night)


async def duty(desk: Desk) -> datetime | None:
    """Goes on with publications that are under way, each outside its organisation's quiet hours, by turns."""
    under_way = await desk.work.matchings.publishing()
    places = await desk.work.organisations.many({one.organisation_id for one in under_way})
    quiet = desk.programme.quiet
    waits = {one.id: quiet.release(desk.now, places[one.organisation_id].zone) for one in under_way}
    awake = [one for one in under_way if waits[one.id] <= desk.now]
    if not awake:
        return min(waits.values(), default=None)
    found = awake[int(desk.now.timestamp()) // _TURN % len(awake)]
    await _some(desk, Seen(found, places[found.organisation_id]))
    return desk.now


# --- some of them ----------------------------------------------------------------------------------------------------


async def _some(desk: Desk, seen: Seen) -> None:
    """Publishes the next ones; what can't be any more is put by with the reason. After the last it is published."""
    number, by = seen.matching.id, seen.matching.published_by or seen.matching.created_by
    units, more = await _next(desk, seen.matching)
    await matching_joining.hold(desk, [one for unit in units for one in unit])
    for unit in units:
        await _publish(desk, seen, unit, by)
    if more:
        return
    before = (MatchingState.PUBLISHING,)
    done = await desk.work.matchings.move(number, before, MatchingState.PUBLISHED, published_at=desk.now)
    if done and desk.actor.person_id is None:
        await _tell(desk, seen, by)


async def _next(desk: Desk, matching: Matching) -> tuple[list[tuple[Proposal, ...]], bool]:
    """The next pairs or groups, as many as go at once, and whether there are more."""
    if not matching.groups:
        due = await desk.work.matchings.unpublished(matching.id, AT_ONCE + 1)
        return [(one,) for one in due[:AT_ONCE]], len(due) > AT_ONCE
    units: list[tuple[Proposal, ...]] = []
    mentors = await desk.work.matchings.unpublished_groups(matching.id, AT_ONCE + 1)
    for mentor_id in mentors:
        if sum(map(len, units)) >= AT_ONCE:
            break
        units.append(await desk.work.matchings.group(matching.id, mentor_id))
    return units, len(mentors) > len(units)


async def _publish(desk: Desk, seen: Seen, unit: Sequence[Proposal], by: int) -> None:
    """One pair or group; who can't be in it any more is put by, and the others go on where there are enough of them."""
    mentees: dict[int, Person] = {}
    try:
        lead = await matching_joining.find_lead(desk, seen, unit[0].mentor_id or 0)
        for one in unit:
            try:
                mentees[one.id] = await matching_joining.find_mentee(desk, seen, lead, one, list(mentees.values()))
            except Refusal as refusal:
                await _put_by(desk, [one], refusal)
        fitting = [one for one in unit if one.id in mentees]
        if not fitting:
            return
        matching_joining.ensure_enough(seen.matching, fitting)
        pair, _ = await matching_joining.join(desk, seen, lead, list(mentees.values()), by)
    except Refusal as refusal:
        await _put_by(desk, [one for one in unit if one.id in mentees] or unit, refusal)
        return
    for one in fitting:
        if not await desk.work.matchings.set_mentorship(one, pair.mentorship.id):
            raise Stale("match-gone-proposed")  # read before somebody else changed it: all of it is done again


async def _put_by(desk: Desk, unit: Sequence[Proposal], refusal: Refusal) -> None:
    values = {name: str(value) for name, value in refusal.values.items()}
    for one in unit:
        thought = Thought(one.thought.why, one.thought.others, refused=(refusal.key, values))
        await desk.work.matchings.set_mentor(one, one.mentor_id, Mark.DROPPED, one.score, thought)


async def _tell(desk: Desk, seen: Seen, person_id: int) -> None:
    """Whoever published it hears that all is done, and who could not be published and why."""
    number = seen.matching.id
    tally = await desk.work.matchings.tally(number)
    said = Say("match-published-done", {"pairs": tally.published, "dropped": tally.dropped})
    keyboard = (
        (Button(Say("match-alone", {"count": tally.alone}), press("match.pairs", number, "alone", 0)),),
        (Button(Say("match-open-card"), press("match.card", number)),),
    )
    text = Lines((said, *await _refused(desk, number, tally)))
    person = await desk.work.people.get(person_id)
    zone = (person.zone if person is not None else None) or seen.organisation.zone
    leaves = desk.programme.quiet.release(desk.now, zone)
    await notices.to(desk, person_id, text, keyboard=keyboard, not_before=leaves)


async def _refused(desk: Desk, matching_id: int, tally: Tally) -> tuple[Text, ...]:
    """A line for each who could not be published, some of them where there are many."""
    if not tally.dropped:
        return ()
    found = await desk.work.matchings.dropped(matching_id, _NAMED)
    people = await desk.work.people.many([one.mentee_id for one in found])
    lines: list[Text] = []
    for one in found:
        key, values = one.thought.refused or ("match-gone-person", {})
        name = people[one.mentee_id].name if one.mentee_id in people else "…"
        why = Say(key, values)
        named = values.get("name") == name  # such a refusal begins with the name by itself
        lines.append(Say("match-refused-why", {"why": why}) if named else _refused_line(name, why))
    if tally.dropped > len(found):
        lines.append(Say("match-refused-more", {"count": tally.dropped - len(found)}))
    return tuple(lines)


def _refused_line(name: str, why: Say) -> Say:
    return Say("match-refused-line", {"name": name, "why": why})

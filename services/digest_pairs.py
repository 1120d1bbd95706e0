"""What digests of curators and psychologists say of people and mentorships: a statement or two a kind of thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from mentoring import health as rules
from mentoring.access import Action
from mentoring.digest import Kind, Matter
from mentoring.health import State
from mentoring.help import LOSES_SENSE, late_at
from mentoring.roles import Role
from messaging.replies import press
from services import health
from services.desk import Desk
from services.digest_readers import Readers, Thing
from services.people import View
from services.unmatched import MEMBERSHIP, SUPPORTED
from storage.candidates import Traced
from storage.digest_work import Waiting

LIMIT = 200
DECISION = timedelta(days=2)
"""Who decides has heard at once; so much later they are reminded."""
PROPOSAL = timedelta(days=5)
"""Whoever was asked has been reminded by then."""
SURVEY = timedelta(days=7)
ALONE, SUPPORT = timedelta(days=14), timedelta(days=30)
LOG = timedelta(days=3)
LOG_LOSES_SENSE = timedelta(days=30)
OVERDUE = timedelta(days=7)
BACK = timedelta(days=3)


async def alarms(desk: Desk, readers: Readers) -> list[Thing]:
    """Of psychologists, of curators where there is none; told at once already. Never to the mentor of whom it is."""
    at = readers.at(Action.SEE_ALARMS)
    found = await desk.work.digests.alarms(at) if at else ()
    if not found:
        return []
    psychologists = await desk.work.memberships.holders_in(Role.PSYCHOLOGIST, at)
    readers_here = {person for place in at for person in at[place]}
    mentored = await desk.work.alarms.mentored(readers_here, {one.person_id or 0 for one in found})
    things = []
    for one in found:
        hearing = psychologists.get(one.organisation_id) or at[one.organisation_id]
        for person in at[one.organisation_id]:
            if person in hearing and person != one.person_id and (person, one.person_id) not in mentored:
                matter = Matter(Kind.ALARMS, (readers.day(one.since, one.organisation_id) + timedelta(days=1),))
                things.append(Thing(person, matter, press("alarm.card", one.subject), press("alarms.list")))
    return things


async def help_late(desk: Desk, readers: Readers) -> list[Thing]:
    """Questions without an answer for two working days."""
    at = readers.at(Action.SEE_HELP)
    if not at:
        return []
    listed = await desk.work.help_requests.waiting(desk.now - LOSES_SENSE, LIMIT)
    return [
        Thing(
            person,
            Matter(Kind.HELP, (readers.day(due, one.request.organisation_id),)),
            press("help.card", one.request.id),
            press("help.list"),
            person=one.request.asked_by,
        )
        for one in listed
        if (due := late_at(one.request.asked_at, one.zone)) <= desk.now
        for person in at.get(one.request.organisation_id, ())
    ]


async def stuck(desk: Desk, readers: Readers) -> list[Thing]:
    """Mentorships without a meeting for too long, who has waited longest first."""
    at = readers.at(Action.NOTE_HEALTH)
    if not at:
        return []
    limits, found = health.limits(desk), []
    for one in await health.facts(desk, list(at)):
        since = rules.stuck_from(one, limits)
        today = desk.today(readers.places[one.organisation_id].zone)
        if since is not None and rules.assess(one, limits, today).state is State.STUCK:
            matter, to = Matter(Kind.STUCK, (since,)), press("health.card", one.mentorship_id)
            found += [
                Thing(person, matter, to, press("health.list"), pair=one.mentorship_id)
                for person in at[one.organisation_id]
            ]
    return sorted(found, key=lambda thing: thing.matter.since)


async def withdrawn(desk: Desk, readers: Readers) -> list[Thing]:
    """People who take part though a consent was withdrawn."""
    at = readers.at(Action.RECORD_PAPER_CONSENT)
    found = await desk.work.digests.withdrawn(at) if at else ()
    return _each(readers, at, found, Kind.WITHDRAWN, "person.open", after=timedelta(), tail=View().code)


async def unreachable(desk: Desk, readers: Readers) -> list[Thing]:
    """People in open mentorships who have blocked the bot: the curators have heard when it happened."""
    at = readers.at(Action.EDIT_PERSON)
    found = await desk.work.digests.unreachable(at) if at else ()
    return _each(readers, at, found, Kind.UNREACHABLE, "person.open", after=timedelta(), tail=View().code)


async def children(desk: Desk, readers: Readers) -> list[Thing]:
    """Children for whom no guardian has consented, or one has refused, for two days."""
    at = readers.at(Action.RECORD_PAPER_CONSENT)
    found, _ = await desk.work.guardianships.awaited(at, limit=LIMIT) if at else ((), 0)
    waiting = [Waiting(one.organisation_id, one.response_id, one.since) for one in found]
    return _each(readers, at, waiting, Kind.CHILDREN, "child.open", press("children.list"), after=DECISION)


async def applicants(desk: Desk, readers: Readers) -> list[Thing]:
    """Those who have waited for a decision for two days."""
    at = readers.at(Action.DECIDE_APPLICANT)
    found = await desk.work.digests.applicants(at) if at else ()
    return _each(readers, at, found, Kind.APPLICANTS, "applicant.show", press("applicants.list"), after=DECISION)


async def referrals(desk: Desk, readers: Readers) -> list[Thing]:
    """Requests of third parties that have waited for two days."""
    at = readers.at(Action.TAKE_REFERRAL)
    found = await desk.work.digests.referrals(at) if at else ()
    return _each(readers, at, found, Kind.REFERRALS, "referral.open", press("referrals.list"), after=DECISION)


async def unmatched(desk: Desk, readers: Readers) -> list[Thing]:
    """Mentees without a mentor for two weeks whom nobody has supported for a month: to the psychologist.

    Whoever matches has them before their eyes.
    """
    matching = readers.at(Action.MATCH)
    at = {
        place: people
        for place, listed in readers.at(Action.SEE_UNMATCHED).items()
        if (people := tuple(one for one in listed if one not in matching.get(place, ())))
    }
    supported = Traced(MEMBERSHIP, SUPPORTED, desk.now - SUPPORT)
    found = await desk.work.candidates.left_alone(at, desk.now - ALONE, supported, LIMIT) if at else ()
    return [
        Thing(
            person,
            Matter(Kind.UNMATCHED, (readers.day(since + ALONE, place),)),
            press("unmatched.card", membership),
            press("unmatched.list"),
            person=mentee,
        )
        for place, membership, mentee, since in found
        for person in at[place]
    ]


async def proposals(desk: Desk, readers: Readers) -> list[Thing]:
    """Proposed mentorships to which somebody has not agreed for five days."""
    at = readers.at(Action.PROPOSE_MENTORSHIP)
    found = await desk.work.digests.proposals(at, desk.now - PROPOSAL) if at else ()
    return _each(readers, at, found, Kind.PROPOSALS, "pair.open", press("pairs.list"), after=PROPOSAL, pair=True)


async def silent(desk: Desk, readers: Readers) -> list[Thing]:
    """Mentorships whose questionnaires somebody has not answered for a week."""
    at = readers.at(Action.REMIND_UNANSWERED)
    found = await desk.work.digests.silent(at, desk.now - SURVEY) if at else ()
    return _each(readers, at, found, Kind.SILENT, "pair.open", press("pairs.list"), after=SURVEY, pair=True)


async def unlogged(desk: Desk, readers: Readers) -> list[Thing]:
    """Meetings of which no mentor has said how they were: after three days, for a month."""
    at = readers.at(Action.LOG_MEETING)
    store = desk.work.digests
    found = await store.unlogged(at, desk.now - LOG_LOSES_SENSE, desk.now - LOG) if at else ()
    return _each(readers, at, found, Kind.UNLOGGED, "meeting.open", after=LOG)


async def closing(desk: Desk, readers: Readers) -> list[Thing]:
    """Mentorships to be completed: exit questionnaires are asked, or the last day was a week ago."""
    at = readers.at(Action.COMPLETE_MENTORSHIP)
    if not at:
        return []
    found = []
    for one in await desk.work.digests.closing(at, desk.today() - OVERDUE):
        late = one.ends + OVERDUE
        asked = () if one.exit_asked_at is None else (readers.day(one.exit_asked_at, one.organisation_id),)
        overdue = late <= desk.today(readers.places[one.organisation_id].zone)
        matter = Matter(Kind.OVERDUE, (*asked, late), lasting=overdue)
        to = press("pair.complete", one.mentorship_id)
        found += [
            Thing(person, matter, to, press("pairs.list"), pair=one.mentorship_id, day=one.ends)
            for person in at[one.organisation_id]
        ]
    return found


async def back(desk: Desk, readers: Readers) -> list[Thing]:
    """Whose pause is over: themselves and their curators."""
    today, at = desk.today(), readers.at(Action.EDIT_MEMBERSHIP)
    store = desk.work.digests
    own = await store.back(readers.actors, today - BACK, today + timedelta(days=1))
    theirs = await store.back_in(at, today - BACK, today + timedelta(days=1)) if at else ()
    found = [(person, membership, person, day) for membership, person, _, day in own]
    found += [
        (reader, membership, person, day)
        for membership, person, place, day in theirs
        for reader in at[place]
        if reader != person
    ]
    return [
        Thing(reader, Matter(Kind.BACK, (day,), lasting=False), press("place.open", membership), person=person)
        for reader, membership, person, day in found
    ]


def _each(
    readers: Readers,
    at: dict[int, tuple[int, ...]],
    found: Iterable[Waiting],
    kind: Kind,
    to: str,
    every: str | None = None,
    *,
    after: timedelta,
    pair: bool = False,
    tail: str = "",
) -> list[Thing]:
    """A thing for each who may do it in its organisation; `after`: so long after it came up it is news."""
    return [
        Thing(
            person,
            Matter(kind, (readers.day(one.since + after, one.organisation_id),)),
            press(to, one.subject, *([tail] if tail else [])),
            every,
            person=one.person_id,
            pair=one.subject if pair else None,
        )
        for one in found
        for person in at[one.organisation_id]
    ]

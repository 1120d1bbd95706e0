"""Mentees without a mentor: who, since when, what they ask for; the psychologist's support while the search goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import data_log, dialogue, dialogue_screens, notices
from services.desk import Desk
from storage.candidates import Alone
from surveys.path import Value
from surveys.record import Record, Subject

MEMBERSHIP = "membership"
SUPPORTED = "supported"
"""Event of the membership's trail."""
FORM = "support-note"
PAGE = 6


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A page of mentees without a mentor, who waits longest first."""

    lines: tuple[tuple[Alone, Organisation], ...]
    page: int
    pages: int
    total: int
    several: bool
    may_match: bool


@dataclass(frozen=True, slots=True)
class Support:
    """Support that was given: when, by whom, in which words."""

    at: datetime
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class UnmatchedCard:
    """One of them, with the support given so far, the newest first."""

    alone: Alone
    organisation: Organisation
    supports: tuple[Support, ...]
    may_match: bool


async def listing(desk: Desk, number: int = 0) -> Unmatched:
    """Those of the actor's organisations; Forbidden if there is none."""
    own = places(desk.actor, Action.SEE_UNMATCHED)
    if not own:
        raise Forbidden
    number = max(number, 0)
    found, total = await desk.work.candidates.unmatched(own, offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await listing(desk, pages - 1)
    seen = [one.member.membership.organisation_id for one in found]
    await data_log.note_list(desk, data_log.Look.UNMATCHED, own, seen, total)
    known = await desk.work.organisations.many(own)
    lines = tuple((one, known[one.member.membership.organisation_id or 0]) for one in found)
    return Unmatched(lines, number, pages, total, len(own) > 1, bool(places(desk.actor, Action.MATCH)))


async def card(desk: Desk, membership_id: int) -> UnmatchedCard:
    """One mentee; Stale once they have a mentor or take no part any more."""
    alone, organisation = await _find(desk, membership_id)
    await data_log.note(desk, data_log.Look.CARD, (organisation.id,), about=alone.member.person.id)
    traces = [one for one in await desk.work.trail.of(MEMBERSHIP, membership_id) if one.event == SUPPORTED]
    people = await desk.work.people.many({one.actor_id for one in traces if one.actor_id is not None})
    supports = tuple(
        Support(one.at, people[one.actor_id].name if one.actor_id in people else "", str(one.details.get("note", "")))
        for one in traces
    )
    may_match = allowed(desk.actor, Action.MATCH, Scope(organisation.id))
    return UnmatchedCard(alone, organisation, supports, may_match)


async def begin(desk: Desk, membership_id: int) -> Show:
    """The form in which the support given is noted."""
    _, organisation = await _find(desk, membership_id)
    return await dialogue.begin(desk, FORM, subject=Subject(MEMBERSHIP, membership_id), organisation_id=organisation.id)


async def support(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `support-note`: kept in the trail; the curators hear that the search goes on."""
    membership_id = record.about(MEMBERSHIP) or 0
    alone, organisation = await _find(desk, membership_id)
    note = str(answers.get("note") or "")
    await desk.work.trail.add(
        MEMBERSHIP,
        membership_id,
        SUPPORTED,
        actor_id=desk.actor.person_id,
        organisation_id=organisation.id,
        details={"note": note} if note else None,
    )
    said = Say("unmatched-search-on", {"name": alone.member.person.name})
    keyboard = ((Button(Say("unmatched-match"), press("match.open")),),)
    for one in await desk.work.memberships.holders(Role.CURATOR, organisation.id):
        if one.person_id != desk.actor.person_id:
            await notices.to(desk, one.person_id, said, keyboard=keyboard)
    ways = ((Button(Say("unmatched-back"), press("unmatched.list")),),)
    done = Say("unmatched-supported", {"name": alone.member.person.name})
    return (dialogue_screens.done(record, done, ways),)


async def _find(desk: Desk, membership_id: int) -> tuple[Alone, Organisation]:
    membership = await desk.work.memberships.get(membership_id)
    if membership is None or membership.organisation_id is None:
        raise NotFound
    ensure(desk.actor, Action.SEE_UNMATCHED, Scope(membership.organisation_id))
    organisation = await desk.work.organisations.get(membership.organisation_id)
    found = await desk.work.candidates.alone(membership_id)
    if organisation is None:
        raise NotFound
    if found is None:
        raise Stale("unmatched-gone")
    return found, organisation

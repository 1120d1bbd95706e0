"""Whom a campaign asks: approved people who consented, in the order of their ids, read a few hundred at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from mentoring.campaigns import Audience, Candidate, Chosen, chosen
from mentoring.consents import Consent, ConsentKind
from mentoring.roles import PARTICIPANTS
from services.desk import Desk
from services.forming import consented
from storage.campaign_people import Member

AT_ONCE = 400
"""People read at a time."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whom the audience means, and who they are."""

    chosen: Chosen
    member: Member


async def batches(
    desk: Desk, organisation_id: int | None, audience: Audience, *, after: int = 0, at_once: int = AT_ONCE
) -> AsyncIterator[tuple[Found, ...]]:
    """Everybody the audience means, from the person id `after` on; organisation_id None: in every organisation."""
    while True:
        members = await desk.work.campaigns.members(organisation_id, audience.roles, after=after, limit=at_once)
        if not members:
            return
        yield await _means(desk, audience, members)
        after = members[-1].person.id


async def reach(desk: Desk, organisation_id: int | None, audience: Audience) -> int:
    """How many people it would ask if it opened now."""
    return sum([len(found) async for found in batches(desk, organisation_id, audience)])


async def _means(desk: Desk, audience: Audience, members: tuple[Member, ...]) -> tuple[Found, ...]:
    ids = [member.person.id for member in members]
    given = await desk.work.campaigns.consents_of(ids)
    places = await desk.work.campaigns.places_of(ids)
    by_id = {member.person.id: member for member in members}
    candidates = [
        Candidate(
            member.person.id,
            member.places[0][0],
            frozenset(role for _, role in member.places),
            member.person.category,
            member.person.profile.school_class,
            places.get(member.person.id, ()),
        )
        for member in members
        if _may_be_asked(desk, member, given.get(member.person.id, ()))
    ]
    return tuple(Found(one, by_id[one.person_id]) for one in chosen(audience, candidates))


def _may_be_asked(desk: Desk, member: Member, given: tuple[Consent, ...]) -> bool:
    """Who takes part or is a minor has both consents; of staff the processing of their data is enough."""
    today = desk.today(member.zone)
    takes_part = any(role in PARTICIPANTS for _, role in member.places)
    if takes_part or member.person.is_minor(today):
        return consented(member.person, given, today)
    return any(one.kind is ConsentKind.PROCESSING for one in given)

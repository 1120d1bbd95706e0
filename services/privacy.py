"""What is kept about somebody: their card as registered, their roles, their consents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.consents import Consent, ConsentKind
from mentoring.erasure import may_alone
from mentoring.errors import Stale
from mentoring.people import Membership, Organisation, Person
from services.desk import Desk


@dataclass(frozen=True, slots=True)
class Kept:
    """`consents`: all ever given about the person, withdrawn ones too, the oldest first.

    `may_withdraw`: by themselves; `published`: the consent to publishing their name holds.
    """

    person: Person
    memberships: tuple[Membership, ...]
    organisations: Mapping[int, Organisation]
    consents: tuple[Consent, ...]
    zone: str
    may_withdraw: bool
    published: bool


async def kept(desk: Desk) -> Kept | None:
    """About the actor; None of somebody who is not registered."""
    person = desk.actor.person
    if person is None:
        return None
    memberships = desk.actor.memberships
    places = [m.organisation_id for m in memberships if m.organisation_id is not None]
    known = await desk.work.organisations.many(places)
    zone = person.zone or next((known[place].zone for place in places if place in known), desk.programme.zone)
    consents = await desk.work.consents.history(person.id)
    published = any(one.kind is ConsentKind.PUBLICATION and one.withdrawn_at is None for one in consents)
    return Kept(person, memberships, known, consents, zone, may_alone(person, desk.today(zone)), published)


async def begun(desk: Desk) -> bool:
    """Whether a stranger has begun to register: then what they have typed so far is kept."""
    return desk.actor.person is None and bool(await desk.work.responses.waiting(desk.actor.chat_id))


async def forget_begun(desk: Desk) -> None:
    """A stranger's unfinished registration is erased with everything that hangs on it. Raises Stale for nothing."""
    if not await begun(desk):
        raise Stale("privacy-nothing-begun")
    for record in await desk.work.responses.waiting(desk.actor.chat_id):
        await desk.work.responses.erase(record.id)
    await desk.work.chats.set_active(desk.actor.chat_id, None)
    desk.work.forgets = True

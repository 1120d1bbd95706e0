"""Links that let people in: personal ones for staff and the organisation's own, made, shown, withdrawn, read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, NotFound, Refusal, Stale, TooLate
from mentoring.invitations import Addressee, Invitation
from mentoring.people import Organisation
from mentoring.roles import Role
from services.desk import Desk

INVITING: dict[Role, Action] = {
    Role.CURATOR: Action.INVITE_CURATOR,
    Role.HEAD: Action.INVITE_HEAD,
    Role.PSYCHOLOGIST: Action.INVITE_PSYCHOLOGIST,
}
"""Roles that somebody in the bot may invite to; a coordinator is invited by the operator."""
WRONG_AN_HOUR = 10
"""After so many links that lead nowhere a chat is asked to wait for the next hour."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to be forwarded. `id`: of its invitation; `role` None: the organisation's own; `until`: UTC."""

    id: int
    url: str
    role: Role | None
    organisation: Organisation
    until: datetime


async def opened(desk: Desk, token: str) -> Invitation:
    """The invitation behind a token; a Refusal says why it lets nobody in and what to do.

    That a token was wrong is counted in spite of the Refusal: the transaction keeps it.
    """
    if await _wrong(desk) >= WRONG_AN_HOUR:
        raise TooLate("invitation-too-many")
    invitation = await desk.work.invitations.find(token)
    if invitation is None:
        await _count_wrong(desk)
        raise Refusal("invitation-unknown")
    check(desk, invitation)
    return invitation


def check(desk: Desk, invitation: Invitation) -> None:
    """Raise the Refusal of an invitation that is expired, used or withdrawn."""
    why = invitation.refusal(desk.now)
    if why is not None:
        raise Refusal(f"invitation-{why}")


def roles_to_invite(desk: Desk, organisation_id: int) -> tuple[Role, ...]:
    """Whom the actor may invite to an organisation."""
    scope = Scope(organisation_id=organisation_id)
    return tuple(role for role, action in INVITING.items() if allowed(desk.actor, action, scope))


async def create(desk: Desk, role: Role, organisation_id: int) -> Link:
    """A personal link for somebody who will have `role` in the organisation: single use, two weeks."""
    if role not in INVITING:
        raise Forbidden
    ensure(desk.actor, INVITING[role], Scope(organisation_id=organisation_id))
    organisation = await _organisation(desk, organisation_id)
    token = await desk.work.invitations.create(role, organisation_id, created_by=desk.actor.person_id)
    return await _link(desk, token, organisation)


async def organisation_link(desk: Desk, organisation_id: int) -> Link:
    """The organisation's link that is open now; the first time, and after it has expired, a new one."""
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    organisation = await _organisation(desk, organisation_id)
    for known in await desk.work.invitations.open_links(organisation_id):
        token = await desk.work.facts.get(_kept(known.id))
        if token:
            return await _link(desk, token, organisation)
    return await _new_link(desk, organisation)


async def renew_link(desk: Desk, organisation_id: int, invitation_id: int) -> Link:
    """Withdraw the link that is shown and make a new one; Stale if somebody has done so already."""
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    organisation = await _organisation(desk, organisation_id)
    known = await desk.work.invitations.get(invitation_id)
    if known is None or known.personal or known.organisation_id != organisation_id:
        raise NotFound
    if not await desk.work.invitations.revoke(known.id):
        raise Stale("links-renewed-already")
    await desk.work.facts.set(_kept(known.id), "")
    return await _new_link(desk, organisation)


def addressees(desk: Desk) -> tuple[Addressee, ...]:
    """Whom the programme can invite: pupils and their parents only where pupils take part."""
    schoolchildren = any("pupil" in form.id for form in desk.programme.forms)
    return tuple(each for each in Addressee if schoolchildren or each is Addressee.TEACHERS)


async def _new_link(desk: Desk, organisation: Organisation) -> Link:
    """Its token hangs on the school's wall, so unlike a personal one it may be kept and shown again."""
    token = await desk.work.invitations.create(None, organisation.id, created_by=desk.actor.person_id)
    made = await _link(desk, token, organisation)
    await desk.work.facts.set(_kept(made.id), token)
    return made


async def _link(desk: Desk, token: str, organisation: Organisation) -> Link:
    found = await desk.work.invitations.find(token)
    if found is None:
        raise NotFound
    return Link(found.id, desk.house.link(token), found.role, organisation, found.expires_at)


async def _organisation(desk: Desk, organisation_id: int) -> Organisation:
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


def _kept(invitation_id: int) -> str:
    return f"link:{invitation_id}"


async def _wrong(desk: Desk) -> int:
    """How many links that lead nowhere this chat has opened in the present hour."""
    kept = await desk.work.facts.get(f"wrong-links:{desk.actor.chat_id}") or ""
    hour, _, count = kept.partition(" ")
    return int(count) if hour == _hour(desk) else 0


async def _count_wrong(desk: Desk) -> None:
    count = await _wrong(desk) + 1
    await desk.work.facts.set(f"wrong-links:{desk.actor.chat_id}", f"{_hour(desk)} {count}")


def _hour(desk: Desk) -> str:
    return f"{desk.now:%Y-%m-%dT%H}"

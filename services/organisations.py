"""Organisations of the municipality: founded by the coordinator, listed, shown with their curators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.people import Organisation, OrganisationKind, Person
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import dialogue, dialogue_screens
from services.desk import Desk
from services.invitations import roles_to_invite
from surveys.path import Value
from surveys.record import Record
from surveys.wording import Wording

PAGE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the organisations; `may_create`: the actor may found another."""

    page: int
    pages: int
    total: int
    organisations: tuple[Organisation, ...]
    may_create: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation with its curators, and whom the actor may invite to it. `zone` as the programme calls it."""

    organisation: Organisation
    zone: Wording | str
    curators: tuple[Person, ...]
    may_invite: tuple[Role, ...]


async def listed(desk: Desk, page: int = 0) -> Page:
    """A page of all organisations, for the coordinator; a page past the end is the last one."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope())
    page = max(page, 0)
    found, total = await desk.work.organisations.page(offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await desk.work.organisations.page(offset=page * PAGE, limit=PAGE)
    may_create = allowed(desk.actor, Action.CREATE_ORGANISATION, Scope())
    return Page(page, max(1, -(-total // PAGE)), total, found, may_create)


async def card(desk: Desk, organisation_id: int) -> Card:
    """For the coordinator."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope(organisation_id=organisation_id))
    return await _card(desk, organisation_id)


async def inviting(desk: Desk, organisation_id: int) -> Card:
    """The same for whoever may invite somebody there."""
    if not roles_to_invite(desk, organisation_id):
        raise Forbidden
    return await _card(desk, organisation_id)


async def _card(desk: Desk, organisation_id: int) -> Card:
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    holders = await desk.work.memberships.holders(Role.CURATOR, organisation_id)
    people = await desk.work.people.many(holder.person_id for holder in holders)
    curators = tuple(people[holder.person_id] for holder in holders if holder.person_id in people)
    zones = {zone.id: zone.name for zone in desk.programme.zones}
    zone = zones.get(organisation.zone, organisation.zone)
    return Card(organisation, zone, curators, roles_to_invite(desk, organisation_id))


async def to_invite(desk: Desk, page: int = 0) -> Page:
    """The organisations to which the actor may invite somebody; Forbidden if that is nobody's business of theirs."""
    if everywhere(desk.actor, Action.INVITE_CURATOR):
        return await listed(desk, page)
    return await _own(desk, places(desk.actor, Action.INVITE_PSYCHOLOGIST), page)


async def linked(desk: Desk, page: int = 0) -> Page:
    """The organisations whose link the actor keeps; Forbidden if there is none."""
    return await _own(desk, places(desk.actor, Action.MANAGE_LINKS), page)


async def _own(desk: Desk, ids: Sequence[int], page: int) -> Page:
    if not ids:
        raise Forbidden
    pages = -(-len(ids) // PAGE)
    page = min(max(page, 0), pages - 1)
    known = await desk.work.organisations.many(ids)
    shown = tuple(known[place] for place in ids[page * PAGE : (page + 1) * PAGE] if place in known)
    return Page(page, pages, len(ids), shown, False)


async def found(desk: Desk) -> Show:
    """The form of a new organisation."""
    ensure(desk.actor, Action.CREATE_ORGANISATION, Scope())
    return await dialogue.begin(desk, "organisation")


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `organisation`: it exists now, and its curator can be invited at once."""
    ensure(desk.actor, Action.CREATE_ORGANISATION, Scope())
    name = " ".join(str(answers["name"]).split())
    if await desk.work.organisations.by_name(name):
        raise Invalid("organisations-exists", name=name)
    made = await desk.work.organisations.add(
        name, OrganisationKind(str(answers["kind"])), str(answers["zone"]), created_by=desk.actor.person_id
    )
    invite = Button(Say("invite-curator"), press("invite.make", made.id, Role.CURATOR), style=Style.MAIN)
    rows = ((invite,), (Button(Say("organisations-back"), press("organisations.list")),))
    return (dialogue_screens.done(record, Say("organisations-created", {"name": made.name}), rows),)

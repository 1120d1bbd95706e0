"""Organisations of the municipality: founded by the coordinator, listed, shown with their curators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, OrganisationKind, Person
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, Style, press
from programmes.reporting import reporting_kinds
from services import dialogue, dialogue_screens
from services.desk import Desk
from services.invitations import roles_to_invite
from services.roadmap import place_of
from services.roadmap_late import late_items
from storage.municipality import Standing
from surveys.path import Value
from surveys.record import Record
from surveys.wording import Wording

PAGE = 8
LEADS = Action.ANSWER_RECOMMENDATION
"""What curator and head may of all others: the card of an organisation is for them, and for the coordinator."""
NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the organisations; `may_create`: the actor may found another. `part`: of the name they have."""

    page: int
    pages: int
    total: int
    organisations: tuple[Organisation, ...]
    may_create: bool
    part: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """What an organisation is late with: recommendations, milestones, and pairs that do not meet."""

    recommendations: int = 0
    milestones: int = 0
    idle: int = 0


ON_TIME = Late()


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation with its curators, heads, what goes on there, and whom the actor may invite to it.

    `zone` as the programme calls it. `municipal`: the reader is the coordinator; else it is their own organisation.
    """

    organisation: Organisation
    zone: Wording | str
    curators: tuple[Person, ...]
    may_invite: tuple[Role, ...]
    heads: tuple[Person, ...] = ()
    standing: Standing = NOTHING
    late: Late = ON_TIME
    may_edit: bool = False
    municipal: bool = False


async def listed(desk: Desk, page: int = 0, part: str = "") -> Page:
    """A page of all organisations, for the coordinator; a page past the end is the last one."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope())
    page = max(page, 0)
    found, total = await desk.work.organisations.page(part, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await desk.work.organisations.page(part, offset=page * PAGE, limit=PAGE)
    may_create = allowed(desk.actor, Action.CREATE_ORGANISATION, Scope())
    return Page(page, pages_of(total, PAGE), total, found, may_create, part)


async def own(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations that the actor leads as curator or head. Raises Forbidden for none."""
    mine = places(desk.actor, LEADS)
    if not mine:
        raise Forbidden
    return tuple((await desk.work.organisations.many(mine)).values())


async def card(desk: Desk, organisation_id: int) -> Card:
    """For the coordinator, and for curator and head of it."""
    scope = Scope(organisation_id=organisation_id)
    municipal = allowed(desk.actor, Action.SEE_ORGANISATIONS, scope)
    if not municipal:
        ensure(desk.actor, LEADS, scope)
    found = await _card(desk, organisation_id)
    heads = await desk.work.memberships.holders(Role.HEAD, organisation_id)
    people = await desk.work.people.many(holder.person_id for holder in heads)
    return replace(
        found,
        heads=tuple(people[holder.person_id] for holder in heads if holder.person_id in people),
        standing=(await desk.work.municipality.standing([organisation_id])).get(organisation_id, NOTHING),
        late=await _late(desk, found.organisation),
        may_edit=allowed(desk.actor, Action.EDIT_ORGANISATION, scope),
        municipal=municipal,
    )


async def _late(desk: Desk, organisation: Organisation) -> Late:
    """What is late there; the rights to the card are enough for numbers."""
    today = desk.today(organisation.zone)
    _, overdue, _ = await desk.work.recommendations.counts(organisation.id, today)
    concerned = organisation.kind in reporting_kinds(desk.programme)
    late = await late_items(desk, [await place_of(desk, organisation.id)]) if concerned else ()
    before = desk.now - timedelta(days=desk.programme.thresholds.stuck_days)
    idle = await desk.work.summary.idle([organisation.id], desk.now, before)
    return Late(overdue, len(late), len(idle))


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

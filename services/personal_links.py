"""A personal link for somebody who is in the base already: their phone joins that record, and no second one is made.

Somebody put down from a list registers as ever, with consents (a minor's through the guardian), and takes part at once:
the curator has chosen them already. Somebody entered with consents on paper only confirms who they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentoring.access import Action, Scope, ensure, places
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.invitations import LISTED_TERM, Invitation
from mentoring.invitations import Refusal as Why
from mentoring.names import plain
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import command_menu, invitations, notices
from services.desk import Desk
from services.registration_answers import Applicant
from surveys.record import Record

_OPEN = (MembershipState.LISTED, MembershipState.APPLIED, MembershipState.APPROVED)
_MENU = Button(Say("menu-button"), press("menu.open"))


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """A link to be handed to one person; `until`: its last whole day."""

    person: Person
    organisation: Organisation
    url: str
    until: date


async def create(desk: Desk, person_id: int) -> PersonalLink:
    """A link for somebody of the base without Telegram; the one before stops working.

    Raises Stale for who has Telegram already."""
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    membership = await _place(desk, person_id)
    if person.telegram_id is not None:
        raise Stale("personal-has-telegram", name=person.name)
    organisation = await desk.work.organisations.get(membership.organisation_id or 0)
    if organisation is None:
        raise NotFound
    await desk.work.invitations.revoke_personal([person_id])
    token = await desk.work.invitations.create(
        membership.role, organisation.id, person_id=person_id, created_by=desk.actor.person_id, term=LISTED_TERM
    )
    until = replace(desk, now=desk.now + LISTED_TERM).today(organisation.zone) - timedelta(days=1)
    return PersonalLink(person, organisation, desk.house.link(token), until)


async def _place(desk: Desk, person_id: int) -> Membership:
    """The person's place in an organisation of the actor, who may invite people there."""
    own = places(desk.actor, Action.INVITE_PERSON)
    memberships = await desk.work.memberships.of_person(person_id)
    found = next((m for m in memberships if m.organisation_id in own and m.state in _OPEN), None)
    if found is None:
        raise Forbidden
    ensure(desk.actor, Action.INVITE_PERSON, Scope(found.organisation_id, person_id))
    return found


# --- the phone joins --------------------------------------------------------------------------------------------------


async def whose(desk: Desk, invitation: Invitation) -> tuple[Person, Membership]:
    """Whom a link is for, while it may still join a phone.

    Raises Stale where they have come already, and where the phone belongs to another record: then the curators hear
    that two records may be one person.
    """
    person = await desk.work.people.get(invitation.person_id or 0)
    if person is None:
        raise NotFound("invitation-unknown")
    if person.telegram_id == desk.actor.chat_id:
        raise Stale("personal-yours")
    if person.telegram_id is not None:
        raise Stale("personal-taken")
    memberships = await desk.work.memberships.of_person(person.id)
    found = next((m for m in memberships if m.organisation_id == invitation.organisation_id and m.state in _OPEN), None)
    if found is None:
        raise Stale("personal-left")
    return person, found


def confirmation(desk: Desk, person: Person, token: str) -> Show:
    """Somebody whose consents are there on paper only says that it is them."""
    yes = Button(Say("personal-yes"), press("personal.join", token), style=Style.GOOD)
    return Show(desk.actor.chat_id, "menu", Say("personal-is-it-you", {"name": person.name}), ((yes,),))


async def two_records(desk: Desk, invitation: Invitation, person: Person) -> Replies:
    """The phone belongs to somebody registered: nothing is joined, the curators may merge the two records."""
    other = desk.actor.person
    if other is None:
        raise Forbidden
    keyboard = ((Button(Say("personal-merge"), press("merge.show", other.id, person.id)),),)
    for curator in await desk.work.memberships.holders(Role.CURATOR, invitation.organisation_id):
        told = Say("personal-two-told", {"name": person.name, "other": other.name})
        await notices.to(desk, curator.person_id, told, keyboard=keyboard)
    return (Show(desk.actor.chat_id, "menu", Say("personal-two"), ((_MENU,),)),)


async def join(desk: Desk, token: str) -> Replies:
    """«Да, это я»: the record has a phone from now on."""
    invitation = await invitations.opened(desk, token)
    if desk.actor.person is not None:
        raise Stale("personal-two")
    person, membership = await whose(desk, invitation)
    if membership.state is not MembershipState.APPROVED:
        raise Forbidden
    await _spend(desk, invitation, person.id)
    await desk.work.people.save(replace(person, telegram_id=desk.actor.chat_id, language=desk.actor.language))
    desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
    organisation = await desk.work.organisations.get(invitation.organisation_id or 0)
    values = {"name": person.name, "organisation": organisation.name if organisation else ""}
    if invitation.created_by is not None:
        await notices.to(desk, invitation.created_by, Say("personal-came", values))
    text = Say("personal-joined", values)
    return (Show(desk.actor.chat_id, "menu", text, ((_MENU,),)), *command_menu.replies(desk))


async def _spend(desk: Desk, invitation: Invitation, person_id: int) -> None:
    """Of two phones at once one gets in, and the record has none yet."""
    if not await desk.work.invitations.use(invitation, desk.actor.chat_id):
        raise Stale(f"invitation-{Why.USED}")
    if not await desk.work.people.attach(person_id, desk.actor.chat_id):
        raise Stale("personal-taken")


# --- registration meets the base --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Met:
    """Whom somebody who registers is in the base. `sure`: they came by their own link, and are who it is for."""

    person: Person
    sure: bool


async def met(desk: Desk, record: Record, applicant: Applicant) -> Met | None:
    """The record in the base that a registration joins, now with the phone's account; None for somebody new.

    By the person's own link their record joins, and without a second decision unless name or birth date differ from it.
    By the organisation's link somebody put down under the same name, birth date, class or post joins and is decided
    about as ever.
    """
    invitation = await desk.work.invitations.get(record.about("invitation") or 0)
    if desk.actor.person is not None:
        return None
    if invitation is not None and invitation.person_id is not None:
        person, _ = await whose(desk, invitation)
        invitations.check(desk, invitation)
        await _spend(desk, invitation, person.id)
        same_birth = person.birth in (None, applicant.birth)
        return Met(person, same_birth and plain(person.name) == plain(applicant.name))
    place = applicant.profile.school_class or applicant.profile.post or ""
    found = await desk.work.people_drafts.same(
        record.organisation_id or 0, applicant.name, birth=applicant.birth, place=place, roles=PARTICIPANTS
    )
    if found is None or not await desk.work.people.attach(found.id, desk.actor.chat_id):
        return None
    await desk.work.invitations.revoke_personal([found.id])
    return Met(found, sure=False)


async def settle(desk: Desk, found: Met, applicant: Applicant, organisation: Organisation) -> bool:
    """Takes somebody who came by their own link in at once; False where the curator is to decide as ever."""
    if not found.sure:
        return False
    membership = await desk.work.memberships.find(found.person.id, organisation.id, applicant.role)
    if membership is None or membership.state is not MembershipState.LISTED:
        return False
    taken = await desk.work.memberships.welcome(
        membership.id, by=found.person.entered_by, areas=applicant.areas, request=applicant.request
    )
    if not taken:
        return False
    values = {"name": applicant.name, "organisation": organisation.name, "role": applicant.role.value}
    for curator in await desk.work.memberships.holders(Role.CURATOR, organisation.id):
        await notices.to(desk, curator.person_id, Say("personal-registered", values))
    return True

"""Coordinators, curators, heads and psychologists: who comes by a personal link has the role as soon as they join."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.consents import ConsentKind
from mentoring.errors import NotFound, Refusal, Stale
from mentoring.invitations import Invitation
from mentoring.invitations import Refusal as Why
from mentoring.people import MembershipState, Person, Profile
from mentoring.roles import STAFF
from messaging.replies import Button, Keyboard, Replies, Say, Show, Style, press
from services import command_menu, dialogue, dialogue_screens, invitations, notices
from services.desk import Desk
from surveys.path import Value
from surveys.record import Record, Subject

HOME: Keyboard = ((Button(Say("menu-button"), press("menu.open")),),)


async def begin(desk: Desk, invitation: Invitation, token: str) -> Replies:
    """What the link leads to: the form, one confirm for somebody registered, or the news that they have the role."""
    if invitation.role not in STAFF:
        raise NotFound
    place = await place_name(desk, invitation)
    values = {"role": Say(f"staff-role-{invitation.role}"), "place": place}
    if desk.actor.person is None:
        form = await dialogue.begin(
            desk,
            "staff",
            subject=Subject("invitation", invitation.id),
            organisation_id=invitation.organisation_id,
            facts={"role": str(invitation.role), "organisation": place},
        )
        return (Show(desk.actor.chat_id, "welcome", Say("staff-welcome", values)), form)
    if _has(desk, invitation):
        return (Show(desk.actor.chat_id, "menu", Say("staff-already", values), HOME),)
    accept = Button(Say("staff-accept"), press("staff.accept", token), style=Style.GOOD)
    return (Show(desk.actor.chat_id, "menu", Say("staff-one-more", values), ((accept,), *HOME)),)


async def place_name(desk: Desk, invitation: Invitation) -> str:
    """The organisation's name; of a coordinator, whose place is the municipality, the programme's title."""
    if invitation.organisation_id is None:
        return desk.programme.title.text(desk.actor.language)
    organisation = await desk.work.organisations.get(invitation.organisation_id)
    if organisation is None:
        raise NotFound
    return organisation.name


async def accept(desk: Desk, token: str) -> Replies:
    """A registered person takes one more role: whoever shows the token has the invitation."""
    invitation = await invitations.opened(desk, token)
    person = desk.actor.person
    if person is None or invitation.role not in STAFF:
        raise NotFound
    await _spend(desk, invitation)
    return await _welcomed(desk, invitation, person, None)


async def join(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `staff`: person, consent and role; the link is spent only now."""
    invitation = await desk.work.invitations.get(record.about("invitation") or 0)
    if invitation is None:
        raise Refusal("invitation-unknown")
    consent = answers["processing"]
    if not isinstance(consent, Mapping) or not consent["given"]:
        return (dialogue_screens.done(record, Say("staff-no-consent")),)
    name = str(answers["name"])
    invitations.check(desk, invitation)
    await _spend(desk, invitation)
    person = desk.actor.person or await desk.work.people.add(
        name,
        telegram_id=desk.actor.chat_id,
        profile=Profile(post=str(answers["post"])),
        language=desk.actor.language,
    )
    version = int(str(consent["version"]))
    await desk.work.consents.give(person.id, ConsentKind.PROCESSING, version, given_by=person.id)
    return await _welcomed(desk, invitation, person, record)


async def _spend(desk: Desk, invitation: Invitation) -> None:
    """Of two people at once with the same link one gets in."""
    if not await desk.work.invitations.use(invitation, desk.actor.chat_id):
        raise Stale(f"invitation-{Why.USED}")


async def _welcomed(desk: Desk, invitation: Invitation, person: Person, record: Record | None) -> Replies:
    """The role is theirs: they hear what they can do now, who invited them hears that they came."""
    if invitation.role is None:
        raise NotFound
    await desk.work.memberships.grant(person.id, invitation.organisation_id, invitation.role, by=invitation.created_by)
    desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
    values = {"role": Say(f"staff-role-{invitation.role}"), "place": await place_name(desk, invitation)}
    if invitation.created_by is not None:
        await notices.to(desk, invitation.created_by, Say("staff-came", {**values, "name": person.name}))
    text = Say(f"staff-joined-{invitation.role}", values)
    shown = dialogue_screens.done(record, text, HOME) if record else Show(desk.actor.chat_id, "menu", text, HOME)
    return (shown, *command_menu.replies(desk))


def _has(desk: Desk, invitation: Invitation) -> bool:
    return any(
        m.role is invitation.role
        and m.organisation_id == invitation.organisation_id
        and m.state is MembershipState.APPROVED
        for m in desk.actor.memberships
    )

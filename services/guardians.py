"""A minor's guardian: the link the child forwards, the two consents given by it, and the child's dialogue going on.

Before the consents nothing of the child is kept but chat, birth date and invitation (152-FZ, articles 6 and 9).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring.access import Action, Scope, ensure
from mentoring.consents import ConsentKind
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.invitations import PERSONAL_TERM, Invitation
from mentoring.invitations import Refusal as LinkRefusal
from mentoring.people import Person
from mentoring.roles import Category, Role
from messaging.replies import Button, Replies, Say, Show, press
from services import command_menu, dialogue, dialogue_screens, notices
from services.desk import Desk
from storage.guardianships import AWAITED
from surveys.path import Value
from surveys.record import Record, Subject

NEEDED = frozenset({ConsentKind.PROCESSING, ConsentKind.PARTICIPATION})
"""Two documents, both needed before a child takes part (domain: «Personal data of children»)."""
REGISTRATION = "registration"


async def begin(desk: Desk, invitation: Invitation) -> Replies:
    """A guardian opened the link for a child: the form with both consents, or a sentence why it can't be."""
    child = await _child(desk, invitation)
    if child.chat_id == desk.actor.chat_id:
        raise Forbidden("guardian-own-link")
    valid = invitation.refusal(desk.now) is None
    ensure(desk.actor, Action.CONSENT_AS_GUARDIAN, Scope(organisation_id=child.organisation_id, invited=valid))
    if await consented(desk, child.id):
        raise Stale("guardian-consented-before")
    await _ensure_grown(desk)
    organisation = await desk.work.organisations.get(child.organisation_id or 0)
    person = desk.actor.person
    show = await dialogue.begin(
        desk,
        "guardian",
        subject=Subject("invitation", invitation.id),
        organisation_id=child.organisation_id,
        facts={"organisation": organisation.name if organisation else "", "consents_for_child": True},
        prefilled={"name": person.name} if person else None,
    )
    return (show,)


async def guard(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `guardian`: both consents are kept and the child's dialogue goes on; or a kind word."""
    invitation = await desk.work.invitations.get(record.about("invitation") or 0)
    if invitation is None:
        raise NotFound("guardian-child-gone")
    child = await _child(desk, invitation)
    if declined(answers):
        return await _declined(desk, record, child, invitation)
    name = str(answers["name"])
    await _ensure_grown(desk)
    refusal = invitation.refusal(desk.now)
    if refusal is not None and refusal is not LinkRefusal.USED:
        raise Stale("guardian-link-over")
    if not await desk.work.invitations.use(invitation, desk.actor.chat_id):
        raise Stale("guardian-consented-before")
    person = await enter(desk, name)
    await desk.work.memberships.grant(person.id, child.organisation_id, Role.GUARDIAN)
    await desk.work.guardianships.put_waiting(
        child.id, person.id, str(answers["relation"]), hears_of_meetings=answers["hears"] == "yes"
    )
    for kind in sorted(NEEDED):
        await desk.work.consents.give_waiting(child.id, kind, version_of(answers[kind.value]), given_by=person.id)
    processing = version_of(answers["processing"])
    await desk.work.consents.give(person.id, ConsentKind.PROCESSING, processing, given_by=person.id)
    await go_on(desk, child.id)
    desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
    return (dialogue_screens.done(record, Say("guardian-thanks")), *command_menu.replies(desk))


async def awaited(desk: Desk, response_id: int) -> bool:
    """Whether a guardian has consented for a registration (what the form's `wait` asks).

    A child who looks while no link is open, because it expired or was never needed before, is given one.
    """
    if await consented(desk, response_id):
        return True
    child = await desk.work.guardianships.awaited_by(response_id)
    if child is not None and child.chat_id == desk.actor.chat_id and not await _open_link(desk, response_id):
        desk.tell(await hand_link(desk, response_id, child.chat_id, child.organisation_id))
    return False


async def consented(desk: Desk, response_id: int) -> bool:
    """Whether both consents of a guardian stand behind a registration and were not withdrawn."""
    guardians = await desk.work.guardianships.waiting(response_id)
    if guardians:
        given = await desk.work.consents.waiting(response_id)
        if {one.kind for one in given if one.given_by in guardians} >= NEEDED:
            return True
    record = await desk.work.responses.get(response_id)
    return record is not None and await _consented_earlier(desk, record)


async def hand_link(desk: Desk, response_id: int, chat_id: int, organisation_id: int) -> Show:
    """A new link for the guardian, in a message to be forwarded; those that the child had before are closed."""
    organisation = await desk.work.organisations.get(organisation_id)
    await desk.work.invitations.revoke_childs(response_id)
    token = await desk.work.invitations.create(Role.GUARDIAN, organisation_id, response_id=response_id)
    link = desk.house.link(token)
    zone = organisation.zone if organisation else desk.programme.zone
    until = replace(desk, now=desk.now + PERSONAL_TERM).today(zone)
    text = Say(
        "guardian-link",
        {"organisation": organisation.name if organisation else "", "link": link, "until": until},
    )
    keyboard = (
        (Button(Say("guardian-link-copy"), copy=link),),
        (Button(Say("guardian-link-new"), press("guardian.renew", response_id)),),
    )
    return Show(chat_id, _link_slot(response_id), text, keyboard)


async def renew(desk: Desk, response_id: int) -> Show:
    """The child asks for another link; the one before stops working."""
    child = await desk.work.guardianships.awaited_by(response_id)
    if child is None:
        raise Stale("guardian-not-awaited")
    if child.chat_id != desk.actor.chat_id:
        raise Forbidden
    return await hand_link(desk, response_id, child.chat_id, child.organisation_id)


async def enter(desk: Desk, name: str) -> Person:
    """The parent behind this chat, registered now if they were not."""
    person = desk.actor.person or await desk.work.people.by_telegram(desk.actor.chat_id)
    if person is None:
        person = await desk.work.people.add(
            name, telegram_id=desk.actor.chat_id, category=Category.PARENT, language=desk.actor.language
        )
    elif person.name != name:
        person = replace(person, name=name)
        await desk.work.people.save(person)
    return person


async def go_on(desk: Desk, response_id: int) -> bool:
    """Tell the child, in the link's place, that the consents are there, and show where the dialogue goes on below.

    False while one is missing.
    """
    if not await consented(desk, response_id):
        return False
    show = await dialogue.refresh(desk, response_id)
    if show is not None:
        desk.tell(
            Show(show.chat, _link_slot(response_id), Say("guardian-consent-arrived")),
            replace(show, fresh=True),
        )
    return True


def declined(answers: Mapping[str, Value]) -> bool:
    """Whether one of the consents asked was refused."""
    return any(isinstance(value, dict) and value.get("given") is False for value in answers.values())


def version_of(value: Value) -> int:
    """The version of the text that a consent's answer is about."""
    version = value.get("version") if isinstance(value, dict) else None
    if not isinstance(version, int):
        raise TypeError("a consent's answer has the version of its text")
    return version


def _link_slot(response_id: int) -> str:
    """Where the link stands on the child's phone."""
    return f"guardian:{response_id}"


async def _child(desk: Desk, invitation: Invitation) -> Record:
    """The registration that a guardian's link is for, as long as it is under way."""
    record = await desk.work.responses.get(invitation.response_id or 0)
    if record is None or not record.unfinished:
        raise NotFound("guardian-child-gone")
    return record


async def _declined(desk: Desk, record: Record, child: Record, invitation: Invitation) -> Replies:
    """A refusal: nothing is stored; child and curators hear of it, the guardian may change their mind."""
    if child.chat_id is not None:
        desk.tell(Show(child.chat_id, "notice", Say("guardian-said-no"), fresh=True))
    curators = await desk.work.memberships.holders(Role.CURATOR, child.organisation_id)
    keyboard = ((Button(Say("guardian-see-waiting"), press("child.open", child.id)),),)
    told = Say("guardian-refused-told", {"number": str(child.id)})
    await notices.to_all(desk, [curator.person_id for curator in curators], told, keyboard=keyboard)
    until = replace(desk, now=invitation.expires_at).today()
    return (dialogue_screens.done(record, Say("guardian-refused", {"until": until})),)


async def _ensure_grown(desk: Desk) -> None:
    """A child can't consent for a friend, registered or waiting for a guardian themselves."""
    if desk.actor.person is not None and desk.actor.person.is_minor(desk.today()):
        raise Forbidden("guardian-minor")
    for other in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if other.definition == REGISTRATION and other.draft.asking == AWAITED:
            raise Forbidden("guardian-minor")


async def _open_link(desk: Desk, response_id: int) -> bool:
    links = await desk.work.invitations.for_response(response_id)
    return any(link.refusal(desk.now) is None for link in links)


async def _consented_earlier(desk: Desk, record: Record) -> bool:
    """Whether a registered child takes part here already: the guardian's consents hold for another role too."""
    if record.person_id is None:
        return False
    memberships = await desk.work.memberships.of_person(record.person_id)
    if not any(m.organisation_id == record.organisation_id for m in memberships):
        return False
    guardians = {one.guardian_id for one in await desk.work.guardianships.of_child(record.person_id)}
    current = await desk.work.consents.current(record.person_id)
    return {one.kind for one in current if one.given_by in guardians} >= NEEDED

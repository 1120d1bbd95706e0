"""Registration of participants by an organisation's link: who they are, consents, an application to be decided.

Nothing but chat, birth date and invitation is kept of a minor before the guardian's consents (152-FZ, articles 6
and 9). The answers are moved to their places in the transaction that confirms them, and the form is erased.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.consents import ConsentKind
from mentoring.errors import Forbidden, NotFound
from mentoring.invitations import Invitation
from mentoring.people import ADULT_AGE, Organisation, Person, age
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Text, press
from services import applicants, command_menu, dialogue, dialogue_screens, guardians, notices, personal_links, referrers
from services.desk import Asked, Desk
from services.guardians import declined, version_of
from services.registration_answers import (
    Applicant,
    check,
    ensure_free,
    ensure_not_revoked,
    ensure_old_enough,
    held,
    text_of,
)
from storage.guardianships import AWAITED
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject

_FORMS = ("arrival", "registration", "guardian-applicant", "referrer-applicant")


async def begin(desk: Desk, invitation: Invitation) -> Replies:
    """Somebody opened an organisation's link: goes on with what they began, else asks who they are."""
    organisation = await _organisation(desk, invitation.organisation_id)
    valid = invitation.refusal(desk.now) is None
    ensure(desk.actor, Action.APPLY, Scope(organisation_id=organisation.id, invited=valid))
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition in _FORMS and earlier.organisation_id == organisation.id:
            return (await dialogue.take_up(desk, earlier.id),)
    if held(desk, organisation.id):
        return (_known_here(desk, organisation),)
    known = desk.actor.person.birth if desk.actor.person else None
    show = await dialogue.begin(
        desk,
        "arrival",
        subject=Subject("invitation", invitation.id),
        organisation_id=organisation.id,
        prefilled={"birth": known.isoformat()} if known else None,
    )
    return (show,)


async def arrive(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `arrival`: the registration itself, or that of a parent; a minor is given the link."""
    organisation = await _organisation(desk, record.organisation_id)
    if answers["who"] == "guardian":
        shown = Show(desk.actor.chat_id, dialogue_screens.slot_of(record), Say("registration-as-guardian"))
        return (shown, await _begin_guardian(desk, organisation, record.subject))
    if answers["who"] == "referrer":
        shown = Show(desk.actor.chat_id, dialogue_screens.slot_of(record), Say("registration-as-referrer"))
        return (shown, await referrers.begin(desk, organisation, record.subject))
    birth = date.fromisoformat(str(answers["birth"]))
    ensure_old_enough(desk, birth)
    text = Say("registration-arrived", {"birth": birth})
    arrived = Show(desk.actor.chat_id, dialogue_screens.slot_of(record), text)
    known: dict[str, Value] = {"birth": birth.isoformat()}
    if age(birth, desk.today()) >= ADULT_AGE:
        known["role"] = str(answers["who"])
    return (arrived, *await _begin_participant(desk, organisation, record.subject, known))


async def begin_listed(desk: Desk, invitation: Invitation) -> Replies:
    """Somebody put down by the organisation opened their own link: the form, their name offered, the role fixed."""
    organisation = await _organisation(desk, invitation.organisation_id)
    person, membership = await personal_links.whose(desk, invitation)
    if desk.actor.person is not None:
        return await personal_links.two_records(desk, invitation, person)
    ensure(desk.actor, Action.APPLY, Scope(organisation_id=organisation.id, invited=True))
    subject = Subject("invitation", invitation.id)
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition in _FORMS and earlier.subject == subject:
            return (await dialogue.take_up(desk, earlier.id),)
    welcome = Show(desk.actor.chat_id, "welcome", Say("personal-welcome", {"organisation": organisation.name}))
    likely: dict[str, Value] = {"name": person.name}
    return (welcome, *await _begin_participant(desk, organisation, subject, {}, membership.role, likely))


async def add_role(desk: Desk, organisation_id: int, role: Role) -> Replies:
    """Somebody who has a place in the organisation asks for another role there, with what is known filled in."""
    organisation = await _organisation(desk, organisation_id)
    person = desk.actor.person
    if person is None or not any(m.organisation_id == organisation_id for m in desk.actor.memberships):
        raise Forbidden
    ensure_free(desk, organisation_id, role)
    subject = Subject("organisation", organisation_id)
    if role is Role.GUARDIAN:
        return (await _begin_guardian(desk, organisation, subject),)
    if role is Role.REFERRER:
        return (await referrers.begin(desk, organisation, subject),)
    known: dict[str, Value] = {"birth": person.birth.isoformat()} if person.birth else {}
    return await _begin_participant(desk, organisation, subject, known, role)


async def apply(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `registration`: person, application and consents are stored, the curators are told."""
    if declined(answers):
        return (dialogue_screens.done(record, Say("registration-declined")),)
    organisation = await _organisation(desk, record.organisation_id)
    applicant = Applicant.read(answers, record.facts)
    await check(desk, record, applicant)
    found = await personal_links.met(desk, record, applicant)
    person = await _enter(desk, applicant, found.person if found else desk.actor.person)
    taken_in = found is not None and await personal_links.settle(desk, found, applicant, organisation)
    for kind, version in sorted(applicant.given.items()):
        await desk.work.consents.give(person.id, kind, version, given_by=person.id)
    for guardian in await desk.work.guardianships.waiting(record.id):
        told = Say("guardian-child-applied", {"name": person.name, "organisation": organisation.name})
        await notices.to(desk, guardian, told)
    await desk.work.consents.move(record.id, person.id)
    await desk.work.guardianships.move(record.id, person.id)
    if taken_in:
        desk.actor = await desk.work.chats.actor(desk.actor.chat_id)
        told = Say("applicant-welcome", {"organisation": organisation.name, "role": applicant.role.value})
        return (dialogue_screens.done(record, told), *command_menu.replies(desk))
    membership = await desk.work.memberships.apply(
        person.id, organisation.id, applicant.role, areas=applicant.areas, request=applicant.request
    )
    await applicants.announce(desk, applicants.Application(membership, person, organisation))
    return (dialogue_screens.done(record, Say("registration-sent", {"organisation": organisation.name})),)


async def apply_guardian(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `guardian-applicant`: a parent who came without a child's link asks to be let in.

    A guardian's membership keeps the relation to the child among its areas, and the child's name and class as request.
    """
    if declined(answers):
        return (dialogue_screens.done(record, Say("registration-declined")),)
    organisation = await _organisation(desk, record.organisation_id)
    name = str(answers["name"])
    await ensure_not_revoked(desk, record)
    ensure_free(desk, organisation.id, Role.GUARDIAN)
    person = await guardians.enter(desk, name)
    membership = await desk.work.memberships.apply(
        person.id, organisation.id, Role.GUARDIAN, areas=(str(answers["relation"]),), request=text_of(answers, "child")
    )
    version = version_of(answers["processing"])
    await desk.work.consents.give(person.id, ConsentKind.PROCESSING, version, given_by=person.id)
    await applicants.announce(desk, applicants.Application(membership, person, organisation))
    text = Say("registration-guardian-sent", {"organisation": organisation.name})
    return (dialogue_screens.done(record, text),)


async def areas(desk: Desk, asked: Asked) -> Sequence[Option]:
    """The areas of help there are for somebody of this category in this role (a source of options)."""
    return desk.programme.source("areas", {**asked.facts, **asked.answers})


# --- beginning --------------------------------------------------------------------------------------------------------


async def _begin_guardian(desk: Desk, organisation: Organisation, subject: Subject | None) -> Show:
    person = desk.actor.person
    return await dialogue.begin(
        desk,
        "guardian-applicant",
        subject=subject,
        organisation_id=organisation.id,
        facts={"organisation": organisation.name},
        prefilled={"name": person.name} if person else None,
    )


async def _begin_participant(
    desk: Desk,
    organisation: Organisation,
    subject: Subject | None,
    known: Answers,
    role: Role | None = None,
    likely: Answers | None = None,
) -> Replies:
    """The form's first screen; for a minor who has to wait also the link to be forwarded. `role`: not to be chosen."""
    facts: dict[str, object] = {"organisation": organisation.name, "role_open": role is None}
    if role is not None:
        facts["role"] = role.value
    show = await dialogue.begin(
        desk,
        guardians.REGISTRATION,
        subject=subject,
        organisation_id=organisation.id,
        facts=facts,
        likely=likely,
        prefilled={**await _prefilled(desk, organisation.id), **known},
    )
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None or record.draft.asking != AWAITED:
        return (show,)
    # Looking again hands out the link (guardians.awaited), or moves on where a guardian consented for another role.
    return (await dialogue.refresh(desk, record.id) or show,)


async def _prefilled(desk: Desk, organisation_id: int) -> Answers:
    """What is known of the person; their own consents count on within the same organisation."""
    person = desk.actor.person
    if person is None:
        return {}
    known: dict[str, Value] = {"name": person.name}
    if person.category is not None and Role.GUARDIAN not in desk.actor.roles:
        known["category"] = person.category.value
    if person.profile.school_class in desk.programme.classes:
        known["class"] = str(person.profile.school_class)
    for name in ("post", "subject", "workplace"):
        if (said := getattr(person.profile, name)) is not None:
            known[name] = said
    for name in ("career_start", "hired_here"):
        if (day := getattr(person.profile, name)) is not None:
            known[name] = day.isoformat()
    if any(m.organisation_id == organisation_id for m in desk.actor.memberships):
        known |= await _own_consents(desk, person.id)
    return known


async def _own_consents(desk: Desk, person_id: int) -> dict[str, Value]:
    """The person's own consents to the present texts, as answers."""
    return {
        given.kind.value: {"text": given.kind.value, "version": given.version, "given": True}
        for given in await desk.work.consents.current(person_id)
        if given.given_by == person_id
        and given.kind in guardians.NEEDED
        and given.version == desk.programme.consents[given.kind.value]
    }


def _known_here(desk: Desk, organisation: Organisation) -> Show:
    """Somebody registered opened the link again: what they are here, and which role they may still ask for."""
    places = held(desk, organisation.id)
    lines: list[Text] = [Say("registration-known", {"organisation": organisation.name})]
    lines += [Say("registration-place", {"role": m.role.value, "state": m.state.value}) for m in places]
    others = (Role.GUARDIAN, Role.REFERRER)
    free = [role for role in (*sorted(PARTICIPANTS), *others) if role not in {m.role for m in places}]
    person = desk.actor.person
    if person is not None and person.is_minor(desk.today()):
        free = [role for role in free if role not in others]
    rows: Keyboard = tuple(
        (Button(Say("registration-add", {"role": role.value}), press("registration.add", organisation.id, role.value)),)
        for role in free
    )
    menu: Keyboard = ((Button(Say("menu-button"), press("menu.open")),),)
    return Show(desk.actor.chat_id, "menu", Lines(tuple(lines)), (*rows, *menu))


# --- storing ----------------------------------------------------------------------------------------------------------


async def _enter(desk: Desk, applicant: Applicant, person: Person | None) -> Person:
    """The person as they describe themselves now; `person`: who they are in the base already."""
    name, birth, category, profile = applicant.name, applicant.birth, applicant.category, applicant.profile
    if person is None:
        return await desk.work.people.add(
            name,
            telegram_id=desk.actor.chat_id,
            birth=birth,
            category=category,
            profile=profile,
            language=desk.actor.language,
        )
    account = person.telegram_id or desk.actor.chat_id
    changed = replace(person, telegram_id=account, name=name, birth=birth, category=category, profile=profile)
    await desk.work.people.save(changed)
    return changed


async def _organisation(desk: Desk, organisation_id: int | None) -> Organisation:
    found = await desk.work.organisations.get(organisation_id or 0)
    if found is None:
        raise NotFound
    return found

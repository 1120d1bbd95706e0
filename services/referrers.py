"""Who names those who need a mentor: a class teacher, psychologist or colleague joins by the organisation's link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring.consents import ConsentKind
from mentoring.errors import NotFound
from mentoring.people import Organisation, Person, Profile
from mentoring.roles import Category, Role
from messaging.replies import Replies, Say, Show
from services import applicants, dialogue, dialogue_screens
from services.desk import Desk
from services.guardians import declined, version_of
from services.registration_answers import ensure_free, ensure_not_revoked
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "referrer-applicant"


async def begin(desk: Desk, organisation: Organisation, subject: Subject | None) -> Show:
    """The form, with what is known filled in."""
    person = desk.actor.person
    known: dict[str, Value] = {} if person is None else {"name": person.name}
    if person is not None and person.profile.post is not None:
        known["post"] = person.profile.post
    return await dialogue.begin(
        desk,
        FORM,
        subject=subject,
        organisation_id=organisation.id,
        facts={"organisation": organisation.name},
        prefilled=known or None,
    )


async def apply(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `referrer-applicant`: asks to be let in; the curators decide as ever."""
    if declined(answers):
        return (dialogue_screens.done(record, Say("registration-declined")),)
    organisation = await desk.work.organisations.get(record.organisation_id or 0)
    if organisation is None:
        raise NotFound
    await ensure_not_revoked(desk, record)
    ensure_free(desk, organisation.id, Role.REFERRER)
    person = await _entered(desk, str(answers["name"]), str(answers["post"]))
    membership = await desk.work.memberships.apply(person.id, organisation.id, Role.REFERRER)
    version = version_of(answers["processing"])
    await desk.work.consents.give(person.id, ConsentKind.PROCESSING, version, given_by=person.id)
    await applicants.announce(desk, applicants.Application(membership, person, organisation))
    return (dialogue_screens.done(record, Say("registration-sent", {"organisation": organisation.name})),)


async def _entered(desk: Desk, name: str, post: str) -> Person:
    """The colleague behind this chat, registered now if they were not."""
    person = desk.actor.person
    if person is None:
        return await desk.work.people.add(
            name,
            telegram_id=desk.actor.chat_id,
            category=Category.TEACHER,
            profile=Profile(post=post),
            language=desk.actor.language,
        )
    changed = replace(person, name=name, profile=replace(person.profile, post=post))
    await desk.work.people.save(changed)
    return changed

"""A child without Telegram, put down in chat by the guardian whom the organisation has let in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden
from mentoring.people import CONSENT_AGE, Membership, Organisation, Person, age
from mentoring.roles import Category, Role
from messaging.replies import Replies, Say, Show
from services import applicants, dialogue, dialogue_screens, enter_people
from services.desk import Desk
from services.guardians import NEEDED, declined, version_of
from services.registration_answers import Applicant, ensure_sound
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "enter-ward"


async def guardian_organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Organisations that have let the actor in as a guardian; Forbidden for none."""
    own = desk.actor.organisations(Role.GUARDIAN)
    if not own:
        raise Forbidden
    return tuple((await desk.work.organisations.many(own)).values())


async def begin_ward(desk: Desk, organisation_id: int) -> Show:
    """The form in which a guardian puts down a child without Telegram."""
    here = _ensure_guardian(desk, organisation_id)
    organisation = await enter_people.organisation_of(desk, organisation_id)
    facts = {
        "organisation": organisation.name,
        "role": Role.MENTEE.value,
        "category": Category.PUPIL.value,
        "consents_for_child": True,
    }
    known: dict[str, Value] = {"relation": here.areas[0]} if here.areas else {}
    subject = Subject(enter_people.ORGANISATION, organisation_id)
    return await dialogue.begin(
        desk, FORM, subject=subject, organisation_id=organisation_id, facts=facts, prefilled=known
    )


async def enter_ward(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `enter-ward`: the child applies with the guardian's consents; from 14 a paper is still due."""
    if declined(answers):
        return (dialogue_screens.done(record, Say("ward-declined")),)
    organisation = await enter_people.organisation_of(desk, record.organisation_id or 0)
    _ensure_guardian(desk, organisation.id)
    guardian = desk.actor.person
    if guardian is None or guardian.is_minor(desk.today(organisation.zone)):
        raise Forbidden("guardian-minor")
    applicant = Applicant.read({**answers, "role": Role.MENTEE.value, "category": Category.PUPIL.value}, record.facts)
    ensure_sound(desk, applicant)
    child = await _child(desk, organisation, applicant)
    for kind in sorted(NEEDED):
        given = version_of(answers[kind.value])
        await desk.work.consents.give(child.id, kind, given, given_by=guardian.id)
    await desk.work.guardianships.put(child.id, guardian.id, str(answers["relation"]))
    membership = await desk.work.memberships.apply(
        child.id, organisation.id, Role.MENTEE, areas=applicant.areas, request=applicant.request
    )
    await applicants.announce(desk, applicants.Application(membership, child, organisation))
    grown = age(applicant.birth, desk.today(organisation.zone)) >= CONSENT_AGE
    said = {"name": child.name, "organisation": organisation.name}
    return (dialogue_screens.done(record, Say("ward-sent-paper" if grown else "ward-sent", said)),)


async def _child(desk: Desk, organisation: Organisation, applicant: Applicant) -> Person:
    """The child, in the record the organisation has put down for them if there is one."""
    place = applicant.profile.school_class or ""
    listed = await desk.work.people_drafts.same(
        organisation.id, applicant.name, birth=applicant.birth, place=place, roles=frozenset({Role.MENTEE})
    )
    if listed is None:
        await enter_people.ensure_new(desk, organisation.id, applicant)
        return await desk.work.people.add(
            applicant.name,
            birth=applicant.birth,
            category=applicant.category,
            profile=applicant.profile,
            entered_by=desk.actor.person_id,
        )
    changed = replace(listed, birth=applicant.birth, category=applicant.category, profile=applicant.profile)
    await desk.work.people.save(changed)
    return changed


def _ensure_guardian(desk: Desk, organisation_id: int) -> Membership:
    """The membership that lets the actor put their child down."""
    here = next(
        (m for m in desk.actor.approved if m.role is Role.GUARDIAN and m.organisation_id == organisation_id), None
    )
    ensure(desk.actor, Action.APPLY, Scope(organisation_id, invited=here is not None))
    if here is None:
        raise Forbidden
    return here

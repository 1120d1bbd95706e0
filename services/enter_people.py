"""People without Telegram: entered by the curator, taking part once their consents on paper are recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentoring.access import Action, Scope, ensure, places
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.imports import Entry
from mentoring.people import CONSENT_AGE, Membership, MembershipState, Organisation, Person, age
from mentoring.roles import PARTICIPANTS, Category, Role
from mentoring.same_people import match
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import allowed_places, dialogue, dialogue_screens, guardians, referral_ends
from services.desk import Desk
from services.registration_answers import Applicant, ensure_sound, text_of
from storage.consents import Paper
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "enter-person"
PERSON, ORGANISATION = "person", "organisation"
_DECIDED = frozenset({MembershipState.APPROVED, MembershipState.APPLIED, MembershipState.LISTED})


@dataclass(frozen=True, slots=True)
class Signed:
    """Consents on paper: who signed for a minor and who they are to them, and the paper itself."""

    guardian: str | None
    relation: str
    paper: Paper


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may enter people; Forbidden for nowhere."""
    return await allowed_places.where(desk, Action.ENTER_PERSON)


async def begin(desk: Desk, organisation_id: int, known: Mapping[str, Value] | None = None, **about: int) -> Show:
    """The form for somebody new; `known`: what is known of them, `referral`: the request that names them."""
    ensure(desk.actor, Action.ENTER_PERSON, Scope(organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    subject = Subject("referral", about["referral"]) if "referral" in about else Subject(ORGANISATION, organisation.id)
    return await _form(desk, organisation, subject, known or {})


async def begin_consents(desk: Desk, person_id: int) -> Show:
    """The same form for somebody of the base whose consents are on paper now: only what is missing is asked."""
    person, membership = await _known(desk, person_id)
    if person.telegram_id is not None:
        raise Stale("enter-has-telegram", name=person.name)
    organisation = await organisation_of(desk, membership.organisation_id or 0)
    return await _form(desk, organisation, Subject(PERSON, person.id), _told(desk, person, membership.role))


async def _form(desk: Desk, organisation: Organisation, subject: Subject, known: Mapping[str, Value]) -> Show:
    facts = {"organisation": organisation.name}
    return await dialogue.begin(
        desk, FORM, subject=subject, organisation_id=organisation.id, facts=facts, prefilled=dict(known)
    )


def _told(desk: Desk, person: Person, role: Role) -> dict[str, Value]:
    """What the base has of somebody, as answers."""
    known: dict[str, Value] = {"role": role.value, "name": person.name}
    if person.category is not None:
        known["category"] = person.category.value
    if person.birth is not None:
        known["birth"] = person.birth.isoformat()
    if person.profile.school_class in desk.programme.classes:
        known["class"] = str(person.profile.school_class)
    for name in ("post", "workplace"):
        if (said := getattr(person.profile, name)) is not None:
            known[name] = said
    return known


async def _known(desk: Desk, person_id: int) -> tuple[Person, Membership]:
    """Somebody with a place in an organisation in which the actor enters people."""
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    own = places(desk.actor, Action.ENTER_PERSON)
    memberships = await desk.work.memberships.of_person(person_id)
    found = next(
        (m for m in memberships if m.organisation_id in own and m.role in PARTICIPANTS and m.state in _DECIDED), None
    )
    if found is None:
        raise Forbidden
    ensure(desk.actor, Action.ENTER_PERSON, Scope(found.organisation_id, person_id))
    return person, found


# --- by the curator ---------------------------------------------------------------------------------------------------


async def enter(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `enter-person`: with the consents they take part from now on, without they are put down."""
    organisation = await organisation_of(desk, record.organisation_id or 0)
    ensure(desk.actor, Action.ENTER_PERSON, Scope(organisation.id))
    referral = record.about("referral")
    if referral is not None:
        await referral_ends.undecided(desk, referral)
    applicant = Applicant.read(answers, record.facts)
    ensure_sound(desk, applicant)
    signed = _signed(desk, answers)
    person = await _stored(desk, record, organisation, applicant)
    if signed is None:
        await desk.work.memberships.enlist(person.id, organisation.id, applicant.role)
    else:
        await _consent(desk, person, organisation, signed)
        await _take_in(desk, person, organisation, applicant)
    await desk.work.trail.add(
        PERSON, person.id, "entered", actor_id=desk.actor.person_id, organisation_id=organisation.id
    )
    if referral is not None:
        await referral_ends.found(desk, referral, person)
    text = Say("enter-listed" if signed is None else "enter-done", {"name": person.name})
    return (dialogue_screens.done(record, text, _ways(person, listed=signed is None)),)


async def _stored(desk: Desk, record: Record, organisation: Organisation, applicant: Applicant) -> Person:
    """The person as they are described now; somebody new is nobody whom the base has already."""
    known = record.about(PERSON)
    if known is not None:
        person, _ = await _known(desk, known)
        if person.telegram_id is not None:
            raise Stale("enter-has-telegram", name=person.name)
        changed = replace(
            person,
            name=applicant.name,
            birth=applicant.birth,
            category=applicant.category,
            profile=applicant.profile,
        )
        await desk.work.people.save(changed)
        return changed
    await ensure_new(desk, organisation.id, applicant)
    return await desk.work.people.add(
        applicant.name,
        birth=applicant.birth,
        category=applicant.category,
        profile=applicant.profile,
        entered_by=desk.actor.person_id,
    )


async def ensure_new(desk: Desk, organisation_id: int, applicant: Applicant) -> None:
    """Raises Invalid for somebody of the same name and birth date, class or post in the base."""
    entry = Entry("", 0, applicant.name, applicant.role, applicant.category, applicant.birth, applicant.profile)
    [*same], doubtful = match([entry], await desk.work.people_drafts.known(organisation_id))
    if doubtful or same[0].person_id is not None:
        raise Invalid("enter-known", name=applicant.name)


def _signed(desk: Desk, answers: Mapping[str, Value]) -> Signed | None:
    if answers.get("papers") != "signed":
        return None
    photo = answers["photo"]
    name = text_of(answers, "guardian_name")
    paper = Paper(
        date.fromisoformat(str(answers["paper_date"])),
        name or str(answers["name"]),
        desk.actor.person_id or 0,
        str(photo["file_id"]) if isinstance(photo, dict) else None,
    )
    return Signed(name, str(answers.get("relation", "other")), paper)


async def _consent(desk: Desk, person: Person, organisation: Organisation, signed: Signed) -> None:
    """Every document by everybody who signed it: an adult, a minor's guardian, from 14 the child besides."""
    givers = [(person.id, person.name)]
    if person.is_minor(desk.today(organisation.zone)) and person.birth is not None:
        guardian = await _guardian(desk, person, organisation, signed)
        grown = age(person.birth, desk.today(organisation.zone)) >= CONSENT_AGE
        givers = [(guardian.id, guardian.name), *(givers if grown else [])]
    for giver, name in givers:
        for kind in sorted(guardians.NEEDED):
            version = desk.programme.consents[kind.value]
            paper = replace(signed.paper, giver=name)
            await desk.work.consents.give(person.id, kind, version, given_by=giver, paper=paper)


async def _guardian(desk: Desk, child: Person, organisation: Organisation, signed: Signed) -> Person:
    """Who signed: one of the child's guardians, else somebody without Telegram put down with the paper."""
    name = signed.guardian or ""
    known = await desk.work.guardianships.of_child(child.id)
    for person in (await desk.work.people.many(each.guardian_id for each in known)).values():
        if person.name == name:
            return person
    guardian = await desk.work.people.add(name, category=Category.PARENT, entered_by=desk.actor.person_id)
    await desk.work.memberships.grant(guardian.id, organisation.id, Role.GUARDIAN, by=desk.actor.person_id)
    await desk.work.guardianships.put(child.id, guardian.id, signed.relation, hears_of_meetings=False)
    return guardian


async def _take_in(desk: Desk, person: Person, organisation: Organisation, applicant: Applicant) -> None:
    """The role with what is asked or offered; other roles they were put down for there begin with it."""
    by = desk.actor.person_id
    membership = await desk.work.memberships.grant(person.id, organisation.id, applicant.role, by=by)
    await desk.work.memberships.save(replace(membership, areas=applicant.areas, request=applicant.request))
    for other in await desk.work.memberships.of_person(person.id):
        if other.organisation_id == organisation.id and other.state is MembershipState.LISTED:
            await desk.work.memberships.welcome(other.id, by=by)


def _ways(person: Person, *, listed: bool) -> Keyboard:
    papers = (Button(Say("enter-consents"), press("enter.consents", person.id)),) if listed else ()
    invite = Button(Say("enter-invite"), press("person.invite", person.id))
    more = (Button(Say("enter-more"), press("people.add")), Button(Say("menu-button"), press("menu.open")))
    return ((*papers, invite), more)


async def organisation_of(desk: Desk, organisation_id: int) -> Organisation:
    """The organisation; NotFound if there is none."""
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found

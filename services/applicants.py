"""Those who wait for the curator: applicants to be decided, and children without a guardian's consent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.access import Action, Scope, ensure, places
from mentoring.consents import ConsentKind
from mentoring.errors import Forbidden, Invalid, NotFound, Refusal, Stale
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS, Category, Role
from messaging.replies import Button, Commands, Keyboard, Replies, Say, Show, Style, press
from services import command_menu, dialogue, dialogue_screens, forming, guardians, notices
from services.desk import Desk
from services.people import PAGE, last_page
from storage.consents import Paper
from storage.guardianships import WaitingChild
from storage.people import PeopleFilter
from surveys.path import Value
from surveys.record import Record, Subject


@dataclass(frozen=True, slots=True)
class Application:
    """Somebody who asks for a role in an organisation."""

    membership: Membership
    person: Person
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class ApplicantPage:
    """One page of those who wait for a decision."""

    page: int
    applications: tuple[Application, ...]
    total: int

    @property
    def pages(self) -> int:
        return last_page(self.total) + 1


async def listed(desk: Desk, page: int) -> ApplicantPage:
    """Applicants of the actor's organisations, who waits longest first; a page past the end is the last one."""
    organisations = places(desk.actor, Action.SEE_APPLICANTS)
    if not organisations:
        raise Forbidden
    found, total = await desk.work.memberships.applicants(organisations, offset=page * PAGE, limit=PAGE)
    if not found and page:
        return await listed(desk, last_page(total))
    people = await desk.work.people.many(m.person_id for m in found)
    known = await desk.work.organisations.many(organisations)
    each = tuple(Application(m, people[m.person_id], known[m.organisation_id or 0]) for m in found)
    return ApplicantPage(page, each, total)


async def get(desk: Desk, membership_id: int, action: Action = Action.SEE_APPLICANTS) -> Application:
    """An application, decided or not, for who may do `action` in its organisation."""
    membership = await desk.work.memberships.get(membership_id)
    if membership is None or membership.organisation_id is None:
        raise NotFound
    ensure(desk.actor, action, Scope(organisation_id=membership.organisation_id))
    person = await desk.work.people.get(membership.person_id)
    organisation = await desk.work.organisations.get(membership.organisation_id)
    if person is None or organisation is None:
        raise NotFound
    return Application(membership, person, organisation)


async def announce(desk: Desk, application: Application) -> None:
    """Tell every curator of the organisation, once each, with the decision one tap away."""
    membership = application.membership
    curators = await desk.work.memberships.holders(Role.CURATOR, membership.organisation_id)
    text = Say("applicant-told", _words(application))
    for curator in curators:
        slot = slot_of(membership.id)
        await notices.to(desk, curator.person_id, text, keyboard=decision(membership.id), slot=slot)


async def approve(desk: Desk, membership_id: int) -> Application:
    """Take an applicant in; of two curators at once one does, the other is told what happened."""
    application = await get(desk, membership_id, Action.DECIDE_APPLICANT)
    role, waits = application.membership.role, application.membership.state is MembershipState.APPLIED
    if waits and role in PARTICIPANTS and not await let_in(desk, application.person, application.organisation):
        raise Invalid("applicant-no-consent", name=application.person.name)
    if not await desk.work.memberships.approve(membership_id, by=_actor(desk)):
        raise await _decided(desk, membership_id)
    told = Say("applicant-welcome", {"organisation": application.organisation.name, "role": role.value})
    if application.person.telegram_id is None:
        await _tell_guardians(desk, application)
    await notices.to(desk, application.person.id, told, keyboard=_MENU)
    return application


async def let_in(desk: Desk, person: Person, organisation: Organisation) -> bool:
    """Whether somebody may take part: a guardian may have withdrawn their consent since."""
    ever_given = await desk.work.consents.history(person.id)
    return forming.let_in(person, ever_given, desk.today(organisation.zone))


async def _tell_guardians(desk: Desk, application: Application) -> None:
    """A child without Telegram hears of the decision through those who put them down."""
    told = Say("ward-approved", {"name": application.person.name, "organisation": application.organisation.name})
    guardians_of = await desk.work.guardianships.of_child(application.person.id)
    await notices.to_all(desk, [each.guardian_id for each in guardians_of], told, keyboard=_MENU)


async def command_menu_of(desk: Desk, application: Application) -> Replies:
    """The chat commands that work for somebody whose role has changed, for their phone."""
    chat = await desk.work.chats.of_person(application.person.id)
    if chat is None:
        return ()
    return (Commands(chat, command_menu.commands(await desk.work.chats.actor(chat))),)


async def begin_refusal(desk: Desk, membership_id: int) -> Show:
    """The form that asks the curator why."""
    application = await get(desk, membership_id, Action.DECIDE_APPLICANT)
    if application.membership.state is not MembershipState.APPLIED:
        raise await _decided(desk, membership_id)
    subject = Subject("membership", membership_id)
    return await dialogue.begin(
        desk, "refusal", subject=subject, organisation_id=application.membership.organisation_id
    )


async def refuse(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `refusal`: the applicant is told the reason and what they can do."""
    application = await get(desk, record.about("membership") or 0, Action.DECIDE_APPLICANT)
    membership, reason = application.membership, str(answers["reason"])
    if not await desk.work.memberships.refuse(membership.id, by=_actor(desk), reason=reason):
        raise await _decided(desk, membership.id)
    words = dialogue_screens.in_words(desk.house.surveys, "reason", reason, "refusal")
    told = Say("applicant-refused", {"organisation": application.organisation.name, "reason": words})
    await notices.to(desk, application.person.id, told, keyboard=_MENU)
    text = Say("applicant-refused-done", {"name": application.person.name})
    return (dialogue_screens.done(record, text, ((Button(Say("applicant-to-list"), press("applicants.list")),),)),)


# --- children who wait for a guardian ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChildCase:
    """A waiting child and the approved guardians of the organisation who may be asked for them."""

    child: WaitingChild
    today: date
    guardians: tuple[Person, ...]


async def child(desk: Desk, response_id: int) -> ChildCase:
    """A child who waits for consent, for the curator of their organisation."""
    found = await _waiting(desk, response_id)
    which = PeopleFilter(organisation_id=found.organisation_id, roles=frozenset({Role.GUARDIAN}), telegram=True)
    people, _ = await desk.work.people.page(which, limit=PAGE)
    return ChildCase(found, desk.today(), people)


async def ask_guardian(desk: Desk, response_id: int, person_id: int) -> Person:
    """Send a guardian of the organisation a personal link to consent for this child; gives whom it was sent to."""
    found = await _waiting(desk, response_id)
    place = await desk.work.memberships.find(person_id, found.organisation_id, Role.GUARDIAN)
    person = await desk.work.people.get(person_id)
    if person is None or place is None or place.state is not MembershipState.APPROVED:
        raise NotFound
    if await desk.work.chats.of_person(person_id) is None:
        raise Refusal("guardian-unreachable", name=person.name)
    by = _actor(desk)
    token = await desk.work.invitations.create(
        Role.GUARDIAN, found.organisation_id, response_id=response_id, created_by=by
    )
    keyboard = ((Button(Say("guardian-open"), url=desk.house.link(token), style=Style.MAIN),),)
    await notices.to(desk, person_id, Say("guardian-asked", {"born": found.birth}), keyboard=keyboard)
    return person


async def begin_paper(desk: Desk, response_id: int) -> Show:
    """The form in which a curator records a consent on paper."""
    found = await _waiting(desk, response_id)
    subject = Subject(guardians.REGISTRATION, response_id)
    return await dialogue.begin(desk, "paper-consent", subject=subject, organisation_id=found.organisation_id)


async def record_paper(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `paper-consent`: the signed documents are kept with date and photo; the child goes on."""
    found = await _waiting(desk, record.about(guardians.REGISTRATION) or 0)
    name = str(answers["guardian_name"])
    guardian = await _on_paper(desk, found, name, str(answers["relation"]))
    photo = answers["photo"]
    file = str(photo["file_id"]) if isinstance(photo, dict) else None
    paper = Paper(date.fromisoformat(str(answers["paper_date"])), name, _actor(desk), file)
    for document in _documents(answers["documents"]):
        version = desk.programme.consents[document.value]
        await desk.work.consents.give_waiting(found.response_id, document, version, given_by=guardian.id, paper=paper)
    complete = await guardians.go_on(desk, found.response_id)
    text = Say("paper-done" if complete else "paper-half", {"number": str(found.response_id)})
    return (dialogue_screens.done(record, text, ((Button(Say("paper-to-list"), press("children.list", 0)),),)),)


def slot_of(membership_id: int) -> str:
    """Where a curator's notice of an applicant stands."""
    return f"applicant:{membership_id}"


def decision(membership_id: int) -> Keyboard:
    """The buttons of the notice."""
    return (
        (Button(Say("applicant-approve"), press("applicant.approve", membership_id), style=Style.GOOD),),
        (Button(Say("applicant-refuse"), press("applicant.refuse", membership_id), style=Style.BAD),),
        (Button(Say("applicant-card"), press("applicant.open", membership_id)),),
    )


_MENU: Keyboard = ((Button(Say("menu-button"), press("menu.open")),),)


def _words(application: Application) -> dict[str, str]:
    category = application.person.category
    return {
        "name": application.person.name,
        "role": application.membership.role.value,
        "category": category.value if category else "none",
        "class": application.person.profile.school_class or "none",
    }


def _actor(desk: Desk) -> int:
    if desk.actor.person_id is None:
        raise Forbidden
    return desk.actor.person_id


async def _decided(desk: Desk, membership_id: int) -> Stale:
    """What happened to an application meanwhile, and by whom."""
    application = await get(desk, membership_id)
    membership = application.membership
    decider = await desk.work.people.get(membership.decided_by) if membership.decided_by else None
    if decider is None:
        return Stale("applicant-gone", name=application.person.name)
    mine = decider.id == desk.actor.person_id
    return Stale(
        "applicant-decided",
        name=application.person.name,
        by="mine" if mine else decider.name,
        state=membership.state.value,
    )


async def _waiting(desk: Desk, response_id: int) -> WaitingChild:
    """The child of a registration that waits, for the curator of its organisation."""
    record = await desk.work.responses.get(response_id)
    if record is None or record.definition != guardians.REGISTRATION:
        raise Stale("child-gone")
    ensure(desk.actor, Action.RECORD_PAPER_CONSENT, Scope(organisation_id=record.organisation_id))
    found = await desk.work.guardianships.awaited_by(response_id)
    if found is None:
        raise Stale("child-gone")
    return found


async def _on_paper(desk: Desk, found: WaitingChild, name: str, relation: str) -> Person:
    """Who signed: a person without Telegram, the same for both documents."""
    signed = await desk.work.people.many(await desk.work.guardianships.waiting(found.response_id))
    for known in signed.values():
        if known.name == name:
            return known
    person = await desk.work.people.add(name, category=Category.PARENT)
    await desk.work.memberships.grant(person.id, found.organisation_id, Role.GUARDIAN, by=_actor(desk))
    await desk.work.guardianships.put_waiting(found.response_id, person.id, relation, hears_of_meetings=False)
    return person


def _documents(value: Value) -> tuple[ConsentKind, ...]:
    return tuple(ConsentKind(str(name)) for name in value) if isinstance(value, list) else ()

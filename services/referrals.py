"""Requests of third parties: somebody names who needs a mentor, the curator takes it up or says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.names import alike, plain
from mentoring.people import MembershipState, Organisation, Person, Profile
from mentoring.referrals import Referral, ReferralState, decline
from mentoring.roles import Category, Role
from messaging.replies import Button, Replies, Say, Show, press
from services import allowed_places, dialogue, dialogue_screens, enter_people, notices, personal_links, referral_ends
from services.desk import Desk
from services.people import PAGE, last_page
from services.personal_links import PersonalLink
from services.referral_ends import to_take, undecided
from services.registration_answers import text_of
from storage.people import PeopleFilter
from surveys.path import Value
from surveys.record import Record, Subject

FORM, DECLINE = "referral", "referral-decline"
ORGANISATION = "organisation"
MOST = 6
_HERE = frozenset({MembershipState.APPROVED, MembershipState.APPLIED, MembershipState.LISTED})


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One page of requests; `own`: the reader's own ones, not an organisation's."""

    page: int
    referrals: tuple[Referral, ...]
    total: int
    own: bool

    @property
    def pages(self) -> int:
        return last_page(self.total) + 1


@dataclass(frozen=True, slots=True)
class Card:
    """A request, who made it, whom it became, and whether the actor may decide."""

    referral: Referral
    referrer: Person | None
    person: Person | None
    decides: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom of the base a request may mean."""

    referral: Referral
    people: tuple[Person, ...]


# --- naming somebody --------------------------------------------------------------------------------------------------


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may name somebody; Forbidden for nowhere."""
    return await allowed_places.where(desk, Action.REFER)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form in which somebody is named."""
    ensure(desk.actor, Action.REFER, Scope(organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(ORGANISATION, organisation_id),
        organisation_id=organisation_id,
        facts={"organisation": organisation.name, "role": Role.MENTEE.value},
    )


async def refer(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `referral`: kept, and every curator of the organisation hears of it."""
    organisation_id = record.about(ORGANISATION) or 0
    ensure(desk.actor, Action.REFER, Scope(organisation_id))
    if desk.actor.person_id is None:
        raise Forbidden
    areas = answers.get("areas")
    made = await desk.work.referrals.add(
        organisation_id,
        desk.actor.person_id,
        str(answers["name"]),
        school_class=text_of(answers, "class"),
        areas=[str(area) for area in areas] if isinstance(areas, list) else [],
        reason=str(answers["reason"]),
    )
    keyboard = ((Button(Say("referral-open"), press("referral.open", made.id)),),)
    told = Say("referral-told-curator", {"name": made.name, "class": made.school_class or "none"})
    for curator in await desk.work.memberships.holders(Role.CURATOR, organisation_id):
        if curator.person_id != desk.actor.person_id:
            await notices.to(desk, curator.person_id, told, keyboard=keyboard)
    more = ((Button(Say("referral-more"), press("refer.begin")), Button(Say("menu-button"), press("menu.open"))),)
    return (dialogue_screens.done(record, Say("referral-sent", {"name": made.name}), more),)


# --- looking at them --------------------------------------------------------------------------------------------------


async def listed(desk: Desk, page: int = 0) -> ReferralPage:
    """Requests of the actor's organisations, the undecided first; whoever may see none of these sees their own."""
    own = places(desk.actor, Action.SEE_REFERRALS)
    if not own and not places(desk.actor, Action.REFER):
        raise Forbidden
    by = None if own else desk.actor.person_id
    found, total = await desk.work.referrals.page(own, referred_by=by, offset=page * PAGE, limit=PAGE)
    if not found and page:
        return await listed(desk, last_page(total))
    return ReferralPage(page, found, total, own=not own)


async def card(desk: Desk, referral_id: int) -> Card:
    """One request, for who sees those of its organisation, or made it."""
    referral = await desk.work.referrals.get(referral_id)
    if referral is None:
        raise NotFound
    if referral.referred_by != desk.actor.person_id:
        ensure(desk.actor, Action.SEE_REFERRALS, Scope(referral.organisation_id))
    wanted = [referral.referred_by, *([referral.person_id] if referral.person_id else [])]
    known = await desk.work.people.many(wanted)
    decides = referral.state is ReferralState.NEW and allowed(
        desk.actor, Action.TAKE_REFERRAL, Scope(referral.organisation_id)
    )
    return Card(referral, known.get(referral.referred_by), known.get(referral.person_id or 0), decides)


# --- deciding ---------------------------------------------------------------------------------------------------------


async def candidates(desk: Desk, referral_id: int) -> Choice:
    """People of the base with the surname of whoever was named, or one near it; the very same name first."""
    referral = await undecided(desk, referral_id)
    which = PeopleFilter(organisation_id=referral.organisation_id, states=_HERE, part=referral.name.split()[0])
    found, _ = await desk.work.people.page(which, limit=50)
    surname = referral.name.split()[0]
    near = sorted(
        (each for each in found if alike(each.name.split()[0], surname)),
        key=lambda each: plain(each.name) != plain(referral.name),
    )
    return Choice(referral, tuple(near[:MOST]))


async def link(desk: Desk, referral_id: int, person_id: int) -> Card:
    """The request means somebody of the base."""
    referral = await undecided(desk, referral_id)
    person = await desk.work.people.get(person_id)
    memberships = await desk.work.memberships.of_person(person_id)
    if person is None or not any(m.organisation_id == referral.organisation_id for m in memberships):
        raise NotFound
    await referral_ends.found(desk, referral.id, person)
    return await card(desk, referral_id)


async def enter(desk: Desk, referral_id: int) -> Show:
    """Put down by the curator, with what the request says filled in."""
    referral = await undecided(desk, referral_id)
    known: dict[str, Value] = {"role": Role.MENTEE.value, "name": referral.name}
    if referral.school_class in desk.programme.classes:
        known |= {"category": Category.PUPIL.value, "class": str(referral.school_class)}
    return await enter_people.begin(desk, referral.organisation_id, known, referral=referral.id)


async def send(desk: Desk, referral_id: int) -> PersonalLink:
    """Put down by name alone, and a personal link for them."""
    referral = await undecided(desk, referral_id)
    ensure(desk.actor, Action.INVITE_PERSON, Scope(referral.organisation_id))
    if await _same_name(desk, referral):
        raise Invalid("enter-known", name=referral.name)
    category = Category.PUPIL if referral.school_class else Category.TEACHER
    profile = Profile(school_class=referral.school_class)
    person = await desk.work.people.add(
        referral.name, category=category, profile=profile, entered_by=desk.actor.person_id
    )
    await desk.work.memberships.enlist(person.id, referral.organisation_id, Role.MENTEE)
    await referral_ends.found(desk, referral.id, person)
    return await personal_links.create(desk, person.id)


async def _same_name(desk: Desk, referral: Referral) -> bool:
    known = await desk.work.people_drafts.known(referral.organisation_id)
    return any(plain(each.name) == plain(referral.name) for each in known)


async def begin_decline(desk: Desk, referral_id: int) -> Show:
    """Asks for the reason that the referrer will read."""
    referral = await undecided(desk, referral_id)
    subject = Subject(referral_ends.SUBJECT, referral.id)
    return await dialogue.begin(desk, DECLINE, subject=subject, organisation_id=referral.organisation_id)


async def declined(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `referral-decline`."""
    referral = await to_take(desk, record.about(referral_ends.SUBJECT) or 0)
    if desk.actor.person_id is None:
        raise Forbidden
    reason = str(answers["reason"])
    decided = decline(referral, reason, desk.actor.person_id, desk.now)
    await referral_ends.store(desk, decided, "declined")
    ways = (Button(Say("referral-list"), press("referrals.list")), Button(Say("menu-button"), press("menu.open")))
    return (dialogue_screens.done(record, Say("referral-declined", {"name": referral.name}), (ways,)),)

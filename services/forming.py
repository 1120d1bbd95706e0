"""Forming a pair, a group or a circle: the curator chooses approved people, form, role model and dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from mentoring import life
from mentoring.access import Action, Scope, ensure
from mentoring.consents import Consent, ConsentKind
from mentoring.errors import Invalid, NotFound
from mentoring.mentorships import Form, Mentorship, Side
from mentoring.people import CONSENT_AGE, MembershipState, Organisation, Person, age
from mentoring.roles import Role
from messaging.replies import Button, Lines, Replies, Say, Show, Style, press
from programmes.parts import Kind, RoleModel
from services import (
    agreement_for,
    allowed_places,
    dialogue,
    dialogue_screens,
    pair_notices,
    pairs,
    trail,
    training_steps,
)
from services.desk import Desk
from services.forming_options import MANY, ORGANISATION, approved, chosen_people
from services.pairs import Pair
from surveys.path import Answers, Value
from surveys.record import Record, Subject

FORM = "mentorship"
_NEEDED = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may form pairs; Forbidden if nowhere."""
    return await allowed_places.where(desk, Action.PROPOSE_MENTORSHIP)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The first screen of the form `mentorship`; Invalid while there is nobody to choose from."""
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(organisation_id))
    counts = {}
    for side in Side:
        _, counts[side] = await desk.work.people.page(approved(organisation_id, side), limit=1)
        if not counts[side]:
            raise Invalid(f"pairs-no-{side}s")
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(ORGANISATION, organisation_id),
        organisation_id=organisation_id,
        facts={f"many_{side}s": counts[side] > MANY for side in Side},
    )


# --- what becomes of it ----------------------------------------------------------------------------------------------


async def propose(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `mentorship`: proposed to every party; the curator hears who could not be reached."""
    organisation = await _place(desk, record)
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(organisation.id))
    chosen = {side: await _ready(desk, organisation, answers, side) for side in Side}
    await desk.work.mentorships.hold_people([one.id for people in chosen.values() for one in people])
    await ensure_new(desk, chosen)
    proposed = _proposed(desk, organisation, answers, chosen)
    await ensure_room(desk, organisation, chosen[Side.MENTOR], [one.id for one in chosen[Side.MENTEE]])
    pair, missed = await store(desk, proposed)
    keyboard = (
        (Button(Say("pairs-open"), press("pair.card", pair.mentorship.id)),),
        (Button(Say("pairs-new"), press("pair.new")), Button(Say("pairs-list"), press("pairs.list"))),
    )
    key = "pairs-proposed-missed" if missed else "pairs-proposed-done"
    said = Say(key, {**pairs.facts(desk, pair), "missed": pairs.full_names(missed)})
    untrained = await training_steps.warning(desk, chosen[Side.MENTOR])
    text = said if untrained is None else Lines((said, untrained), "\n\n")
    return (dialogue_screens.done(record, text, keyboard),)


async def store(desk: Desk, proposed: Mentorship) -> tuple[Pair, tuple[Person, ...]]:
    """Stores a proposal, asks every party, tells the guardians; gives it and who could not be reached."""
    made = await pairs.find(desk, await desk.work.mentorships.propose(proposed))
    await trail.note(desk, made, "proposed")
    pair = await pairs.pair_of(desk, made)
    return pair, await _announce(desk, pair)


async def _place(desk: Desk, record: Record) -> Organisation:
    organisation_id = record.about(ORGANISATION)
    found = await desk.work.organisations.get(organisation_id) if organisation_id is not None else None
    if found is None:
        raise NotFound
    return found


def _proposed(
    desk: Desk, organisation: Organisation, answers: Mapping[str, Value], chosen: Mapping[Side, Sequence[Person]]
) -> Mentorship:
    form = Form(str(answers["form"]))
    role_model = str(answers["role_model"])
    if role_model not in {one.id for one in desk.programme.form(form).role_models}:
        raise Invalid("pairs-role-model-other")
    kind = _kind(desk, answers, life.kind_of(len(chosen[Side.MENTOR]), len(chosen[Side.MENTEE])))
    ensure_older(desk.programme.role_model(form, role_model), kind, chosen[Side.MENTOR], chosen[Side.MENTEE])
    return life.propose(
        organisation_id=organisation.id,
        form=form,
        role_model=role_model,
        kind=kind.id,
        mentors=chosen[Side.MENTOR],
        mentees=chosen[Side.MENTEE],
        starts=date.fromisoformat(str(answers["starts"])),
        ends=date.fromisoformat(str(answers["ends"])),
        proposed_by=desk.actor.person_id or 0,
        now=desk.now,
        today=desk.today(organisation.zone),
        fits=desk.programme.fits,
        youngest=desk.programme.youngest,
        reverse=kind.reverse,
    )


def _kind(desk: Desk, answers: Answers, gathering: life.Gathering) -> Kind:
    """The kind chosen, or the usual one; Invalid if it is none for so many people."""
    usual = desk.programme.kinds_for(gathering)
    wanted = answers.get("kind")
    if wanted is None:
        return usual[0]
    found = next((kind for kind in usual if kind.id == wanted), None)
    if found is None:
        raise Invalid("pairs-kind-other")
    return found


def ensure_older(model: RoleModel, kind: Kind, mentors: Sequence[Person], mentees: Sequence[Person]) -> None:
    """Where the role model wants an older mentor, everybody mentored is younger; in a reverse kind it is the other
    way round by intention. Raises Invalid naming the two."""
    if not model.older or kind.reverse:
        return
    for mentor in mentors:
        for mentee in mentees:
            if mentor.birth is not None and mentee.birth is not None and mentor.birth >= mentee.birth:
                raise Invalid("pairs-not-older", mentor=mentor.name, mentee=mentee.name)


async def ensure_room(
    desk: Desk, organisation: Organisation, mentors: Sequence[Person], mentees: Collection[int], *, without: int = 0
) -> None:
    """Nobody mentors more people at once than they take on; Invalid says who. `without`: a mentorship about to end."""
    for mentor in mentors:
        limit = await _limit(desk, organisation, mentor)
        theirs = {
            mentee
            for one in await desk.work.mentorships.of_person(mentor.id)
            if mentor.id in one.mentors and one.id != without
            for mentee in one.mentees
        }
        if len(theirs | set(mentees)) > limit:
            raise Invalid("pairs-no-room", name=mentor.name, capacity=limit, taken=len(theirs))


async def _limit(desk: Desk, organisation: Organisation, mentor: Person) -> int:
    """How many people a mentor takes on here; one of the network as many as where they belong."""
    places = [one for one in await desk.work.memberships.of_person(mentor.id) if one.role is Role.MENTOR]
    here = [one for one in places if one.organisation_id == organisation.id] or places
    rooms = [desk.programme.capacity if one.capacity is None else one.capacity for one in here]
    return max(rooms, default=desk.programme.capacity)


async def _ready(
    desk: Desk, organisation: Organisation, answers: Mapping[str, Value], side: Side
) -> tuple[Person, ...]:
    """The people chosen for a side, each approved here and consenting; else an Invalid that names who is not."""
    people = await chosen_people(desk, answers, side)
    for person in people:
        await ensure_ready(desk, await _home(desk, organisation, answers, person, side), person, side)
    return people


async def _home(
    desk: Desk, organisation: Organisation, answers: Mapping[str, Value], person: Person, side: Side
) -> Organisation:
    """Where the person takes part: a mentor of a network kind may be of another organisation."""
    networks = {kind.id for kind in desk.programme.kinds if kind.network}
    if side is Side.MENTEE or answers.get("kind") not in networks:
        return organisation
    held = await desk.work.memberships.of_person(person.id)
    theirs = [
        one.organisation_id
        for one in held
        if one.role is Role.MENTOR and one.state is MembershipState.APPROVED and one.organisation_id is not None
    ]
    if organisation.id in theirs or not theirs:
        return organisation
    return await desk.work.organisations.get(theirs[0]) or organisation


async def ensure_ready(desk: Desk, organisation: Organisation, person: Person, side: Side) -> None:
    """Approved here on that side, not on a pause, and consenting; else an Invalid that names who is not."""
    today = desk.today(organisation.zone)
    membership = await desk.work.memberships.find(person.id, organisation.id, Role(side.value))
    if membership is None or membership.state is not MembershipState.APPROVED:
        raise Invalid("pairs-not-approved", name=person.name)
    if membership.paused(today):
        raise Invalid("pairs-paused", name=person.name)
    if not consented(person, await desk.work.consents.current(person.id), today):
        raise Invalid("pairs-no-consent", name=person.name)


def consented(person: Person, given: Collection[Consent], today: date) -> bool:
    """Whether processing and taking part are consented to, in chat or on paper: by a guardian for a minor, from 14 by
    both.

    Source: docs/glossary.md#personal-data.
    """
    own = {one.kind for one in given if one.given_by == person.id}
    guarded = {one.kind for one in given if one.given_by != person.id}
    if not person.is_minor(today):
        return (own | guarded).issuperset(_NEEDED)
    grown = person.birth is not None and age(person.birth, today) >= CONSENT_AGE
    return guarded.issuperset(_NEEDED) and (not grown or own.issuperset(_NEEDED))


def let_in(person: Person, ever_given: Collection[Consent], today: date) -> bool:
    """Whether nobody's no to taking part stands: a guardian's for a minor, else anybody's, with no yes since."""
    minor = person.is_minor(today)
    said = [one for one in ever_given if one.kind is ConsentKind.PARTICIPATION]
    theirs = [one for one in said if not minor or one.given_by != person.id]
    return not theirs or any(one.withdrawn_at is None for one in theirs)


async def ensure_new(desk: Desk, chosen: Mapping[Side, Sequence[Person]]) -> None:
    """No mentor is joined with the same mentee in two open mentorships; Invalid says who with whom."""
    mentor_ids = {one.id for one in chosen[Side.MENTOR]}
    mentee_ids = {one.id for one in chosen[Side.MENTEE]}
    for known in await desk.work.mentorships.of_people(mentor_ids):
        twice = mentor_ids.intersection(known.mentors), mentee_ids.intersection(known.mentees)
        if all(twice):
            names = [
                next(one.name for people in chosen.values() for one in people if one.id == min(ids)) for ids in twice
            ]
            raise Invalid("pairs-already", mentor=names[0], mentee=names[1])


async def _announce(desk: Desk, pair: Pair) -> tuple[Person, ...]:
    """Ask every party, tell the guardians; gives those who could not be reached."""
    number = pair.mentorship.id
    keyboard = (
        (
            Button(Say("pairs-agree"), press("pair.agree", number), style=Style.GOOD),
            Button(Say("pairs-refuse"), press("pair.refuse", number)),
        ),
        pair_notices.open_row(pair),
    )
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-proposed")
    await agreement_for.ask_guardians(desk, pair)
    place = pair_notices.slot(pair)
    missed = await pair_notices.to_parties(desk, pair, "pairs-proposal", keyboard=keyboard, slot=place)
    if desk.actor.person is not None and desk.actor.person_id in pair.people:
        await pair_notices.to_party(desk, pair, desk.actor.person, "pairs-proposal", keyboard=keyboard, slot=place)
    return missed

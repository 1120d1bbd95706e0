"""Forming a pair, a group or a circle: the curator chooses approved people, form, role model and dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from mentoring import life
from mentoring.access import Action, Scope, ensure, places
from mentoring.consents import Consent, ConsentKind
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.mentorships import Form, Mentorship, Side
from mentoring.people import CONSENT_AGE, MembershipState, Organisation, Person, age
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import dialogue, dialogue_screens, pair_notices, pairs
from services.desk import Asked, Desk
from services.pairs import Pair
from storage.people import PeopleFilter
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject

ORGANISATION = "organisation"
MANY = 8
"""More people than one page has: then a name or a class may be asked for first."""
MOST = 90
"""People one screen can offer; Telegram takes a hundred buttons."""
_NEEDED = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)
_CHOSEN: Mapping[Side, tuple[str, str]] = {Side.MENTEE: ("mentee", "mentees"), Side.MENTOR: ("mentor", "mentors")}
"""Questions of the form in which the people of a side are chosen: one, or several."""


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may form pairs; Forbidden if nowhere."""
    own = places(desk.actor, Action.PROPOSE_MENTORSHIP)
    if not own:
        raise Forbidden
    return tuple((await desk.work.organisations.many(own)).values())


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The first screen of the form `mentorship`; Invalid while there is nobody to choose from."""
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(organisation_id))
    counts = {}
    for side in Side:
        _, counts[side] = await desk.work.people.page(_approved(organisation_id, side), limit=1)
        if not counts[side]:
            raise Invalid(f"pairs-no-{side}s")
    return await dialogue.begin(
        desk,
        "mentorship",
        subject=Subject(ORGANISATION, organisation_id),
        organisation_id=organisation_id,
        facts={f"many_{side}s": counts[side] > MANY for side in Side},
    )


# --- what the form offers --------------------------------------------------------------------------------------------


async def mentees(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentees`."""
    return await _people(desk, asked, Side.MENTEE)


async def mentors(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentors`: without those chosen as mentees."""
    return await _people(desk, asked, Side.MENTOR)


async def forms(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `forms`: those in which the people chosen may stand where they were put; all if there is none such."""
    chosen = {side: await _chosen_people(desk, asked.answers, side) for side in Side}
    fitting = [
        form.id.value
        for form in desk.programme.forms
        if all(
            life.fitting(form.id, side, one, desk.programme.fits) for side, people in chosen.items() for one in people
        )
    ]
    every = desk.programme.sources()["forms"]
    return [option for option in every if option.id in fitting] or every


async def role_models(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `role_models`: those of the form chosen."""
    return desk.programme.sources(asked.answers)["role_models"]


async def _people(desk: Desk, asked: Asked, side: Side) -> Sequence[Option]:
    """Approved people of a side who match what is looked for, those without a mentorship first, and those chosen."""
    if asked.subject is None or asked.subject.kind != ORGANISATION:
        return ()
    organisation_id = asked.subject.id
    which = _approved(organisation_id, side, str(asked.answers.get(f"{side}_find", "")), desk.programme.classes)
    found, _ = await desk.work.people.page(which, limit=MOST)
    taken = await desk.work.mentorships.joined(organisation_id, side)
    other = {one.id for one in await _chosen_people(desk, asked.answers, Side.MENTEE)} if side is Side.MENTOR else set()
    chosen = await _chosen_people(desk, asked.answers, side)
    listed = {one.id: one for one in (*chosen, *sorted(found, key=lambda one: one.id in taken))}
    return [Option(str(one.id), _label(one)) for one in listed.values() if one.id not in other][:MOST]


def _approved(organisation_id: int, side: Side, sought: str = "", classes: Collection[str] = ()) -> PeopleFilter:
    """Approved people of a side; what is sought may be a class or a part of a name."""
    word = "".join(sought.split()).upper()
    return PeopleFilter(
        organisation_id=organisation_id,
        roles=frozenset({Role(side.value)}),
        school_class=word if word in classes else None,
        part="" if word in classes else sought,
    )


def _label(person: Person) -> str:
    school_class = person.profile.school_class
    return f"{person.name}, {school_class}" if school_class else person.name


def _chosen(answers: Answers, side: Side) -> tuple[int, ...]:
    """Ids of the people chosen for a side."""
    one, several = (answers.get(name) for name in _CHOSEN[side])
    ids = several if isinstance(several, list) else [one] if isinstance(one, str) else []
    return tuple(int(person) for person in ids)


async def _chosen_people(desk: Desk, answers: Answers, side: Side) -> tuple[Person, ...]:
    ids = _chosen(answers, side)
    known = await desk.work.people.many(ids) if ids else {}
    return tuple(known[person] for person in ids if person in known)


# --- what becomes of it ----------------------------------------------------------------------------------------------


async def propose(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `mentorship`: proposed to every party; the curator hears who could not be reached."""
    organisation = await _place(desk, record)
    ensure(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(organisation.id))
    chosen = {side: await _ready(desk, organisation, answers, side) for side in Side}
    await desk.work.mentorships.hold_people([one.id for people in chosen.values() for one in people])
    await _ensure_new(desk, chosen)
    proposed = _proposed(desk, organisation, answers, chosen)
    made = await pairs.find(desk, await desk.work.mentorships.propose(proposed))
    pair = await pairs.pair_of(desk, made)
    missed = await _announce(desk, pair)
    keyboard = (
        (Button(Say("pairs-open"), press("pair.card", made.id)),),
        (Button(Say("pairs-new"), press("pair.new")), Button(Say("pairs-list"), press("pairs.list"))),
    )
    key = "pairs-proposed-missed" if missed else "pairs-proposed-done"
    said = Say(key, {**pairs.facts(desk, pair), "missed": pairs.full_names(missed)})
    return (dialogue_screens.done(record, said, keyboard),)


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
    kind = life.kind_of(len(chosen[Side.MENTOR]), len(chosen[Side.MENTEE]))
    return life.propose(
        organisation_id=organisation.id,
        form=form,
        role_model=role_model,
        kind=desk.programme.kind_for(kind),
        mentors=chosen[Side.MENTOR],
        mentees=chosen[Side.MENTEE],
        starts=date.fromisoformat(str(answers["starts"])),
        ends=date.fromisoformat(str(answers["ends"])),
        proposed_by=desk.actor.person_id or 0,
        now=desk.now,
        today=desk.today(organisation.zone),
        fits=desk.programme.fits,
        youngest=desk.programme.youngest,
    )


async def _ready(
    desk: Desk, organisation: Organisation, answers: Mapping[str, Value], side: Side
) -> tuple[Person, ...]:
    """The people chosen for a side, each approved here and consenting; else an Invalid that names who is not."""
    people = await _chosen_people(desk, answers, side)
    for person in people:
        membership = await desk.work.memberships.find(person.id, organisation.id, Role(side.value))
        if membership is None or membership.state is not MembershipState.APPROVED:
            raise Invalid("pairs-not-approved", name=person.name)
        if not consented(person, await desk.work.consents.current(person.id), desk.today(organisation.zone)):
            raise Invalid("pairs-no-consent", name=person.name)
    return people


def consented(person: Person, given: Collection[Consent], today: date) -> bool:
    """Whether processing and taking part are consented to: by a guardian (or on paper) for a minor, from 14 by both.

    Source: docs/glossary.md, «Personal data of children».
    """
    own = {one.kind for one in given if one.given_by == person.id and one.paper_date is None}
    guarded = {one.kind for one in given if one.given_by != person.id or one.paper_date is not None}
    if not person.is_minor(today):
        return (own | guarded).issuperset(_NEEDED)
    grown = person.birth is not None and age(person.birth, today) >= CONSENT_AGE
    return guarded.issuperset(_NEEDED) and (not grown or own.issuperset(_NEEDED))


async def _ensure_new(desk: Desk, chosen: Mapping[Side, Sequence[Person]]) -> None:
    """No mentor is joined with the same mentee in two open mentorships."""
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
    place = pair_notices.slot(pair)
    missed = await pair_notices.to_parties(desk, pair, "pairs-proposal", keyboard=keyboard, slot=place)
    if desk.actor.person is not None and desk.actor.person_id in pair.people:
        await pair_notices.to_party(desk, pair, desk.actor.person, "pairs-proposal", keyboard=keyboard, slot=place)
    return missed

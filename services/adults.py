"""The adults beside a mentorship: who answers for it in the organisation, and who is consulted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mentoring import adults as rules
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.adults import Adult, AdultDuty, Speciality
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import OPEN_STATES, Mentorship
from mentoring.pages import pages_of
from mentoring.people import MembershipState, Person
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, dialogue_screens, notices, pair_notices, pairs, trail
from services.desk import Asked, Desk
from services.forming_options import MANY, MOST
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.people import PeopleFilter
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject

PAGE = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """An adult with the name to show."""

    adult: Adult
    name: str


@dataclass(frozen=True, slots=True)
class Adults:
    """The adults of a mentorship, and whether the reader may change them."""

    pair: Pair
    beside: tuple[Beside, ...]
    may_edit: bool

    @property
    def may_add(self) -> bool:
        """There is room for one more."""
        return self.may_edit and len(self.beside) < rules.MOST

    @property
    def may_remove(self) -> bool:
        return self.may_edit and bool(self.beside)


@dataclass(frozen=True, slots=True)
class Mine:
    """A page of the mentorships that the reader stands beside, each with what they are there for."""

    lines: tuple[tuple[Pair, AdultDuty], ...]
    page: int
    pages: int


async def seen(desk: Desk, mentorship_id: int) -> Adults:
    """The adults of a mentorship, for everybody who sees it."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_MENTORSHIP, Scope.of(mentorship))
    may_edit = mentorship.state in OPEN_STATES and allowed(desk.actor, Action.EDIT_ADULTS, Scope.of(mentorship))
    return Adults(await pairs.pair_of(desk, mentorship), await beside(desk, mentorship_id), may_edit)


async def mine(desk: Desk, page: int = 0) -> Mine:
    """Where the actor stands beside, the newest first; an empty page for who stands beside nobody (any more)."""
    me = desk.actor.person_id
    if me is None:
        raise Forbidden
    duties: dict[int, AdultDuty] = {}
    for one in await desk.work.adults.of_person(me):
        if duties.get(one.mentorship_id) is not AdultDuty.RESPONSIBLE:
            duties[one.mentorship_id] = one.duty
    found = {one.id: one for one in await desk.work.mentorships.many(duties)}
    seen = [found[one] for one in duties if allowed(desk.actor, Action.SEE_MENTORSHIP, Scope.of(found[one]))]
    pages = pages_of(len(seen), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = await pairs.pairs_of(desk, seen[page * PAGE : (page + 1) * PAGE])
    return Mine(tuple((pair, duties[pair.mentorship.id]) for pair in shown), page, pages)


async def carry_over(desk: Desk, old_mentorship_id: int, new_mentorship_id: int) -> int:
    """At a hand-over: who stands beside goes on doing so, but the one who mentors now; how many did.

    Whoever hands the mentorship over has been authorised.
    """
    new = await pairs.find(desk, new_mentorship_id)
    by = desk.actor.person_id or 0
    going_on = [one for one in await desk.work.adults.of(old_mentorship_id) if one.person_id not in new.people]
    for one in going_on:
        await desk.work.adults.add(replace(one, mentorship_id=new.id, added_by=by, added_at=desk.now))
    return len(going_on)


async def beside(desk: Desk, mentorship_id: int) -> tuple[Beside, ...]:
    """The adults with their names, the responsible first."""
    found = await desk.work.adults.of(mentorship_id)
    people = await desk.work.people.many(one.person_id for one in found if one.person_id is not None)
    return tuple(Beside(one, _name(one, people)) for one in found if one.name or one.person_id in people)


def _name(adult: Adult, people: Mapping[int, Person]) -> str:
    person = people.get(adult.person_id or 0)
    return person.name if person is not None else adult.name or ""


# --- added -----------------------------------------------------------------------------------------------------------


async def begin(desk: Desk, mentorship_id: int) -> Show:
    """The form `adult`."""
    mentorship = await _editable(desk, mentorship_id)
    here = PeopleFilter(organisation_id=mentorship.organisation_id, roles=_every_role())
    _, many = await desk.work.people.page(here, limit=1)
    present = await desk.work.adults.of(mentorship_id)
    answered_for = any(one.duty is AdultDuty.RESPONSIBLE for one in present)
    return await dialogue.begin(
        desk,
        "adult",
        subject=Subject(SUBJECT, mentorship_id),
        organisation_id=mentorship.organisation_id,
        facts={"many_adults": many > MANY},
        likely={"duty": AdultDuty.CONSULTANT.value if answered_for else AdultDuty.RESPONSIBLE.value},
    )


async def candidates(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `adults`: grown-up people of the organisation with the roles that the duty asks for."""
    mentorship = None
    if asked.subject is not None and asked.subject.kind == SUBJECT:
        mentorship = await desk.work.mentorships.get(asked.subject.id)
    if mentorship is None or not allowed(desk.actor, Action.EDIT_ADULTS, Scope.of(mentorship)):
        return ()
    today = desk.today(await pairs.zone(desk, mentorship))
    which = PeopleFilter(
        organisation_id=mentorship.organisation_id,
        roles=_roles(desk, mentorship, asked.answers),
        part=str(asked.answers.get("adult_find", "")),
    )
    found, _ = await desk.work.people.page(which, limit=MOST)
    may = (one for one in found if one.id not in mentorship.people and not one.is_minor(today))
    return tuple(Option(str(one.id), one.name) for one in may)


def _roles(desk: Desk, mentorship: Mentorship, answers: Answers) -> frozenset[Role]:
    """For the responsible: those whom the role model names; for a consultant: by what they are asked about."""
    if answers.get("duty") == AdultDuty.CONSULTANT.value:
        return rules.ROLES_OF[Speciality(str(answers.get("speciality", Speciality.OTHER.value)))]
    model = desk.programme.role_model(mentorship.form, mentorship.role_model)
    named = (role for one in model.responsible for role in desk.programme.executor(one).roles)
    return frozenset(named) or _every_role()


def _every_role() -> frozenset[Role]:
    return rules.ROLES_OF[Speciality.OTHER]


async def add(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `adult`: stored; who is in the bot hears of it, and so do the mentors."""
    mentorship = await _editable(desk, record.about(SUBJECT) or 0)
    new = rules.add(
        mentorship,
        await desk.work.adults.of(mentorship.id),
        await _typed(desk, mentorship, answers),
    )
    await desk.work.adults.add(new)
    pair = await pairs.pair_of(desk, mentorship)
    people = await desk.work.people.many([new.person_id] if new.person_id is not None else [])
    name = _name(new, people)
    await trail.note(desk, mentorship, "adult_added", duty=new.duty.value, name=name)
    await _tell(desk, pair, new, "adults-told")
    keyboard = (
        (Button(Say("adults-button"), press("adults.open", mentorship.id)),),
        (*pair_notices.open_row(pair), Button(Say("menu-button"), press("menu.open"))),
    )
    said = Say("adults-added", {"name": name, "duty": new.duty.value})
    return (dialogue_screens.done(record, said, keyboard),)


async def _typed(desk: Desk, mentorship: Mentorship, answers: Answers) -> Adult:
    """The adult as chosen or typed; NotFound for somebody who is not of this organisation (any more)."""
    duty = AdultDuty(str(answers["duty"]))
    chosen = answers.get("adult")
    person_id = int(str(chosen)) if chosen is not None else None
    if person_id is not None:
        held = await desk.work.memberships.of_person(person_id)
        here = (one for one in held if one.organisation_id == mentorship.organisation_id)
        if not any(one.state is MembershipState.APPROVED for one in here):
            raise NotFound
    return Adult(
        id=0,
        mentorship_id=mentorship.id,
        duty=duty,
        added_by=desk.actor.person_id or 0,
        added_at=desk.now,
        person_id=person_id,
        name=None if person_id is not None else " ".join(str(answers["name"]).split()),
        speciality=Speciality(str(answers["speciality"])) if duty is AdultDuty.CONSULTANT else None,
    )


# --- removed ---------------------------------------------------------------------------------------------------------


async def removable(desk: Desk, mentorship_id: int) -> Adults:
    """The adults, of whom the curator chooses one to take off."""
    await _editable(desk, mentorship_id)
    return await seen(desk, mentorship_id)


async def remove(desk: Desk, adult_id: int) -> Adults:
    """Takes an adult off; who is in the bot hears of it. Stale if another curator was quicker."""
    adult = await desk.work.adults.get(adult_id)
    if adult is None:
        raise Stale("adults-gone")
    mentorship = await _editable(desk, adult.mentorship_id)
    people = await desk.work.people.many([adult.person_id] if adult.person_id is not None else [])
    if not await desk.work.adults.remove(adult_id):
        raise Stale("adults-gone")
    await trail.note(desk, mentorship, "adult_removed", duty=adult.duty.value, name=_name(adult, people))
    await _tell(desk, await pairs.pair_of(desk, mentorship), adult, "adults-told-removed")
    return await seen(desk, mentorship.id)


async def _tell(desk: Desk, pair: Pair, adult: Adult, key: str) -> None:
    """Tell the adult, if they are in the bot; the card opens for whoever sees it by a role of their own."""
    if adult.person_id is None or adult.person_id == desk.actor.person_id:
        return
    holder = await desk.work.chats.of_person(adult.person_id)
    if holder is None:
        return
    reader = await desk.work.chats.actor(holder)
    opens = allowed(reader, Action.SEE_MENTORSHIP, Scope.of(pair.mentorship))
    curator = desk.actor.person.name if desk.actor.person is not None else ""
    said = Say(key, {**pairs.facts(desk, pair), "duty": adult.duty.value, "curator": curator})
    await notices.to(desk, adult.person_id, said, keyboard=(pair_notices.open_row(pair),) if opens else ())


async def _editable(desk: Desk, mentorship_id: int) -> Mentorship:
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.EDIT_ADULTS, Scope.of(mentorship))
    if mentorship.state not in OPEN_STATES:
        raise Stale("refusal-mentorship-over")
    return mentorship

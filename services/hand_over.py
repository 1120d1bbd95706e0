"""Handing over to another mentor: the old mentorship ends, a new one is proposed for the rest of the term."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from mentoring import hand_over as rules
from mentoring import life
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Invalid, NotFound
from mentoring.mentorships import Mentorship, MentorshipState, Side
from mentoring.people import Person
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import adults, dialogue, dialogue_screens, endings, forming, pair_notices, pairs, plans, tasks, trail
from services.desk import Asked, Desk
from services.forming_options import MANY, MOST
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.people import PeopleFilter
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject

CARRY_OVER: tuple[Callable[[Desk, int, int], Awaitable[object]], ...] = (
    plans.carry_over,
    tasks.carry_over,
    adults.carry_over,
)
"""What goes on in the new mentorship: called with the ids of the old one and of the new one."""


async def begin(desk: Desk, mentorship_id: int) -> Show:
    """The form `hand-over`; Invalid while there is no other mentor."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.HAND_OVER, Scope.of(mentorship))
    if mentorship.state not in rules.ONGOING and mentorship.state is not MentorshipState.PROPOSED:
        raise await trail.overtaken(desk, mentorship_id)
    rules.ensure_open(mentorship)
    _, others = await desk.work.people.page(_mentors(mentorship.organisation_id), limit=1)
    if others <= len(mentorship.mentors):
        raise Invalid("pairs-no-mentors")
    return await dialogue.begin(
        desk,
        "hand-over",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={
            "circle": len(mentorship.mentors) > 1,
            "many_mentors": others > MANY,
            "ordered": mentorship.state is MentorshipState.ACTIVE,
        },
    )


async def leaving(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `own_mentors`: those of the mentorship."""
    pair = await _asked_about(desk, asked)
    return tuple(Option(str(one.id), one.name) for one in pair.on(Side.MENTOR)) if pair else ()


async def successors(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `successors`: other mentors who fit the form, the nearest to the name sought, or the free ones, first."""
    pair = await _asked_about(desk, asked)
    if pair is None:
        return ()
    mentorship = pair.mentorship
    which = _mentors(mentorship.organisation_id, str(asked.answers.get("mentor_find", "")))
    found, _ = await desk.work.people.page(which, limit=MOST)
    taken = await desk.work.mentorships.joined(mentorship.organisation_id, Side.MENTOR)
    fits = desk.programme.fits
    may = [
        one
        for one in found
        if one.id not in mentorship.people
        and life.fitting(mentorship.form, Side.MENTOR, one, fits, reverse=_reverse(desk, mentorship))
    ]
    ranked = may if which.part else sorted(may, key=lambda one: one.id in taken)
    return tuple(Option(str(one.id), one.name) for one in ranked)


async def hand_over(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `hand-over`: everything is checked before anything changes."""
    old = await pairs.hold(desk, record.about(SUBJECT) or 0)
    ensure(desk.actor, Action.HAND_OVER, Scope.of(old))
    if old.state not in rules.ONGOING:
        raise await trail.overtaken(desk, old.id)
    before = await pairs.pair_of(desk, old)
    successor = (await desk.work.people.many([int(str(answers["successor"]))])).get(int(str(answers["successor"])))
    if successor is None:
        raise NotFound
    left = _leaving(old, answers)
    proposed = await _proposed(desk, before, left, successor)
    words = str(answers.get("comment") or "").strip() or None
    order = endings.typed_order(desk, answers, before.zone)
    ended = await endings.closed(desk, old, rules.release(old, desk.now, comment=words, order=order))
    await _tell_ended(desk, ended, left)
    pair, missed = await forming.store(desk, proposed)
    await trail.note(desk, old, "handed_over", to=pair.mentorship.id)
    await trail.note(desk, pair.mentorship, "took_over", after=old.id)
    for carry_over in CARRY_OVER:
        await carry_over(desk, old.id, pair.mentorship.id)
    return (_done(desk, record, ended, pair, missed),)


async def _proposed(desk: Desk, before: Pair, left: int, successor: Person) -> Mentorship:
    """The new mentorship, to be stored; refused where the successor may not take it."""
    old, organisation = before.mentorship, before.organisation
    starts, ends = rules.term(old, desk.today(organisation.zone))
    ids = rules.mentors_after(old, left, successor.id)
    known = {**before.people, successor.id: successor}
    mentors = [known[one] for one in ids if one in known]
    await desk.work.mentorships.hold_people([*ids, *old.mentees])
    await forming.ensure_ready(desk, organisation, successor, Side.MENTOR)
    await forming.ensure_new(desk, {Side.MENTOR: [successor], Side.MENTEE: before.on(Side.MENTEE)})
    await forming.ensure_room(desk, organisation, [successor], old.mentees)
    kinds = {kind.id: kind for kind in desk.programme.kinds}
    if old.kind in kinds:
        model = desk.programme.role_model(old.form, old.role_model)
        forming.ensure_older(model, kinds[old.kind], [successor], before.on(Side.MENTEE))
    made = life.propose(
        organisation_id=organisation.id,
        form=old.form,
        role_model=old.role_model,
        kind=old.kind,
        mentors=mentors,
        mentees=before.on(Side.MENTEE),
        starts=starts,
        ends=ends,
        proposed_by=desk.actor.person_id or 0,
        now=desk.now,
        today=desk.today(organisation.zone),
        fits=desk.programme.fits,
        reverse=_reverse(desk, old),
    )
    return replace(made, continues_id=old.id)


def _reverse(desk: Desk, mentorship: Mentorship) -> bool:
    return any(kind.id == mentorship.kind and kind.reverse for kind in desk.programme.kinds)


async def _tell_ended(desk: Desk, ended: Pair, left: int) -> None:
    """The mentor who leaves is thanked, the others hear that a new one comes; guardians too."""
    for person in ended.people.values():
        key = "hand-over-thanks" if person.id == left else "hand-over-told"
        await pair_notices.to_party(desk, ended, person, key)
    await pair_notices.to_guardians(desk, ended, "hand-over-guardian")


def _done(desk: Desk, record: Record, ended: Pair, pair: Pair, missed: Sequence[Person]) -> Show:
    rows: list[tuple[Button, ...]] = [(Button(Say("pairs-open"), press("pair.card", pair.mentorship.id)),)]
    if ended.mentorship.activated_at is not None:
        rows.append((Button(Say("papers-release"), press("papers.make", "release", ended.mentorship.id)),))
        if ended.mentorship.end_order is None:
            rows.append((Button(Say("pairs-release-order"), press("pair.release_order", ended.mentorship.id)),))
    rows.append((Button(Say("pairs-list"), press("pairs.list")), Button(Say("menu-button"), press("menu.open"))))
    said = {**pairs.facts(desk, pair), "missed": pairs.full_names(missed)}
    return dialogue_screens.done(
        record, Say("hand-over-done-missed" if missed else "hand-over-done", said), tuple(rows)
    )


async def _asked_about(desk: Desk, asked: Asked) -> Pair | None:
    if asked.subject is None or asked.subject.kind != SUBJECT:
        return None
    mentorship = await desk.work.mentorships.get(asked.subject.id)
    if mentorship is None or not allowed(desk.actor, Action.HAND_OVER, Scope.of(mentorship)):
        return None
    return await pairs.pair_of(desk, mentorship)


def _leaving(old: Mentorship, answers: Answers) -> int:
    chosen = answers.get("leaving")
    return int(str(chosen)) if chosen is not None else old.mentors[0]


def _mentors(organisation_id: int, sought: str = "") -> PeopleFilter:
    return PeopleFilter(organisation_id=organisation_id, roles=frozenset({Role.MENTOR}), part=sought)

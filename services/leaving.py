"""Wanting out: a mentor's statement, a mentee's petition, a guardian's stop. On the first two the curator decides.

The request is a line of the trail; the newest line among them and the decisions says whether one is open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring import life
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import OPEN_STATES, EarlyEnd, Mentorship, MentorshipState, Side
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import agreement, dialogue, dialogue_screens, endings, evidence, notices, pair_notices, pairs, trail
from services.desk import Desk
from services.keyboards import options
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.trail import Trace
from surveys.path import Value
from surveys.record import Record, Subject

LEFT_GROUP = "left_group"
"""A guardian took their child out of a group."""
LEFT_BY_WITHDRAWAL = "left_data"
"""Somebody withdrew the consent to the processing of their data."""
KEPT = "request_declined"
"""The curator answered that it goes on."""
STOP, STOP_GROUP = "guardian-stop", "guardian-stop-group"
"""The forms of a guardian's stop: it ends for everybody, or goes on without the child."""
CHILD = "child"
"""Their fact: the id of the child."""
_GOES = (MentorshipState.AGREED, MentorshipState.ACTIVE)


class Request(StrEnum):
    """Who asks for an early end; the values are events of the trail and grounds of an end."""

    STATEMENT = "statement"
    PETITION = "petition"
    GUARDIAN = "guardian"


@dataclass(frozen=True, slots=True)
class Asked:
    """An open request with its words."""

    request: Request
    trace: Trace

    @property
    def words(self) -> str:
        return str(self.trace.details.get("words", ""))


def may_ask(desk: Desk, mentorship: Mentorship) -> Request | None:
    """Which request the actor may make: of a party, or of a ward's guardian; None for nobody's business."""
    if mentorship.state not in _GOES:
        return None
    side = mentorship.side_of(desk.actor.person_id or 0)
    if side is not None:
        scope = Scope.of(mentorship, desk.actor.person_id)
        asks = allowed(desk.actor, Action.ANSWER_PROPOSAL, scope)
        return (Request.STATEMENT if side is Side.MENTOR else Request.PETITION) if asks else None
    return Request.GUARDIAN if _wards(desk, mentorship) else None


async def open_request(desk: Desk, mentorship: Mentorship) -> Asked | None:
    """The request that waits for the curator."""
    if mentorship.state not in OPEN_STATES:
        return None
    found = await trail.newest(desk, mentorship.id, *Request, KEPT)
    return Asked(Request(found.event), found) if found is not None and found.event != KEPT else None


async def begin(desk: Desk, mentorship_id: int) -> Show:
    """The form that asks the reason, before anything happens; a guardian of several in it first says for whom."""
    mentorship = await pairs.find(desk, mentorship_id)
    if _ensure_may(desk, mentorship) is not Request.GUARDIAN:
        about = Subject(SUBJECT, mentorship.id)
        return await dialogue.begin(desk, "leave-request", subject=about, organisation_id=mentorship.organisation_id)
    pair, wards = await pairs.pair_of(desk, mentorship), _wards(desk, mentorship)
    return await _begin_stop(desk, pair, wards[0]) if len(wards) == 1 else _which_child(desk, pair, wards)


async def begin_for(desk: Desk, mentorship_id: int, child_id: int) -> Show:
    """The form of a guardian's stop for that child of theirs; Forbidden for anybody else's."""
    mentorship = await pairs.find(desk, mentorship_id)
    _ensure_ward(desk, mentorship, child_id)
    return await _begin_stop(desk, await pairs.pair_of(desk, mentorship), child_id)


async def _begin_stop(desk: Desk, pair: Pair, child_id: int) -> Show:
    """The child's id stays with the form: a brother or sister in the same group is never meant by it."""
    mentorship = pair.mentorship
    return await dialogue.begin(
        desk,
        STOP if alone(mentorship, child_id) else STOP_GROUP,
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={CHILD: child_id, "pupil": pair.people[child_id].name},
    )


def _which_child(desk: Desk, pair: Pair, wards: Sequence[int]) -> Show:
    number = pair.mentorship.id
    children = sorted((pair.people[one] for one in wards), key=lambda one: one.name)
    shown = options(Button(one.name, press("pair.leave_for", number, one.id)) for one in children)
    back = (Button(Say("pairs-back"), press("pair.open", number)), Button(Say("menu-button"), press("menu.open")))
    return Show(desk.actor.chat_id, "menu", shown.under(Say("pairs-stop-which")), (*shown.rows, back))


async def ask(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of `leave-request` and of a guardian's stop. What is stopped for the only child in it ends at once."""
    mentorship = await pairs.hold(desk, record.about(SUBJECT) or 0)
    words = str(answers.get("reason") or "").strip()
    if record.definition in (STOP, STOP_GROUP):
        return await _stop_for(desk, record, mentorship, words)
    request = _ensure_may(desk, mentorship)
    if request is Request.GUARDIAN:  # was a party when the form was begun
        raise Forbidden
    earlier = await open_request(desk, mentorship)
    if earlier is not None and earlier.trace.actor_id == desk.actor.person_id:
        raise Stale("pairs-asks-already", when=earlier.trace.at)
    await _ask_curators(desk, mentorship, request, words)
    return (dialogue_screens.done(record, Say("pairs-asks-done")),)


async def _stop_for(desk: Desk, record: Record, mentorship: Mentorship, words: str) -> Replies:
    """For the child that the form named, who may have left in the meantime."""
    child_id = _ensure_ward(desk, mentorship, _named(desk, record, mentorship))
    child = (await pairs.pair_of(desk, mentorship)).people[child_id]
    over = await stop(desk, mentorship, child_id, words)
    said = Say("pairs-stop-done" if over else "pairs-stop-group", {"name": child.name})
    return (dialogue_screens.done(record, said),)


def _named(desk: Desk, record: Record, mentorship: Mentorship) -> int:
    """The child of the form. One begun in version 1 names none: then an only ward is meant, and of several nobody."""
    named = record.facts.get(CHILD)
    if isinstance(named, int):
        return named
    wards = _wards(desk, mentorship)
    if len(wards) > 1:
        raise Stale("pairs-stop-again")
    return wards[0] if wards else 0


async def stop(desk: Desk, mentorship: Mentorship, ward_id: int, words: str, *, tell: bool = True) -> bool:
    """A guardian stops it for their ward: whether it ended for everybody. A group goes on without the child.

    `mentorship` is held, and the guardian's right was asked. `tell`: its curators have not heard of it otherwise.
    """
    if not alone(mentorship, ward_id):
        await take_out(desk, mentorship, ward_id, words, tell=tell)
        return False
    await trail.note(desk, mentorship, Request.GUARDIAN.value, words=words)
    after = life.end_early(mentorship, EarlyEnd.GUARDIAN, desk.now, comment=words or None)
    pair = await endings.ended(desk, mentorship, after)
    if tell:
        await pair_notices.to_curators(desk, pair, "pairs-stopped", name=_actor(desk), reason=_or_none(words))
    return True


async def take_out(
    desk: Desk, before: Mentorship, ward_id: int, words: str, *, tell: bool, event: str = LEFT_GROUP
) -> None:
    """Only this one leaves; what was asked of it falls away, its mentors hear of it, the others go on."""
    child = (await pairs.pair_of(desk, before)).people[ward_id]
    after = life.without(before, ward_id)
    if not await desk.work.mentorships.take_out(before, after):
        raise await trail.overtaken(desk, before.id)
    await trail.note(desk, after, event, name=child.name, words=words)
    await evidence.withdraw_from(desk, before, ward_id)
    await desk.work.tasks.drop_of(before.id, ward_id)
    pair = await pairs.pair_of(desk, after)
    for mentor in pair.on(Side.MENTOR):
        await pair_notices.to_party(desk, pair, mentor, "pairs-left-group", name=child.name)
    await notices.to(desk, ward_id, Say("pairs-left-you", pairs.facts(desk, pair)))
    if tell:
        who, why = _actor(desk), _or_none(words)
        await pair_notices.to_curators(desk, pair, "pairs-left-curator", name=child.name, who=who, reason=why)
    if after.state is not before.state:  # everybody else had agreed already
        await agreement.agreed_by_all(desk, pair)


async def _ask_curators(desk: Desk, mentorship: Mentorship, request: Request, words: str) -> None:
    await trail.note(desk, mentorship, request.value, words=words)
    pair = await pairs.pair_of(desk, mentorship)
    who, why = _actor(desk), _or_none(words)
    await pair_notices.to_curators(
        desk, pair, f"pairs-asks-{request}", keyboard=_decide(mentorship), name=who, reason=why
    )


def _actor(desk: Desk) -> str:
    return desk.actor.person.name if desk.actor.person is not None else ""


async def accept(desk: Desk, mentorship_id: int) -> Show:
    """The curator ends it on that ground: the form `early-end`, filled in with what was asked."""
    mentorship, asked = await _waiting(desk, mentorship_id)
    prefilled: dict[str, Value] = {"reason": asked.request.value}
    if asked.words:
        prefilled["comment"] = asked.words
    return await endings.begin_early_end(desk, mentorship.id, prefilled=prefilled)


async def keep(desk: Desk, mentorship_id: int) -> Pair:
    """The curator has talked to them and it goes on: whoever asked is told."""
    mentorship, asked = await _waiting(desk, mentorship_id)
    await trail.note(desk, mentorship, KEPT)
    pair = await pairs.pair_of(desk, mentorship)
    if asked.trace.actor_id is not None:
        said = Say("pairs-kept", pairs.facts(desk, pair))
        await notices.to(desk, asked.trace.actor_id, said, keyboard=(pair_notices.open_row(pair),))
    return pair


async def _waiting(desk: Desk, mentorship_id: int) -> tuple[Mentorship, Asked]:
    mentorship = await pairs.hold(desk, mentorship_id)
    ensure(desk.actor, Action.END_MENTORSHIP, Scope.of(mentorship))
    if mentorship.state not in OPEN_STATES:
        raise await trail.overtaken(desk, mentorship_id)
    asked = await open_request(desk, mentorship)
    if asked is not None:
        return mentorship, asked
    kept = await trail.newest(desk, mentorship_id, KEPT)
    who = await desk.work.people.get(kept.actor_id) if kept is not None and kept.actor_id is not None else None
    if kept is None or who is None:
        raise NotFound
    raise Stale("pairs-kept-already", who=who.name, when=kept.at)


def _ensure_may(desk: Desk, mentorship: Mentorship) -> Request:
    request = may_ask(desk, mentorship)
    if request is not None:
        return request
    ensure(desk.actor, Action.SEE_MENTORSHIP, Scope.of(mentorship))
    raise Forbidden if mentorship.state in OPEN_STATES else Stale("refusal-mentorship-over")


def _ensure_ward(desk: Desk, mentorship: Mentorship, child_id: int) -> int:
    """The child, whom the actor may take out of it now; Forbidden, or Stale where that was so once."""
    if mentorship.state in _GOES and child_id in _wards(desk, mentorship):
        return child_id
    ensure(desk.actor, Action.SEE_MENTORSHIP, Scope.of(mentorship))
    if mentorship.state not in OPEN_STATES:
        raise Stale("refusal-mentorship-over")
    left = child_id in desk.actor.wards and child_id not in mentorship.people
    raise Stale("pairs-stop-again") if left else Forbidden


def _wards(desk: Desk, mentorship: Mentorship) -> tuple[int, ...]:
    """The children of the actor who stand in it and whose consent the actor may withdraw."""
    wards = (one for one in mentorship.people if one in desk.actor.wards)
    return tuple(one for one in wards if allowed(desk.actor, Action.WITHDRAW_CONSENT, Scope(person_id=one)))


def alone(mentorship: Mentorship, ward_id: int) -> bool:
    """Whether somebody is the only one on their side: then without them it ends for everybody."""
    side = mentorship.side_of(ward_id)
    return side is not None and len(mentorship.on_side(side)) == 1


def _decide(mentorship: Mentorship) -> tuple[tuple[Button, ...], ...]:
    end = Button(Say("pairs-request-accept"), press("pair.request_accept", mentorship.id), style=Style.BAD)
    return ((end, Button(Say("pairs-request-keep"), press("pair.request_keep", mentorship.id))),)


def _or_none(words: str) -> str | Say:
    return words or Say("pairs-no-reason")

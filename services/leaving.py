"""Wanting out: a mentor's statement, a mentee's petition, a guardian's stop. On the first two the curator decides.

The request is a line of the trail; the newest line among them and the decisions says whether one is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring import life
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import OPEN_STATES, EarlyEnd, Mentorship, MentorshipState, Side
from messaging.replies import Button, Replies, Say, Show, Style, press
from services import agreement, dialogue, dialogue_screens, endings, evidence, notices, pair_notices, pairs, trail
from services.desk import Desk
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.trail import Trace
from surveys.path import Value
from surveys.record import Record, Subject

LEFT_GROUP = "left_group"
"""A guardian took their child out of a group."""
KEPT = "request_declined"
"""The curator answered that it goes on."""


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
    if mentorship.state not in (MentorshipState.AGREED, MentorshipState.ACTIVE):
        return None
    side = mentorship.side_of(desk.actor.person_id or 0)
    if side is not None:
        scope = Scope.of(mentorship, desk.actor.person_id)
        asks = allowed(desk.actor, Action.ANSWER_PROPOSAL, scope)
        return (Request.STATEMENT if side is Side.MENTOR else Request.PETITION) if asks else None
    return Request.GUARDIAN if _ward(desk, mentorship) is not None else None


async def open_request(desk: Desk, mentorship: Mentorship) -> Asked | None:
    """The request that waits for the curator."""
    if mentorship.state not in OPEN_STATES:
        return None
    found = await trail.newest(desk, mentorship.id, *Request, KEPT)
    return Asked(Request(found.event), found) if found is not None and found.event != KEPT else None


async def begin(desk: Desk, mentorship_id: int) -> Show:
    """The form in which the reason is told, before anything happens."""
    mentorship = await pairs.find(desk, mentorship_id)
    request = _ensure_may(desk, mentorship)
    return await dialogue.begin(
        desk,
        "guardian-stop" if request is Request.GUARDIAN else "leave-request",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
    )


async def ask(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of `leave-request` and `guardian-stop`. What a guardian stops for the only child in it ends at once."""
    mentorship = await pairs.hold(desk, record.about(SUBJECT) or 0)
    request = _ensure_may(desk, mentorship)
    earlier = await open_request(desk, mentorship)
    if earlier is not None and earlier.trace.actor_id == desk.actor.person_id:
        raise Stale("pairs-asks-already", when=earlier.trace.at)
    words = str(answers.get("reason") or "").strip()
    if request is Request.GUARDIAN:
        over = await stop(desk, mentorship, _ward(desk, mentorship) or 0, words)
        return (dialogue_screens.done(record, Say("pairs-stop-done" if over else "pairs-stop-group")),)
    await _ask_curators(desk, mentorship, request, words)
    return (dialogue_screens.done(record, Say("pairs-asks-done")),)


async def stop(desk: Desk, mentorship: Mentorship, ward_id: int, words: str, *, tell: bool = True) -> bool:
    """A guardian stops it for their ward: whether it ended for everybody. A group goes on without the child.

    `mentorship` is held, and the guardian's right was asked. `tell`: its curators have not heard of it otherwise.
    """
    if not _alone(mentorship, ward_id):
        await _take_out(desk, mentorship, ward_id, words, tell=tell)
        return False
    await trail.note(desk, mentorship, Request.GUARDIAN.value, words=words)
    after = life.end_early(mentorship, EarlyEnd.GUARDIAN, desk.now, comment=words or None)
    pair = await endings.ended(desk, mentorship, after)
    if tell:
        await pair_notices.to_curators(desk, pair, "pairs-stopped", name=_actor(desk), reason=_or_none(words))
    return True


async def _take_out(desk: Desk, before: Mentorship, ward_id: int, words: str, *, tell: bool) -> None:
    """Only this child leaves; what was asked of it falls away, its mentors hear of it, the others go on."""
    child = (await pairs.pair_of(desk, before)).people[ward_id]
    after = life.without(before, ward_id)
    if not await desk.work.mentorships.take_out(before, after):
        raise await trail.overtaken(desk, before.id)
    await trail.note(desk, after, LEFT_GROUP, name=child.name, words=words)
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


def _ward(desk: Desk, mentorship: Mentorship) -> int | None:
    """The child of the actor who stands in it, if the actor may withdraw what they consented to."""
    wards = [one for one in mentorship.people if one in desk.actor.wards]
    may = (one for one in wards if allowed(desk.actor, Action.WITHDRAW_CONSENT, Scope(person_id=one)))
    return next(may, None)


def _alone(mentorship: Mentorship, ward_id: int) -> bool:
    """Whether the ward is the only one on their side: then it ends for everybody."""
    side = mentorship.side_of(ward_id)
    return side is not None and len(mentorship.on_side(side)) == 1


def _decide(mentorship: Mentorship) -> tuple[tuple[Button, ...], ...]:
    end = Button(Say("pairs-request-accept"), press("pair.request_accept", mentorship.id), style=Style.BAD)
    return ((end, Button(Say("pairs-request-keep"), press("pair.request_keep", mentorship.id))),)


def _or_none(words: str) -> str | Say:
    return words or Say("pairs-no-reason")

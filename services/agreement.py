"""The parties' answer to a proposal: each agrees or refuses; the last agreement brings the entry questionnaires."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring import life
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, dialogue_screens, evidence, pair_notices, pairs, trail
from services.desk import Desk
from services.evidence import Stage
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.path import Value
from surveys.record import Record, Subject


async def agree(desk: Desk, mentorship_id: int) -> Pair:
    """The actor agrees. With the last agreement everybody hears of it, the others where they answered themselves,
    and gets the entry questionnaire."""
    before, after = await _answered(desk, mentorship_id, True)
    pair = await pairs.pair_of(desk, after)
    if after is not before and after.state is MentorshipState.AGREED:
        await agreed_by_all(desk, pair)
    return pair


async def agreed_by_all(desk: Desk, pair: Pair) -> None:
    """What follows the last agreement, whoever typed it in. A kind of one meeting is not measured before it."""
    measured = pairs.measured(desk, pair.mentorship)
    said, told = ("pairs-agreed-all", "pairs-all-agreed") if measured else ("pairs-agreed-once", "pairs-once-agreed")
    await pair_notices.to_parties(desk, pair, said, slot=pair_notices.slot(pair))
    await pair_notices.to_curators(desk, pair, told, keyboard=((_order(pair.mentorship),),))
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-agreed")
    if measured:
        await evidence.ask(desk, pair, Stage.ENTRY)


async def begin_refusal(desk: Desk, mentorship_id: int) -> Show:
    """Asks why, before anything changes: a slip of the finger can still be taken back."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.ANSWER_PROPOSAL, Scope.of(mentorship, desk.actor.person_id))
    if mentorship.state is not MentorshipState.PROPOSED:
        raise Stale("refusal-proposal-closed")
    return await dialogue.begin(
        desk, "proposal-refusal", subject=Subject(SUBJECT, mentorship.id), organisation_id=mentorship.organisation_id
    )


async def decline(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `proposal-refusal`: the mentorship does not come about, the curators hear by whom and why."""
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None or desk.actor.person is None:
        raise NotFound
    before, after = await _answered(desk, mentorship_id, False)
    if after is not before:
        pair = await pairs.pair_of(desk, after)
        reason = answers.get("reason")
        words = dialogue_screens.in_words(desk.house.surveys, "reason", str(reason), "proposal-refusal")
        await pair_notices.to_curators(
            desk,
            pair,
            "pairs-refused",
            name=desk.actor.person.name,
            reason=words if reason else Say("pairs-no-reason"),
        )
        await pair_notices.to_parties(desk, pair, "pairs-declined")
    return (dialogue_screens.done(record, Say("pairs-refusal-done")),)


async def _answered(desk: Desk, mentorship_id: int, agrees: bool) -> tuple[Mentorship, Mentorship]:
    """The mentorship before and after the actor's answer, stored."""
    before = await pairs.hold(desk, mentorship_id)
    person_id = desk.actor.person_id
    if person_id is None:
        raise Forbidden
    ensure(desk.actor, Action.ANSWER_PROPOSAL, Scope.of(before, person_id))
    after = life.answer(before, person_id, agrees, desk.now)
    if after is not before and not await desk.work.mentorships.answer(before, after):
        raise Stale("refusal-proposal-closed")
    if after is not before:
        await trail.note(desk, after, "agreed" if agrees else "declined")
    return before, after


def _order(mentorship: Mentorship) -> Button:
    return Button(Say("pairs-order"), press("pair.order", mentorship.id))

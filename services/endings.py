"""From the order to the end: fixed, completed after the exit questionnaires, or ended before its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring import life
from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound, Stale
from mentoring.mentorships import EarlyEnd, Mentorship, MentorshipState, Order
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import dialogue, dialogue_screens, evidence, meetings, pair_notices, pairs
from services.desk import Desk
from services.evidence import Progress, Stage
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.path import Value
from surveys.record import Record, Subject

GO_ON = "go_on"
"""The fact of the form `order`: the curator goes on without the missing entry questionnaires."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a curator is about to do with a mentorship, and whose questionnaires are missing."""

    pair: Pair
    progress: Progress


# --- the order -------------------------------------------------------------------------------------------------------


async def before_order(desk: Desk, mentorship_id: int) -> Step:
    """Whose entry questionnaires are missing before the order; Stale unless everybody has agreed."""
    mentorship = await _authorised(desk, mentorship_id, Action.FIX_MENTORSHIP)
    _ensure_agreed(mentorship)
    return Step(await pairs.pair_of(desk, mentorship), await evidence.progress(desk, mentorship, Stage.ENTRY))


async def begin_order(desk: Desk, mentorship_id: int, *, go_on: bool) -> Show:
    """The form `order`."""
    mentorship = await _authorised(desk, mentorship_id, Action.FIX_MENTORSHIP)
    _ensure_agreed(mentorship)
    return await dialogue.begin(
        desk,
        "order",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={GO_ON: go_on},
    )


async def fix(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `order`: the mentorship is active, everybody hears what comes next."""
    before = await _held(desk, record, Action.FIX_MENTORSHIP)
    _ensure_agreed(before)
    pair = await pairs.pair_of(desk, before)
    after = life.fix(
        before,
        Order(str(answers["number"]), date.fromisoformat(str(answers["date"]))),
        desk.now,
        desk.today(pair.zone),
        entry_missing=(await evidence.progress(desk, before, Stage.ENTRY)).missing,
        go_on=bool(record.facts.get(GO_ON)),
    )
    pair = await _stored(desk, before, after)
    order = after.order
    said = {"number": order.number if order else "", "date": order.date if order else after.starts}
    await _tell_started(desk, pair, said)
    return (dialogue_screens.done(record, Say("pairs-fixed", {**pairs.facts(desk, pair), **said}), _card(pair)),)


async def _tell_started(desk: Desk, pair: Pair, said: Mapping[str, object]) -> None:
    """Mentors plan the first meeting, mentees hear that it comes, guardians that it has begun."""
    for person in pair.people.values():
        keyboard: Keyboard = ()
        if person.id in pair.mentorship.mentors:
            keyboard = ((Button(Say("pairs-plan"), press("meeting.new", pair.mentorship.id)),),)
        await pair_notices.to_party(desk, pair, person, "pairs-started", keyboard=keyboard, **said)
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-started")


# --- the end ---------------------------------------------------------------------------------------------------------


async def before_completion(desk: Desk, mentorship_id: int) -> tuple[Step, bool]:
    """Whose exit questionnaires are missing; asks them first if nobody has (then True)."""
    before = await _authorised(desk, mentorship_id, Action.COMPLETE_MENTORSHIP, change=True)
    asked_now = before.exit_asked_at is None
    after = await ask_exit(desk, before)
    step = Step(await pairs.pair_of(desk, after), await evidence.progress(desk, after, Stage.EXIT))
    return step, asked_now


async def ask_exit(desk: Desk, before: Mentorship) -> Mentorship:
    """Exit questionnaires to every party, once. Stale unless it is active."""
    after = life.ask_exit(before, desk.now)
    if after is not before:
        pair = await _stored(desk, before, after)
        await evidence.withdraw(desk, after, Stage.INTERIM)
        await evidence.ask(desk, pair, Stage.EXIT)
    return after


async def complete(desk: Desk, mentorship_id: int) -> Pair:
    """Active → completed, whoever's exit questionnaire is missing: the curator has been told whose."""
    before = await _authorised(desk, mentorship_id, Action.COMPLETE_MENTORSHIP, change=True)
    pair = await _stored(desk, before, life.complete(before, desk.now, go_on=True))
    await evidence.withdraw(desk, pair.mentorship, Stage.ENTRY, Stage.INTERIM)
    await meetings.call_off(desk, mentorship_id)
    await pair_notices.to_parties(desk, pair, "pairs-completed")
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-ended")
    return pair


async def begin_early_end(desk: Desk, mentorship_id: int) -> Show:
    """The form `early-end`; what no order has fixed needs none to end."""
    mentorship = await _authorised(desk, mentorship_id, Action.END_MENTORSHIP)
    return await dialogue.begin(
        desk,
        "early-end",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={"ordered": mentorship.state is MentorshipState.ACTIVE},
    )


async def end_early(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `early-end`: ended on a ground; nothing of it is asked or planned further."""
    before = await _held(desk, record, Action.END_MENTORSHIP)
    words = answers.get("comment") or answers.get("explanation")
    after = life.end_early(
        before,
        EarlyEnd(str(answers["reason"])),
        desk.now,
        comment=str(words) if words else None,
        order=_end_order(desk, before, answers),
    )
    pair = await _stored(desk, before, after)
    await evidence.withdraw(desk, after, *Stage)
    await meetings.call_off(desk, after.id)
    began = before.state is MentorshipState.ACTIVE
    await pair_notices.to_parties(desk, pair, "pairs-ended" if began else "pairs-taken-back")
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-ended")
    return (dialogue_screens.done(record, Say("pairs-ended-done", pairs.facts(desk, pair)), _card(pair)),)


def _end_order(desk: Desk, mentorship: Mentorship, answers: Mapping[str, Value]) -> Order | None:
    """The order as typed; Stale if it has become active since the form was begun, which then needs one."""
    number, day = answers.get("order_number"), answers.get("order_date")
    if number and day:
        return life.check_order(Order(str(number), date.fromisoformat(str(day))), desk.today())
    if mentorship.state is MentorshipState.ACTIVE:
        raise Stale("pairs-order-needed")
    return None


# --- how it works ----------------------------------------------------------------------------------------------------


async def _authorised(desk: Desk, mentorship_id: int, action: Action, *, change: bool = False) -> Mentorship:
    """The mentorship for an act of the curator. `change`: nobody else changes it until this is done."""
    mentorship = await (pairs.hold if change else pairs.find)(desk, mentorship_id)
    ensure(desk.actor, action, Scope.of(mentorship))
    if mentorship.ended_at is not None or mentorship.state is MentorshipState.DECLINED:
        raise Stale("refusal-mentorship-over")
    return mentorship


async def _held(desk: Desk, record: Record, action: Action) -> Mentorship:
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None:
        raise NotFound
    return await _authorised(desk, mentorship_id, action, change=True)


def _ensure_agreed(mentorship: Mentorship) -> None:
    """What another curator has fixed already says so; what is still being agreed on too."""
    if mentorship.state is MentorshipState.ACTIVE:
        raise Stale("pairs-fixed-already")
    if mentorship.state is not MentorshipState.AGREED:
        raise Stale("refusal-not-agreed")


async def _stored(desk: Desk, before: Mentorship, after: Mentorship) -> Pair:
    """The pair as it is now; Stale if somebody was quicker."""
    if not await desk.work.mentorships.change(before, after):
        raise Stale
    return await pairs.pair_of(desk, after)


def _card(pair: Pair) -> Keyboard:
    return (
        pair_notices.open_row(pair),
        (Button(Say("pairs-list"), press("pairs.list")), Button(Say("menu-button"), press("menu.open"))),
    )

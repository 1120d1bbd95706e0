"""From the order to the end: fixed, completed after the exit questionnaires, or ended before its time.

Of two who act at once one wins; the other is told what became of it and by whom (`services.trail.overtaken`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring import life
from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound, Stale
from mentoring.mentorships import EarlyEnd, Mentorship, MentorshipState, Order, Side
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import closing_report, dialogue, dialogue_screens, evidence, meetings, pair_notices, pairs, trail
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
    """Whose entry questionnaires are missing before the order; Stale unless everybody has agreed and is still there."""
    mentorship = await _authorised(desk, mentorship_id, Action.FIX_MENTORSHIP)
    await _ensure_ready(desk, mentorship)
    return Step(await pairs.pair_of(desk, mentorship), await evidence.progress(desk, mentorship, Stage.ENTRY))


async def begin_order(desk: Desk, mentorship_id: int, *, go_on: bool) -> Show:
    """The form `order`."""
    mentorship = await _authorised(desk, mentorship_id, Action.FIX_MENTORSHIP)
    await _ensure_ready(desk, mentorship)
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
    order = Order(str(answers["number"]), date.fromisoformat(str(answers["date"])))
    pair = await fixed(desk, before, order, go_on=bool(record.facts.get(GO_ON)))
    said = Say("pairs-fixed", {**pairs.facts(desk, pair), **_of_order(pair)})
    paper = (Button(Say("papers-order"), press("papers.make", "fixing", pair.mentorship.id)),)
    return (dialogue_screens.done(record, said, (paper, *_card(pair))),)


async def fixed(desk: Desk, before: Mentorship, order: Order, *, go_on: bool) -> Pair:
    """Agreed → active by the order, told to everybody. `before` is held and its change authorised.

    Raises Stale where somebody was quicker or has left, Refusal while entry questionnaires are missing unless `go_on`.
    """
    await _ensure_ready(desk, before)
    organisation = (await pairs.pair_of(desk, before)).organisation
    missing = (await evidence.progress(desk, before, Stage.ENTRY)).missing
    today = desk.today(organisation.zone)
    after = life.fix(before, order, desk.now, today, entry_missing=missing, go_on=go_on)
    pair = await _stored(desk, before, after)
    said = _of_order(pair)
    await trail.note(desk, after, "fixed", number=said["number"], missing=len(missing))
    await _tell_started(desk, pair, said)
    return pair


def _of_order(pair: Pair) -> Mapping[str, str | date]:
    order = pair.mentorship.order
    return {"number": order.number if order else "", "date": order.date if order else pair.mentorship.starts}


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
    """Exit questionnaires to every party, once; a kind of one meeting has none. Stale unless it is active."""
    after = life.ask_exit(before, desk.now)
    if after is not before:
        pair = await _stored(desk, before, after)
        await trail.note(desk, after, "exit_asked")
        await evidence.withdraw(desk, after, Stage.INTERIM)
        if pairs.measured(desk, after):
            await evidence.ask(desk, pair, Stage.EXIT)
    return after


async def complete(desk: Desk, mentorship_id: int) -> Pair:
    """Active → completed, whoever's exit questionnaire is missing: the curator has been told whose."""
    before = await _authorised(desk, mentorship_id, Action.COMPLETE_MENTORSHIP, change=True)
    pair = await _stored(desk, before, life.complete(before, desk.now, go_on=True))
    await trail.note(desk, pair.mentorship, "completed")
    await evidence.withdraw(desk, pair.mentorship, Stage.ENTRY, Stage.INTERIM)
    await meetings.call_off(desk, mentorship_id)
    await pair_notices.to_parties(desk, pair, "pairs-completed")
    if pairs.measured(desk, pair.mentorship):
        await closing_report.ask(desk, pair)
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-ended")
    return pair


async def begin_early_end(desk: Desk, mentorship_id: int, *, prefilled: Mapping[str, Value] | None = None) -> Show:
    """The form `early-end`; what no order has fixed needs none to end. `prefilled`: what a party has asked for."""
    mentorship = await _authorised(desk, mentorship_id, Action.END_MENTORSHIP)
    return await dialogue.begin(
        desk,
        "early-end",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={"ordered": mentorship.state is MentorshipState.ACTIVE},
        prefilled=prefilled,
    )


async def end_early(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `early-end`: ended on a ground; nothing of it is asked or planned further."""
    before = await _held(desk, record, Action.END_MENTORSHIP)
    words = answers.get("comment") or answers.get("explanation")
    reason = EarlyEnd(str(answers["reason"]))
    after = life.end_early(
        before,
        reason,
        desk.now,
        comment=str(words) if words else None,
        order=typed_order(desk, answers, await pairs.zone(desk, before)),
    )
    pair = await ended(desk, before, after)
    return (dialogue_screens.done(record, Say("pairs-ended-done", pairs.facts(desk, pair)), _released(pair)),)


async def ended(desk: Desk, before: Mentorship, after: Mentorship) -> Pair:
    """Stores an early end, withdraws what was asked and planned, tells everybody. Stale if somebody was quicker."""
    pair = await closed(desk, before, after)
    began = before.state is MentorshipState.ACTIVE
    await pair_notices.to_parties(desk, pair, "pairs-ended" if began else "pairs-taken-back")
    await pair_notices.to_guardians(desk, pair, "pairs-guardian-ended")
    return pair


async def closed(desk: Desk, before: Mentorship, after: Mentorship) -> Pair:
    """The same without the notices of the end: whoever ends it has words of their own."""
    pair = await _stored(desk, before, after)
    reason = after.end_reason.value if after.end_reason else ""
    await trail.note(desk, after, "ended_early", reason=reason, words=after.end_comment or "")
    await evidence.withdraw(desk, after, *Stage)
    await meetings.call_off(desk, after.id)
    return pair


def typed_order(desk: Desk, answers: Mapping[str, Value], zone: str) -> Order | None:
    """The order as typed into a form; None where it follows later."""
    number, day = answers.get("order_number"), answers.get("order_date")
    if not number or not day:
        return None
    return life.check_order(Order(str(number), date.fromisoformat(str(day))), desk.today(zone))


async def begin_release(desk: Desk, mentorship_id: int) -> Show:
    """The form `release-order`: the order that follows an early end."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.END_MENTORSHIP, Scope.of(mentorship))
    _ensure_unreleased(mentorship)
    return await dialogue.begin(
        desk, "release-order", subject=Subject(SUBJECT, mentorship.id), organisation_id=mentorship.organisation_id
    )


async def record_release(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `release-order`."""
    before = await pairs.hold(desk, record.about(SUBJECT) or 0)
    ensure(desk.actor, Action.END_MENTORSHIP, Scope.of(before))
    _ensure_unreleased(before)
    order = Order(str(answers["number"]), date.fromisoformat(str(answers["date"])))
    after = life.record_end_order(before, order, desk.today(await pairs.zone(desk, before)))
    pair = await _stored(desk, before, after)
    await trail.note(desk, after, "end_order", number=order.number)
    return (dialogue_screens.done(record, Say("pairs-released", {"number": order.number}), _released(pair)),)


def _ensure_unreleased(mentorship: Mentorship) -> None:
    if mentorship.state is not MentorshipState.ENDED_EARLY or mentorship.activated_at is None:
        raise Stale("refusal-not-ended-early")
    if mentorship.end_order is not None:
        raise Stale("pairs-released-already", number=mentorship.end_order.number)


# --- how it works ----------------------------------------------------------------------------------------------------


async def _authorised(desk: Desk, mentorship_id: int, action: Action, *, change: bool = False) -> Mentorship:
    """The mentorship for an act of the curator. `change`: nobody else changes it until this is done."""
    mentorship = await (pairs.hold if change else pairs.find)(desk, mentorship_id)
    ensure(desk.actor, action, Scope.of(mentorship))
    if mentorship.ended_at is not None or mentorship.state is MentorshipState.DECLINED:
        raise await trail.overtaken(desk, mentorship_id)
    return mentorship


async def _held(desk: Desk, record: Record, action: Action) -> Mentorship:
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None:
        raise NotFound
    return await _authorised(desk, mentorship_id, action, change=True)


async def _ensure_ready(desk: Desk, mentorship: Mentorship) -> None:
    """What another curator has fixed already says so; what is still being agreed on, and with whom no order can be
    given, too: somebody may have left since they agreed."""
    if mentorship.state is not MentorshipState.AGREED:
        raise await trail.overtaken(desk, mentorship.id)
    gone: list[int] = []
    for side in Side:
        people = mentorship.on_side(side)
        there = await desk.work.candidates.some(Role(side.value), people)
        gone += [person for person in people if person not in there]
    if gone:
        pair = await pairs.pair_of(desk, mentorship)
        raise Stale(
            "refusal-party-left", names=", ".join(pair.people[each].name for each in gone if each in pair.people)
        )


async def _stored(desk: Desk, before: Mentorship, after: Mentorship) -> Pair:
    """The pair as it is now; Stale if somebody was quicker."""
    if not await desk.work.mentorships.change(before, after):
        raise await trail.overtaken(desk, before.id)
    return await pairs.pair_of(desk, after)


def _released(pair: Pair) -> Keyboard:
    """The order of release as a document, or the way to enter it."""
    mentorship = pair.mentorship
    if mentorship.activated_at is None:
        return _card(pair)
    paper = Button(Say("papers-release"), press("papers.make", "release", mentorship.id))
    later = Button(Say("pairs-release-order"), press("pair.release_order", mentorship.id))
    return ((paper,) if mentorship.end_order else (later, paper), *_card(pair))


def _card(pair: Pair) -> Keyboard:
    return (
        pair_notices.open_row(pair),
        (Button(Say("pairs-list"), press("pairs.list")), Button(Say("menu-button"), press("menu.open"))),
    )

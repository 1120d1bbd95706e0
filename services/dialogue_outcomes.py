"""What comes of a step: it is stored and the next question follows, the response is given up, or it is finished."""

from __future__ import annotations

from datetime import date

from mentoring.errors import Refusal
from messaging.replies import Replies, Show
from services import alarms_raised, anonymity, sittings
from services.desk import Desk
from services.dialogue_screens import closed_screen, sure_screen, thanks_screen, trial_over_screen
from services.sittings import Sitting
from surveys import counting, response
from surveys.path import answers_on_path
from surveys.record import RecordState
from surveys.response import Draft
from surveys.wording import Key


async def settle(desk: Desk, sitting: Sitting, moved: Draft) -> Replies:
    """Store the step and say what comes next."""
    sitting, moved = await _told(desk, sitting, moved)
    last = moved.state == "finished"
    if sitting.definition.anonymous and not await anonymity.goes_on(desk, sitting.record, last=last):
        return (closed_screen(sitting.record, sitting.definition),)
    if moved.state == "cancelled":
        return (await _given_up(desk, sitting, moved),)
    if last:
        return await _finished(desk, sitting, moved)
    if sitting.record.person_id is None:
        moved = response.withheld(sitting.definition, moved)
    if not await sittings.save(desk, sitting, moved):
        return (closed_screen(sitting.record, sitting.definition),)
    return ((await sittings.renewed(desk, sitting, moved)).show(moved),)


async def _told(desk: Desk, sitting: Sitting, moved: Draft) -> tuple[Sitting, Draft]:
    """The step with the facts that follow from its answer, before anything comes of it: they may ask for one more."""
    answered = moved.state != "cancelled" and moved.answers != sitting.record.draft.answers
    if not answered or sitting.definition.id not in desk.house.ways.facts:
        return sitting, moved
    sitting = await sittings.renewed(desk, sitting, moved)
    return sitting, response.go_on(sitting.definition, moved, sitting.context)


async def _given_up(desk: Desk, sitting: Sitting, moved: Draft) -> Show:
    """Gone at once if little is lost; else it is asked first."""
    record = sitting.record
    if record.kind == "form" and response.is_dear(sitting.definition, record.draft, sitting.context):
        return sure_screen(record, record.draft.asking or "")
    return await cancelled(desk, sitting, moved)


async def cancelled(desk: Desk, sitting: Sitting, moved: Draft) -> Show:
    """Erased, without a question whether they are sure; what to show instead."""
    if sitting.record.state is RecordState.OPEN:  # the active one; what was put by leaves that alone
        await desk.work.responses.activate(desk.actor.chat_id, None)
    await desk.work.responses.erase(sitting.record.id)
    return trial_over_screen(sitting.record) if sitting.record.kind == "trial" else sitting.show(moved)


async def _finished(desk: Desk, sitting: Sitting, moved: Draft) -> Replies:
    record, definition = sitting.record, sitting.definition
    if record.kind == "trial":
        await desk.work.responses.activate(desk.actor.chat_id, None)
        await desk.work.responses.erase(record.id)
        return (trial_over_screen(record),)
    if definition.kind == "survey":
        if not await sittings.save(desk, sitting, moved, activate=False):
            return (closed_screen(record, definition),)
        if record.state is RecordState.OPEN:  # the active one; answered straight from a notice, it never was
            await desk.work.responses.activate(desk.actor.chat_id, None)
        if not definition.anonymous:  # what is anonymous counts once nobody's name is on it
            given = answers_on_path(definition, moved.answers, sitting.context)
            await desk.work.counts.add(record, counting.counted(definition, given))
            await alarms_raised.finished(desk, record, definition, given)
        else:
            await anonymity.finished(desk, record)
        after = desk.house.ways.after
        follow = after.get(definition.id) or after.get(definition.audience.stage or "")
        replies = () if follow is None else await follow(desk, record)
        return (thanks_screen(record, definition), *replies)
    answers = answers_on_path(definition, moved.answers, sitting.context)
    try:
        replies = await desk.house.ways.finishes[definition.finish or ""](desk, record, answers)
    except Refusal as refusal:
        values = {name: value for name, value in refusal.values.items() if isinstance(value, str | int | date)}
        return (sitting.show(problem=Key(refusal.key, values)),)
    await desk.work.responses.erase(record.id)
    return tuple(replies)

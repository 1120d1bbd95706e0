"""Surveys and forms as a dialogue: begun, put before somebody, taken up again, put by. State is rows."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.errors import Forbidden
from messaging.replies import Show
from services import anonymity, catalogue, contexts, dialogue_outcomes, sittings
from services.desk import Desk
from services.dialogue_screens import CAME_FROM, closed_screen
from services.sittings import Sitting
from surveys import response
from surveys.definition import Definition
from surveys.path import Answers, Value
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft


async def begin(
    desk: Desk,
    name: str,
    *,
    subject: Subject | None = None,
    organisation_id: int | None = None,
    facts: Mapping[str, object] | None = None,
    likely: Mapping[str, Value] | None = None,
    prefilled: Answers | None = None,
) -> Show:
    """Begin a form, or go on with the same one about the same thing with the same facts if it was left half-way."""
    chat, facts = desk.actor.chat_id, dict(facts or {})
    if prefilled:
        facts[contexts.PREFILLED] = sorted(prefilled)
    same = (name, subject, facts)
    for earlier in await desk.work.responses.waiting(chat, "form"):
        if (earlier.definition, earlier.subject, dict(earlier.facts)) == same:
            return await take_up(desk, earlier.id)
    definition = desk.house.surveys.get(name)
    context = await contexts.build(desk, definition, subject, facts, likely or {}, prefilled or {})
    draft = response.start(definition, context, prefilled)
    record = await desk.work.responses.add(
        draft,
        definition,
        state=RecordState.OPEN,
        chat_id=chat,
        person_id=desk.actor.person_id,
        organisation_id=organisation_id,
        subject=subject,
        facts=facts,
        likely=likely,
    )
    await desk.work.responses.activate(chat, record.id)
    return Sitting(record, definition, context).show()


async def ask(
    desk: Desk,
    name: str,
    person_id: int,
    chat_id: int | None,
    *,
    organisation_id: int,
    subject: Subject,
    campaign_id: int | None = None,
    form: str | None = None,
    role: str | None = None,
) -> Record:
    """Put a survey before a person: it waits until they begin. The same one about the same thing is asked once."""
    for earlier in await desk.work.responses.about(subject, name):
        if earlier.person_id == person_id:
            return earlier
    definition = await catalogue.find(desk, name)
    anonymity.ensure_askable(definition, campaign_id)
    await desk.work.definitions.archive(definition)
    return await desk.work.responses.add(
        Draft(definition.id, definition.version),
        definition,
        state=RecordState.WAITING,
        chat_id=chat_id,
        person_id=person_id,
        organisation_id=organisation_id,
        subject=subject,
        campaign_id=campaign_id,
        form=form,
        role=role,
    )


async def try_out(
    desk: Desk, definition: Definition, *, organisation_id: int | None = None, as_child: bool, back: str = ""
) -> Show:
    """Begin a trial: the questionnaire as people will see it, of which nothing counts and nothing stays.

    `as_child`: in the words it has for pupils; `back`: the press to where it was begun. What was left half-way is
    begun anew.
    """
    chat = desk.actor.chat_id
    for earlier in await desk.work.responses.waiting(chat, "trial"):
        await desk.work.responses.erase(earlier.id)
    facts = {"as_child": as_child, **({CAME_FROM: back} if back else {})}
    context = await contexts.build(desk, definition, None, facts, {}, {})
    draft = response.start(definition, context)
    if (definition.id, definition.version) not in desk.house.surveys.definitions:
        await desk.work.definitions.archive(definition)  # a bundled one may still be changed: nobody was asked
    record = await desk.work.responses.add(
        draft,
        definition,
        state=RecordState.OPEN,
        chat_id=chat,
        person_id=desk.actor.person_id,
        organisation_id=organisation_id,
        facts=facts,
        kind="trial",
    )
    await desk.work.responses.activate(chat, record.id)
    return Sitting(record, definition, context).show()


async def take_up(desk: Desk, response_id: int) -> Show:
    """Begin a survey that waits, or go on with anything left half-way; closed ones say so."""
    sitting = await sittings.find(desk, response_id)
    if not sitting.record.unfinished:
        return closed_screen(sitting.record, sitting.definition)
    draft = sitting.record.draft
    moved = response.resume(sitting.definition, draft, sitting.context)
    if not await sittings.save(desk, sitting, moved):
        return closed_screen(sitting.record, sitting.definition)
    return sitting.show(moved)


async def refresh(desk: Desk, response_id: int) -> Show | None:
    """The screen of a response that waited for somebody else, moved on by what they did; None if it is closed."""
    record = await desk.work.responses.get(response_id)
    if record is None or not record.unfinished or record.chat_id is None:
        return None
    sitting = await sittings.of(desk, record)
    moved = response.settle(sitting.definition, record.draft, sitting.context)
    return sitting.show(moved) if await sittings.save(desk, sitting, moved, activate=False) else None


async def put_by(desk: Desk) -> Show | None:
    """`/cancel`: a survey is put by with its answers, a form is given up, which is asked first where much would be
    lost; None if nothing is under way."""
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    try:
        sitting = await sittings.of(desk, record)
    except Forbidden:  # who may not go on may still turn away
        await desk.work.responses.activate(desk.actor.chat_id, None)
        return None
    if record.kind == "survey":  # a trial is given up like a form
        moved = response.pause(sitting.definition, record.draft, sitting.context)
    else:
        moved = response.cancel(record.draft)
    replies = await dialogue_outcomes.settle(desk, sitting, moved)
    return next(reply for reply in replies if isinstance(reply, Show))

"""Surveys and forms as a dialogue: begin, press, type, pause, finish. State is rows; any press may come at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentoring.errors import Forbidden, NotFound, Refusal
from messaging.replies import Replies, Say, Show, Toast
from services import contexts
from services.desk import Desk
from services.dialogue_screens import PRESS, closed_screen, draft_screen, say_key, thanks_screen
from surveys import dialogue as steps
from surveys import errors, response
from surveys.definition import Definition
from surveys.load import from_body
from surveys.path import Answers, Context, Value, answers_on_path, on_path
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft
from surveys.wording import Key


@dataclass(frozen=True, slots=True)
class Sitting:
    """One response taken up: the record, its definition and what the engine is told of the world."""

    record: Record
    definition: Definition
    context: Context

    def path(self, draft: Draft) -> frozenset[str]:
        """Ids of the questions that count."""
        return frozenset(question.id for question in on_path(self.definition, draft.answers, self.context))

    def show(self, draft: Draft | None = None, problem: Key | None = None) -> Show:
        return draft_screen(self.record, self.definition, draft or self.record.draft, self.context, problem)


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
    chat, same = desk.actor.chat_id, (name, subject, dict(facts or {}))
    for earlier in await desk.work.responses.waiting(chat, "form"):
        if (earlier.definition, earlier.subject, dict(earlier.facts)) == same:
            return await take_up(desk, earlier.id)
    definition = desk.house.surveys.get(name)
    context = await contexts.build(desk, definition, subject, facts or {}, likely or {}, prefilled or {})
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
    desk: Desk, name: str, person_id: int, chat_id: int | None, *, organisation_id: int, subject: Subject
) -> Record:
    """Put a survey before a person: it waits until they begin. The same one about the same thing is asked once."""
    for earlier in await desk.work.responses.about(subject, name):
        if earlier.person_id == person_id:
            return earlier
    definition = desk.house.surveys.get(name)
    await desk.work.definitions.archive(definition)
    return await desk.work.responses.add(
        Draft(definition.id, definition.version),
        definition,
        state=RecordState.WAITING,
        chat_id=chat_id,
        person_id=person_id,
        organisation_id=organisation_id,
        subject=subject,
    )


async def take_up(desk: Desk, response_id: int) -> Show:
    """Begin a survey that waits, or go on with anything left half-way; closed ones say so."""
    sitting = await _sitting(desk, response_id)
    if not sitting.record.unfinished:
        return closed_screen(sitting.record, sitting.definition)
    draft = sitting.record.draft
    moved = response.resume(sitting.definition, draft, sitting.context)
    await _save(desk, sitting, moved)
    return sitting.show(moved)


async def press(desk: Desk, response_id: int, question_id: str, token: str, message_id: int = 0) -> Replies:
    """A button of a dialogue's screen, on the message `message_id`.

    What is stale shows the present screen again and changes nothing. The last button pressed twice: what came of it
    stands in that very place, and needs no message of its own.
    """
    try:
        sitting = await _sitting(desk, response_id)
    except NotFound:
        if not await _stands(desk, response_id, message_id):
            raise
        return (Toast(Say("dialogue-gone")),)
    if not sitting.record.unfinished:
        closed = Toast(say_key(Key(errors.Closed.key)))
        if sitting.record.state is RecordState.FINISHED and await _stands(desk, response_id, message_id):
            return (closed,)
        return (closed, closed_screen(sitting.record, sitting.definition))
    definition, draft, context = sitting.definition, sitting.record.draft, sitting.context
    try:
        moved = steps.press(definition, draft, question_id, token, context)
    except errors.InputError as error:
        return (sitting.show(problem=error.message),)
    except errors.SurveyError as error:
        return (Toast(say_key(error.message)), sitting.show())
    return await _settle(desk, sitting, moved)


async def text(desk: Desk, typed: str) -> Replies | None:
    """A typed answer to the active response's question, else a mark for a meeting; None if there is none to answer."""
    language = desk.actor.language

    def step(sitting: Sitting) -> Draft:
        return steps.text(sitting.definition, sitting.record.draft, typed, language, sitting.context)

    replies = await _given(desk, step)
    return replies if replies is not None else await _marked(desk, step)


async def contact(desk: Desk, phone: str) -> Replies | None:
    """A phone number sent with Telegram's button."""
    return await _given(desk, lambda s: steps.contact(s.definition, s.record.draft, phone, s.context))


async def file(desk: Desk, file_id: str, name: str, size: int, *, photo: bool) -> Replies | None:
    """A photo or document; only Telegram's id of it is kept."""
    return await _given(
        desk,
        lambda s: steps.file(s.definition, s.record.draft, file_id, name, size, photo=photo, context=s.context),
    )


async def other(desk: Desk) -> Replies | None:
    """A sticker, a voice message, anything that is no answer: says what is expected, loses nothing."""
    return await _given(desk, lambda s: steps.other(s.definition, s.record.draft, s.context))


async def refresh(desk: Desk, response_id: int) -> Show | None:
    """The screen of a response that waited for somebody else, moved on by what they did; None if it is closed."""
    record = await desk.work.responses.get(response_id)
    if record is None or not record.unfinished or record.chat_id is None:
        return None
    sitting = await _open(desk, record)
    moved = response.settle(sitting.definition, record.draft, sitting.context)
    await _save(desk, sitting, moved, activate=False)
    return sitting.show(moved)


async def put_by(desk: Desk) -> Show | None:
    """`/cancel`: a survey is put by with its answers, a form is given up; None if nothing is under way."""
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    sitting = await _open(desk, record)
    if record.kind == "survey":
        moved = response.pause(sitting.definition, record.draft, sitting.context)
    else:
        moved = response.cancel(record.draft)
    replies = await _settle(desk, sitting, moved)
    return next(reply for reply in replies if isinstance(reply, Show))


async def _given(desk: Desk, step: Callable[[Sitting], Draft]) -> Replies | None:
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    sitting = await _open(desk, record)
    try:
        moved = step(sitting)
    except errors.SurveyError as error:
        return (sitting.show(problem=error.message),)
    return await _settle(desk, sitting, moved)


async def _marked(desk: Desk, step: Callable[[Sitting], Draft]) -> Replies | None:
    """A mark typed instead of pressed, while nothing is under way and just one meeting waits for it."""
    feedback = desk.programme.questionnaires.feedback
    waiting = await desk.work.responses.waiting(desk.actor.chat_id, "survey")
    asked = [each for each in waiting if each.definition == feedback and each.state is RecordState.WAITING]
    if len(asked) != 1:
        return None
    sitting = await _open(desk, asked[0])
    try:
        moved = step(sitting)
    except errors.SurveyError:
        return None
    return await _settle(desk, sitting, moved)


async def _stands(desk: Desk, response_id: int, message_id: int) -> bool:
    """Whether the place of a response that is gone is this message."""
    chat = desk.actor.chat_id
    place = (await desk.work.outbox.places([chat])).get(chat)
    screen = place.screens.get(f"{PRESS}:{response_id}") if place else None
    return screen is not None and screen.message_id == message_id


async def _sitting(desk: Desk, response_id: int) -> Sitting:
    """The response, if it is this chat's."""
    record = await desk.work.responses.get(response_id)
    if record is None:
        raise NotFound("dialogue-gone")
    if record.chat_id != desk.actor.chat_id:
        raise Forbidden
    return await _open(desk, record)


async def _open(desk: Desk, record: Record) -> Sitting:
    definition = await _definition(desk, record)
    context = await contexts.build(
        desk, definition, record.subject, record.facts, record.likely, record.draft.answers, record.id
    )
    return Sitting(record, definition, context)


async def _definition(desk: Desk, record: Record) -> Definition:
    """The version it was asked in; a form's draft goes on with the newest."""
    try:
        return desk.house.surveys.get(record.definition, record.draft.version)
    except KeyError:
        body = await desk.work.definitions.body(record.definition, record.draft.version)
        return from_body(body) if body is not None else desk.house.surveys.get(record.definition)


async def _settle(desk: Desk, sitting: Sitting, moved: Draft) -> Replies:
    """Store the step and say what comes next."""
    if moved.state == "cancelled":
        return (await _cancelled(desk, sitting, moved),)
    if moved.state == "finished":
        return await _finished(desk, sitting, moved)
    if sitting.record.person_id is None:
        moved = response.withheld(sitting.definition, moved)
    await _save(desk, sitting, moved)
    return ((await _renewed(desk, sitting, moved)).show(moved),)


async def _renewed(desk: Desk, sitting: Sitting, moved: Draft) -> Sitting:
    """The sitting with what is offered from now on: the answer just given may change options and consent texts."""
    record = sitting.record
    if moved.answers == record.draft.answers:
        return sitting
    context = await contexts.build(
        desk, sitting.definition, record.subject, record.facts, record.likely, moved.answers, record.id
    )
    return replace(sitting, context=context)


async def _cancelled(desk: Desk, sitting: Sitting, moved: Draft) -> Show:
    if sitting.record.state is RecordState.OPEN:  # the active one; what was put by leaves that alone
        await desk.work.responses.activate(desk.actor.chat_id, None)
    await desk.work.responses.erase(sitting.record.id)
    return sitting.show(moved)


async def _finished(desk: Desk, sitting: Sitting, moved: Draft) -> Replies:
    record, definition = sitting.record, sitting.definition
    if definition.kind == "survey":
        await _save(desk, sitting, moved, activate=False)
        if record.state is RecordState.OPEN:  # the active one; answered straight from a notice, it never was
            await desk.work.responses.activate(desk.actor.chat_id, None)
        follow = desk.house.ways.after.get(definition.audience.stage or definition.id)
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


async def _save(desk: Desk, sitting: Sitting, moved: Draft, *, activate: bool = True) -> None:
    record = sitting.record
    await desk.work.responses.save(
        record, moved, sitting.definition, was_on_path=sitting.path(record.draft), on_path=sitting.path(moved)
    )
    if activate and moved.state == "open" and record.state is not RecordState.OPEN and record.chat_id is not None:
        await desk.work.responses.activate(record.chat_id, record.id)

"""Surveys and forms as a dialogue: begin, press, type, pause, finish. State is rows; any press may come at any time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Refusal
from messaging.replies import Replies, Say, Show, Toast
from services import alarms_raised, anonymity, catalogue, contexts
from services.desk import Desk
from services.dialogue_screens import (
    CAME_FROM,
    DROP,
    ENTERED_FOR,
    PRESS,
    closed_screen,
    draft_screen,
    say_key,
    sure_screen,
    thanks_screen,
    trial_over_screen,
)
from surveys import counting, errors, response
from surveys import dialogue as steps
from surveys.definition import Definition
from surveys.path import Answers, Context, Value, answers_on_path, on_path
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft
from surveys.wording import Key

Instead = Callable[[int], Awaitable[Replies | None]]
"""What is said to a text that is no answer, by the id of the response that goes on waiting for one."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One response taken up: the record, its definition and what the engine is told of the world."""

    record: Record
    definition: Definition
    context: Context

    def path(self, draft: Draft) -> frozenset[str]:
        """Ids of the questions that count."""
        return frozenset(question.id for question in on_path(self.definition, draft.answers, self.context))

    @property
    def agreeing(self) -> bool:
        """Whether a consent is asked: «даю согласие» asks for no screen, and is given by nothing but its button."""
        asking = self.record.draft.asking
        question = self.definition.question(asking) if asking is not None else None
        return question is not None and question.kind == "consent"

    def show(self, draft: Draft | None = None, problem: errors.Problem | None = None) -> Show:
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
    sitting = await _sitting(desk, response_id)
    if not sitting.record.unfinished:
        return closed_screen(sitting.record, sitting.definition)
    draft = sitting.record.draft
    moved = response.resume(sitting.definition, draft, sitting.context)
    if not await _save(desk, sitting, moved):
        return closed_screen(sitting.record, sitting.definition)
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
    if token == DROP and sitting.record.kind == "form":
        return (await _cancelled(desk, sitting, response.cancel(draft)),)
    try:
        moved = steps.press(definition, draft, question_id, token, context)
    except errors.InputError as error:
        return (sitting.show(problem=error.message),)
    except errors.SurveyError as error:
        return (Toast(say_key(error.message)), sitting.show())
    return await _settle(desk, sitting, moved)


async def text(desk: Desk, typed: str, instead: Instead) -> Replies | None:
    """A typed answer to the active response's question, else a mark for a meeting; None if there is none to answer.

    `instead` is asked what a text means that is no answer: None, and the question says what was wrong.
    """
    language = desk.actor.language

    def step(sitting: Sitting) -> Draft:
        return steps.text(sitting.definition, sitting.record.draft, typed, language, sitting.context)

    replies = await _given(desk, step, instead)
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
    return sitting.show(moved) if await _save(desk, sitting, moved, activate=False) else None


async def put_by(desk: Desk) -> Show | None:
    """`/cancel`: a survey is put by with its answers, a form is given up, which is asked first where much would be
    lost; None if nothing is under way."""
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    try:
        sitting = await _open(desk, record)
    except Forbidden:  # who may not go on may still turn away
        await desk.work.responses.activate(desk.actor.chat_id, None)
        return None
    if record.kind == "survey":  # a trial is given up like a form
        moved = response.pause(sitting.definition, record.draft, sitting.context)
    else:
        moved = response.cancel(record.draft)
    replies = await _settle(desk, sitting, moved)
    return next(reply for reply in replies if isinstance(reply, Show))


async def _given(desk: Desk, step: Callable[[Sitting], Draft], instead: Instead | None = None) -> Replies | None:
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    sitting = await _open(desk, record)
    try:
        moved = step(sitting)
    except errors.SurveyError as error:
        meant = await instead(record.id) if instead is not None and not sitting.agreeing else None
        return meant or (sitting.show(problem=error.message),)
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
    guard = desk.house.ways.guards.get(record.definition)
    if guard is not None and record.kind == "survey" and record.entered_by is not None:
        await guard(desk, record)
    if ENTERED_FOR in record.facts:
        ensure(desk.actor, Action.ENTER_PAPER_ANSWERS, Scope(record.organisation_id, record.person_id))
    definition = await _definition(desk, record)
    context = await contexts.build(
        desk, definition, record.subject, record.facts, record.likely, record.draft.answers, record.id
    )
    return Sitting(record, definition, context)


async def _definition(desk: Desk, record: Record) -> Definition:
    """The version it was asked in; a form's draft goes on with the newest."""
    try:
        return await catalogue.find(desk, record.definition, record.draft.version)
    except NotFound:
        return await catalogue.find(desk, record.definition)


async def _settle(desk: Desk, sitting: Sitting, moved: Draft) -> Replies:
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
    if not await _save(desk, sitting, moved):
        return (closed_screen(sitting.record, sitting.definition),)
    return ((await _renewed(desk, sitting, moved)).show(moved),)


async def _told(desk: Desk, sitting: Sitting, moved: Draft) -> tuple[Sitting, Draft]:
    """The step with the facts that follow from its answer, before anything comes of it: they may ask for one more."""
    answered = moved.state != "cancelled" and moved.answers != sitting.record.draft.answers
    if not answered or sitting.definition.id not in desk.house.ways.facts:
        return sitting, moved
    sitting = await _renewed(desk, sitting, moved)
    return sitting, response.go_on(sitting.definition, moved, sitting.context)


async def _renewed(desk: Desk, sitting: Sitting, moved: Draft) -> Sitting:
    """The sitting with what is offered from now on: the answer just given may change options and consent texts."""
    record = sitting.record
    if moved.answers == record.draft.answers:
        return sitting
    context = await contexts.build(
        desk, sitting.definition, record.subject, record.facts, record.likely, moved.answers, record.id
    )
    return replace(sitting, context=context)


async def _given_up(desk: Desk, sitting: Sitting, moved: Draft) -> Show:
    """Gone at once if little is lost; else it is asked first."""
    record = sitting.record
    if record.kind == "form" and response.is_dear(sitting.definition, record.draft, sitting.context):
        return sure_screen(record, record.draft.asking or "")
    return await _cancelled(desk, sitting, moved)


async def _cancelled(desk: Desk, sitting: Sitting, moved: Draft) -> Show:
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
        if not await _save(desk, sitting, moved, activate=False):
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


async def _save(desk: Desk, sitting: Sitting, moved: Draft, *, activate: bool = True) -> bool:
    """False, and nothing is stored, where the response was closed meanwhile: its campaign, say."""
    record = sitting.record
    saved = await desk.work.responses.save(
        record, moved, sitting.definition, was_on_path=sitting.path(record.draft), on_path=sitting.path(moved)
    )
    begins = activate and moved.state == "open" and record.state is not RecordState.OPEN
    if saved and begins and record.chat_id is not None:
        await desk.work.responses.activate(record.chat_id, record.id)
    return saved

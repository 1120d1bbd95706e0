"""A response taken up: found and authorised, with its definition and what the engine is told of the world; stored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound
from messaging.replies import Show
from services import catalogue, contexts
from services.desk import Desk
from services.dialogue_screens import ENTERED_FOR, draft_screen
from surveys import errors
from surveys.definition import Definition
from surveys.path import Context, on_path
from surveys.record import Record, RecordState
from surveys.response import Draft


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


async def find(desk: Desk, response_id: int) -> Sitting:
    """A response, if it is this chat's; NotFound where there is none (any more), Forbidden for somebody else's."""
    record = await desk.work.responses.get(response_id)
    if record is None:
        raise NotFound("dialogue-gone")
    if record.chat_id != desk.actor.chat_id:
        raise Forbidden
    return await of(desk, record)


async def of(desk: Desk, record: Record) -> Sitting:
    """A record with its definition and context; Forbidden for whoever may not enter it (any more)."""
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


async def renewed(desk: Desk, sitting: Sitting, moved: Draft) -> Sitting:
    """The sitting with what is offered from now on: the answer just given may change options and consent texts."""
    record = sitting.record
    if moved.answers == record.draft.answers:
        return sitting
    context = await contexts.build(
        desk, sitting.definition, record.subject, record.facts, record.likely, moved.answers, record.id
    )
    return replace(sitting, context=context)


async def save(desk: Desk, sitting: Sitting, moved: Draft, *, activate: bool = True) -> bool:
    """False, and nothing is stored, where the response was closed meanwhile: its campaign, say."""
    record = sitting.record
    saved = await desk.work.responses.save(
        record, moved, sitting.definition, was_on_path=sitting.path(record.draft), on_path=sitting.path(moved)
    )
    begins = activate and moved.state == "open" and record.state is not RecordState.OPEN
    if saved and begins and record.chat_id is not None:
        await desk.work.responses.activate(record.chat_id, record.id)
    return saved

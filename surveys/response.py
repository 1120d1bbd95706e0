"""One response as a value, and the steps it can take. A step gives a new Draft or raises surveys.errors.

The whole state is in the Draft: answers as given, questions skipped, the one being asked. The path is
recomputed from it, so a restart, a changed answer or a fact that came true need nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from surveys import answers as answering
from surveys.definition import Definition, Question
from surveys.errors import CannotSkip, Closed, InputError, Invalid, NotComplete, Stale
from surveys.path import Answers, Context, Value, answers_on_path, breaks, next_open, on_path, walk

_DEAR = 3
"""So many answers of one's own are not thrown away by a slip of the finger."""

State = Literal["open", "paused", "finished", "cancelled"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A response: rows in storage, a value here.

    `asking` is None only when finished or cancelled. `choosing` holds what is ticked in a multiple choice
    that is not yet «Готово». `view` is the page of a list or the place in the calendar shown now; losing it
    loses nothing."""

    definition_id: str
    version: int
    answers: Answers = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    asking: str | None = None
    state: State = "open"
    choosing: Mapping[str, Sequence[str]] = field(default_factory=dict)
    view: str = ""

    @property
    def closed(self) -> bool:
        return self.state in ("finished", "cancelled")


def start(definition: Definition, context: Context, prefilled: Answers | None = None) -> Draft:
    """A new response at its first open question; `prefilled` answers are known already (checked like any other; one
    that breaks its question's condition leaves that question open)."""
    given = dict(prefilled or {})
    for name, value in given.items():
        question = definition.question(name)
        if question is None:
            raise Stale
        answering.check(question, value, context)
    return _moved(definition, Draft(definition.id, definition.version, given), context)


def settle(definition: Definition, draft: Draft, context: Context) -> Draft:
    """The draft as it stands today: if what is asked has left the path or is awaited no more, it moves on."""
    if draft.closed:
        return draft
    for question, is_open in walk(definition, draft.answers, draft.skipped, context):
        if question.id == draft.asking:
            waited = question.kind == "wait" and not is_open
            ready = question.kind != "card" or _first_open(definition, draft, context) == question.id
            if not waited and ready:
                return draft
    moved = _moved(definition, draft, context)
    return replace(moved, state="paused") if draft.state == "paused" and not moved.closed else moved


def answer(definition: Definition, draft: Draft, question_id: str, value: Value, context: Context) -> Draft:
    """Store an answer to the question being asked and go to the next open one; finishes if none is left."""
    draft, question = _asked(definition, draft, question_id, context)
    answering.check(question, value, context)
    if breaks(question, value, answers_on_path(definition, draft.answers, context), context):
        raise InputError if question.invalid is None else Invalid(question.invalid)
    given = {**draft.answers, question_id: value}
    choosing = {name: ticked for name, ticked in draft.choosing.items() if name != question_id}
    corrected = draft.answers.get(question_id, value) != value
    skipped = draft.skipped - {question_id} - (_read_again(definition) if corrected else frozenset())
    return _moved(definition, replace(draft, answers=given, skipped=skipped, choosing=choosing), context)


def go_on(definition: Definition, draft: Draft, context: Context) -> Draft:
    """The draft at its first open question by what is known since its last answer; finishes if none is left."""
    return _moved(definition, draft, context)


def choose(definition: Definition, draft: Draft, question_id: str, ticked: Sequence[str], context: Context) -> Draft:
    """Keep what is ticked in a multiple choice; it becomes the answer only when the person is done."""
    draft, _ = _asked(definition, draft, question_id, context)
    return replace(draft, choosing={**draft.choosing, question_id: tuple(ticked)}, state="open")


def skip(definition: Definition, draft: Draft, question_id: str, context: Context) -> Draft:
    """Leave an optional question without an answer (an earlier answer to it is withdrawn)."""
    draft, question = _asked(definition, draft, question_id, context)
    if not question.optional:
        raise CannotSkip
    given = {name: value for name, value in draft.answers.items() if name != question_id}
    choosing = {name: ticked for name, ticked in draft.choosing.items() if name != question_id}
    changed = replace(draft, answers=given, skipped=draft.skipped | {question_id}, choosing=choosing)
    return _moved(definition, changed, context)


def read(definition: Definition, draft: Draft, question_id: str, context: Context) -> Draft:
    """«Дальше» under a note: it is kept as read, in the way a skipped question is kept."""
    draft, question = _asked(definition, draft, question_id, context)
    if question.kind != "note":
        raise Stale
    return _moved(definition, replace(draft, skipped=draft.skipped | {question_id}), context)


def show(definition: Definition, draft: Draft, question_id: str, context: Context) -> Draft:
    """Ask a question again, or the first open one: «назад», a line of the card, «оставить как есть»."""
    draft = _living(definition, draft, context)
    target = _on_path(definition, draft, question_id, context)
    if target is None or question_id not in reachable(definition, draft, context):
        raise Stale
    return replace(draft, asking=question_id, state="open", view="" if question_id != draft.asking else draft.view)


def look(definition: Definition, draft: Draft, question_id: str, view: str, context: Context) -> Draft:
    """Turn a page of a list or of the calendar."""
    draft, _ = _asked(definition, draft, question_id, context)
    return replace(draft, view=view, state="open")


def pause(definition: Definition, draft: Draft, context: Context) -> Draft:
    """Put the response by until it is resumed, days later perhaps."""
    return replace(_living(definition, draft, context), state="paused")


def resume(definition: Definition, draft: Draft, context: Context) -> Draft:
    """Go on where it stopped, or where today's facts and date put it."""
    return replace(_living(definition, draft, context), state="open")


def cancel(draft: Draft) -> Draft:
    """Give the response up; cancelling twice is the same as once."""
    if draft.state == "finished":
        raise Closed
    return replace(draft, state="cancelled", asking=None, view="")


def is_dear(definition: Definition, draft: Draft, context: Context) -> bool:
    """Whether giving it up loses more than a moment's work: three answers of one's own, or what somebody else gave."""
    asked = [
        question for question in on_path(definition, draft.answers, context) if question.id not in context.prefilled
    ]
    return any(one.kind == "wait" for one in asked) or sum(one.id in draft.answers for one in asked) >= _DEAR


def finish(definition: Definition, draft: Draft, context: Context) -> Draft:
    """Confirm the card: the response is complete. Raises NotComplete while a question is open."""
    draft = _living(definition, draft, context)
    left = next_open(definition, draft.answers, draft.skipped, context)
    if left is not None and left.kind != "card":
        raise NotComplete
    return replace(draft, state="finished", asking=None, view="")


def withheld(definition: Definition, draft: Draft) -> Draft:
    """While it waits for somebody else: the draft without what was entered behind that question, else the draft itself.

    Who corrects a birth date to a minor's has answered what may not be kept before a guardian consents.
    """
    names = [question.id for question in definition.questions]
    waiting = definition.question(draft.asking) if draft.asking else None
    if waiting is None or waiting.kind != "wait":
        return draft
    before = frozenset(names[: names.index(waiting.id)])
    given = {name: value for name, value in draft.answers.items() if name in before}
    choosing = {name: ticked for name, ticked in draft.choosing.items() if name in before}
    return replace(draft, answers=given, skipped=draft.skipped & before, choosing=choosing)


def reachable(definition: Definition, draft: Draft, context: Context) -> tuple[str, ...]:
    """What may be shown: every question on the path up to the first open one; a wait that is over is not
    shown again."""
    found: list[str] = []
    for question, still in walk(definition, draft.answers, draft.skipped, context):
        if still or question.kind != "wait":
            found.append(question.id)
        if still:
            break
    return tuple(found)


def _read_again(definition: Definition) -> frozenset[str]:
    """Notes that hang on what is answered: another answer may make them say something new."""
    return frozenset(item.id for item in definition.questions if item.kind == "note" and item.when is not None)


def _first_open(definition: Definition, draft: Draft, context: Context) -> str | None:
    left = next_open(definition, draft.answers, draft.skipped, context)
    return left.id if left else None


def _moved(definition: Definition, draft: Draft, context: Context) -> Draft:
    """At the first open question; a definition without a card is finished when nothing is open."""
    left = _first_open(definition, draft, context)
    return replace(draft, asking=left, state="finished" if left is None else "open", view="")


def _living(definition: Definition, draft: Draft, context: Context) -> Draft:
    settled = settle(definition, draft, context)
    if settled.closed:
        raise Closed
    return settled


def _on_path(definition: Definition, draft: Draft, question_id: str, context: Context) -> Question | None:
    path = on_path(definition, draft.answers, context)
    return next((question for question in path if question.id == question_id), None)


def _asked(definition: Definition, draft: Draft, question_id: str, context: Context) -> tuple[Draft, Question]:
    draft = _living(definition, draft, context)
    question = _on_path(definition, draft, question_id, context)
    if question is None or question_id != draft.asking:
        raise Stale
    return draft, question

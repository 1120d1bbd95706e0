"""One input, one step: what handlers call. Each function takes a draft and gives the next one, or raises
surveys.errors.SurveyError, whose `message` is then shown with the present screen; nothing that was entered
is lost.
"""

from __future__ import annotations

from typing import NoReturn

from surveys import inputs, response
from surveys.definition import Definition, Question
from surveys.errors import Closed, InputError, Stale
from surveys.inputs import Give, Look, Move, Step, Tick
from surveys.path import Context, Value
from surveys.response import Draft
from surveys.spoken import typed_button


def press(definition: Definition, draft: Draft, question_id: str, token: str, context: Context) -> Draft:
    """A button was pressed. A second press of an answer, or one on an old message, raises Stale and changes
    nothing: an answer is taken only for the question that is being asked."""
    if draft.closed:
        raise Closed
    if token == inputs.RECHECK:
        return response.settle(definition, draft, context)
    if token == inputs.SHOW:
        return response.show(definition, draft, question_id, context)
    draft, question = _present(definition, draft, context)
    if question.id != question_id:
        raise Stale
    return _take(definition, draft, question, inputs.read_press(question, token, draft, context), context)


def text(definition: Definition, draft: Draft, words: str, locale: str, context: Context) -> Draft:
    """A text was typed: the answer to the question being asked, or the name of one of its buttons."""
    draft, question = _present(definition, draft, context)
    try:
        value = inputs.read_text(question, words, locale, context)
    except InputError:
        named = typed_button(definition, question, words, draft, context) if question.kind != "text" else None
        if named is None:
            raise
        return press(definition, draft, named.question, named.token, context)
    return _answered(definition, draft, question, value, context)


def contact(definition: Definition, draft: Draft, phone: str, context: Context) -> Draft:
    """A contact was shared with Telegram's button."""
    draft, question = _present(definition, draft, context)
    return _answered(definition, draft, question, inputs.read_contact(question, phone, context), context)


def file(
    definition: Definition, draft: Draft, file_id: str, name: str, size: int, *, photo: bool, context: Context
) -> Draft:
    """A photo or a document was sent; only its id is kept, a job fetches it later."""
    draft, question = _present(definition, draft, context)
    value = inputs.read_file(question, file_id, name, size, photo=photo, context=context)
    return _answered(definition, draft, question, value, context)


def other(definition: Definition, draft: Draft, context: Context) -> NoReturn:
    """A sticker, a voice message, a place: never an answer. Always raises the error that says what is
    awaited."""
    _, question = _present(definition, draft, context)
    raise inputs.expected(question)


def _present(definition: Definition, draft: Draft, context: Context) -> tuple[Draft, Question]:
    draft = response.settle(definition, draft, context)
    question = definition.question(draft.asking) if draft.asking else None
    if draft.closed or question is None:
        raise Closed
    return draft, question


def _answered(definition: Definition, draft: Draft, question: Question, value: Value, context: Context) -> Draft:
    return response.answer(definition, draft, question.id, value, context)


def _take(definition: Definition, draft: Draft, question: Question, move: Move, context: Context) -> Draft:
    match move:
        case Give(value):
            return _answered(definition, draft, question, value, context)
        case Tick(ids):
            return response.choose(definition, draft, question.id, ids, context)
        case Look(view):
            return response.look(definition, draft, question.id, view, context)
        case Step(inputs.SKIP):
            return response.skip(definition, draft, question.id, context)
        case Step(inputs.NEXT):
            return response.read(definition, draft, question.id, context)
        case Step(inputs.PAUSE):
            return response.pause(definition, draft, context)
        case Step(inputs.RESUME):
            return response.resume(definition, draft, context)
        case Step(inputs.CANCEL):
            return response.cancel(draft)
        case Step(_):
            return response.finish(definition, draft, context)

"""Whole questionnaires answered at once; only the last question is pressed, and what follows from it follows."""

from __future__ import annotations

from collections.abc import Callable

from services import contexts, dialogue_answers
from services.desk import Desk
from surveys.definition import Definition, Question
from surveys.path import Context, Value, next_open, on_path
from surveys.record import Record, RecordState
from surveys.response import Draft
from tests.year.ledger import Asked
from tests.year.town import Town


async def answers(town: Town, asked: Asked, mark: Callable[[Question], int]) -> None:
    """A questionnaire that somebody was asked, if it is open still."""
    async with town.desk(asked.chat) as desk:
        record = await desk.work.responses.get(asked.id)
        assert record is not None
        if not record.unfinished:
            return
        asked.marks = await fills_in(town, desk, record, mark)
    asked.state, asked.answered = "answered", town.world.now


async def fills_in(town: Town, desk: Desk, record: Record, mark: Callable[[Question], int]) -> list[tuple[str, int]]:
    """All of it; gives the marks of meetings and of satisfaction as they count."""
    definition = desk.house.surveys.get(record.definition, record.draft.version)
    context = await contexts.build(desk, definition, record.subject, record.facts, {}, {}, record.id)
    answers, skipped, (last, token) = _filled(definition, context, mark)
    ticked = {last.id: (last.options[0].id,)} if token == ".done" else {}
    draft = Draft(definition.id, definition.version, answers, frozenset(skipped), last.id, "open", ticked)
    path = [question.id for question in on_path(definition, answers, context)]
    if answers or skipped or ticked:
        await desk.work.responses.save(record, draft, definition, was_on_path=(), on_path=path)
    town.hear(await dialogue_answers.press(desk, record.id, last.id, token))
    after = await desk.work.responses.get(record.id)
    assert after is not None
    assert after.state is RecordState.FINISHED, (definition.id, last.id, token, after.draft.asking)
    given = {**answers, **({last.id: token} if last.kind == "scale" else {})}
    return [
        (question.measures, _turned(question, int(str(given[question.id]))))
        for question in definition.questions
        if question.measures in ("satisfaction", "meeting") and question.id in given
    ]


def _filled(
    definition: Definition, context: Context, mark: Callable[[Question], int]
) -> tuple[dict[str, Value], set[str], tuple[Question, str]]:
    """Answers up to the last question, and what is pressed for that: scales as told, else the first option."""
    answers: dict[str, Value] = {}
    skipped: set[str] = set()
    order: list[tuple[Question, Value | None]] = []
    while (question := next_open(definition, answers, skipped, context)) is not None:
        value = _value(question, context, mark)
        order.append((question, value))
        if value is None:
            skipped.add(question.id)
        else:
            answers[question.id] = value
    question, value = order[-1]
    answers.pop(question.id, None)
    skipped.discard(question.id)
    token = ".done" if question.kind == "multi" else ".skip" if value is None else str(value)
    return answers, skipped, (question, token)


def _value(question: Question, context: Context, mark: Callable[[Question], int]) -> Value | None:
    """None: it is skipped."""
    options = [option.id for option in question.options or context.options.get(question.source or "", ())]
    match question.kind:
        case "scale":
            return min(max(mark(question), int(question.minimum or 1)), int(question.maximum or 10))
        case "single":
            return options[0]
        case "multi":
            return [options[0]]
        case "number":
            return int(question.minimum or 0) + 1
        case "note":
            return None
    return None if question.optional else "Слово"


def _turned(question: Question, value: int) -> int:
    return int(question.minimum or 0) + int(question.maximum or 0) - value if question.reversed else value

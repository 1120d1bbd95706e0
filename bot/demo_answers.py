"""Likely answers for the demo: a whole questionnaire filled in as somebody who is more or less content would."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from services import contexts
from services.desk import Desk
from surveys import counting
from surveys.definition import Definition, Question
from surveys.path import Answers, Context, Value, answers_on_path, next_open, on_path
from surveys.record import Record
from surveys.response import Draft


async def fill_in(desk: Desk, record: Record, liking: float, chance: Random, sayings: Sequence[str]) -> None:
    """Answers a response that waits, at the desk's time, and counts it. `liking`: 0 to 1, how good everything is."""
    definition = desk.house.surveys.get(record.definition, record.draft.version)
    context = await contexts.build(desk, definition, record.subject, record.facts, record.likely, {}, record.id)
    draft = filled(definition, context, liking, chance, sayings)
    asked = [question.id for question in on_path(definition, draft.answers, context)]
    if await desk.work.responses.save(record, draft, definition, was_on_path=(), on_path=asked):
        given = answers_on_path(definition, draft.answers, context)
        await desk.work.counts.add(record, counting.counted(definition, given))


def filled(definition: Definition, context: Context, liking: float, chance: Random, sayings: Sequence[str]) -> Draft:
    """A finished draft: what may be skipped is, but for some texts."""
    answers: dict[str, Value] = {}
    skipped: set[str] = set()
    while (question := next_open(definition, answers, skipped, context)) is not None:
        value = _value(question, answers, context, liking, chance, sayings)
        if value is None:
            skipped.add(question.id)
        else:
            answers[question.id] = value
    return Draft(definition.id, definition.version, answers, frozenset(skipped), None, "finished")


def _value(
    question: Question, answers: Answers, context: Context, liking: float, chance: Random, sayings: Sequence[str]
) -> Value | None:
    """None: the question is skipped."""
    options = [option.id for option in question.options or context.options.get(question.source or "", ())]
    match question.kind:
        case "scale":
            return _mark(question, liking, chance)
        case "single":
            return options[_place(question, len(options), liking, chance)]
        case "multi":
            return [one for one in options[:-1] if chance.random() < 0.4][: question.max_chosen] or options[:1]
        case "number":
            return int(question.minimum or 0) + chance.randint(1, 4)
        case "text":
            return None if question.optional and chance.random() < 0.5 else chance.choice(sayings)
        case "note":
            return None
    if question.optional:
        return None
    raise ValueError(f"the demo has no answer to {question.id}, a {question.kind}")


def _mark(question: Question, liking: float, chance: Random) -> int:
    least, most = int(question.minimum or 1), int(question.maximum or 10)
    content = min(1.0, max(0.0, liking + chance.uniform(-0.15, 0.15)))
    return round(least + (most - least) * (1 - content if question.reversed else content))


def _place(question: Question, options: int, liking: float, chance: Random) -> int:
    """Where nothing is measured any option will do; else those of the content come first."""
    if question.measures is None:
        return chance.randrange(options)
    return min(options - 1, int((1 - liking) * options))

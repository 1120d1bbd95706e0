"""What of a finished response is counted, so that results never need the answers themselves.

Every finished response counts once under question `WHOLE`; every answered question counts under `ANSWERED`, and a
choice, a scale or a number under its value besides. Texts, dates and sensitive answers are not spread out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from surveys.definition import Definition, Question
from surveys.path import Answers, Value

WHOLE = ""
"""In place of a question's id: the response as a whole."""
ANSWERED = "*"
"""In place of a value: that there is an answer."""
_SPREAD = frozenset({"single", "multi", "scale", "number"})


def counted(definition: Definition, answers: Answers) -> Iterator[tuple[str, str]]:
    """(question, value) of everything that one response adds one to; `answers` are those on the path."""
    yield WHOLE, ANSWERED
    yield from answered(definition, answers)


def answered(definition: Definition, answers: Answers) -> Iterator[tuple[str, str]]:
    """The same for some answers of a response that is counted already."""
    for question in definition.questions:
        if question.id in answers:
            yield question.id, ANSWERED
            for value in _values(question, answers[question.id]):
                yield question.id, value


def _values(question: Question, value: Value) -> list[str]:
    if question.sensitive or question.kind not in _SPREAD:
        return []
    if isinstance(value, list):
        return list(value)
    return [value] if isinstance(value, str) else [json.dumps(value)]

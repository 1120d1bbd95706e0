"""Which questions are asked, given the answers so far: recomputed each time, never stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from surveys.conditions import holds
from surveys.definition import Definition, Option, Question
from surveys.wording import Key, Wording

Value = str | int | list[str] | dict[str, object]
"""An answer as it is stored; docs/contracts.md says which shape goes with which kind."""

Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine is told of the world: `today` in the person's zone, facts, options of the named
    sources, likely values by question id, and consent texts by reference (`processing@1`) in the variant for
    this person.

    Facts also fill the `{fact.name}` places of texts, and the `{name}` places of consent texts."""

    today: date
    facts: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    likely: Mapping[str, Value] = field(default_factory=dict)
    consents: Mapping[str, Wording] = field(default_factory=dict)


def on_path(definition: Definition, answers: Answers, context: Context) -> tuple[Question, ...]:
    """The questions whose conditions hold, in order. A condition sees only answers that are on the path
    themselves."""
    seen: dict[str, Value] = {}
    found: list[Question] = []
    for question in definition.questions:
        if question.when is not None and not holds(question.when, seen, context.facts, context.today):
            continue
        found.append(question)
        if question.id in answers:
            seen[question.id] = answers[question.id]
    return tuple(found)


def answers_on_path(definition: Definition, answers: Answers, context: Context) -> dict[str, Value]:
    """The answers that count: those given to questions on the path."""
    path = on_path(definition, answers, context)
    return {question.id: answers[question.id] for question in path if question.id in answers}


def is_open(question: Question, answers: Answers, skipped: Collection[str], context: Context) -> bool:
    """Whether a question on the path still needs something: a card always, a wait until its fact is true."""
    if question.kind == "card":
        return True
    if question.kind == "wait":
        return not context.facts.get(question.waits_for or "")
    return question.id not in answers and not (question.optional and question.id in skipped)


def next_open(definition: Definition, answers: Answers, skipped: Collection[str], context: Context) -> Question | None:
    """The first question on the path that is open; None when everything is answered."""
    for question in on_path(definition, answers, context):
        if is_open(question, answers, skipped, context):
            return question
    return None


def progress(question: Question, path: Sequence[Question]) -> Key | None:
    """«Вопрос 3 из 10» among the questions on the path that count; None for a consent, a wait and a card."""
    counted = [item.id for item in path if item.counted]
    if question.id not in counted:
        return None
    return Key("survey-progress", {"n": counted.index(question.id) + 1, "m": len(counted)})

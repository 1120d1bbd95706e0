"""Which questions are asked, given the answers so far: recomputed each time, never stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from surveys.conditions import ANSWER, names
from surveys.definition import Definition, Option, Question
from surveys.judging import broken, holds
from surveys.wording import Key, Wording

Value = str | int | list[str] | dict[str, object]
"""An answer as it is stored; docs/contracts.md says which shape goes with which kind."""

Answers = Mapping[str, Value]

WORTH_COUNTING = {"form": 3, "survey": 2}
"""What asks fewer questions is over before a number helps anybody."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine is told of the world: `today` in the person's zone, facts, options of the named
    sources, likely values by question id, and consent texts by reference (`processing@1`) in the variant for
    this person.

    Facts also fill the `{fact.name}` places of texts, and the `{name}` places of consent texts. `prefilled` are the
    questions that were answered before the person began: «Вопрос n из m» counts from the first one they see."""

    today: date
    facts: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    likely: Mapping[str, Value] = field(default_factory=dict)
    consents: Mapping[str, Wording] = field(default_factory=dict)
    prefilled: frozenset[str] = frozenset()


def on_path(definition: Definition, answers: Answers, context: Context) -> tuple[Question, ...]:
    """The questions whose conditions hold, in order. A condition sees only answers that are on the path
    themselves."""
    return _followed(definition, answers, context)[0]


def answers_on_path(definition: Definition, answers: Answers, context: Context) -> dict[str, Value]:
    """The answers that count: those given to questions on the path."""
    return _followed(definition, answers, context)[1]


def _followed(
    definition: Definition, answers: Answers, context: Context
) -> tuple[tuple[Question, ...], dict[str, Value]]:
    seen: dict[str, Value] = {}
    found: list[Question] = []
    for question in definition.questions:
        if question.when is not None and not holds(question.when, seen, context.facts, context.today):
            continue
        found.append(question)
        if question.id in answers:
            seen[question.id] = answers[question.id]
    return tuple(found), seen


def breaks(question: Question, value: Value, answers: Answers, context: Context) -> bool:
    """Whether an answer breaks the question's own condition; `answers` are those on the path."""
    if question.valid is None:
        return False
    return broken(question.valid, {**answers, ANSWER: value}, context.facts, context.today)


def walk(
    definition: Definition, answers: Answers, skipped: Collection[str], context: Context
) -> tuple[tuple[Question, bool], ...]:
    """The questions on the path, each with whether it is open, that is, still needs something: a card always, a wait
    until its fact is true, a note until it is read, another until it has an answer that does not break its condition
    (a corrected earlier answer may open it again) or is skipped if it may be."""
    path, given = _followed(definition, answers, context)
    return tuple((question, _is_open(question, given, skipped, context)) for question in path)


def _is_open(question: Question, given: Answers, skipped: Collection[str], context: Context) -> bool:
    match question.kind:
        case "card":
            return True
        case "wait":
            return not context.facts.get(question.waits_for or "")
        case "note":
            return question.id not in skipped
    if question.id in given:
        return breaks(question, given[question.id], given, context)
    return not (question.optional and question.id in skipped)


def next_open(definition: Definition, answers: Answers, skipped: Collection[str], context: Context) -> Question | None:
    """The first question on the path that is open; None when everything is answered."""
    return next((question for question, is_open in walk(definition, answers, skipped, context) if is_open), None)


def progress(
    definition: Definition, question: Question, answers: Answers, skipped: Collection[str], context: Context
) -> Key | None:
    """«Вопрос 3 из 10» among the questions on the path that count; «Вопрос 3» while answers still to come decide how
    many there will be. None for a consent, a wait, a note and a card, for what was answered beforehand, for an only
    question, and in a form that asks less than three of anybody."""
    path, given = _followed(definition, answers, context)
    every = {item.id for item in definition.questions if item.counted and item.id not in context.prefilled}
    if question.id not in every or len(every) < WORTH_COUNTING[definition.kind]:
        return None
    counted = [item.id for item in path if item.id in every]
    place = counted.index(question.id) + 1
    if _may_change(definition, path, given, skipped):
        return Key("survey-progress-open", {"n": place})
    if len(counted) == 1:
        return None
    return Key("survey-progress", {"n": place, "m": len(counted)})


def _may_change(definition: Definition, path: Sequence[Question], given: Answers, skipped: Collection[str]) -> bool:
    """Whether a question that counts comes or stays only by an answer that is still to be given."""
    unsure = {item.id for item in path if item.answerable and item.id not in given and item.id not in skipped}
    for question in definition.questions:
        if question.when is not None and not unsure.isdisjoint(names(question.when)):
            if question.counted:
                return True
            unsure.add(question.id)
    return False

"""What a response shows now. Pure: the same draft and context give the same screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surveys import keyboards
from surveys.definition import Definition, Question
from surveys.errors import Problem
from surveys.inputs import CANCEL, PAUSE, RESUME, SHOW, SKIP
from surveys.layout import Choice, Line, Row, Screen, Wants
from surveys.path import Context, breaks, on_path, progress
from surveys.response import Draft, reachable, settle
from surveys.wording import Key, Label, Wording, places

__all__ = ["Choice", "Line", "Screen", "screen"]

_WANTS: Mapping[str, Wants] = {
    "text": "text", "number": "text", "date": "text", "time": "text",
    "contact": "contact", "photo": "photo", "file": "file",
}  # fmt: skip


def screen(definition: Definition, draft: Draft, context: Context, problem: Problem | None = None) -> Screen:
    """The screen of a response; `problem` is what was wrong with the last input, told above the buttons."""
    draft = settle(definition, draft, context)
    question = definition.question(draft.asking) if draft.asking else None
    if question is None:
        return _last(definition, draft)
    if draft.state == "paused":
        again = Choice(Key("survey-resume"), question.id, RESUME, main=True)
        return Screen(question.id, Key("survey-paused"), definition.title, problem=problem, rows=((again,),))
    return _question(definition, question, draft, context, problem)


def _last(definition: Definition, draft: Draft) -> Screen:
    if draft.state == "cancelled":
        return Screen(None, Key("survey-cancelled"), definition.title, wants="nothing")
    said = Key("survey-thanks" if definition.kind == "survey" else "survey-saved")
    return Screen(None, said, definition.title, hint=definition.thanks, wants="nothing")


def _question(
    definition: Definition, question: Question, draft: Draft, context: Context, problem: Problem | None
) -> Screen:
    path = on_path(definition, draft.answers, context)
    problem = problem or _broken(question, draft, path, context)
    steps = _steps(definition, question, draft, context)
    lines, rows = keyboards.keyboard(definition, question, draft, context, sum(map(len, steps)))
    text, hint = _text(question, context), question.hint or _hint(question)
    document = _document(question, context)
    first = path[0].id == question.id
    intro = definition.intro if first else None
    return Screen(
        question=question.id,
        text=text,
        title=definition.title if first else None,
        intro=intro,
        progress=progress(definition, question, draft.answers, draft.skipped, context),
        hint=hint,
        lines=lines,
        problem=problem,
        rows=rows + steps,
        values=_values(definition, (text, document, hint, intro, problem), draft, path, context=context),
        wants=_WANTS.get(question.kind, "press"),
        document=document,
    )


def _broken(question: Question, draft: Draft, path: Sequence[Question], context: Context) -> Problem | None:
    """What is wrong with the answer that stands here, since an earlier one was corrected."""
    given = {item.id: draft.answers[item.id] for item in path if item.id in draft.answers}
    wrong = question.id in given and breaks(question, given[question.id], given, context)
    return question.invalid if wrong else None


def _text(question: Question, context: Context) -> Label:
    if question.consent is not None:
        return question.short or Key("survey-consent-line")
    return question.text or Key("survey-card")


def _document(question: Question, context: Context) -> Label | None:
    """What is agreed to."""
    if question.consent is None:
        return None
    return context.consents.get(question.consent) or Key("survey-consent-missing")


def _hint(question: Question) -> Key | None:
    """A hint of the engine's own where the author gave none."""
    match question.kind:
        case "multi":
            return Key("survey-multi-hint")
        case "card":
            return Key("survey-card-hint")
        case "date":
            return Key("survey-date-hint")
        case "time":
            return Key("survey-time-hint")
    return None


def _steps(definition: Definition, question: Question, draft: Draft, context: Context) -> tuple[Row, ...]:
    """The rows under every question: back, keep or skip; then «later» in a survey, «cancel» in a form."""
    ways = reachable(definition, draft, context)
    place = ways.index(question.id) if question.id in ways else 0
    row: list[Choice] = []
    if place > 0:
        row.append(Choice(Key("survey-back"), ways[place - 1], SHOW))
    answered = question.id in draft.answers or question.id in draft.skipped
    if answered and question.answerable and question.id != ways[-1]:
        row.append(Choice(Key("survey-keep"), ways[-1], SHOW))
    if question.optional and question.answerable:
        row.append(Choice(Key("survey-skip"), question.id, SKIP))
    leave = (Key("survey-later"), PAUSE) if definition.kind == "survey" else (Key("survey-cancel"), CANCEL)
    last: Row = (Choice(leave[0], question.id, leave[1]),)
    return (tuple(row), last) if row else (last,)


def _values(
    definition: Definition, texts: Sequence[Label | None], draft: Draft, path: Sequence[Question], *, context: Context
) -> dict[str, tuple[Label, ...]]:
    """What stands in the `{name}` places: answers on the path, facts; «—» for what is not known."""
    asked = {question.id for question in path}
    found: dict[str, tuple[Label, ...]] = {}
    for wording in texts:
        for variant in wording.variants() if isinstance(wording, Wording) else ():
            for name in places(variant):
                earlier = definition.question(name)
                if earlier is not None:
                    value = draft.answers.get(name) if name in asked else None
                    found[name] = keyboards.answer_parts(earlier, value, context)
                else:
                    fact = context.facts.get(name.removeprefix("fact."))
                    found[name] = (Key("survey-blank") if fact is None else str(fact),)
    return found

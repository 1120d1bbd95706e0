"""What results are made of: one question's bars, a row of an overview, a parameter's change, and responses one by one.

Labels arrive ready in the reader's language; `question_result` and `change_row` make them of definitions. Times are
aware UTC, shares 0–1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from surveys.change import Change
from surveys.definition import Definition, Option, Question
from surveys.pairing import DefinitionKey, ParameterChange
from surveys.path import Value
from surveys.tally import CHOICES, QuestionTally
from surveys.wording import Wording, fill, places

UNKNOWN = "…"
"""What stands in a text's place for somebody's own answer: results are of many."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value in words (a number as digits), how often it was given, and its share of those who answered."""

    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question's results in words. `low`, `high`: what the ends of its scale mean; `bottom`, `top`: the ends.

    mean and median are None for choices, and where nobody answered. `several`: a person may have chosen more than one.
    """

    title: str
    finished: int
    answered: int
    bars: tuple[Bar, ...] = ()
    mean: float | None = None
    median: float | None = None
    quartiles: tuple[float, float] | None = None
    bottom: float | None = None
    top: float | None = None
    low: str = ""
    high: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A parameter in words with its change; `bottom`, `top`: its lowest and highest value, None where there is none.

    points: it is measured in points of a scale; else it is a number of its own kind (a mark, hours).
    """

    label: str
    change: Change
    bottom: float | None = None
    top: float | None = None
    points: bool = True


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One response as a row. `person` is '' where it is anonymous or names are not for the reader.

    form, role: whose answer it is, by their ids (`pupil-pupil`, `mentor`), '' where there is none. answered_at: aware
    UTC; of an anonymous one the campaign's opening. paper: typed in for somebody without Telegram. answers: those on
    the path, as stored.
    """

    number: int
    person: str
    organisation: str
    form: str
    role: str
    answered_at: datetime | None
    paper: bool
    questionnaire: str
    version: int
    answers: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class ResponseExport:
    """What is exported besides the rows: the definitions of all of them by id and version, the options of their named
    sources, and the zone in which times are shown."""

    definitions: Mapping[DefinitionKey, Definition]
    zone: str
    options: Mapping[str, Sequence[Option]] = field(default_factory=dict)


def worded(wording: Wording | str | None, language: str) -> str:
    """A definition's text for adults; somebody's own answers in it become `UNKNOWN`."""
    if wording is None:
        return ""
    text = wording if isinstance(wording, str) else wording.text(language)
    return fill(text, dict.fromkeys(places(text), UNKNOWN))


def title_of(question: Question, language: str) -> str:
    """What a question is called in results: its text, or its short name where it has no text."""
    return worded(question.text or question.short or question.id, language)


def question_result(
    question: Question, tally: QuestionTally, language: str, options: Sequence[Option] = ()
) -> QuestionResult:
    """A tally in words. `options`: those of the question's named source; an option no longer offered shows its id."""
    labels = {option.id: worded(option.label, language) for option in (*question.options, *options)}
    named = labels if question.kind in CHOICES else {}
    return QuestionResult(
        title=title_of(question, language),
        finished=tally.finished,
        answered=tally.answered,
        bars=tuple(Bar(named.get(each.value, each.value), each.count, each.share) for each in tally.values),
        mean=tally.mean,
        median=tally.median,
        quartiles=tally.quartiles,
        bottom=_number(question.minimum) if question.kind == "scale" else None,
        top=_number(question.maximum) if question.kind == "scale" else None,
        low=worded(question.low, language),
        high=worded(question.high, language),
        several=question.kind == "multi",
    )


def change_row(found: ParameterChange, language: str, scales: Mapping[str, str]) -> ChangeRow:
    """A change in words. `scales`: what the scales (`measures`) are called; one without a name shows its id."""
    parameter = found.parameter
    question = parameter.question
    return ChangeRow(
        label=scales.get(parameter.id, parameter.id) if question is None else title_of(question, language),
        change=found.change,
        bottom=_number(parameter.bottom),
        top=_number(parameter.top),
        points=all(item.kind == "scale" for item in parameter.items),
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))

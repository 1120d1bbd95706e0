"""Scores of scales: satisfaction and the like.

Rules (docs/questionnaires.md#rules): a reversed item is turned within its ends before scoring; a scale of
which more than a fifth of the items is missing gives no score, nothing is imputed; satisfied = the mean of
the satisfaction items is at least the programme's threshold (7 of 10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.definition import Definition, Question
from surveys.path import Answers, Context, on_path

RULE_VERSION = 1
"""Kept with every report, so that a figure can be recomputed as it was."""
SATISFACTION = "satisfaction"
THRESHOLD = 7.0
MISSING_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Score:
    """One person's score on one scale: `answered` of `asked` items; mean and total are None if too many are
    missing (a total: if any is)."""

    measure: str
    asked: int
    answered: int
    mean: float | None
    total: int | None


def item_value(question: Question, value: int) -> int:
    """An answer as it counts: a reversed item is turned, 2 of 1–10 becoming 9."""
    if not question.reversed:
        return value
    return int(question.minimum or 0) + int(question.maximum or 0) - value


def score(definition: Definition, answers: Answers, context: Context, measure: str = SATISFACTION) -> Score:
    """The score over the items of `measure` that are on the path; items off it were never asked."""
    items = [question for question in on_path(definition, answers, context) if question.measures == measure]
    return score_items(items, answers, measure)


def score_items(items: Sequence[Question], answers: Answers, measure: str = SATISFACTION) -> Score:
    """The score over given items of one scale. No items give no score."""
    given = [(question, answers.get(question.id)) for question in items]
    values = [item_value(question, value) for question, value in given if isinstance(value, int)]
    enough = bool(values) and len(items) - len(values) <= MISSING_SHARE * len(items)
    return Score(
        measure=measure,
        asked=len(items),
        answered=len(values),
        mean=sum(values) / len(values) if enough else None,
        total=sum(values) if values and len(values) == len(items) else None,
    )


def satisfied(mean: float | None, threshold: float = THRESHOLD) -> bool | None:
    """Whether a mean counts as satisfied; None where there is no score."""
    return None if mean is None else mean >= threshold

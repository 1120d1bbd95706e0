"""The rating gap: mentor and mentee of one mentorship who see it very differently.

The rule (`RULE_VERSION` 1). Common items are the scale questions that both sides' definitions mark `both_sides`, under
the same id and with the same ends, answered by both on their path. A reversed item is turned first, as in scoring. The
difference on an item is taken without its sign and brought to a scale of 1–10, so that a 1–5 item weighs no less; the
gap is the mean of these. From 3 points on it is wide.

Without its sign, since the gap asks whether the two see the same relationship: one side's «trust 9, joint work 3»
against «trust 3, joint work 9» is the widest of gaps, though both sides' means are 6. One item alone is no ground: two
are needed. A gap says nothing of either's answers but how far apart they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from surveys.definition import Definition, Question
from surveys.path import Answers
from surveys.scoring import item_value

RULE_VERSION = 1
WIDE = 3.0
"""Points of 1–10 from which a gap is wide."""
LEAST_ITEMS = 2
_STEPS = 9
"""Steps from 1 to 10."""
_EXACT = 9
"""Digits after the comma that count: 3 points must be 3, however thirds of them were added."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How far apart two sides are: the ids of the common items both answered, the mean difference in points of 1–10."""

    items: tuple[str, ...]
    size: float

    @property
    def wide(self) -> bool:
        """Whether the curator is to be told."""
        return self.size >= WIDE


def common_items(mentor: Definition, mentee: Definition) -> tuple[tuple[Question, Question], ...]:
    """The questions that both sides rate alike, the mentor's beside the mentee's, in the mentor's order."""
    return tuple(_common(mentor, mentee))


def rating_gap(mentor: Definition, given: Answers, mentee: Definition, taken: Answers) -> Gap | None:
    """The gap between a mentor's answers (`given`) and a mentee's (`taken`) of one stage, those on the path only.

    None where they have fewer than two answered items in common. A group or a circle has a gap for each mentee."""
    differences = {
        ours.id: abs(_points(ours, mine) - _points(theirs, yours))
        for ours, theirs in common_items(mentor, mentee)
        if isinstance(mine := given.get(ours.id), int) and isinstance(yours := taken.get(theirs.id), int)
    }
    if len(differences) < LEAST_ITEMS:
        return None
    return Gap(tuple(differences), round(fsum(differences.values()) / len(differences), _EXACT))


def _common(mentor: Definition, mentee: Definition) -> Iterator[tuple[Question, Question]]:
    for ours in mentor.questions:
        theirs = mentee.question(ours.id)
        if theirs is None or not (ours.both_sides and theirs.both_sides):
            continue
        if (ours.minimum, ours.maximum) == (theirs.minimum, theirs.maximum):
            yield ours, theirs


def _points(question: Question, value: int) -> float:
    """How high an answer stands above the low end, in points of 1–10."""
    low, high = int(question.minimum or 0), int(question.maximum or 0)
    return (item_value(question, value) - low) * _STEPS / (high - low)

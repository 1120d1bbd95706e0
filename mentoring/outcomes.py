"""Outcomes of mentees that the curator has entered before the start and after the end, summed up for reports.

Questions: surveys/definitions/outcomes-*.yaml. Marks are of five; the same mentee in the same mentorship is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Answers = Mapping[str, object]


class OutcomeKind(StrEnum):
    """What is told of outcomes; in a programme's file and in the keys of wordings."""

    MARKS = "marks"
    OLYMPIADS = "olympiads"
    EXAMS = "exams"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was entered of one mentee of one mentorship; None: not entered (yet)."""

    before: Answers | None
    after: Answers | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`people`: mentees of whom it is known. `before`, `after`: mean marks, or sums; of exams and the register `after`
    alone: how many have passed all they took, or were taken off it."""

    people: int
    before: float | None
    after: float


_EXAMS = ("exam_vpr", "exam_oge", "exam_ege")


def outcome(kind: OutcomeKind, kept: Iterable[Kept]) -> Outcome | None:
    """The sum of it; None where nothing is known of anybody."""
    match kind:
        case OutcomeKind.MARKS:
            marks = _both("mean_mark", kept)
            many = len(marks)
            return Outcome(many, _sum(a for a, _ in marks) / many, _sum(b for _, b in marks) / many) if many else None
        case OutcomeKind.OLYMPIADS:
            counts = _both("olympiads", kept)
            return Outcome(len(counts), _sum(a for a, _ in counts), _sum(b for _, b in counts)) if counts else None
        case OutcomeKind.EXAMS:
            taken = [found for each in kept if (found := _taken(each.after))]
            return Outcome(len(taken), None, sum("failed" not in each for each in taken)) if taken else None
        case OutcomeKind.REGISTER:
            ends = [(each.after or {}).get("taken_off_register") for each in kept]
            known = [end for end in ends if end in ("yes", "no")]
            return Outcome(len(known), None, known.count("yes")) if known else None


def _both(question: str, kept: Iterable[Kept]) -> list[tuple[Decimal, Decimal]]:
    """Numbers that are known of both ends."""
    ends = [((each.before or {}).get(question), (each.after or {}).get(question)) for each in kept]
    return [(Decimal(str(a)), Decimal(str(b))) for a, b in ends if a is not None and b is not None]


def _taken(after: Answers | None) -> set[object]:
    return {(after or {}).get(name) for name in _EXAMS} & {"passed", "failed"}


def _sum(numbers: Iterable[Decimal]) -> float:
    return float(sum(numbers, Decimal()))

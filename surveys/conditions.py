"""Conditions under which a question is asked, as a tree, and whether they hold.

A comparison with something unanswered or unknown is false, `!=` and `not in` too.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Scalar = str | int | bool | Decimal | date
Comparable = Scalar | tuple[Scalar, ...]
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AnswerOf:
    """The answer to an earlier question; `kind` says how the stored value is compared."""

    question: str
    kind: str


@dataclass(frozen=True, slots=True)
class FactOf:
    """A fact known about the person or the occasion."""

    name: str


@dataclass(frozen=True, slots=True)
class AgeOf:
    """Full years from the date answered to a question until today."""

    question: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the condition."""

    value: Comparable


Operand = AnswerOf | FactOf | AgeOf | Literal


@dataclass(frozen=True, slots=True)
class Compare:
    left: Operand
    sign: str
    right: Operand


@dataclass(frozen=True, slots=True)
class Truth:
    """A bare name: a consent given, a fact that is true, anything else answered and not empty."""

    operand: Operand


@dataclass(frozen=True, slots=True)
class Answered:
    question: str


@dataclass(frozen=True, slots=True)
class Not:
    inner: Condition


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Condition, ...]


Condition = Compare | Truth | Answered | Not | And | Or


def full_years(birth: date, today: date) -> int:
    """Age in full years; who was born on 29 February turns a year older on 1 March of a common year."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def comparable(kind: str, value: object) -> Comparable | None:
    """A stored answer as conditions compare it (see docs/contracts.md, «Values as stored»)."""
    if kind == "date":
        return date.fromisoformat(str(value))
    if kind == "multi" and isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    if kind == "number" and isinstance(value, str):
        return Decimal(value)
    if kind == "consent" and isinstance(value, Mapping):
        return "given" if value.get("given") else "refused"
    return value if isinstance(value, str | int) else str(value)


def holds(condition: Condition, answers: Mapping[str, object], facts: Facts, today: date) -> bool:
    """Whether a condition is true. `answers` are those on the path so far, as stored."""
    match condition:
        case And(parts):
            return all(holds(part, answers, facts, today) for part in parts)
        case Or(parts):
            return any(holds(part, answers, facts, today) for part in parts)
        case Not(inner):
            return not holds(inner, answers, facts, today)
        case Answered(question):
            return question in answers
        case Truth(operand):
            value = _value(operand, answers, facts, today)
            return bool(value) and value != "refused"
        case Compare(left, sign, right):
            return _compare(sign, _value(left, answers, facts, today), _value(right, answers, facts, today))


def _value(operand: Operand, answers: Mapping[str, object], facts: Facts, today: date) -> Comparable | None:
    match operand:
        case Literal(value):
            return value
        case AnswerOf(question, kind):
            return comparable(kind, answers[question]) if question in answers else None
        case AgeOf(question):
            return full_years(date.fromisoformat(str(answers[question])), today) if question in answers else None
        case FactOf(name):
            return _fact(facts.get(name))


def _fact(value: object) -> Comparable | None:
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(value)
    return value if isinstance(value, str | int | Decimal | date) else None


_SIGNS: dict[str, Callable[[Any, Any], object]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda left, right: isinstance(right, tuple) and left in right,
    "not in": lambda left, right: isinstance(right, tuple) and left not in right,
    "has": lambda left, right: isinstance(left, tuple) and right in left,
}


def _compare(sign: str, left: Comparable | None, right: Comparable | None) -> bool:
    if left is None or right is None:
        return False
    try:
        return bool(_SIGNS[sign](left, right))
    except TypeError:  # a fact of another type than the one it is compared with: neither smaller nor greater
        return False


def comparisons(condition: Condition) -> Iterator[Compare]:
    """Every comparison of a condition, for checks at load."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from comparisons(part)
        case Not(inner):
            yield from comparisons(inner)
        case Compare():
            yield condition
        case Truth() | Answered():
            return


def operands(condition: Condition) -> Iterator[Operand]:
    """Everything a condition looks at, for checks at load."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from operands(part)
        case Not(inner):
            yield from operands(inner)
        case Compare(left, _, right):
            yield from (left, right)
        case Truth(operand):
            yield operand
        case Answered():
            return

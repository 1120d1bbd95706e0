"""Whether a condition holds, given answers, facts and the day.

A condition under which a question is asked must hold: a comparison with something unanswered or unknown is false there,
`!=` and `not in` too. One on an answer must not be broken: a comparison with something unanswered breaks nothing, or
nobody could get past a question that looks back at one they skipped.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from surveys.conditions import (
    AgeOf,
    And,
    Answered,
    AnswerOf,
    Arithmetic,
    Comparable,
    Compare,
    Condition,
    CountOf,
    FactOf,
    LengthOf,
    Literal,
    Matches,
    Not,
    Operand,
    Or,
    Span,
    Today,
    Truth,
)
from surveys.days import full_years, shifted
from surveys.patterns import compiled

Facts = Mapping[str, object]


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
    return _World(answers, facts, today, unknown=False).judge(condition) is True


def broken(condition: Condition, answers: Mapping[str, object], facts: Facts, today: date) -> bool:
    """Whether a condition on an answer is false, all that it depends on being known. The value being given stands
    among the `answers` under the name `answer`."""
    return _World(answers, facts, today, unknown=None).judge(condition) is False


@dataclass(frozen=True, slots=True)
class _World:
    """What is known; `unknown` is the outcome of a comparison with what is not: false, or neither true nor false."""

    answers: Mapping[str, object]
    facts: Facts
    today: date
    unknown: bool | None

    def judge(self, condition: Condition) -> bool | None:
        match condition:
            case And(parts):
                return self._first(False, parts)
            case Or(parts):
                return self._first(True, parts)
            case Not(inner):
                outcome = self.judge(inner)
                return None if outcome is None else not outcome
            case Answered(question):
                return question in self.answers
            case Truth(operand):
                value = self.value(operand)
                return self.unknown if value is None else bool(value) and value != "refused"
            case Matches(question, pattern):
                text = self.answers.get(question)
                return compiled(pattern).matches(text) if isinstance(text, str) else self.unknown
            case Compare(left, sign, right):
                return self._compared(self.value(left), sign, self.value(right))

    def _first(self, deciding: bool, parts: tuple[Condition, ...]) -> bool | None:
        """One false part makes an `and` false, one true part an `or` true; else what is unknown leaves it open."""
        open_ = False
        for part in parts:
            outcome = self.judge(part)
            if outcome is deciding:
                return deciding
            open_ = open_ or outcome is None
        return None if open_ else not deciding

    def _compared(self, left: Comparable | None, sign: str, right: Comparable | None) -> bool | None:
        if left is None or right is None:
            return self.unknown
        try:
            return bool(_SIGNS[sign](left, right))
        except TypeError:  # a fact of another type than the one it is compared with: neither smaller nor greater
            return self.unknown

    def value(self, operand: Operand) -> Comparable | None:
        match operand:
            case Literal(value):
                return value
            case Today():
                return self.today
            case FactOf(name):
                return _fact(self.facts.get(name))
            case Arithmetic(left, sign, right):
                return _reckoned(self.value(left), sign, self.value(right))
            case AnswerOf(question) | AgeOf(question) | CountOf(question) | LengthOf(question):
                return self._of_answer(operand, self.answers[question]) if question in self.answers else None

    def _of_answer(self, operand: AnswerOf | AgeOf | CountOf | LengthOf, given: object) -> Comparable | None:
        match operand:
            case AnswerOf(_, kind):
                return comparable(kind, given)
            case AgeOf():
                return full_years(date.fromisoformat(str(given)), self.today)
            case CountOf():
                return len(given) if isinstance(given, list | tuple) else None
            case LengthOf():
                return len(str(given))


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
_RECKONING: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _reckoned(left: Comparable | None, sign: str, right: Comparable | None) -> Comparable | None:
    """A sum, difference, product or quotient; None where there is none (unanswered, divided by nothing, no numbers)."""
    try:
        if isinstance(left, date) and sign in ("+", "-"):
            return _day(left, sign, right)
        if isinstance(left, bool) or isinstance(right, bool):
            return None
        if isinstance(left, int | Decimal) and isinstance(right, int | Decimal):
            return _RECKONING[sign](Decimal(left), Decimal(right))
    except (ArithmeticError, ValueError):
        return None
    return None


def _day(left: date, sign: str, right: Comparable | None) -> Comparable | None:
    turn = 1 if sign == "+" else -1
    match right:
        case Span(amount, unit):
            return shifted(left, amount * turn, unit)
        case date() if sign == "-":
            return (left - right).days
        case int() | Decimal() if not isinstance(right, bool) and right == int(right):
            return shifted(left, int(right) * turn, "d")
    return None

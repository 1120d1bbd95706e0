"""Conditions as a tree: under which a question is asked, and which its answer must meet.

surveys/condition_parser.py reads them, surveys/judging.py judges them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ANSWER = "answer"
"""The name of the value being given, in a condition on an answer."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, weeks, months or years: `5y`, `2w`."""

    amount: int
    unit: str


Scalar = str | int | bool | Decimal | date | Span
Comparable = Scalar | tuple[Scalar, ...]


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
class CountOf:
    """How many are chosen in a multiple choice."""

    question: str


@dataclass(frozen=True, slots=True)
class LengthOf:
    """How many characters a text has."""

    question: str


@dataclass(frozen=True, slots=True)
class Today:
    """The day it is for the person who answers."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the condition."""

    value: Comparable


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`+ - * /` of two values: numbers, or a date and days or a span, or two dates (the days between)."""

    left: Operand
    sign: str
    right: Operand


Operand = AnswerOf | FactOf | AgeOf | CountOf | LengthOf | Today | Literal | Arithmetic


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
class Matches:
    """A text that is of a pattern (surveys/patterns.py) from its beginning to its end."""

    question: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Not:
    inner: Condition


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Condition, ...]


Condition = Compare | Truth | Answered | Matches | Not | And | Or


def leaves(condition: Condition) -> Iterator[Compare | Truth | Answered | Matches]:
    """The statements a condition is joined of, for checks at load."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(inner):
            yield from leaves(inner)
        case _:
            yield condition


def operands(condition: Condition) -> Iterator[Operand]:
    """Everything a condition looks at, for checks at load."""
    for leaf in leaves(condition):
        match leaf:
            case Compare(left, _, right):
                yield from _within(left)
                yield from _within(right)
            case Truth(operand):
                yield from _within(operand)
            case Answered() | Matches():
                continue


def _within(operand: Operand) -> Iterator[Operand]:
    yield operand
    if isinstance(operand, Arithmetic):
        yield from _within(operand.left)
        yield from _within(operand.right)


def names(condition: Condition) -> frozenset[str]:
    """The questions a condition looks at (`answer` among them, if it does)."""
    found = {leaf.question for leaf in leaves(condition) if isinstance(leaf, Answered | Matches)}
    for operand in operands(condition):
        if isinstance(operand, AnswerOf | AgeOf | CountOf | LengthOf):
            found.add(operand.question)
    return frozenset(found)

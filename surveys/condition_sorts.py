"""What sort of value each side of a comparison has, and which comparisons can never hold: checked at load."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf

from surveys.conditions import (
    AgeOf,
    AnswerOf,
    Arithmetic,
    Compare,
    CountOf,
    FactOf,
    LengthOf,
    Literal,
    Operand,
    Scalar,
    Span,
    Today,
)
from surveys.definition import TIME, Question
from surveys.suggest import did_you_mean

Sort = OneOf["number", "date", "time", "span", "choice", "multi", "text", "consent", "fact", "other"]
"""`fact`: known only when it is asked."""

_OF_KIND: Mapping[str, Sort] = {
    "scale": "number", "number": "number", "date": "date", "time": "time", "single": "choice", "pick": "choice",
    "multi": "multi", "text": "text", "contact": "text", "consent": "consent",
}  # fmt: skip
_ORDERED: frozenset[Sort] = frozenset({"number", "date", "time", "fact"})
_EXAMPLES: Mapping[Sort, tuple[str, str]] = {
    "number": ("a number", "compare it with a number"),
    "date": ("a date", "write a date like 2026-09-01 or `today - 5y`, or use age(…)"),
    "time": ("a time", "write a time like 15:30"),
}


def sort_of(operand: Operand) -> Sort:
    """What sort of value an operand has."""
    match operand:
        case AnswerOf(_, kind):
            return _OF_KIND.get(kind, "other")
        case AgeOf() | CountOf() | LengthOf():
            return "number"
        case Today():
            return "date"
        case FactOf():
            return "fact"
        case Arithmetic():
            return reckoned_sort(operand) or "other"
        case Literal(value):
            return "other" if isinstance(value, tuple) else _sort_of_value(value)


def _sort_of_value(value: Scalar) -> Sort:
    match value:
        case bool():
            return "other"
        case int() | Decimal():
            return "number"
        case date():
            return "date"
        case Span():
            return "span"
    return "time" if TIME.fullmatch(value) else "text"


def reckoned_sort(made: Arithmetic) -> Sort | None:
    """What comes of a sum, difference, product or quotient; None for what cannot be reckoned."""
    left, right = sort_of(made.left), sort_of(made.right)
    match left, made.sign, right:
        case ("number", _, "number"):
            return "number"
        case ("date", "-", "date"):
            return "number"
        case ("date", "+" | "-", "number" | "span"):
            return "date"
        case ("fact", "+" | "-", "span"):
            return "date"
        case ("fact", _, "number" | "fact") | ("number", _, "fact") | ("date", "-" | "+", "fact"):
            return "fact"
        case ("fact", "-", "date"):
            return "number"
    return None


def misfit(comparison: Compare, asked: Mapping[str, Question]) -> tuple[str, str] | None:
    """Why the two sides of a comparison can never meet, and the remedy; None if they can. `asked` are the questions
    that may be named."""
    left, sign, right = comparison.left, comparison.sign, comparison.right
    listed = isinstance(right, Literal) and isinstance(right.value, tuple)
    if isinstance(right, Literal) and (sign in ("in", "not in")) != listed:
        return (f"«{sign}» does not go with that", "`in` takes a [list], the other signs take one value")
    sort, name = sort_of(left), _name(left)
    if sort == "fact":
        return None
    if (sign == "has") != (sort == "multi"):
        return (f"«{sign}» does not go with {name}", "`has` is for multi, and multi takes `has`")
    if sign in ("<", "<=", ">", ">=") and sort not in _ORDERED:
        return (f"{name} has no order", "use ==, != or in")
    if isinstance(right, Literal):
        values = right.value if isinstance(right.value, tuple) else (right.value,)
        return _misfit_values(left, sort, values, asked)
    return _misfit_sorts(name, sort, sort_of(right), sign)


def _misfit_values(
    left: Operand, sort: Sort, values: tuple[Scalar, ...], asked: Mapping[str, Question]
) -> tuple[str, str] | None:
    """Values written behind the sign that the left side never has."""
    if sort in _EXAMPLES:
        fit = all(_sort_of_value(value) == sort for value in values)
        return None if fit else (f"{_name(left)} is {_EXAMPLES[sort][0]}", _EXAMPLES[sort][1])
    if not isinstance(left, AnswerOf):
        return None
    question = asked.get(left.question)
    options = [option.id for option in question.options] if question is not None else []
    known = ["given", "refused"] if sort == "consent" else options
    for value in values if known else ():
        if str(value) not in known:
            advice = did_you_mean(str(value), known, f"use one of: {', '.join(known)}")
            return (f"{left.question} has no option «{value}»", advice)
    return None


def _misfit_sorts(name: str, left: Sort, right: Sort, sign: str) -> tuple[str, str] | None:
    """Two sides that are both known only when it is asked."""
    if right == "fact" or (left == "multi" and right == "choice"):
        return None
    if sign in ("in", "not in"):
        return (f"«{sign}» does not go with that", "`in` takes a [list] or a fact that is one")
    if left != right or left in ("multi", "other"):
        return (f"{name} is never the same as what it is compared with", "compare two numbers, two dates or two texts")
    return None


def _name(operand: Operand) -> str:
    """How an error calls an operand."""
    match operand:
        case AnswerOf(question, kind):
            return f"{question} ({kind})"
        case AgeOf(question):
            return f"age({question})"
        case CountOf(question):
            return f"count({question})"
        case LengthOf(question):
            return f"length({question})"
        case Today():
            return "today"
    return "what was reckoned"

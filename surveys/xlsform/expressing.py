"""Our conditions as expressions of XLSForm, for other programmes that read the file.

What XLSForm cannot say (facts, spans of months) gives None; the exact condition then stands in a column of our own.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from surveys.conditions import (
    ANSWER,
    AgeOf,
    And,
    Answered,
    AnswerOf,
    Arithmetic,
    Compare,
    Condition,
    CountOf,
    LengthOf,
    Literal,
    Matches,
    Not,
    Operand,
    Or,
    Scalar,
    Today,
    Truth,
)


class _Unsayable(Exception):
    """XLSForm has no words for it."""


def expression(condition: Condition) -> str | None:
    """The expression that holds when the condition does; None if there is none."""
    try:
        return _said(condition)
    except _Unsayable:
        return None


def _said(condition: Condition) -> str:
    match condition:
        case And(parts):
            return " and ".join(_part(part) for part in parts)
        case Or(parts):
            return " or ".join(_part(part) for part in parts)
        case Not(inner):
            return f"not({_said(inner)})"
        case Answered(question):
            return f"{_name(question)} != ''"
        case Matches(question, pattern):
            return f"regex({_name(question)}, {_quoted(pattern)})"
        case Truth(AnswerOf(question)):
            return f"{_name(question)} != ''"
        case Compare(left, sign, right):
            return _compared(left, sign, right)
    raise _Unsayable


def _part(condition: Condition) -> str:
    return f"({_said(condition)})" if isinstance(condition, And | Or) else _said(condition)


def _name(question: str) -> str:
    return "." if question == ANSWER else f"${{{question}}}"


def _compared(left: Operand, sign: str, right: Operand) -> str:
    if sign == "has" and isinstance(left, AnswerOf):
        return f"selected({_name(left.question)}, {_operand(right)})"
    if sign == "in" and isinstance(left, AnswerOf):
        return f"selected({_list(right)}, {_name(left.question)})"
    if sign == "!=" and isinstance(left, AnswerOf):
        return f"{_name(left.question)} != '' and {_name(left.question)} != {_operand(right)}"
    if sign not in ("==", "!=", "<", "<=", ">", ">="):
        raise _Unsayable
    return f"{_operand(left)} {'=' if sign == '==' else sign} {_operand(right)}"


def _list(right: Operand) -> str:
    """The list of `in` as XLSForm keeps several values: one text, parted by spaces."""
    values = right.value if isinstance(right, Literal) and isinstance(right.value, tuple) else ()
    words = [_scalar(value).strip("'\"") for value in values if not isinstance(value, date)]
    if not words or len(words) != len(values) or any(not word or " " in word for word in words):
        raise _Unsayable
    return _quoted(" ".join(words))


def _operand(operand: Operand) -> str:
    match operand:
        case AnswerOf(question):
            return _name(question)
        case AgeOf(question):
            return f"int((today() - {_name(question)}) div 365.25)"
        case CountOf(question):
            return f"count-selected({_name(question)})"
        case LengthOf(question):
            return f"string-length({_name(question)})"
        case Today():
            return "today()"
        case Arithmetic(left, sign, right):
            return f"{_factor(left)} {'div' if sign == '/' else sign} {_factor(right)}"
        case Literal(value) if not isinstance(value, tuple):
            return _scalar(value)
    raise _Unsayable


def _factor(operand: Operand) -> str:
    return f"({_operand(operand)})" if isinstance(operand, Arithmetic) else _operand(operand)


def _scalar(value: Scalar) -> str:
    match value:
        case bool():
            raise _Unsayable
        case int() | Decimal():
            return str(value)
        case str():
            return _quoted(value)
        case date():
            return f"date('{value.isoformat()}')"
    raise _Unsayable


def _quoted(text: str) -> str:
    if "'" in text and '"' in text:
        raise _Unsayable
    return f'"{text}"' if "'" in text else f"'{text}'"

"""The columns of our own: what XLSForm has no word for. Every other programme passes over them.

`bot_when` and `bot_valid` stand beside `relevant` and `constraint` where those cannot say a condition exactly; they are
believed only while the two still say the same, so that an edit of one of them is never lost.
"""

from __future__ import annotations

from surveys.condition_parser import ConditionError, parse
from surveys.xlsform.bounds import Bounds, read_constraint
from surveys.xlsform.errors import Problem
from surveys.xlsform.expressing import expression
from surveys.xlsform.expressions import read_expression
from surveys.xlsform.translate import Scope, condition

FLAGS = {"bot_reversed": "reversed", "bot_both_sides": "both_sides", "bot_sensitive": "sensitive"}
WORDS = {
    "bot_measures": "measures",
    "bot_must_be": "must_be",
    "bot_min": "min",
    "bot_max": "max",
    "bot_likely": "likely",
}
SHORT, WHEN, VALID, QUICK, FROM, DECIMALS, EXCLUSIVE = (
    "bot_short", "bot_when", "bot_valid", "bot_quick", "bot_from", "bot_decimals", "bot_exclusive",
)  # fmt: skip
COLUMNS = (SHORT, WHEN, VALID, *WORDS, DECIMALS, *FLAGS, QUICK, FROM)
DECIMALS_UNLESS_TOLD = 4
"""Digits after the comma that a `decimal` takes."""


def read_when(relevant: str, own: str, scope: Scope) -> str | None:
    """The condition a question is asked under. Raises Problem."""
    if own:
        if (_expressed(own, scope) or "") != relevant:
            raise Problem("own-differs", own=WHEN, other="relevant")
        return own
    return condition(read_expression(relevant), scope) if relevant else None


def read_valid(constraint: str, own: str, scope: Scope, whole: bool) -> tuple[Bounds, str | None]:
    """The bounds of an answer and the condition on it. Raises Problem."""
    if not own:
        return read_constraint(constraint, scope, whole) if constraint else ({}, None)
    expressed = _expressed(own, scope)
    tail = f"({expressed})" if expressed is not None else ""
    if not constraint.endswith(tail):
        raise Problem("own-differs", own=VALID, other="constraint")
    rest = constraint.removesuffix(tail).removesuffix(" and ")
    bounds, left = read_constraint(rest, scope, whole) if rest else ({}, None)
    if left is not None:
        raise Problem("own-differs", own=VALID, other="constraint")
    return bounds, own


def _expressed(own: str, scope: Scope) -> str | None:
    try:
        return expression(parse(own, scope.kinds))
    except ConditionError as error:
        raise Problem("condition-bad", words=f"{error.problem}; {error.remedy}") from None

"""A `constraint` as our bounds (`min`, `max`, `min_chosen`, …) and, for what is left of it, our `valid`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from surveys.definition import DateBound, Question
from surveys.xlsform.expressions import Binary, Call, Joined, Node, Number, Ref, Text, read_expression
from surveys.xlsform.translate import Scope, condition

TEXT_MAX = 1000
"""Characters of an answer unless a questionnaire tells; what a definition has without `max`."""
Bound = tuple[str, int | str]
Bounds = dict[str, int | str]
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_MEASURED = {"text": "string-length", "multi": "count-selected"}
_KEYS = {"multi": ("min_chosen", "max_chosen")}


def read_constraint(text: str, scope: Scope, whole: bool) -> tuple[Bounds, str | None]:
    """The bounds a constraint begins with, and the rest of it as a condition. Raises Problem."""
    node = read_expression(text)
    parts = list(node.parts) if isinstance(node, Joined) and node.word == "and" else [node]
    kind = scope.answer.kind if scope.answer is not None else ""
    bounds: Bounds = {}
    while parts:
        found = _bound(parts[0], kind, whole)
        if found is None or found[0] in bounds:
            break
        bounds[found[0]] = found[1]
        parts.pop(0)
    if not parts:
        return bounds, None
    return bounds, condition(parts[0] if len(parts) == 1 else Joined("and", tuple(parts)), scope)


def _bound(node: Node, kind: str, whole: bool) -> Bound | None:
    """What one comparison says about the smallest or the largest answer; None if it says something else."""
    if not isinstance(node, Binary):
        return None
    sign, left, right = node.sign, node.left, node.right
    if isinstance(right, Ref | Call) and not isinstance(left, Ref | Call):
        sign, left, right = _FLIPPED.get(sign, ""), right, left
    if sign not in _FLIPPED:
        return None
    low, high = _KEYS.get(kind, ("min", "max"))
    key = low if sign in (">", ">=") else high
    if kind == "date" and left == Ref(""):
        day = _day(right, {">": 1, "<": -1}.get(sign, 0))
        return None if day is None else (key, day)
    measured = left == Ref("") if kind == "number" else left == Call(_MEASURED.get(kind, ""), (Ref(""),))
    if not measured or not isinstance(right, Number):
        return None
    return _figure(key, sign, right.value, whole or kind != "number", kind)


def _figure(key: str, sign: str, value: str, whole: bool, kind: str) -> Bound | None:
    number = Decimal(value)
    integral = number == number.to_integral_value()
    if sign in ("<", ">"):
        if not (whole and integral):
            return None
        number += 1 if sign == ">" else -1
    if kind in _MEASURED and (not integral or number < 1 or (kind == "text" and key == "min")):
        return None
    return key, int(number) if number == number.to_integral_value() else str(number)


def _day(node: Node, shift: int) -> str | None:
    """A day as a definition writes it: `today - 5d`, `2026-09-01`."""
    match node:
        case Call("today" | "now", ()):
            return _shifted("today", shift)
        case Binary("+" | "-" as sign, Call("today" | "now", ()), Number(days)) if days.isdigit():
            return _shifted("today", int(days) * (1 if sign == "+" else -1) + shift)
        case Text(value) | Call("date", (Text(value),)):
            return _shifted(value[:10], shift) if _is_day(value[:10]) else None
    return None


def _shifted(base: str, days: int) -> str | None:
    if abs(days) > 999:
        return None
    return base if not days else f"{base} {'+' if days > 0 else '-'} {abs(days)}d"


def _is_day(value: str) -> bool:
    try:
        return DateBound.parse(value).base is not None
    except ValueError:
        return False


def bound_parts(question: Question) -> tuple[list[str], dict[str, str]]:
    """The comparisons that say a question's bounds, and the columns of our own for what XLSForm cannot say."""
    match question.kind:
        case "number":
            return _parts(".", (">=", question.minimum), ("<=", question.maximum)), {}
        case "text":
            longest = None if question.maximum == TEXT_MAX else question.maximum
            return _parts("string-length(.)", ("<=", longest)), {}
        case "multi":
            least = None if question.min_chosen == 1 else question.min_chosen
            return _parts("count-selected(.)", (">=", least), ("<=", question.max_chosen)), {}
        case "date":
            return _date_parts(question)
        case "time":
            return [], {key: at for key, at in (("bot_min", question.opens), ("bot_max", question.closes)) if at}
    return [], {}


def _parts(what: str, *bounds: tuple[str, int | Decimal | None]) -> list[str]:
    return [f"{what} {sign} {value}" for sign, value in bounds if value is not None]


def _date_parts(question: Question) -> tuple[list[str], dict[str, str]]:
    parts: list[str] = []
    own: dict[str, str] = {}
    sides: Sequence[tuple[str, str, DateBound | None]] = (
        ("bot_min", ">=", question.earliest),
        ("bot_max", "<=", question.latest),
    )
    for column, sign, bound in sides:
        if bound is None:
            continue
        plain = DateBound.parse(_bound_text(bound)) == bound and bound.unit == "d"
        if plain and bound.base is None:
            shift = f" {'-' if bound.amount < 0 else '+'} {abs(bound.amount)}" if bound.amount else ""
            parts.append(f". {sign} today(){shift}")
        elif plain and bound.base is not None and not bound.amount:
            parts.append(f". {sign} date('{bound.base.isoformat()}')")
        else:
            own[column] = _bound_text(bound)
    return parts, own


def _bound_text(bound: DateBound) -> str:
    base = "today" if bound.base is None else bound.base.isoformat()
    return f"{base} {'-' if bound.amount < 0 else '+'} {abs(bound.amount)}{bound.unit}"


def day_text(bound: DateBound) -> str:
    """A day as a definition writes it, without `+ 0d`."""
    text = _bound_text(bound)
    return text.removesuffix(" + 0d")

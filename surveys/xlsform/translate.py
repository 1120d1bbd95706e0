"""Expressions of XLSForm in the words of our conditions.

XLSForm takes what is unanswered for an empty text, our conditions leave it unknown; where that makes a difference
(`!= 'x'`, `= ''`, `count-selected(…) < 3`) the condition is written so that it means what XLSForm means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from surveys.condition_parser import ConditionError, parse
from surveys.condition_sorts import misfit
from surveys.conditions import ANSWER, Compare, leaves, names
from surveys.xlsform.errors import Problem
from surveys.xlsform.expressions import COMPARING, Binary, Call, Joined, Node, Number, Ref, Text

_FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS = {"=": "==", "div": "/"}
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?.*)?")
_CLOCK = re.compile(r"(\d{1,2}:\d{2})(?::00(?:\.0+)?)?.*")
_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
_SAME = frozenset({"number", "string", "date"})
"""Functions that change how a value is kept, not what it says."""
_WHOLE = frozenset({"int", "floor"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question an expression may name: its id here, its kind, its options by their names in the file."""

    id: str
    kind: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may name: the questions before it by their names in the file, and `.` in a constraint.

    `others`: names that stand in the file but may not be named here, with the code that says why. `own`: the name of
    the question that asks."""

    earlier: Mapping[str, Asked]
    answer: Asked | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    own: str = ""

    def asked(self, name: str) -> Asked:
        """The question of a name. Raises Problem."""
        if not name:
            if self.answer is None:
                raise Problem("dot-outside")
            return Asked(ANSWER, self.answer.kind, self.answer.options)
        if name not in self.earlier:
            raise Problem(self.others.get(name, "reference-unknown"), name=name, own=self.own)
        return self.earlier[name]

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds of all that may be named, by our ids."""
        found = {asked.id: asked.kind for asked in self.earlier.values()}
        return found if self.answer is None else {**found, ANSWER: self.answer.kind}


def condition(node: Node, scope: Scope) -> str:
    """The condition that says what an expression says, checked by our own parser. Raises Problem."""
    text = _said(node, scope)
    try:
        tree = parse(text, scope.kinds)
    except ConditionError as error:
        raise Problem("condition-bad", words=f"{error.problem}; {error.remedy}") from None
    for leaf in leaves(tree):
        wrong = misfit(leaf, {}) if isinstance(leaf, Compare) else None
        if wrong is not None:
            raise Problem("condition-bad", words="; ".join(wrong))
    if scope.answer is not None and ANSWER not in names(tree):
        return f"({text}) and answered({ANSWER})"  # a constraint that only looks at other answers
    return text


def _said(node: Node, scope: Scope) -> str:
    match node:
        case Joined(word, parts):
            return f" {word} ".join(
                f"({_said(part, scope)})" if isinstance(part, Joined) else _said(part, scope) for part in parts
            )
        case Binary(sign, left, right) if sign in COMPARING:
            return _compared(sign, left, right, scope)
        case Call("not", (inner,)):
            text = _said(inner, scope)
            return f"not ({text})" if isinstance(inner, Joined) or text.startswith("(") else f"not {text}"
        case Call("selected", (where, what)):
            return _selected(where, what, scope)
        case Call("regex", (Ref(name), Text(pattern))):
            asked = scope.asked(name)
            if asked.kind != "text":
                raise Problem("pattern-kind", name=name or ".")
            return f"matches({asked.id}, {_quoted(pattern)})"
        case Ref(name):
            return f"answered({scope.asked(name).id})"
        case Call("true" | "false", ()) | Number() | Text():
            raise Problem("condition-constant")
        case Call(name):
            raise Problem("function-unknown", name=f"{name}()")
    raise Problem("condition-constant")


def _quoted(text: str) -> str:
    if "'" in text and '"' in text:
        raise Problem("quotes")
    return f'"{text}"' if "'" in text else f"'{text}'"


def _selected(where: Node, what: Node, scope: Scope) -> str:
    match where, what:
        case Ref(name), Text() | Number():
            asked = scope.asked(name)
            sign = {"multi": "has", "single": "=="}.get(asked.kind)
            if sign is None:
                raise Problem("selected-kind", name=name)
            return f"{asked.id} {sign} {_value(asked, what.value, name)}"
        case Ref(name), Ref(other):
            return f"{scope.asked(name).id} has {{{scope.asked(other).id}}}"
        case Text(listed), Ref(name):
            asked = scope.asked(name)
            return f"{asked.id} in [{', '.join(_value(asked, value, name) for value in listed.split())}]"
    raise Problem("function-unknown", name="selected()")


def _compared(sign: str, left: Node, right: Node, scope: Scope) -> str:
    if isinstance(left, Text | Number):
        if isinstance(right, Text | Number):
            raise Problem("condition-constant")
        return _compared(_FLIPPED[sign], right, left, scope)
    match left, right:
        case Ref(name), Text(""):
            return _answered(sign, scope.asked(name))
        case Call("string-length", (Ref(name),)), Number(figure):
            return _counted("length", sign, scope.asked(name), figure, name, scope)
        case Call("count-selected", (Ref(name),)), Number(figure):
            return _counted("count", sign, scope.asked(name), figure, name, scope)
        case Ref(name), Text(value) | Number(value):
            return _with_value(sign, scope.asked(name), value, name, scope)
        case Call(name, (inner,)), Number(figure) if name in _WHOLE and figure.isdigit():
            return _whole(sign, inner, int(figure), scope)
    text = f"{_operand(left, scope)} {_SIGNS.get(sign, '!=' if sign == '!=' else sign)} {_operand(right, scope)}"
    return _unless(sign, text, scope)


def _unless(sign: str, text: str, scope: Scope) -> str:
    """`!=` is true of what is unanswered in XLSForm; under a condition on an answer it breaks nothing anyway."""
    if sign != "!=" or scope.answer is not None:
        return text
    return f"not {text.replace(' != ', ' == ', 1)}"


def _answered(sign: str, asked: Asked) -> str:
    if sign not in ("=", "!="):
        raise Problem("condition-constant")
    return f"answered({asked.id})" if sign == "!=" else f"not answered({asked.id})"


def _counted(function: str, sign: str, asked: Asked, figure: str, name: str, scope: Scope) -> str:
    """`string-length(…)` and `count-selected(…)`: nothing answered counts as 0 in XLSForm."""
    if (sign, figure) in ((">", "0"), ("!=", "0"), (">=", "1")):
        return f"answered({asked.id})"
    if (sign, figure) in (("=", "0"), ("<", "1"), ("<=", "0")):
        return f"not answered({asked.id})"
    if asked.kind != {"length": "text", "count": "multi"}[function]:
        raise Problem(f"{function}-kind", name=name or ".")
    text = f"{function}({asked.id}) {_SIGNS.get(sign, sign)} {figure}"
    if scope.answer is not None or sign not in ("<", "<=", "!="):
        return text
    return f"(not answered({asked.id}) or {text})"


def _with_value(sign: str, asked: Asked, value: str, name: str, scope: Scope) -> str:
    written = _value(asked, value, name)
    if asked.kind != "multi":
        return _unless(sign, f"{asked.id} {_SIGNS.get(sign, sign)} {written}", scope)
    if sign not in ("=", "!="):
        raise Problem("no-order", name=name or ".")
    text = f"{asked.id} has {written} and count({asked.id}) == 1"
    return f"({text})" if sign == "=" else f"not ({text})"


def _value(asked: Asked, value: str, name: str) -> str:
    """A value as our conditions write it beside a question of a kind. Raises Problem if the question never has it."""
    match asked.kind:
        case "single" | "multi":
            if asked.options and value not in asked.options:
                raise Problem("option-unknown", name=name or ".", value=value, options=", ".join(asked.options)[:200])
            return _quoted(asked.options.get(value, value))
        case "scale" | "number":
            if not _FIGURE.fullmatch(value):
                raise Problem("number-expected", name=name or ".", value=value)
            return value
        case "date":
            return _day(value)
        case "time":
            found = _CLOCK.fullmatch(value)
            if found is None:
                raise Problem("time-expected", name=name or ".", value=value)
            return _quoted(found[1].zfill(5))
    return _quoted(value)


def _day(value: str) -> str:
    found = _ISO.fullmatch(value)
    try:
        return date.fromisoformat(found[1] if found else value).isoformat()
    except ValueError:
        raise Problem("date-expected", value=value) from None


def _whole(sign: str, inner: Node, figure: int, scope: Scope) -> str:
    """`int(x)` beside a whole number says where x itself lies."""
    if sign in ("=", "!="):
        text = f"{_operand(inner, scope)} >= {figure} and {_operand(inner, scope)} < {figure + 1}"
        return f"({text})" if sign == "=" else f"not ({text})"
    above = {">": (">=", 1), "<=": ("<", 1)}
    plain, more = above.get(sign, (sign, 0))
    return f"{_operand(inner, scope)} {plain} {figure + more}"


def _operand(node: Node, scope: Scope) -> str:
    """A value that is reckoned when it is asked: braces tell a question from a word."""
    match node:
        case Ref(name):
            return f"{{{scope.asked(name).id}}}"
        case Number(value):
            return value
        case Text(value) if _ISO.fullmatch(value):
            return _day(value)
        case Call("today" | "now", ()):
            return "today"
        case Call("string-length", (Ref(name),)):
            return f"length({scope.asked(name).id})"
        case Call("count-selected", (Ref(name),)):
            return f"count({scope.asked(name).id})"
        case Call(name, (inner,)) if name in _SAME:
            return _operand(inner, scope)
        case Binary(sign, left, right) if sign in ("+", "-", "*", "div"):
            return f"{_factor(left, scope)} {_SIGNS.get(sign, sign)} {_factor(right, scope)}"
        case Binary("mod"):
            raise Problem("function-unknown", name="mod")
        case Call(name):
            raise Problem("function-unknown", name=f"{name}()")
        case Text(value):
            return _quoted(value)
    raise Problem("condition-constant")


def _factor(node: Node, scope: Scope) -> str:
    text = _operand(node, scope)
    return f"({text})" if isinstance(node, Binary) else text

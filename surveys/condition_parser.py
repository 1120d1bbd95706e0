"""Reads the condition of a question, once, at load.

    category == pupil and age(birth) < 18
    areas has sport or mark in [1, 2]
    answered(where) and not fact.minor

The left side of a comparison names an earlier question or a fact (`fact.minor`), or is `age(date question)`;
the right side is a word (an option's id), a number, a date, a 'quoted text', a list of these, or a fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from surveys.conditions import (
    AgeOf,
    And,
    Answered,
    AnswerOf,
    Compare,
    Condition,
    FactOf,
    Literal,
    Not,
    Operand,
    Or,
    Scalar,
    Truth,
)
from surveys.suggest import did_you_mean


class ConditionError(Exception):
    """A condition that cannot be read: what is wrong with it and how to mend it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


_TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<time>\d{1,2}:\d{2})|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<quoted>'[^']*'|\"[^\"]*\")|(?P<sign>[=!<>]=|[<>])|(?P<mark>[()\[\],])|(?P<word>[^\W\d][\w.]*))"
)
_WORDS = frozenset({"and", "or", "not", "in", "has"})


def parse(text: str, kinds: Mapping[str, str]) -> Condition:
    """Read a condition. `kinds` are the questions that come earlier, with their kinds.

    Raises ConditionError."""
    return _Parser(_tokens(text), kinds).whole()


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    text = text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise ConditionError(
                f"cannot read «{text[place:].strip()}» in the condition",
                "write comparisons like `category == pupil and age(birth) < 18`",
            )
        kind, word = match.lastgroup, match[match.lastgroup]
        found.append(("mark" if word in _WORDS else kind, word))
        place = match.end()
    return found


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, tokens: list[tuple[str, str]], kinds: Mapping[str, str]) -> None:
        self._tokens = tokens
        self._kinds = kinds
        self._at = 0

    def whole(self) -> Condition:
        condition = self._any()
        if self._at < len(self._tokens):
            raise ConditionError(f"unexpected «{self._peek()}» in the condition", "join comparisons with `and` or `or`")
        return condition

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *wanted: str) -> bool:
        taken = self._at < len(self._tokens) and self._tokens[self._at] in [("mark", w) for w in wanted]
        self._at += taken
        return taken

    def _demand(self, mark: str) -> None:
        if not self._take(mark):
            found = f"«{self._peek()}»" if self._peek() else "the end"
            raise ConditionError(f"«{mark}» expected, {found} found", f"add the missing «{mark}»")

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise ConditionError("the condition ends too early", "finish the comparison, e.g. `category == pupil`")
        self._at += 1
        return self._tokens[self._at - 1]

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Condition:
        if self._take("not"):
            return Not(self._one())
        if self._take("("):
            inner = self._any()
            self._demand(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Condition:
        kind, word = self._next()
        if kind != "word":
            raise ConditionError(
                f"«{word}» stands where a question or a fact is expected",
                "begin a comparison with a question's id or with fact.NAME",
            )
        if word == "answered" and self._peek() == "(":
            return Answered(self._argument(word))
        left: Operand = AgeOf(self._argument(word)) if word == "age" and self._peek() == "(" else self._name(word)
        if self._at < len(self._tokens) and self._tokens[self._at][0] == "sign":
            return Compare(left, self._next()[1], self._right())
        if self._take("in"):
            return Compare(left, "in", self._right())
        if self._take("has"):
            return Compare(left, "has", self._right())
        if self._take("not"):
            self._demand("in")
            return Compare(left, "not in", self._right())
        return Truth(left)

    def _argument(self, function: str) -> str:
        self._demand("(")
        _, name = self._next()
        self._known(name)
        if function == "age" and self._kinds[name] != "date":
            raise ConditionError(f"age({name}) needs a question of kind date", f"«{name}» is {self._kinds[name]}")
        self._demand(")")
        return name

    def _name(self, word: str) -> Operand:
        if word.startswith("fact."):
            return FactOf(word.removeprefix("fact."))
        self._known(word)
        return AnswerOf(word, self._kinds[word])

    def _known(self, name: str) -> None:
        if name not in self._kinds:
            raise ConditionError(
                f"the condition names «{name}», which is no earlier question",
                did_you_mean(name, self._kinds, "name a question that is asked before this one, or fact.NAME"),
            )

    def _right(self) -> Operand:
        if not self._take("["):
            kind, word = self._next()
            if kind == "word" and word.startswith("fact."):
                return FactOf(word.removeprefix("fact."))
            return Literal(self._literal(kind, word))
        values = [self._literal(*self._next())]
        while self._take(","):
            values.append(self._literal(*self._next()))
        self._demand("]")
        return Literal(tuple(values))

    def _literal(self, kind: str, word: str) -> Scalar:
        match kind:
            case "number":
                return int(word) if "." not in word else Decimal(word)
            case "date":
                try:
                    return date.fromisoformat(word)
                except ValueError:
                    raise ConditionError(f"«{word}» is no date", "write a real date like 2026-09-01") from None
            case "quoted":
                return word[1:-1]
            case "word":
                return {"true": True, "false": False}.get(word, word)
            case "time":
                return word
        raise ConditionError(f"«{word}» stands where a value is expected", "write a word, a number or a [list]")

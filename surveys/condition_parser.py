"""Reads the condition of a question, or on its answer, once, at load.

    category == pupil and age(birth) < 18
    areas has sport or mark in [1, 2]
    answered(where) and not fact.minor
    answer >= today - 5y and answer <= {ends}
    count(areas) + extra <= 3 or matches(answer, "[А-Я]{2}\\d+")

A comparison begins with an earlier question, a fact (`fact.minor`), `today`, `age(…)`, `count(…)`, `length(…)`, or
something reckoned of these with `+ - * /`. Behind the sign a bare word is an option's id or a text, unless the left
side is a number, a date or a time, which no word can be: then it is an earlier question. `{name}` is a question
everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from surveys.condition_sorts import Sort, reckoned_sort, sort_of
from surveys.condition_tokens import RESERVED, ConditionError, Token, tokens
from surveys.conditions import (
    AgeOf,
    And,
    Answered,
    AnswerOf,
    Arithmetic,
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
    Scalar,
    Span,
    Today,
    Truth,
)
from surveys.patterns import PatternError, compiled
from surveys.suggest import did_you_mean

CONDITION_LIMIT = 1000
_DEPTH_LIMIT = 20
_RECKONINGS_LIMIT = 40
_KINDS_OF: Mapping[str, frozenset[str]] = {
    "age": frozenset({"date"}),
    "count": frozenset({"multi"}),
    "length": frozenset({"text"}),
    "matches": frozenset({"text", "contact"}),
}
_NO_ANSWER = frozenset({"note", "wait", "card"})
_NAMES_BEHIND_THE_SIGN: frozenset[Sort] = frozenset({"number", "date", "time"})
_OPERANDS = (AnswerOf, FactOf, AgeOf, CountOf, LengthOf, Today, Literal, Arithmetic)

__all__ = ["CONDITION_LIMIT", "RESERVED", "ConditionError", "parse"]

Piece = Condition | Operand


def parse(text: str, kinds: Mapping[str, str]) -> Condition:
    """Read a condition. `kinds` are the questions it may name, with their kinds.

    Raises ConditionError."""
    if len(text) > CONDITION_LIMIT:
        raise ConditionError(f"the condition has {len(text)} characters", f"shorten it to {CONDITION_LIMIT}")
    return _Parser(tokens(text), kinds).whole()


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, words: list[Token], kinds: Mapping[str, str]) -> None:
        self._tokens = words
        self._kinds = kinds
        self._at = 0
        self._depth = 0
        self._reckonings = 0

    def whole(self) -> Condition:
        condition = self._said(self._any())
        if self._at < len(self._tokens):
            words = "put an option's id that has a «-» or begins with a digit into quotes"
            remedy = words if self._tokens[self._at][0] != "sign" else "compare two things at a time"
            raise ConditionError(
                f"unexpected «{self._peek()}» in the condition", f"join comparisons with `and` or `or`; {remedy}"
            )
        return condition

    def _peek(self, ahead: int = 0) -> str:
        place = self._at + ahead
        return self._tokens[place][1] if place < len(self._tokens) and self._tokens[place][0] != "quoted" else ""

    def _take(self, *wanted: str) -> bool:
        taken = self._at < len(self._tokens) and self._tokens[self._at] in [("mark", w) for w in wanted]
        self._at += taken
        return taken

    def _demand(self, mark: str) -> None:
        if not self._take(mark):
            found = f"«{self._tokens[self._at][1]}»" if self._at < len(self._tokens) else "the end"
            raise ConditionError(f"«{mark}» expected, {found} found", f"add the missing «{mark}»")

    def _next(self) -> Token:
        if self._at >= len(self._tokens):
            raise ConditionError("the condition ends too early", "finish the comparison, e.g. `category == pupil`")
        self._at += 1
        return self._tokens[self._at - 1]

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise ConditionError("the condition is nested too deep", f"use up to {_DEPTH_LIMIT} parentheses and `not`s")

    def _any(self) -> Piece:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(map(self._said, parts)))

    def _all(self) -> Piece:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(map(self._said, parts)))

    def _one(self) -> Piece:
        if self._take("not"):
            self._deeper()
            inner = Not(self._said(self._one()))
            self._depth -= 1
            return inner
        return self._comparison()

    def _said(self, piece: Piece) -> Condition:
        """A piece that must say something: a bare name is true when it is."""
        if isinstance(piece, Literal | Arithmetic | Today):
            raise ConditionError("a bare value says nothing in a condition", "compare it, e.g. `count(areas) + 1 < 4`")
        return Truth(piece) if isinstance(piece, _OPERANDS) else piece

    def _valued(self, piece: Piece) -> Operand:
        """A piece that must have a value, to be compared or reckoned with."""
        if not isinstance(piece, _OPERANDS):
            raise ConditionError("a comparison stands where a value is expected", "join comparisons with `and` or `or`")
        return piece

    def _comparison(self) -> Piece:
        word = self._tokens[self._at][1] if self._at < len(self._tokens) else ""
        left = self._sum()
        compared = self._at < len(self._tokens) and (
            self._tokens[self._at][0] == "sign" or self._tokens[self._at] in [("mark", w) for w in ("in", "has", "not")]
        )
        if not compared:
            return left
        if isinstance(left, Literal):
            raise ConditionError(
                f"«{word}» stands where a question or a fact is expected",
                "begin a comparison with a question's id or with fact.NAME",
            )
        operand = self._valued(left)
        if self._take("in"):
            return Compare(operand, "in", self._right(operand))
        if self._take("has"):
            return Compare(operand, "has", self._right(operand))
        if self._take("not"):
            self._demand("in")
            return Compare(operand, "not in", self._right(operand))
        return Compare(operand, self._next()[1], self._right(operand))

    def _sum(self) -> Piece:
        left = self._product()
        while self._peek() in ("+", "-"):
            left = self._reckoned(left, self._next()[1], self._product())
        return left

    def _product(self) -> Piece:
        left = self._factor()
        while self._peek() in ("*", "/"):
            left = self._reckoned(left, self._next()[1], self._factor())
        return left

    def _reckoned(self, left: Piece, sign: str, right: Piece) -> Operand:
        self._reckonings += 1
        if self._reckonings > _RECKONINGS_LIMIT:
            raise ConditionError("too much is reckoned in the condition", f"use up to {_RECKONINGS_LIMIT} signs")
        made = Arithmetic(self._valued(left), sign, self._valued(right))
        if reckoned_sort(made) is None:
            raise ConditionError(
                f"«{sign}» does not go with what stands beside it",
                "reckon with numbers, with a date and days (`today - 5y`), or between two dates",
            )
        return made

    def _factor(self) -> Piece:
        if self._take("-"):
            self._deeper()
            inner = self._factor()
            self._depth -= 1
            if isinstance(inner, Literal) and isinstance(inner.value, int | Decimal):
                return Literal(-inner.value)
            return self._reckoned(Literal(0), "-", inner)
        if self._take("("):
            self._deeper()
            inner = self._any()
            self._demand(")")
            self._depth -= 1
            return inner
        return self._primary()

    def _primary(self) -> Piece:
        kind, word = self._next()
        if kind == "name":
            return self._name(word)
        if kind != "word":
            return Literal(self._literal(kind, word))
        if word == "today":
            if self._take("("):
                self._demand(")")
            return Today()
        if self._peek() == "(" and word in ("answered", *_KINDS_OF):
            return self._function(word)
        return self._name(word)

    def _function(self, function: str) -> Piece:
        self._demand("(")
        name = self._next()[1]
        self._known(name)
        kinds = _KINDS_OF.get(function)
        if kinds is not None and self._kinds[name] not in kinds:
            wanted = " or ".join(sorted(kinds))
            raise ConditionError(
                f"{function}({name}) needs a question of kind {wanted}", f"«{name}» is {self._kinds[name]}"
            )
        made = self._applied(function, name)
        self._demand(")")
        return made

    def _applied(self, function: str, name: str) -> Piece:
        match function:
            case "age":
                return AgeOf(name)
            case "count":
                return CountOf(name)
            case "length":
                return LengthOf(name)
            case "matches":
                self._demand(",")
                return Matches(name, self._pattern())
        return Answered(name)

    def _pattern(self) -> str:
        kind, word = self._next()
        if kind != "quoted":
            raise ConditionError(f"«{word}» stands where a pattern is expected", 'write it in quotes: "[0-9]{6}"')
        try:
            compiled(word[1:-1])
        except PatternError as error:
            raise ConditionError(f"the pattern {word} cannot be used: {error}", "mend or simplify it") from None
        return word[1:-1]

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
        if self._kinds[name] in _NO_ANSWER:
            raise ConditionError(
                f"«{name}» is a {self._kinds[name]}, which has no answer", "name a question that has one"
            )

    def _right(self, left: Operand) -> Operand:
        sort = sort_of(left)
        if self._take("["):
            values = [self._item(sort)]
            while self._take(","):
                values.append(self._item(sort))
            self._demand("]")
            return Literal(tuple(values))
        kind, word = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        bare = kind == "word" and not word.startswith("fact.") and (word != "today" or sort not in ("fact", "date"))
        worded = sort in ("choice", "multi", "text", "consent") and kind in ("number", "span", "time", "date")
        if (bare and sort not in _NAMES_BEHIND_THE_SIGN) or worded:
            return Literal(self._item(sort))
        return self._valued(self._sum())

    def _item(self, sort: Sort) -> Scalar:
        """One written value; what is compared with an option's id or a text is a text, digits too."""
        negative = self._take("-")
        kind, word = self._next()
        if sort in ("choice", "multi", "text", "consent") and kind in ("number", "span", "time", "date"):
            return f"-{word}" if negative else word
        value = self._literal(kind, word)
        if not negative:
            return value
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise ConditionError(f"«-» stands before «{word}»", "a number is expected behind it")
        return -value

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
            case "span":
                return Span(int(word[:-1]), word[-1])
            case "time":
                return word.zfill(len("08:00"))
        raise ConditionError(f"«{word}» stands where a value is expected", "write a word, a number or a [list]")

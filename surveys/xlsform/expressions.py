"""The expressions of XLSForm (`relevant`, `constraint`) as a tree. The words are told apart by pyxform's lexer.

${age} >= 18 and not(selected(${areas}, 'sport'))
. <= today() - 5
"""

from __future__ import annotations

from dataclasses import dataclass

from pyxform.parsing.expression import parse_expression
from pyxform.parsing.sheet_headers import clean_text_values

from surveys.xlsform.errors import Problem

LENGTH_LIMIT = 2000
_DEPTH_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Ref:
    """`${name}`; the empty name is `.`, the answer itself."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    value: str


@dataclass(frozen=True, slots=True)
class Number:
    value: str


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """`= != < <= > >= + - * div mod`."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Joined:
    """`and` or `or` of several parts, as far as they stand without parentheses."""

    word: str
    parts: tuple[Node, ...]


Node = Ref | Text | Number | Call | Binary | Joined
Token = tuple[str, str]

_WORDS = {"and": "bool", "or": "bool", "mod": "math", "div": "math"}
_SIGNS = {"OPS_COMP": "compare", "OPS_MATH": "math", "OPS_BOOL": "bool"}
COMPARING = frozenset({"=", "!=", "<", "<=", ">", ">="})


def read_expression(text: str) -> Node:
    """Read an expression. Raises Problem."""
    if len(text) > LENGTH_LIMIT:
        raise Problem("expression-long", limit=LENGTH_LIMIT)
    tokens = _tokens(text)
    if any(kind == "other" for kind, _ in tokens):
        tokens = _tokens(clean_text_values(text))  # Excel turns quotes into „these“ and ‘these’
    return _Parser(tokens, text).whole()


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for token in parse_expression(text):
        kind, word = token.type, str(token)
        operand = bool(found) and found[-1][0] in ("ref", "number", "text", "close")
        if kind == "WHITESPACE":
            continue
        if kind == "OPS_COMP" and word == "=" and token.start_pos and found and found[-1] in _HALVES:
            found[-1] = ("compare", found[-1][1] + "=")
        elif kind == "NUMBER" and word.startswith("-") and operand:
            found += [("math", "-"), ("number", word[1:])]
        elif kind in _SIGNS:
            found.append((_SIGNS[kind], word.strip()))
        elif kind == "NAME" and word in _WORDS:
            found.append((_WORDS[word], word))
        else:
            found.append(_token(kind, word))
    return found


_HALVES = (("compare", "<"), ("compare", ">"))


def _token(kind: str, word: str) -> Token:
    match kind:
        case "PYXFORM_REF":
            return "ref", word[2:-1]
        case "SELF_REF":
            return "ref", ""
        case "NUMBER":
            return "number", word
        case "SYSTEM_LITERAL":
            return "text", word[1:-1]
        case "FUNC_CALL":
            return "call", word[:-1]
        case "NAME":
            return "name", word
        case "OPEN_PAREN":
            return "open", word
        case "CLOSE_PAREN":
            return "close", word
        case "COMMA":
            return "comma", word
        case "PATH_SEP" | "PARENT_REF" | "XPATH_PRED_START":
            return "path", word
    return "other", word


class _Parser:
    """Recursive descent: or, and, comparison, sum, product, value."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        if any(kind == "path" for kind, _ in self._tokens):
            raise Problem("expression-path", expression=self._text[:100])
        found = self._joined("or")
        if self._at < len(self._tokens):
            raise self._problem()
        return found

    def _problem(self) -> Problem:
        found = self._tokens[self._at][1] if self._at < len(self._tokens) else self._text[-20:]
        return Problem("expression-bad", expression=self._text[:100], near=found or ".")

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _take(self, kind: str, *words: str) -> str | None:
        found = self._peek()
        if found[0] != kind or (words and found[1] not in words):
            return None
        self._at += 1
        return found[1]

    def _demand(self, kind: str) -> None:
        if self._take(kind) is None:
            raise self._problem()

    def _joined(self, word: str) -> Node:
        inner = self._comparison if word == "and" else self._all
        parts = [inner()]
        while self._take("bool", word):
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _all(self) -> Node:
        return self._joined("and")

    def _comparison(self) -> Node:
        left = self._sum()
        sign = self._take("compare")
        return left if sign is None else Binary(sign, left, self._sum())

    def _sum(self) -> Node:
        left = self._product()
        while (sign := self._take("math", "+", "-")) is not None:
            left = Binary(sign, left, self._product())
        return left

    def _product(self) -> Node:
        left = self._value()
        while (sign := self._take("math", "*", "div", "mod")) is not None:
            left = Binary(sign, left, self._value())
        return left

    def _value(self) -> Node:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise Problem("expression-long", limit=LENGTH_LIMIT)
        found = self._primary()
        self._depth -= 1
        return found

    def _primary(self) -> Node:
        if self._take("math", "-"):
            return Binary("-", Number("0"), self._value())
        kind, word = self._peek()
        self._at += 1
        match kind:
            case "ref":
                return Ref(word)
            case "number":
                return Number(word)
            case "text":
                return Text(word)
            case "open":
                inner = self._joined("or")
                self._demand("close")
                return inner
            case "call":
                return Call(word, self._arguments())
            case "name" if self._take("open"):
                return Call(word, self._arguments())
        self._at -= 1
        raise self._problem()

    def _arguments(self) -> tuple[Node, ...]:
        if self._take("close"):
            return ()
        found = [self._joined("or")]
        while self._take("comma"):
            found.append(self._joined("or"))
        self._demand("close")
        return tuple(found)

"""The words and signs of a condition, and the error that says what is wrong with one."""

from __future__ import annotations

import re

Token = tuple[str, str]
"""What it is (`date time span number quoted sign mark name word`), and as it is written."""
_TOKEN = re.compile(
    r"\s*(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<time>\d{1,2}:\d{2})|(?P<span>\d{1,3}[dwmy]\b)|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<quoted>'[^']*'|\"[^\"]*\")|(?P<sign>[=!<>]=|[<>])|(?P<mark>[()\[\],+*/-])"
    r"|\{\s*(?P<name>[^\W\d][\w.]*)\s*\}|(?P<word>[^\W\d][\w.]*))"
)
_WORDS = frozenset({"and", "or", "not", "in", "has"})
RESERVED = _WORDS | {"answer", "today", "true", "false"}
"""Words that mean something of their own in a condition, so no question may be called so."""


class ConditionError(Exception):
    """A condition that cannot be read: what is wrong with it and how to mend it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def tokens(text: str) -> list[Token]:
    """A condition cut up. Raises ConditionError for what is no word and no sign."""
    found: list[Token] = []
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
        found.append(("mark" if kind == "word" and word in _WORDS else kind, word))
        place = match.end()
    return found

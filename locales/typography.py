"""How a line is set, in chat and on paper alike: what stays together at its end, and which sign is a minus."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
_TOGETHER = re.compile(
    r"(?<=[\d}]) (?=%)"
    r"|(?<=№) (?=[\d{])"
    r"|(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ](?:\.|[а-яё]))"
    r"|(?<=[а-яё]) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.)"
)
"""A number and its per cent, № and its number, initials and the surname; `{` and `}` are a value in a wording."""
_HYPHEN = re.compile(r"(?<![\w-])-(?=\d)")


def bound(text: str) -> str:
    """The text with spaces that no line breaks at where what stands at their sides belongs together."""
    return _TOGETHER.sub(NO_BREAK, text)


def minus(text: str) -> str:
    """A number, or numbers in a sentence, whose hyphens before them are minus signs; hyphens within words stay."""
    return _HYPHEN.sub(MINUS, text)

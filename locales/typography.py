"""How a line is set, in chat and on paper alike: what stays together at its end, where it needs a full
stop, and which sign is a minus."""

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
_INNER = {"«": "„", "»": "“"}
VALUE_ENDS = "\N{POP DIRECTIONAL ISOLATE}"
_MARKS = re.compile(f"[\N{FIRST STRONG ISOLATE}{VALUE_ENDS}]")
_SECOND_STOP = re.compile(rf"(?<=[.!?…])((?:</[\w-]+>)*{VALUE_ENDS}(?:{VALUE_ENDS}|</[\w-]+>)*)\.(?!\.)")
_HYPHEN = re.compile(r"(?<![\w-])-(?=\d)")


def bound(text: str) -> str:
    """The text with spaces that no line breaks at where what stands at their sides belongs together."""
    return _TOGETHER.sub(NO_BREAK, text)


def joined(text: str) -> str:
    """A text of Fluent without its marks around values; a value that ends its sentence by itself («Анна В.», «Жду!»)
    takes no full stop after it."""
    return _MARKS.sub("", _SECOND_STOP.sub(r"\1", text)) if VALUE_ENDS in text else text


def nested(text: str) -> str:
    """Russian quotation marks within others: «Конкурс „Лучший наставник“». A text whose marks do not pair stays."""
    told, depth = [], 0
    for sign in text:
        depth += sign == "«"
        told.append(_INNER.get(sign, sign) if depth > 1 else sign)
        depth -= sign == "»"
        if depth < 0:
            return text
    return text if depth else "".join(told)


def minus(text: str) -> str:
    """A number, or numbers in a sentence, whose hyphens before them are minus signs; hyphens within words stay."""
    return _HYPHEN.sub(MINUS, text)

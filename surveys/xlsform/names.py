"""Names out of a spreadsheet as our ids: Latin, short, each once, and the same for the same file every time."""

from __future__ import annotations

import re

from surveys.condition_parser import RESERVED
from surveys.reading import OPTION_ID

_LIMIT = 24
_QUESTION_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def question_id(name: str, taken: set[str]) -> str:
    """The id of a question, unlike all that are taken; it is taken from then on."""
    if _QUESTION_ID.fullmatch(name) and name not in RESERVED | taken:
        taken.add(name)
        return name
    plain = re.sub(r"[^a-z0-9]+", "_", _latin(name)).strip("_")
    if not plain[:1].isalpha() or plain in RESERVED:
        plain = f"q_{plain}".rstrip("_")
    return _unlike(plain, taken)


def option_id(name: str, taken: set[str]) -> str:
    """The id of an option, unlike all that are taken; it is taken from then on."""
    if OPTION_ID.fullmatch(name) and name not in taken:
        taken.add(name)
        return name
    plain = re.sub(r"[^a-z0-9_-]+", "_", _latin(name)).strip("_-")
    return _unlike(plain or "option", taken)


def _latin(name: str) -> str:
    return "".join(_LATIN.get(letter, letter) for letter in name.lower())


def _unlike(plain: str, taken: set[str]) -> str:
    found, number = plain[:_LIMIT].rstrip("_-"), 2
    while found in taken:
        end = f"_{number}"
        found, number = plain[: _LIMIT - len(end)].rstrip("_-") + end, number + 1
    taken.add(found)
    return found

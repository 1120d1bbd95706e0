"""Plain words that people type instead of pressing a button, and what they ask for: the table of `words.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import yaml

from mentoring.names import begins, words

FILE = Path(__file__).with_name("words.yaml")
LANGUAGES = ("ru", "en")
MOST_WORDS, MOST_LETTERS = 8, 80
"""Whoever writes more tells a story, and no single word of it is what they want."""
WHOLE, FORGIVEN = 4, 5
"""From so many letters the beginning of a word is enough, and one slip in it is forgiven."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks for. `offer`: places of the menu, of which the person may see some; `only_first`: of those the
    first is meant; `say`: the key of an answer in words."""

    offer: tuple[str, ...] = ()
    only_first: bool = False
    say: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: `phrases` are beginnings of words, in any order; `yields` to every other row that fits."""

    asked: Asked
    phrases: tuple[tuple[str, ...], ...]
    yields: bool = False

    def fits(self, typed: Sequence[str]) -> tuple[int, int] | None:
        """How well: how many words, and (negative) how many slips; None: not at all."""
        found = (_fit(phrase, typed) for phrase in self.phrases)
        return max((each for each in found if each is not None), default=None)


@dataclass(frozen=True, slots=True)
class Words:
    """The whole table."""

    entries: tuple[Entry, ...]

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Self:
        """Read `words.yaml`."""
        return cls(tuple(_entry(row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))))

    def find(self, text: str) -> Asked | None:
        """What a text of few words asks for, slips forgiven; None: nothing that stands in the table.

        The row with the most words wins; of several such an answer in words, else they are all offered together.
        """
        typed = words(text) if len(text) <= MOST_LETTERS and not _is_address(text) else []
        if not 0 < len(typed) <= MOST_WORDS:
            return None
        found = [(fit, entry) for entry in self.entries if (fit := entry.fits(typed)) is not None]
        found = [one for one in found if not one[1].yields] or found
        best = max((fit for fit, _ in found), default=None)
        return _together([entry.asked for fit, entry in found if fit == best])


def _is_address(text: str) -> bool:
    """«школа.рф» is a link without its beginning, not a word about a school."""
    return len(text.split()) == 1 and "." in text.strip().rstrip(".!?…")


def _together(asked: Sequence[Asked]) -> Asked | None:
    if len(asked) < 2:
        return asked[0] if asked else None
    said = next((one for one in asked if one.say is not None), None)
    return said or Asked(
        tuple(dict.fromkeys(name for one in asked for name in one.offer[: 1 if one.only_first else None]))
    )


def _fit(phrase: Sequence[str], typed: Sequence[str]) -> tuple[int, int] | None:
    far = [min((off for word in typed if (off := _off(start, word)) is not None), default=None) for start in phrase]
    known = [off for off in far if off is not None]
    return (len(phrase), -sum(known)) if len(known) == len(far) else None


def _off(start: str, word: str) -> int | None:
    """How many slips apart, none or one; None: another word."""
    if len(start) < FORGIVEN:
        return 0 if (word.startswith(start) if len(start) >= WHOLE else word == start) else None
    off = begins(start, word)
    return off if off is not None and off < 2 else None


def _entry(row: dict[str, Any]) -> Entry:
    asked = Asked(tuple(row.get("first") or row.get("offer") or ()), "first" in row, row.get("say"))
    spoken: Iterable[str] = (phrase for language in LANGUAGES for phrase in row[language])
    return Entry(asked, tuple(tuple(words(phrase)) for phrase in spoken), bool(row.get("yields")))

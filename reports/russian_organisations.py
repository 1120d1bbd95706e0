"""Names of organisations in the genitive, as an address needs them: «Директору» and below it «школы № 14».

What sort of an organisation it is stands first, with its adjectives, and is the only part that changes: «Муниципальное
общеобразовательное учреждение „Школа № 14“». Whatever does not begin so is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SORTS = Path(__file__).parent / "templates" / "organisations.txt"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGNS = frozenset("~+!")
"""With what lines begin that name no sort."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """What an organisation is, in the genitive. `capital`: written so within a sentence too («Дом творчества»)."""

    genitive: str
    gender: str
    capital: bool


def genitive(name: str) -> str:
    """The name as it stands after «директору»; it begins small where that is no part of the name itself."""
    words = name.split()
    for place, word in enumerate(words):
        noun = _nouns().get(word.casefold())
        if noun is None and _WORD.fullmatch(word) is not None:
            continue
        if noun is None:
            break
        adjectives = [_adjective(each, noun.gender) for each in words[:place]]
        if None in adjectives:
            break
        declined = " ".join((*(each for each in adjectives if each), _cased(noun.genitive, word), *words[place + 1 :]))
        return declined[0].lower() + declined[1:] if _begins_small(words[0], noun, alone=place == 0) else declined
    return name


def _begins_small(first: str, noun: _Noun, *, alone: bool) -> bool:
    if first.isupper():
        return False
    return not noun.capital if alone else first[:-2].casefold() in _common()


def _adjective(word: str, gender: str) -> str | None:
    """«Средняя» → «Средней»; None for what is no adjective of that gender."""
    stem, ending = word[:-2], word[-2:]
    found = _endings().get((gender, ending.casefold()))
    if found is None or not stem:
        return None
    hissing, velar = next(line[1:] for line in _lines() if line[0] == "!")
    usual, after_hissing, after_velar = found
    last = stem[-1].casefold()
    made = after_hissing if last in hissing else after_velar if last in velar else usual
    return stem + _cased(made, ending)


def _cased(made: str, typed: str) -> str:
    """In the letters in which it was typed: «ШКОЛА» → «ШКОЛЫ»."""
    if typed.isupper():
        return made.upper()
    return made.capitalize() if typed[0].isupper() else made


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, ...], ...]:
    lines = _SORTS.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("//"))


@lru_cache(maxsize=1)
def _nouns() -> dict[str, _Noun]:
    """By the nominative."""
    return {line[0]: _Noun(line[1], line[2], len(line) > 3) for line in _lines() if line[0] not in _SIGNS}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Stems of adjectives with which no name begins."""
    return frozenset(stem for line in _lines() if line[0] == "~" for stem in line[1:])


@lru_cache(maxsize=1)
def _endings() -> dict[tuple[str, str], tuple[str, str, str]]:
    """By gender and nominative: the genitive, after hissing letters, after velar ones."""
    return {(line[1], line[2]): (line[3], line[4], line[5]) for line in _lines() if line[0] == "+"}

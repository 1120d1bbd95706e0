"""Russian names in the case that a sentence needs; what is no Russian name is left as it is.

A name is written surname first. Foreign letters, and a gender that neither patronymic nor name tells, leave the
whole name alone: a name in the wrong case is worse than one in the nominative.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

_CYRILLIC = re.compile(r"[а-яё]+(-[а-яё]+)*", re.IGNORECASE)
_SUFFIXES = Path(__file__).parent / "templates" / "patronymics.txt"
_PARTS = (NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME)


@dataclass(frozen=True, slots=True)
class Cases:
    """A name in every case that the papers use; `female` None: not known."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    initials: str
    female: bool | None = None


@lru_cache(maxsize=1)
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


@lru_cache(maxsize=1)
def _detector() -> PetrovichGenderDetector:
    return PetrovichGenderDetector()


@lru_cache(maxsize=1024)
def cases(name: str) -> Cases:
    """The name in its cases."""
    words = tuple(name.split())
    gender = _gender(words)
    if gender is None:
        return Cases(name, name, name, name, name, _initials(words))
    return Cases(
        name,
        _in(Case.GENITIVE, words, gender),
        _in(Case.DATIVE, words, gender),
        _in(Case.ACCUSATIVE, words, gender),
        _in(Case.INSTRUMENTAL, words, gender),
        _initials(words),
        gender is Gender.FEMALE,
    )


def _gender(words: tuple[str, ...]) -> Gender | None:
    """By the patronymic, the first name and the surname; None where they do not tell it."""
    if len(words) < 2 or not all(_CYRILLIC.fullmatch(word) for word in words):
        return None
    named = {"lastname": words[0], "firstname": words[1]}
    if len(words) > 2:
        named["middlename"] = words[2]
    detect: Callable[..., Gender] = _detector().detect
    found = _suffixed(words) or detect(**named)
    return found if found in (Gender.MALE, Gender.FEMALE) else None


def _suffixed(words: tuple[str, ...]) -> Gender | None:
    """«Ахмед оглы», «Ахмед кызы»: the last word tells it."""
    return _suffixes().get(words[-1].lower()) if len(words) > 3 else None


@lru_cache(maxsize=1)
def _suffixes() -> dict[str, Gender]:
    lines = [line.split() for line in _SUFFIXES.read_text(encoding="utf-8").splitlines() if not line.startswith("//")]
    return {word: Gender.MALE if gender == "m" else Gender.FEMALE for word, gender in lines}


def _in(case: Case, words: tuple[str, ...], gender: Gender) -> str:
    """The name in one case; a patronymic of several words («Ахмед оглы») does not change."""
    several = len(words) > 3
    made = [
        word if several and part is NamePart.MIDDLENAME else str(_maker().make(part, gender, case, word))
        for part, word in zip(_PARTS, words, strict=False)
    ]
    return " ".join((*made, *words[3:]))


def _initials(words: tuple[str, ...]) -> str:
    """Initials before the surname, as beside a signature line; hyphenated names keep one letter."""
    if len(words) < 2:
        return " ".join(words)
    return " ".join((*(f"{word[0]}." for word in words[1:3]), words[0]))

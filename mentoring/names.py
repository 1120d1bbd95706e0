"""Names compared and found by a part, with slips of typing forgiven: the one rule wherever a person is sought.

Case, ё and spaces never matter; in a search neither do hyphens, dots and the order of the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from rapidfuzz.distance import OSA

_FORGIVEN = ((7, 2), (4, 1))
"""From so many letters of the word that was typed, so many slips: a letter wrong, missing, too much, two swapped."""
_WORDS = re.compile(r"\w+")


def plain(text: str) -> str:
    """Two texts that differ in case, ё or spaces alone are the same: names, headings, words of a list."""
    return " ".join(text.lower().replace("ё", "е").split())


def find(part: str, names: Mapping[int, str]) -> tuple[int, ...]:
    """Ids of those whose name has every word of `part`, exact parts first, then with slips; each group as given.

    An empty part finds everybody; one without a letter or a digit, nobody.
    """
    sought = words(part)
    if not sought:
        return () if part.strip() else tuple(names)
    every = {key: plain(name) for key, name in names.items()}
    exact = [key for key, name in every.items() if all(word in name for word in sought)]
    if not any(map(slips, sought)):
        return tuple(exact)
    known = set(exact)
    near: list[tuple[int, int]] = []
    for key, name in every.items():
        if key not in known:
            parts = _WORDS.findall(name)
            far = [_distance(word, parts) for word in sought]
            if all(distance is not None for distance in far):
                near.append((sum(distance or 0 for distance in far), key))
    return (*exact, *(key for _, key in sorted(near, key=lambda one: one[0])))


def alike(one: str, other: str) -> bool:
    """Whether two whole words of names may be the same one, mistyped."""
    mine, theirs = plain(one), plain(other)
    most = slips(min(mine, theirs, key=len))
    return OSA.distance(mine, theirs, score_cutoff=most) <= most


def begins(start: str, word: str) -> int | None:
    """How many slips there are in `start`, where the plain `word` begins with it; None: it begins otherwise.

    The first letter is the right one: few mistype it, and short words would be like too many others.
    """
    if word.startswith(start):
        return 0
    return _distance(start, [word]) if word[:1] == start[:1] else None


def slips(word: str) -> int:
    """How many slips are forgiven in a word of this length."""
    return next((slips for length, slips in _FORGIVEN if len(word) >= length), 0)


def words(text: str) -> list[str]:
    """Its plain words, without the signs between them."""
    return _WORDS.findall(plain(text))


def _distance(word: str, parts: Sequence[str]) -> int | None:
    """The fewest slips between a typed word and the beginning of a word of the name; None: too many."""
    most = slips(word)
    if any(word in part for part in parts):
        return 0
    far = partial(OSA.distance, word, score_cutoff=most)
    starts = {part[: len(word) + more] for part in parts for more in range(-most, most + 1)}
    return min((distance for start in starts if (distance := far(start)) <= most), default=None)


def counted(name: str) -> tuple[tuple[bool, int, str], ...]:
    """For sorting as people count: «Школа № 2» before «Школа № 10»."""
    parts = re.split(r"(\d+)", plain(name))
    return tuple((part.isdecimal(), int(part), "") if part.isdecimal() else (False, 0, part) for part in parts)


def within(post: str) -> str:
    """A post or a subject inside of a sentence: «классный руководитель»; «6А» and «IT-специалист» stay as they are."""
    return post[0].lower() + post[1:] if post[1:2].islower() else post

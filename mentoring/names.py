"""Finding people by a part of a name, with slips of typing forgiven.

Names and what is sought come normalised (lower case, ё → е: `storage.search.normalised`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from rapidfuzz.distance import OSA

_FORGIVEN = ((7, 2), (4, 1))
"""From so many letters of the word that was typed, so many slips: a letter wrong, missing, too much, two swapped."""


def find(part: str, names: Mapping[int, str]) -> tuple[int, ...]:
    """Ids of those whose name has every word of `part`, exact parts first, then with slips; each group as given."""
    words = part.split()
    exact = [key for key, name in names.items() if all(word in name for word in words)]
    if not words or not any(map(slips, words)):
        return tuple(exact)
    known = set(exact)
    near: list[tuple[int, int]] = []
    for key, name in names.items():
        if key not in known:
            parts = name.split()
            far = [_distance(word, parts) for word in words]
            if all(distance is not None for distance in far):
                near.append((sum(distance or 0 for distance in far), key))
    return (*exact, *(key for _, key in sorted(near, key=lambda one: one[0])))


def slips(word: str) -> int:
    """How many slips are forgiven in a word of this length."""
    return next((slips for length, slips in _FORGIVEN if len(word) >= length), 0)


def _distance(word: str, parts: list[str]) -> int | None:
    """The fewest slips between a typed word and the beginning of a word of the name; None: too many."""
    most = slips(word)
    if any(word in part for part in parts):
        return 0
    far = partial(OSA.distance, word, score_cutoff=most)
    starts = {part[: len(word) + more] for part in parts for more in range(-most, most + 1)}
    return min((distance for start in starts if (distance := far(start)) <= most), default=None)

"""How well two people fit: weighted parts of a score (0 to 100), for a whole cohort at once or one pair with reasons.

It ranks whom the hard rules of `mentoring.matching` leave.
Source: Tver programme, stage 5 (forming pairs and groups); docs/glossary.md#matching.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from mentoring.matching import Candidate, Terms, barred_by, excluded_by
from mentoring.matching_weights import Part, weights
from mentoring.mentorships import Side

EXCLUDED = -1
"""Instead of a score: a hard rule speaks against it."""
NEUTRAL = 50
"""What is not known neither helps nor harms."""
WISHES: Mapping[int | None, int] = MappingProxyType({2: 100, 1: 75, None: NEUTRAL, -1: 0})
"""What one side's wish is worth: gladly, could, has not said, rather not."""
_SHARED_TIMES = (0, 60, 80, 100)
"""By the number of times of the week that both have."""
_CLASSES_APART = (50, 100, 100, 100, 70)
"""By how many classes the mentor is ahead."""


def areas_part(asked: frozenset[str], offered: frozenset[str]) -> int:
    """The share of what is asked for that the mentor offers."""
    if not asked or not offered:
        return NEUTRAL
    return 100 * len(asked & offered) // len(asked)


def times_part(one: frozenset[str], other: frozenset[str]) -> int:
    """Three times of the week in common are plenty."""
    if not one or not other:
        return NEUTRAL
    return _SHARED_TIMES[min(len(one & other), len(_SHARED_TIMES) - 1)]


def wishes_part(of_mentee: int | None, of_mentor: int | None) -> int:
    """Both sides count alike."""
    return (WISHES.get(of_mentee, NEUTRAL) + WISHES.get(of_mentor, NEUTRAL)) // 2


def distance_part(mentee: int | None, mentor: int | None) -> int:
    """One to three classes ahead is best: near enough to understand, far enough to help."""
    if mentee is None or mentor is None:
        return NEUTRAL
    ahead = mentor - mentee
    if ahead < 0:
        return 20
    return _CLASSES_APART[ahead] if ahead < len(_CLASSES_APART) else 40


def languages_part(mentee: frozenset[str], mentor: frozenset[str]) -> int:
    """The share of the mentee's languages that the mentor speaks."""
    return 100 * len(mentee & mentor) // len(mentee) if mentee else NEUTRAL


def parts(mentee: Candidate, mentor: Candidate, terms: Terms) -> Mapping[Part, int]:
    """Every part that counts, 0 to 100."""
    found = {
        Part.AREAS: areas_part(mentee.areas, mentor.areas),
        Part.WISHES: wishes_part(terms.wishes.get((mentee.id, mentor.id)), terms.wishes.get((mentor.id, mentee.id))),
        Part.TIMES: times_part(mentee.times, mentor.times),
        Part.DISTANCE: distance_part(mentee.grade, mentor.grade),
        Part.LANGUAGES: languages_part(mentee.speaks, mentor.speaks),
    }
    return {part: found[part] for part in weights(terms.form, terms.strengths)}


def score(mentee: Candidate, mentor: Candidate, terms: Terms) -> int:
    """How well the two fit, 0 to 100; EXCLUDED if a hard rule speaks against it."""
    if excluded_by(mentee, mentor, terms) is not None:
        return EXCLUDED
    counts = weights(terms.form, terms.strengths)
    total = sum(counts[part] * value for part, value in parts(mentee, mentor, terms).items())
    return _rounded(total, sum(counts.values()))


def _rounded(total: int, whole: int) -> int:
    return (2 * total + whole) // (2 * whole)


# --- the whole cohort at once ----------------------------------------------------------------------------------------


def scores(mentees: Sequence[Candidate], mentors: Sequence[Candidate], terms: Terms) -> list[list[int]]:
    """`score` of everybody with everybody: a row a mentee, a column a mentor.

    The same functions, each asked once for every two different answers instead of every two people: most of a cohort
    of 800 by 800 has the same areas, times and classes.
    """
    cohort = _Cohort(mentors, terms)
    return [cohort.row(mentee) for mentee in mentees]


class _Cohort:
    """The mentors of one matching, sorted by what the parts of a score look at."""

    def __init__(self, mentors: Sequence[Candidate], terms: Terms) -> None:
        self._terms = terms
        self._place = {mentor.id: place for place, mentor in enumerate(mentors)}
        self._mentors = mentors
        self._weights = weights(terms.form, terms.strengths)
        self._whole = sum(self._weights.values())
        self._keys = [(one.areas, one.times, one.grade, one.speaks, one.birth) for one in mentors]
        self._areas = {one.areas for one in mentors}
        self._times = {one.times for one in mentors}
        self._grades = {one.grade for one in mentors}
        self._speaks = {one.speaks for one in mentors}
        self._births = {one.birth for one in mentors}
        self._against: dict[int, set[int]] = {}
        for mentee, against in terms.together | terms.forbidden | (terms.failed - terms.again):
            self._against.setdefault(mentee, set()).add(against)
        for one in mentors:
            for ward in one.wards:
                self._against.setdefault(ward, set()).add(one.id)
        self._wished: dict[int, set[int]] = {}
        for one_side, other in terms.wishes:
            self._wished.setdefault(one_side, set()).add(other)
            self._wished.setdefault(other, set()).add(one_side)
        self._closed = [place for place, one in enumerate(mentors) if barred_by(one, Side.MENTOR, terms) is not None]

    def row(self, mentee: Candidate) -> list[int]:
        if barred_by(mentee, Side.MENTEE, self._terms) is not None:
            return [EXCLUDED] * len(self._mentors)
        row = self._plain(mentee)
        for place in self._closed:
            row[place] = EXCLUDED
        for mentor in self._against.get(mentee.id, set()) | {mentee.id}:
            if mentor in self._place:
                row[self._place[mentor]] = EXCLUDED
        for mentor in self._wished.get(mentee.id, ()):
            if mentor in self._place and row[self._place[mentor]] != EXCLUDED:
                row[self._place[mentor]] = score(mentee, self._mentors[self._place[mentor]], self._terms)
        return row

    def _plain(self, mentee: Candidate) -> list[int]:
        """The row as it is without wishes, and without what is known of two people."""
        weight, whole = self._weights, self._whole
        asks, free, apart = (weight.get(part, 0) for part in (Part.AREAS, Part.TIMES, Part.DISTANCE))
        areas = {key: asks * areas_part(mentee.areas, key) for key in self._areas}
        times = {key: free * times_part(mentee.times, key) for key in self._times}
        grades = {key: apart * distance_part(mentee.grade, key) for key in self._grades}
        never = -whole * 100 * 4  # pushes any sum below zero
        speaks = {
            key: never if mentee.speaks.isdisjoint(key) else weight[Part.LANGUAGES] * languages_part(mentee.speaks, key)
            for key in self._speaks
        }
        born = {key: 0 if self._born_before(mentee, key) else never for key in self._births}
        wishes = weight.get(Part.WISHES, 0) * wishes_part(None, None)
        sums = [areas[a] + times[t] + grades[g] + speaks[s] + born[b] + wishes for a, t, g, s, b in self._keys]
        return [EXCLUDED if total < 0 else (2 * total + whole) // (2 * whole) for total in sums]

    def _born_before(self, mentee: Candidate, birth: date | None) -> bool:
        return not self._terms.older or (birth is not None and mentee.birth is not None and birth < mentee.birth)


# --- why -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score in words: `part` of 100, its `points` of the score, and what it rests on.

    `about`: areas, times or languages in common, both classes, or both wishes («» where nothing is known).
    """

    name: Part
    part: int
    points: int
    about: tuple[str, ...]


def why(mentee: Candidate, mentor: Candidate, terms: Terms) -> tuple[Reason, ...]:
    """What speaks for and against a pair, the part that counts most first."""
    counts = weights(terms.form, terms.strengths)
    whole = sum(counts.values())
    about = _about(mentee, mentor, terms)
    told = sorted(parts(mentee, mentor, terms).items(), key=lambda item: -counts[item[0]])
    return tuple(Reason(part, value, _rounded(counts[part] * value, whole), about[part]) for part, value in told)


def _about(mentee: Candidate, mentor: Candidate, terms: Terms) -> Mapping[Part, tuple[str, ...]]:
    wished = terms.wishes.get((mentee.id, mentor.id)), terms.wishes.get((mentor.id, mentee.id))
    return {
        Part.AREAS: tuple(sorted(mentee.areas & mentor.areas)),
        Part.WISHES: tuple("" if wish is None else str(wish) for wish in wished),
        Part.TIMES: tuple(sorted(mentee.times & mentor.times)),
        Part.DISTANCE: tuple("" if grade is None else str(grade) for grade in (mentee.grade, mentor.grade)),
        Part.LANGUAGES: tuple(sorted(mentee.speaks & mentor.speaks)),
    }

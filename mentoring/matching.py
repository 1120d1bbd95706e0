"""Whom a mentor may be proposed to, and how well two people fit: hard rules, weighted parts of a score, reasons.

A hard rule excludes a pair; the score (0 to 100) ranks what is left. Both are reckoned here alone, for the whole cohort
at once (`scores`) and for one pair with its reasons (`why`, `excluded_by`).
Source: Tver programme, stage 5 (forming pairs and groups); docs/glossary.md#matching.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from mentoring.life import Fit
from mentoring.matching_weights import Part, Strengths, weights
from mentoring.mentorships import Form, Side
from mentoring.people import age
from mentoring.roles import Category

EXCLUDED = -1
"""Instead of a score: a hard rule speaks against it."""
NEUTRAL = 50
"""What is not known neither helps nor harms."""
Two = tuple[int, int]
"""Ids of a mentee and a mentor, in this order."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentee or a mentor as matching sees them: nothing of their needs.

    `areas` are asked for or offered, `times` codes of `mentoring.times`, `speaks` ids of languages (never empty).
    `places`: how many more mentees a mentor takes. `wards`: ids of the children they answer for. `member`: approved in
    the organisation.
    """

    id: int
    organisation_id: int
    category: Category | None
    birth: date | None = None
    grade: int | None = None
    areas: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    speaks: frozenset[str] = frozenset()
    places: int = 1
    member: bool = True
    consented: bool = True
    paused: bool = False
    wards: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """What this matching is about, and what is known of pairs of people.

    `network`: mentors of other organisations may be taken. `older`: the mentor must be older. `youngest`: full years of
    a pupil on the first day. `together`: they work together now. `failed`: it was declined, or ended before its time.
    `again`: the curator allows it after that. `forbidden`: the curator's word against it. `wishes`: by who wishes and
    about whom, as `WISHES` has them. `strengths`: how much the curator lets each part count.
    """

    organisation_id: int
    form: Form
    fit: Fit
    starts: date
    network: bool = False
    older: bool = False
    youngest: int | None = None
    together: frozenset[Two] = frozenset()
    failed: frozenset[Two] = frozenset()
    again: frozenset[Two] = frozenset()
    forbidden: frozenset[Two] = frozenset()
    wishes: Mapping[Two, int] = field(default_factory=dict)
    strengths: Strengths = field(default_factory=dict)


# --- hard rules ------------------------------------------------------------------------------------------------------


class Rule(StrEnum):
    """Hard rules in the order in which they are told. The last two are the curator's to lift."""

    SELF = "self"
    FORM = "form"
    MEMBER = "member"
    CONSENT = "consent"
    PAUSE = "pause"
    AGE = "age"
    ORGANISATION = "organisation"
    GUARDIAN = "guardian"
    OLDER = "older"
    LANGUAGE = "language"
    TOGETHER = "together"
    CAPACITY = "capacity"
    FORBIDDEN = "forbidden"
    FAILED = "failed"


LIFTABLE = frozenset({Rule.FORBIDDEN, Rule.FAILED})


def _old_enough(one: Candidate, terms: Terms) -> bool:
    """A pupil of whom no birth is known is taken as old enough: the class was asked when they registered."""
    if terms.youngest is None or one.category is not Category.PUPIL or one.birth is None:
        return True
    return age(one.birth, terms.starts) >= terms.youngest


def _older(mentee: Candidate, mentor: Candidate) -> bool:
    """By the dates of birth; where one is not known, nobody can say that the mentor is older."""
    return mentee.birth is not None and mentor.birth is not None and mentor.birth < mentee.birth


RULES: Mapping[Rule, Callable[[Candidate, Candidate, Terms], bool]] = MappingProxyType(
    {
        Rule.SELF: lambda mentee, mentor, terms: mentee.id != mentor.id,
        Rule.FORM: lambda mentee, mentor, terms: (
            mentee.category in terms.fit.mentees and mentor.category in terms.fit.mentors
        ),
        Rule.MEMBER: lambda mentee, mentor, terms: mentee.member and mentor.member,
        Rule.CONSENT: lambda mentee, mentor, terms: mentee.consented and mentor.consented,
        Rule.PAUSE: lambda mentee, mentor, terms: not mentee.paused and not mentor.paused,
        Rule.AGE: lambda mentee, mentor, terms: _old_enough(mentee, terms) and _old_enough(mentor, terms),
        Rule.ORGANISATION: lambda mentee, mentor, terms: (
            terms.network or mentor.organisation_id == terms.organisation_id
        ),
        Rule.GUARDIAN: lambda mentee, mentor, terms: mentee.id not in mentor.wards,
        Rule.OLDER: lambda mentee, mentor, terms: not terms.older or _older(mentee, mentor),
        Rule.LANGUAGE: lambda mentee, mentor, terms: not mentee.speaks.isdisjoint(mentor.speaks),
        Rule.TOGETHER: lambda mentee, mentor, terms: (mentee.id, mentor.id) not in terms.together,
        Rule.CAPACITY: lambda mentee, mentor, terms: mentor.places > 0,
        Rule.FORBIDDEN: lambda mentee, mentor, terms: (mentee.id, mentor.id) not in terms.forbidden,
        Rule.FAILED: lambda mentee, mentor, terms: (
            (mentee.id, mentor.id) not in terms.failed or (mentee.id, mentor.id) in terms.again
        ),
    }
)
"""Every hard rule: whether it lets a pair through. All of them together decide."""


def excluded_by(mentee: Candidate, mentor: Candidate, terms: Terms) -> Rule | None:
    """The first rule against the pair; None if there is none. A liftable one is the only one there is."""
    return next((rule for rule, holds in RULES.items() if not holds(mentee, mentor, terms)), None)


def barred_by(one: Candidate, side: Side, terms: Terms) -> Rule | None:
    """The first rule against somebody on a side, whoever stands on the other; None if there is none."""
    told = (
        (Rule.FORM, one.category in terms.fit.of(side)),
        (Rule.MEMBER, one.member),
        (Rule.CONSENT, one.consented),
        (Rule.PAUSE, not one.paused),
        (Rule.AGE, _old_enough(one, terms)),
        (Rule.ORGANISATION, side is Side.MENTEE or terms.network or one.organisation_id == terms.organisation_id),
        (Rule.CAPACITY, side is Side.MENTEE or one.places > 0),
    )
    return next((rule for rule, holds in told if not holds), None)


# --- the score -------------------------------------------------------------------------------------------------------


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

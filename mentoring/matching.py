"""Whom a mentor may be proposed to: a candidate, the terms of a matching, and the hard rules that exclude a pair.

Reckoned here alone; what is left is ranked by `mentoring.matching_score`.
Source: Tver programme, stage 5 (forming pairs and groups); docs/glossary.md#matching.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from mentoring.life import Fit
from mentoring.matching_weights import Strengths
from mentoring.mentorships import Form, Side
from mentoring.people import age
from mentoring.roles import Category

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
    about whom, as `matching_score.WISHES` has them. `strengths`: how much the curator lets each part count.
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

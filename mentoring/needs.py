"""Categories of need and the facts about people that indicators count; who may see which.

The curator of an organisation sets them, for that organisation alone. Most are sensitive: the curator and the
psychologist of the organisation see them, the person and the guardian too, and a mentor only what the role model of
the mentorship is about (docs/glossary.md#personal-data).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from mentoring.roles import Category


class Need(StrEnum):
    """What may be known of a person besides what they say themselves."""

    SPECIAL_NEEDS = "special_needs"
    """ОВЗ."""
    PMPK = "pmpk"
    """A conclusion of the psychological, medical and pedagogical commission."""
    REGISTER = "register"
    """On a preventive register."""
    HARD_SITUATION = "hard_situation"
    UNDERACHIEVING = "underachieving"
    GIFTED = "gifted"
    RISK_GROUP = "risk_group"
    LOW_RESULTS = "low_results"
    """A teacher whose pupils have low results."""
    QUALIFICATION = "qualification"
    """A teacher's qualification category; its value is a `Qualification`."""
    TUTOR = "tutor"
    """A child: a tutor is assigned. An adult: works as a tutor."""


class Qualification(StrEnum):
    """What certification found, as far as it is known; `none`: certified for the post, without a category."""

    NONE = "none"
    FIRST = "first"
    HIGHEST = "highest"


SENSITIVE = frozenset(Need) - {Need.GIFTED, Need.QUALIFICATION}
_LEARNERS = (
    Need.SPECIAL_NEEDS,
    Need.PMPK,
    Need.TUTOR,
    Need.REGISTER,
    Need.HARD_SITUATION,
    Need.UNDERACHIEVING,
    Need.RISK_GROUP,
    Need.GIFTED,
)
_TEACHERS = (Need.LOW_RESULTS, Need.RISK_GROUP, Need.TUTOR, Need.QUALIFICATION)
_OF: Mapping[Category | None, tuple[Need, ...]] = MappingProxyType(
    {Category.PUPIL: _LEARNERS, Category.STUDENT: _LEARNERS, Category.TEACHER: _TEACHERS, None: tuple(Need)}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One need: since which day, and its value where it has one (a `Qualification`).

    `until`: the day on which it was taken off, so the first on which it no longer held; None: it holds.
    """

    need: Need
    since: date
    value: str | None = None
    until: date | None = None

    def held(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Needs:
    """All that the curators of one organisation know of one person; `set_at` is UTC, None while nothing is known.

    `past`: what was taken off, for the reports of days before; nobody is shown it.
    """

    person_id: int
    organisation_id: int
    facts: tuple[Fact, ...] = ()
    set_by: int | None = None
    set_at: datetime | None = None
    past: tuple[Fact, ...] = ()

    def fact(self, need: Need) -> Fact | None:
        return next((fact for fact in self.facts if fact.need is need), None)

    def on(self, need: Need, day: date) -> bool:
        """Whether it was known to hold on `day`."""
        return self._on(need, day) is not None

    def value_on(self, need: Need, day: date) -> str | None:
        """The value it had on `day`; None for one that has none."""
        held = self._on(need, day)
        return None if held is None else held.value

    def having(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts with this one instead of what was known of the same need, in the order of `Need`."""
        kept = {**{one.need: one for one in self.facts}, fact.need: fact}
        return tuple(kept[need] for need in Need if need in kept)

    def without(self, need: Need) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.need is not need)

    def past_after(self, need: Need, day: date) -> tuple[Fact, ...]:
        """The past once what holds is taken off, or gets another value, on `day`.

        What did not hold for a single day was a slip and leaves nothing.
        """
        known = self.fact(need)
        if known is None or known.since >= day:
            return self.past
        return (*self.past, replace(known, until=day))

    def open_part(self) -> Needs:
        """What is not sensitive: all that another organisation may count."""
        facts, past = ([one for one in each if one.need not in SENSITIVE] for each in (self.facts, self.past))
        return replace(self, facts=tuple(facts), past=tuple(past))

    def _on(self, need: Need, day: date) -> Fact | None:
        return next((fact for fact in (*self.facts, *self.past) if fact.need is need and fact.held(day)), None)


def needs_of(category: Category | None) -> tuple[Need, ...]:
    """What may be set for somebody of this category: the learner's, the teacher's, nothing for other adults."""
    return _OF.get(category, ())


def visible(facts: Iterable[Fact], *, whole: bool = False, about: Collection[str] = ()) -> tuple[Fact, ...]:
    """The facts a viewer may see.

    whole: curator and psychologist of the organisation, the person if grown up, the guardian. about: ids of the needs
    that the role models of the viewer's own mentorships with the person are about. Everybody else sees nothing.
    """
    return tuple(fact for fact in facts if whole or fact.need.value in about)

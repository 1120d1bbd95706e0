"""What a numerator of an indicator counts: the small vocabulary in which a programme says it.

The words stand in a programme's file (docs/programmes.md#formulas); `mentoring.indicator_counts` does the counting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.mentorships import Side
from mentoring.needs import SENSITIVE, Need, Qualification
from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role


class Engagement(StrEnum):
    """How a mentorship must lie in time for its people to count.

    ENTERED («вошедшие»): it has begun since the programme's first day. WORKING («являются наставниками»): it was
    active on some day of the period that is reported.
    """

    ENTERED = "entered"
    WORKING = "working"


class Level(StrEnum):
    """Who types a denominator in: one number for the municipality, or one for each organisation."""

    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Persons:
    """What somebody must be on the report date; what is left out does not matter.

    age: full years, both included. under: full years, excluded. experience: years since the career began, the last
    anniversary included; hired: years in this organisation likewise. posts: plain words, one of which the post holds.
    needs: all of them were known to hold.
    """

    age: tuple[int, int] | None = None
    under: int | None = None
    categories: frozenset[Category] = frozenset()
    grades: frozenset[int] = frozenset()
    experience: tuple[int, int] | None = None
    hired: tuple[int, int] | None = None
    qualification: frozenset[Qualification] = frozenset()
    posts: tuple[str, ...] = ()
    needs: frozenset[Need] = frozenset()

    @property
    def sensitive(self) -> bool:
        """Whether who is counted tells something that only curator and psychologist may know."""
        return bool(self.needs & SENSITIVE)


@dataclass(frozen=True, slots=True)
class People:
    """People on one side of mentorships. `mentees`: what one mentee of the same mentorship at least must be.

    `role_models`: ids, of which the mentorship has one; empty: any.
    """

    side: Side
    engagement: Engagement = Engagement.ENTERED
    who: Persons = field(default_factory=Persons)
    mentees: Persons | None = None
    role_models: frozenset[str] = frozenset()

    @property
    def sensitive(self) -> bool:
        return self.who.sensitive or (self.mentees is not None and self.mentees.sensitive)


@dataclass(frozen=True, slots=True)
class Staff:
    """People who hold one of these roles in an organisation on the report date."""

    roles: frozenset[Role]

    @property
    def sensitive(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Union:
    """Everybody whom one of the rules counts, once."""

    rules: tuple[People | Staff, ...]

    @property
    def sensitive(self) -> bool:
        return any(rule.sensitive for rule in self.rules)


@dataclass(frozen=True, slots=True)
class Giving:
    """Organisations of these kinds whose people have become mentors."""

    kinds: frozenset[OrganisationKind]
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Having:
    """Organisations whose register holds a document of a kind in one of these states on the report date."""

    document: str
    states: frozenset[str]
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Monitored:
    """Organisations that have filled in a questionnaire of their own in the calendar year of the report.

    `report`: or have sent this report of the programme in it; what was returned does not count.
    """

    questionnaire: str
    report: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Satisfied:
    """Participants on one side who are satisfied; who answered is counted too and is the denominator."""

    side: Side
    sensitive: bool = False


Numerator = Union | Giving | Having | Monitored | Satisfied

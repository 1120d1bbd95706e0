"""People, their places in organisations, and organisations themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.roles import Category, Role

CONSENT_AGE = 14
"""From this age a child consents beside the guardian (docs/glossary.md, «Who»)."""
ADULT_AGE = 18


class OrganisationKind(StrEnum):
    SCHOOL = "school"
    PRESCHOOL = "preschool"
    SUPPLEMENTARY = "supplementary"
    COLLEGE = "college"
    ENTERPRISE = "enterprise"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A school, preschool, college, supplementary-education house or enterprise; `zone` is an IANA name."""

    id: int
    name: str
    kind: OrganisationKind
    zone: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Profile:
    """What registration asks beyond the name; each field None where the category has none of it."""

    school_class: str | None = None
    post: str | None = None
    subject: str | None = None
    career_start: date | None = None
    hired_here: date | None = None
    workplace: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A registered person. `telegram_id` None: takes part without it. `zone` None: the organisation's."""

    id: int
    telegram_id: int | None
    name: str
    birth: date | None
    category: Category | None
    profile: Profile
    language: str
    zone: str | None
    registered_at: datetime

    def is_minor(self, today: date) -> bool:
        return self.birth is not None and age(self.birth, today) < ADULT_AGE


class MembershipState(StrEnum):
    APPLIED = "applied"
    APPROVED = "approved"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's role in an organisation (None: in the municipality), with what they ask or offer."""

    id: int
    person_id: int
    organisation_id: int | None
    role: Role
    state: MembershipState
    areas: tuple[str, ...] = ()
    request: str | None = None
    reason: str | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guardianship:
    """Who answers for a minor: relation is `mother`, `father`, `guardian` or `other`."""

    child_id: int
    guardian_id: int
    relation: str
    hears_of_meetings: bool


def age(birth: date, on: date) -> int:
    """Full years on the day `on`."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def short_name(name: str) -> str:
    """«Иванова Мария Петровна» → «Мария И.»: enough for those who know each other, little to outsiders."""
    parts = name.split()
    if len(parts) < 2:
        return name
    return f"{parts[1]} {parts[0][0]}."

"""People, their places in organisations, and organisations themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mentoring.names import counted
from mentoring.roles import Category, Role

CONSENT_AGE = 14
"""From this age a child consents beside the guardian (docs/glossary.md#who)."""
ADULT_AGE = 18


class OrganisationKind(StrEnum):
    SCHOOL = "school"
    PRESCHOOL = "preschool"
    SUPPLEMENTARY = "supplementary"
    COLLEGE = "college"
    ENTERPRISE = "enterprise"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A school, preschool, college, supplementary-education house or enterprise; `zone` is an IANA name.

    `short_name` stands on buttons and in pictures, `genitive` in documents («приказ МОУ СОШ № 14»); None: not given.
    """

    id: int
    name: str
    kind: OrganisationKind
    zone: str
    created_at: datetime
    short_name: str | None = None
    genitive: str | None = None

    @property
    def label(self) -> str:
        """What it is called where there is little room."""
        return self.short_name or self.name

    @property
    def turn(self) -> tuple[Any, ...]:
        """Its place in every list: by name, the numbers in it as people count them, then by age in the bot."""
        return counted(self.name), self.id


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
    """A person. `telegram_id` None: takes part without it. `zone` None: the organisation's.

    `speaks`: ids of the programme's languages they can work in, none: the programme's own alone. `entered_by`: the
    curator who put them down, from a list or for somebody without Telegram.
    """

    id: int
    telegram_id: int | None
    name: str
    birth: date | None
    category: Category | None
    profile: Profile
    language: str
    zone: str | None
    registered_at: datetime
    speaks: tuple[str, ...] = ()
    entered_by: int | None = None

    def is_minor(self, today: date) -> bool:
        return self.birth is not None and age(self.birth, today) < ADULT_AGE


class MembershipState(StrEnum):
    """LISTED: put down by the organisation; nothing but the name is used, for the invitation, until they consent."""

    LISTED = "listed"
    APPLIED = "applied"
    APPROVED = "approved"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's role in an organisation (None: in the municipality), with what they ask or offer.

    `capacity`: how many mentees a mentor takes at once, None: as many as the programme says. `times`: codes of
    `mentoring.times`, none: not said. A pause begins on `paused_from`; on `paused_until` the person is back (None with
    a pause: nobody knows when), both stay afterwards; without `paused_from` it is the day somebody came back early.
    `council`: the mentor advises on pairs; `expert`: helps mentees of others too.
    """

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
    capacity: int | None = None
    times: tuple[str, ...] = ()
    paused_from: date | None = None
    paused_until: date | None = None
    pause_reason: str | None = None
    council: bool = False
    expert: bool = False

    def paused(self, today: date) -> bool:
        """Whether the person is on a pause on this day, local to the organisation."""
        begun = self.paused_from is not None and self.paused_from <= today
        return begun and (self.paused_until is None or today < self.paused_until)

    def taking_part(self, today: date) -> bool:
        """Whether something new may be proposed: approved, and not on a pause."""
        return self.state is MembershipState.APPROVED and not self.paused(today)


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

"""Adults beside a mentorship: who answers for it in the organisation, and who is consulted (docs/glossary.md#who)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.errors import Invalid, Stale
from mentoring.mentorships import OPEN_STATES, Mentorship
from mentoring.roles import Role

MOST = 8
"""Adults beside one mentorship: more would be a committee, and would not fit on a screen."""


class AdultDuty(StrEnum):
    """What an adult is beside a mentorship for."""

    RESPONSIBLE = "responsible"
    CONSULTANT = "consultant"


class Speciality(StrEnum):
    """What a consultant is asked about."""

    SUBJECT_TEACHER = "subject-teacher"
    PSYCHOLOGIST = "psychologist"
    SOCIAL_PEDAGOGUE = "social-pedagogue"
    OTHER = "other"


ROLES_OF: dict[Speciality, frozenset[Role]] = {
    Speciality.SUBJECT_TEACHER: frozenset({Role.MENTOR, Role.REFERRER, Role.CURATOR}),
    Speciality.PSYCHOLOGIST: frozenset({Role.PSYCHOLOGIST}),
    Speciality.SOCIAL_PEDAGOGUE: frozenset({Role.REFERRER, Role.MENTOR, Role.CURATOR}),
    Speciality.OTHER: frozenset({Role.MENTOR, Role.REFERRER, Role.CURATOR, Role.PSYCHOLOGIST, Role.HEAD}),
}
"""Among whom a consultant is looked for."""


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody in the bot (`person_id`) or a name typed in (`name`): one of the two. `added_at` is UTC."""

    id: int
    mentorship_id: int
    duty: AdultDuty
    added_by: int
    added_at: datetime
    person_id: int | None = None
    name: str | None = None
    speciality: Speciality | None = None


def add(mentorship: Mentorship, present: tuple[Adult, ...], new: Adult) -> Adult:
    """The adult to be stored; refused where they stand beside it already, are a party, or it is over."""
    if mentorship.state not in OPEN_STATES:
        raise Stale("refusal-mentorship-over")
    if new.person_id is not None and new.person_id in mentorship.people:
        raise Invalid("adults-is-party")
    if any(_same(one, new) for one in present):
        raise Invalid("adults-already")
    if len(present) >= MOST:
        raise Invalid("adults-many", most=MOST)
    return new


def _same(one: Adult, other: Adult) -> bool:
    return (one.duty, one.person_id, one.name) == (other.duty, other.person_id, other.name)

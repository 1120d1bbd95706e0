"""The bases of mentees and mentors are dated: when they were looked through, and whether it is time to do it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.clock import local_date
from mentoring.roles import Role

BASES = (Role.MENTEE, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class Review:
    """A curator looked a base through; `reviewed_at` is UTC."""

    organisation_id: int
    role: Role
    reviewed_by: int
    reviewed_at: datetime


def due(first: date, today: date, zone: str, review: Review | None) -> bool:
    """Whether a base whose term began on `first` waits: the term has begun and it was not looked through since."""
    if today < first:
        return False
    return review is None or local_date(review.reviewed_at, zone) < first

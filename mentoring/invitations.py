"""Links that let people in.

Personal: single-use, expiring. An organisation's: many-use, revocable, dated; it makes applicants only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.roles import Role

PERSONAL_TERM = timedelta(days=14)
LISTED_TERM = timedelta(days=60)
"""Of links for people of a list: they are printed and handed out over weeks."""
ORGANISATION_TERM = timedelta(days=180)
LINK_ROLES = frozenset({Role.MENTOR, Role.MENTEE, Role.GUARDIAN, Role.REFERRER})


class Addressee(StrEnum):
    """Whom an organisation invites by its link: each gets a text and a guide of their own."""

    PUPILS = "pupils"
    PARENTS = "parents"
    TEACHERS = "teachers"


class Refusal(StrEnum):
    """Why a link lets nobody in; the value ends the message key `invitation-…`."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link as stored: only its token's hash is kept. `role` None: the organisation's, the visitor chooses.

    `response_id` is the waiting registration of the child whom a guardian's link is for; `person_id` somebody in the
    base already, whose record the link joins with the phone that opens it.
    """

    id: int
    organisation_id: int | None
    role: Role | None
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None
    response_id: int | None = None
    person_id: int | None = None

    @property
    def personal(self) -> bool:
        return self.role is not None

    def refusal(self, now: datetime) -> Refusal | None:
        """Why it can't be used at `now` (UTC), or None if it can."""
        if self.revoked_at is not None:
            return Refusal.REVOKED
        if self.personal and self.used_at is not None:
            return Refusal.USED
        return Refusal.EXPIRED if now >= self.expires_at else None

"""Requests of third parties: a class teacher, psychologist or parent names somebody who needs a mentor.

Source: Tver programme, section 5 («запросы третьих лиц»); Kyzyl programme, 4.4.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.errors import Stale


class ReferralState(StrEnum):
    """New → taken up for somebody of the base, or declined with a reason."""

    NEW = "new"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Referral:
    """Who was named and why. `person_id`: whom of the base it became; `answer`: why it was declined. Times are UTC."""

    id: int
    organisation_id: int
    referred_by: int
    name: str
    school_class: str | None
    areas: tuple[str, ...]
    reason: str
    state: ReferralState
    created_at: datetime
    person_id: int | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    answer: str | None = None


def take(referral: Referral, person_id: int, by: int, now: datetime) -> Referral:
    """Taken up for somebody of the base; Stale once it is decided."""
    _expect_new(referral)
    return replace(referral, state=ReferralState.TAKEN, person_id=person_id, decided_by=by, decided_at=now)


def decline(referral: Referral, reason: str, by: int, now: datetime) -> Referral:
    """Declined, with the reason that the referrer reads; Stale once it is decided."""
    _expect_new(referral)
    return replace(referral, state=ReferralState.DECLINED, answer=reason, decided_by=by, decided_at=now)


def _expect_new(referral: Referral) -> None:
    if referral.state is not ReferralState.NEW:
        raise Stale("referral-decided", state=referral.state.value)

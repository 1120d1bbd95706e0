"""Handing a mentorship over: one mentor is released, another goes on with the same mentees for the rest of the term."""

from __future__ import annotations

from datetime import date, datetime

from mentoring import life
from mentoring.errors import Invalid, Stale
from mentoring.mentorships import OPEN_STATES, EarlyEnd, Mentorship, MentorshipState, Order

ONGOING = frozenset({MentorshipState.AGREED, MentorshipState.ACTIVE})
"""A proposal is taken back instead: nobody has begun yet."""


def ensure_open(mentorship: Mentorship) -> None:
    """Raises Stale unless there is something to hand over."""
    if mentorship.state not in ONGOING:
        proposed = mentorship.state in OPEN_STATES
        raise Stale("hand-over-proposed" if proposed else "refusal-mentorship-over")


def release(mentorship: Mentorship, now: datetime, *, comment: str | None, order: Order | None) -> Mentorship:
    """The old mentorship as it ends; its order of release may follow."""
    ensure_open(mentorship)
    return life.end_early(mentorship, EarlyEnd.HANDED_OVER, now, comment=comment, order=order)


def mentors_after(mentorship: Mentorship, leaving: int, successor: int) -> tuple[int, ...]:
    """Who mentors from now on: the successor in the place of the one who leaves."""
    if leaving not in mentorship.mentors:
        raise Invalid("hand-over-not-mentor")
    if successor in mentorship.people:
        raise Invalid("hand-over-same")
    return tuple(successor if one == leaving else one for one in mentorship.mentors)


def term(mentorship: Mentorship, today: date) -> tuple[date, date]:
    """The rest of the term: from today, or from its first day if that is still to come."""
    if mentorship.ends < today:
        raise Invalid("refusal-dates-past")
    return max(today, mentorship.starts), mentorship.ends

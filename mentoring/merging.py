"""Two records of one person become one: what stays of each, and when they can't be the same person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from mentoring.errors import Invalid
from mentoring.mentorships import Mentorship
from mentoring.people import Guardianship, MembershipState, Person, Profile

RANK: Sequence[MembershipState] = (
    MembershipState.APPROVED,
    MembershipState.APPLIED,
    MembershipState.LISTED,
    MembershipState.REFUSED,
    MembershipState.LEFT,
)
"""Of two places in the same role, the one whose state stands first stays."""
SLIP = timedelta(days=366)
"""Births further apart than this are no slip of the finger."""


def merged(kept: Person, dropped: Person) -> Person:
    """The person that stays: what they lack is taken from the other; of two Telegram accounts their own stays."""
    own, other = kept.profile, dropped.profile
    profile = Profile(
        own.school_class or other.school_class,
        own.post or other.post,
        own.subject or other.subject,
        own.career_start or other.career_start,
        own.hired_here or other.hired_here,
        own.workplace or other.workplace,
    )
    return replace(
        kept,
        telegram_id=kept.telegram_id or dropped.telegram_id,
        birth=kept.birth or dropped.birth,
        category=kept.category or dropped.category,
        profile=profile,
        language=kept.language if kept.telegram_id or not dropped.telegram_id else dropped.language,
        zone=kept.zone or dropped.zone,
        speaks=kept.speaks or dropped.speaks,
    )


def ensure_same(
    kept: Person, dropped: Person, mentorships: Iterable[Mentorship], guardianships: Collection[Guardianship]
) -> None:
    """Raises Invalid where the two can't be one person: they work with each other, one answers for the other, or
    years lie between their births (a slip in the day or month is forgiven).
    """
    both = {kept.id, dropped.id}
    if len(both) < 2:
        raise Invalid("merge-same")
    if kept.birth and dropped.birth and abs(kept.birth - dropped.birth) > SLIP:
        raise Invalid("merge-births", name=kept.name, other=dropped.name)
    for mentorship in mentorships:
        if both & set(mentorship.mentors) and both & set(mentorship.mentees):
            raise Invalid("merge-opposite", name=kept.name, other=dropped.name)
    if any({each.child_id, each.guardian_id} == both for each in guardianships):
        raise Invalid("merge-guardian", name=kept.name, other=dropped.name)


def stronger(kept: MembershipState, dropped: MembershipState) -> bool:
    """Whether the dropped record's state is the one that stays."""
    return RANK.index(dropped) < RANK.index(kept)

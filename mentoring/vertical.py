"""Help between organisations: one organisation, or the municipality itself, mentors another.

Source: Seversk, order no. 279, the «vertical model» (a party is an organisation): proposed by the coordinator, agreed
to by curator or head of both, completed with a result or ended before.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.errors import Invalid, Stale

ENDS_SOON = timedelta(days=14)
"""So long before its last day both sides and the coordinator are reminded."""


class VerticalState(StrEnum):
    """Proposed → active → completed, or ended early; declined by either side."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED = "ended"
    DECLINED = "declined"


OPEN = frozenset({VerticalState.PROPOSED, VerticalState.ACTIVE})


@dataclass(frozen=True, slots=True)
class OrganisationMentorship:
    """`mentor_id` mentors `mentee_id` (ids of organisations; mentor None: the municipality). Times are UTC.

    `starts`, `ends` are days, `ends` None: open-ended. `mentor_agreed_by`, `mentee_agreed_by`: who agreed for a side.
    """

    id: int
    mentor_id: int | None
    mentee_id: int
    goal: str
    starts: date
    ends: date | None
    state: VerticalState
    proposed_by: int
    proposed_at: datetime
    mentor_agreed_by: int | None = None
    mentee_agreed_by: int | None = None
    result: str | None = None
    changed_by: int | None = None
    changed_at: datetime | None = None

    @property
    def sides(self) -> tuple[int, ...]:
        """The organisations that take part."""
        return (self.mentee_id,) if self.mentor_id is None else (self.mentor_id, self.mentee_id)

    def waits_for(self, organisations: Collection[int]) -> bool:
        """Whether one of these organisations has still to agree."""
        if self.state is not VerticalState.PROPOSED:
            return False
        mentor = self.mentor_agreed_by is None and self.mentor_id in organisations
        return mentor or (self.mentee_agreed_by is None and self.mentee_id in organisations)


def ensure_sound(mentor_id: int | None, mentee_id: int, starts: date, ends: date | None) -> None:
    """Raises Invalid for an organisation that would mentor itself, and for days in the wrong order."""
    if mentor_id == mentee_id:
        raise Invalid("vertical-refusal-itself")
    if ends is not None and ends <= starts:
        raise Invalid("vertical-refusal-days")


def agreed(
    one: OrganisationMentorship, organisations: Collection[int], by: int, now: datetime
) -> OrganisationMentorship:
    """Somebody agreed for their organisations; active once both sides have. Raises Stale unless it waits for them."""
    if not one.waits_for(organisations):
        raise Stale("vertical-refusal-answered")
    mentor = by if one.mentor_agreed_by is None and one.mentor_id in organisations else one.mentor_agreed_by
    mentee = by if one.mentee_agreed_by is None and one.mentee_id in organisations else one.mentee_agreed_by
    both = mentor is not None and mentee is not None
    state = VerticalState.ACTIVE if both else VerticalState.PROPOSED
    return replace(one, state=state, mentor_agreed_by=mentor, mentee_agreed_by=mentee, changed_by=by, changed_at=now)


def declined(
    one: OrganisationMentorship, organisations: Collection[int], by: int, now: datetime
) -> OrganisationMentorship:
    """A side does not want it. Raises Stale unless it waits for an agreement of theirs."""
    if not one.waits_for(organisations):
        raise Stale("vertical-refusal-answered")
    return replace(one, state=VerticalState.DECLINED, changed_by=by, changed_at=now)


def finished(
    one: OrganisationMentorship, *, completed: bool, result: str, by: int | None, now: datetime
) -> OrganisationMentorship:
    """The coordinator closes it: completed, which only an active one can be, or ended. Raises Stale once it is over."""
    if one.state not in OPEN:
        raise Stale("vertical-refusal-over")
    if completed and one.state is not VerticalState.ACTIVE:
        raise Invalid("vertical-refusal-not-begun")
    state = VerticalState.COMPLETED if completed else VerticalState.ENDED
    return replace(one, state=state, result=result, changed_by=by, changed_at=now)

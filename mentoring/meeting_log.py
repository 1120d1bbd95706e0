"""What became of a meeting: held, not held and why; and meetings that nobody had planned.

Moments are aware UTC.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.errors import Invalid, Stale
from mentoring.meetings import Meeting, MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import Mentorship, MentorshipState

LONGEST_MINUTES = 600
MENDABLE_FOR = timedelta(days=14)
"""A log may be mended this long after it was first written; then it stands in the reports."""


def hold(
    meeting: Meeting,
    minutes: int,
    *,
    by: int,
    now: datetime,
    topics: tuple[str, ...] = (),
    outcome: str | None = None,
) -> Meeting:
    """Held, `minutes` long (1–600).

    A log may be mended for a fortnight; a meeting still to come can't have been held.
    """
    _expect_loggable(meeting, now)
    _check_minutes(minutes)
    if meeting.starts_at > now:
        raise Invalid("refusal-not-begun")
    return replace(
        meeting,
        state=MeetingState.HELD,
        minutes=minutes,
        not_held_reason=None,
        topics=topics,
        outcome=outcome,
        logged_by=by,
        logged_at=now,
    )


def not_hold(meeting: Meeting, reason: NotHeld, *, by: int, now: datetime) -> Meeting:
    """Not held; before its time a meeting is cancelled or moved instead."""
    _expect_loggable(meeting, now)
    if meeting.starts_at > now:
        raise Invalid("refusal-not-begun")
    return replace(
        meeting,
        state=MeetingState.NOT_HELD,
        minutes=None,
        not_held_reason=reason,
        topics=(),
        outcome=None,
        logged_by=by,
        logged_at=now,
    )


def unplanned(
    mentorship: Mentorship,
    kind: MeetingKind,
    starts_at: datetime,
    minutes: int,
    zone: str,
    *,
    by: int,
    now: datetime,
    topics: tuple[str, ...] = (),
    outcome: str | None = None,
) -> Meeting:
    """A meeting that took place without having been planned, to be stored (its id is 0 until then).

    It must have begun, on or after the mentorship's first day (in `zone`); a mentorship that is over takes
    no more.
    """
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    _check_minutes(minutes)
    if starts_at > now:
        raise Invalid("refusal-time-future")
    if starts_at.astimezone(ZoneInfo(zone)).date() < mentorship.starts:
        raise Invalid("refusal-before-start", starts=mentorship.starts)
    return Meeting(
        id=0,
        mentorship_id=mentorship.id,
        kind=kind,
        starts_at=starts_at,
        place=None,
        state=MeetingState.HELD,
        planned_by=by,
        planned_at=now,
        unplanned=True,
        minutes=minutes,
        topics=topics,
        outcome=outcome,
        logged_by=by,
        logged_at=now,
    )


def _expect_loggable(meeting: Meeting, now: datetime) -> None:
    if meeting.state is MeetingState.CANCELLED:
        raise Stale("refusal-meeting-closed")
    if meeting.logged_at is not None and now > meeting.logged_at + MENDABLE_FOR:
        raise Stale("refusal-log-closed")


def _check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise Invalid("refusal-minutes", longest=LONGEST_MINUTES)

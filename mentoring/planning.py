"""Planning, moving and cancelling meetings, and proposals of another time. Moments are aware UTC."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.errors import Forbidden, Invalid, Stale, TooLate
from mentoring.meetings import Meeting, MeetingKind, MeetingState, TimeProposal
from mentoring.mentorships import Mentorship, MentorshipState

LENGTH = timedelta(minutes=60)
"""How long a meeting is taken to last until it is logged."""


def end_of(meeting: Meeting) -> datetime:
    """When it ended by the log, or is expected to end."""
    return meeting.starts_at + (LENGTH if meeting.minutes is None else timedelta(minutes=meeting.minutes))


def check_time(mentorship: Mentorship, starts_at: datetime, zone: str, now: datetime) -> None:
    """Refuse a time in the past or outside the mentorship's days (days in `zone`, the organisation's)."""
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    if starts_at <= now:
        raise Invalid("refusal-time-past")
    day = starts_at.astimezone(ZoneInfo(zone)).date()
    if day < mentorship.starts:
        raise Invalid("refusal-before-start", starts=mentorship.starts)
    if day > mentorship.ends:
        raise Invalid("refusal-after-end", ends=mentorship.ends)


def plan(
    mentorship: Mentorship,
    kind: MeetingKind,
    starts_at: datetime,
    zone: str,
    *,
    place: str | None,
    planned_by: int,
    now: datetime,
) -> Meeting:
    """A new meeting to be stored (its id is 0 until then); refuses what `check_time` does."""
    check_time(mentorship, starts_at, zone, now)
    return Meeting(
        id=0,
        mentorship_id=mentorship.id,
        kind=kind,
        starts_at=starts_at,
        place=place,
        state=MeetingState.PLANNED,
        planned_by=planned_by,
        planned_at=now,
    )


def overlapping(starts_at: datetime, others: Iterable[Meeting], *, except_id: int | None = None) -> tuple[Meeting, ...]:
    """Planned meetings (of the same people) that would run at the same time: worth a warning, no refusal."""
    return tuple(
        other
        for other in others
        if other.state is MeetingState.PLANNED
        and other.id != except_id
        and other.starts_at < starts_at + LENGTH
        and starts_at < end_of(other)
    )


def move(mentorship: Mentorship, meeting: Meeting, starts_at: datetime, zone: str, now: datetime) -> Meeting:
    """Another time for a planned meeting, also for one whose time has passed unlogged («перенесли»).

    `planned_at` becomes the moment of moving: it says since when the present time is known. The same time
    again gives back the same meeting.
    """
    expect_planned(meeting)
    if starts_at == meeting.starts_at:
        return meeting
    check_time(mentorship, starts_at, zone, now)
    return replace(
        meeting,
        starts_at=starts_at,
        planned_at=now,
        sequence=meeting.sequence + 1,
        moves=meeting.moves + 1,
    )


def change_place(meeting: Meeting, place: str | None) -> Meeting:
    """Another place or link for a planned meeting."""
    expect_planned(meeting)
    return replace(meeting, place=place, sequence=meeting.sequence + 1) if place != meeting.place else meeting


def cancel(meeting: Meeting) -> Meeting:
    """A planned meeting will not be; cancelling twice is cancelling once."""
    if meeting.state is MeetingState.CANCELLED:
        return meeting
    expect_planned(meeting)
    return replace(meeting, state=MeetingState.CANCELLED, sequence=meeting.sequence + 1)


def propose_time(
    mentorship: Mentorship,
    meeting: Meeting,
    starts_at: datetime,
    zone: str,
    *,
    proposed_by: int,
    comment: str | None,
    now: datetime,
) -> TimeProposal:
    """Another time asked for by one of its people (id 0 until stored); nothing moves before it is accepted."""
    expect_planned(meeting)
    if meeting.starts_at <= now:
        raise TooLate("refusal-meeting-begun")
    if starts_at == meeting.starts_at:
        raise Invalid("refusal-same-time")
    check_time(mentorship, starts_at, zone, now)
    return TimeProposal(0, meeting.id, proposed_by, starts_at, comment, now)


def may_answer(meeting: Meeting, proposal: TimeProposal, person_id: int, mentors: Collection[int]) -> bool:
    """Whoever planned the meeting decides, or a mentor; if the planner proposes, any other participant;
    never oneself.
    """
    if person_id == proposal.proposed_by:
        return False
    return person_id == meeting.planned_by or person_id in mentors or proposal.proposed_by == meeting.planned_by


def accept(
    mentorship: Mentorship,
    meeting: Meeting,
    proposal: TimeProposal,
    *,
    person_id: int,
    zone: str,
    now: datetime,
) -> tuple[Meeting, TimeProposal]:
    """The meeting moved to the proposed time, and the proposal accepted."""
    _expect_open(meeting, proposal, person_id, mentorship.mentors)
    moved = move(mentorship, meeting, proposal.starts_at, zone, now)
    return moved, replace(proposal, accepted=True)


def refuse(mentorship: Mentorship, meeting: Meeting, proposal: TimeProposal, person_id: int) -> TimeProposal:
    """The meeting stays where it is."""
    _expect_open(meeting, proposal, person_id, mentorship.mentors)
    return replace(proposal, accepted=False)


def expect_planned(meeting: Meeting) -> None:
    """Raise Stale for a meeting that is logged or cancelled."""
    if meeting.state is not MeetingState.PLANNED:
        raise Stale("refusal-meeting-closed")


def _expect_open(meeting: Meeting, proposal: TimeProposal, person_id: int, mentors: Collection[int]) -> None:
    if proposal.accepted is not None:
        raise Stale("refusal-time-proposal-closed")
    expect_planned(meeting)
    if not may_answer(meeting, proposal, person_id, mentors):
        raise Forbidden

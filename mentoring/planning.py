"""Planning, moving and cancelling meetings, and proposals of another time. Moments are aware UTC."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.errors import Forbidden, Invalid, Stale, TooLate
from mentoring.meetings import Meeting, MeetingFormat, MeetingKind, MeetingState, TimeProposal
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.whereabouts import Whereabouts, whereabouts

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
    where: Whereabouts,
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
        place=where.place,
        state=MeetingState.PLANNED,
        planned_by=planned_by,
        planned_at=now,
        format=where.format,
        link=where.link,
    )


def busy_at(starts_at: datetime, known: Iterable[tuple[int, datetime]]) -> tuple[int, ...]:
    """Who of those with other meetings (person, its beginning) could not be at one that begins at `starts_at`.

    Worth a warning, no refusal. Everybody once, in the order given.
    """
    return tuple(dict.fromkeys(person for person, begins in known if abs(begins - starts_at) < LENGTH))


def is_taken(place: str, starts_at: datetime, known: Iterable[tuple[str, datetime]]) -> bool:
    """Whether another meeting (its place and beginning) is in the same room at that time, however it is written."""
    room = _room(place)
    return any(_room(other) == room and abs(begins - starts_at) < LENGTH for other, begins in known)


def _room(place: str) -> str:
    """«каб. 12», «Каб.12» and «каб.  12 » are one room."""
    return "".join(place.split()).casefold().replace("ё", "е")


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


def relocate(meeting: Meeting, where: Whereabouts) -> Meeting:
    """Another place, format or link for a planned meeting; the same again gives back the same meeting."""
    expect_planned(meeting)
    if where == Whereabouts(meeting.format, meeting.place, meeting.link):
        return meeting
    sequence = meeting.sequence + 1
    return replace(meeting, format=where.format, place=where.place, link=where.link, sequence=sequence)


def cancel(meeting: Meeting, reason: str | None, *, by: int | None, now: datetime) -> Meeting:
    """A planned meeting will not be; cancelling twice is cancelling once."""
    if meeting.state is MeetingState.CANCELLED:
        return meeting
    expect_planned(meeting)
    return replace(
        meeting,
        state=MeetingState.CANCELLED,
        sequence=meeting.sequence + 1,
        outcome=reason,
        logged_by=by,
        logged_at=now,
    )


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


def propose_place(
    meeting: Meeting, where: Whereabouts, *, proposed_by: int, comment: str | None, now: datetime
) -> TimeProposal:
    """Another place or link asked for (id 0 until stored); a place is in words, online without a link is `online`."""
    expect_planned(meeting)
    if meeting.starts_at <= now:
        raise TooLate("refusal-meeting-begun")
    if relocate(meeting, where) is meeting:
        raise Invalid("meetings-refusal-same-place")
    place = where.place if where.link is not None or where.place is not None else where.format.value
    return TimeProposal(0, meeting.id, proposed_by, meeting.starts_at, comment, now, place=place, link=where.link)


def may_answer(meeting: Meeting, proposal: TimeProposal, person_id: int, mentors: Collection[int]) -> bool:
    """Whoever planned the meeting decides, or a mentor; if one of these proposes, any other participant: a curator
    who planned it may be one no more. Never oneself.
    """
    if person_id == proposal.proposed_by:
        return False
    deciders = {meeting.planned_by, *mentors}
    return person_id in deciders or proposal.proposed_by in deciders


def accept(
    mentorship: Mentorship,
    meeting: Meeting,
    proposal: TimeProposal,
    *,
    person_id: int,
    zone: str,
    now: datetime,
) -> tuple[Meeting, TimeProposal]:
    """The meeting at the proposed time or place, and the proposal accepted."""
    _expect_open(meeting, proposal, person_id, mentorship.mentors)
    where = asked_place(meeting, proposal)
    after = move(mentorship, meeting, proposal.starts_at, zone, now) if where is None else relocate(meeting, where)
    return after, replace(proposal, accepted=True)


def asked_place(meeting: Meeting, proposal: TimeProposal) -> Whereabouts | None:
    """Where a proposal wants the meeting to be; None where it is about the time."""
    if proposal.link is not None:
        return Whereabouts(MeetingFormat.ONLINE, link=proposal.link)
    if proposal.place is None:
        return None
    return whereabouts(proposal.place)


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

"""Two people act on one meeting at once: one wins, the other is told what happened to it."""

from __future__ import annotations

from mentoring.errors import Stale
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import MentorshipState
from services.desk import Desk
from services.meeting_occasion import Occasion
from surveys.record import Record

FOLLOWING = "following"
"""The fact of a form that it is about a meeting and those that follow it in its series."""
SEEN = "seen"
"""The fact that remembers which state of a meeting a form was begun with: its `sequence`."""


def seen(meeting: Meeting) -> dict[str, object]:
    """The fact of a form that is begun now."""
    return {SEEN: meeting.sequence}


async def expect_planned(desk: Desk, about: Occasion, record: Record | None = None) -> None:
    """Raise Stale, saying what happened, for a meeting that is closed, or not as it was when `record` was begun."""
    begun_with = record.facts.get(SEEN) if record is not None else None
    if about.meeting.state is not MeetingState.PLANNED or begun_with not in (None, about.meeting.sequence):
        raise await what_happened(desk, about.meeting)
    if about.mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")


async def lost(desk: Desk, meeting_id: int) -> Stale:
    """Somebody was quicker: what has become of the meeting in between."""
    meeting = await desk.work.meetings.get(meeting_id)
    return Stale("meetings-refusal-changed") if meeting is None else await what_happened(desk, meeting)


async def what_happened(desk: Desk, meeting: Meeting) -> Stale:
    """Who logged or cancelled it, or where and when it is to be now."""
    by = meeting.logged_by
    person = await desk.work.people.get(by) if by is not None else None
    who = {"who": person.name} if person is not None else {}
    match meeting.state:
        case MeetingState.PLANNED:
            return Stale("meetings-refusal-changed-to", when=meeting.starts_at)
        case MeetingState.CANCELLED:
            return Stale("meetings-refusal-cancelled-by" if who else "meetings-refusal-cancelled", **who)
    return Stale("meetings-refusal-logged-by" if who else "meetings-refusal-logged", **who)

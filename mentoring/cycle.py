"""Which meeting comes next: acquaintance → trial → planning → working … → final (Tver programme, section 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Mentorship

FINAL_WITHIN = timedelta(days=14)
"""This near to the last day the final meeting is offered."""
OPENING = (MeetingKind.ACQUAINTANCE, MeetingKind.TRIAL, MeetingKind.PLANNING)
_COUNTED = frozenset({MeetingState.PLANNED, MeetingState.HELD})


def next_kind(mentorship: Mentorship, meetings: Iterable[Meeting], day: date) -> MeetingKind:
    """The kind to offer for a meeting on `day` (in the organisation's zone).

    The opening meetings come in their order, each once; then working ones, and near the last day the final
    one, if it is not held or planned yet. Meetings cancelled or not held count as not having been.
    """
    been = {meeting.kind for meeting in meetings if meeting.state in _COUNTED}
    for kind in OPENING:
        if kind not in been:
            return kind
    near_the_end = day >= mentorship.ends - FINAL_WITHIN
    return MeetingKind.FINAL if near_the_end and MeetingKind.FINAL not in been else MeetingKind.WORKING


def unplanned_kind(mentorship: Mentorship, meetings: Iterable[Meeting], day: date) -> MeetingKind:
    """The kind of a meeting on `day` that nobody had planned: the next one, but never taken for the final one.

    A final meeting sends the exit questionnaires, so it is one only where somebody has said so.
    """
    kind = next_kind(mentorship, meetings, day)
    return MeetingKind.WORKING if kind is MeetingKind.FINAL else kind


def offered(mentorship: Mentorship, meetings: Iterable[Meeting], day: date) -> tuple[MeetingKind, ...]:
    """All kinds, the next one first: it is offered, not forced."""
    first = next_kind(mentorship, meetings, day)
    return (first, *(kind for kind in MeetingKind if kind is not first))


def final_held(meetings: Iterable[Meeting]) -> bool:
    """Whether the final meeting has taken place."""
    return any(m.kind is MeetingKind.FINAL and m.state is MeetingState.HELD for m in meetings)

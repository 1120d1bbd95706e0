"""Who was at a meeting of a group or circle. Of a pair it is not asked: without either of them there is no meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.errors import Invalid
from mentoring.meetings import Meeting
from mentoring.mentorships import Mentorship


class Absence(StrEnum):
    """Why somebody was not there, as whoever logs the meeting knows it."""

    ILL = "ill"
    BUSY = "busy"
    NO_WORD = "no_word"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether one person was at one meeting; `reason` where they were not."""

    meeting_id: int
    person_id: int
    present: bool
    reason: Absence | None
    marked_by: int
    marked_at: datetime


def is_asked(mentorship: Mentorship) -> bool:
    """Whether the log asks who was there: in a group or a circle."""
    return len(mentorship.people) > 2


def mark(
    mentorship: Mentorship,
    meeting: Meeting,
    absent: Collection[int],
    reason: Absence | None,
    *,
    by: int,
    now: datetime,
) -> tuple[Attendance, ...]:
    """One entry for everybody of a group or circle, none for a pair.

    Raises Invalid where no mentor or no mentee was left: then the meeting was not held.
    """
    if not is_asked(mentorship):
        return ()
    if not set(mentorship.mentors) - set(absent) or not set(mentorship.mentees) - set(absent):
        raise Invalid("meetings-refusal-nobody-there")
    return tuple(
        Attendance(meeting.id, each, each not in absent, reason if each in absent else None, by, now)
        for each in mentorship.people
    )


def present(mentorship: Mentorship, attendances: Iterable[Attendance]) -> tuple[int, ...]:
    """Who was there: those marked so, or everybody of the mentorship where nobody marked anything."""
    marked = tuple(attendances)
    return tuple(one.person_id for one in marked if one.present) if marked else mentorship.people

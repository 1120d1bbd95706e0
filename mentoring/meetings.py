"""Meetings: kinds, formats, states, proposals of another time, place or link. Times are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MeetingKind(StrEnum):
    """The cycle of meetings (Tver programme, section 6, stage «Организация хода»)."""

    ACQUAINTANCE = "acquaintance"
    TRIAL = "trial"
    PLANNING = "planning"
    WORKING = "working"
    FINAL = "final"


class MeetingFormat(StrEnum):
    """How people meet. A lesson is a visit: the mentor comes to the mentee's lesson, or the mentee to the mentor's."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    LESSON = "lesson"


class MeetingState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class NotHeld(StrEnum):
    """Why a planned meeting was not held, as the mentor logs it."""

    MENTEE_ILL = "mentee_ill"
    MENTOR_ILL = "mentor_ill"
    TIMETABLE = "timetable"
    FORGOTTEN = "forgotten"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a mentorship. `sequence` counts its changes (for .ics); `moves` how often it was moved.

    `outcome` is what came of it; of a cancelled one, why. `logged_by` said so, or cancelled it. `place` of a lesson is
    its subject and class, `link` (https) opens an online one, `series_id` tells of which repeated meetings it is one.
    """

    id: int
    mentorship_id: int
    kind: MeetingKind
    starts_at: datetime
    place: str | None
    state: MeetingState
    planned_by: int
    planned_at: datetime
    sequence: int = 0
    moves: int = 0
    unplanned: bool = False
    minutes: int | None = None
    not_held_reason: NotHeld | None = None
    topics: tuple[str, ...] = ()
    outcome: str | None = None
    logged_by: int | None = None
    logged_at: datetime | None = None
    format: MeetingFormat = MeetingFormat.IN_PERSON
    link: str | None = None
    series_id: int | None = None


@dataclass(frozen=True, slots=True)
class TimeProposal:
    """Another time, place or link for a planned meeting, proposed by one of its people and nothing until accepted.

    `starts_at` is the meeting's own where another place or link is asked for. At most one of `place` and `link` is set.
    """

    id: int
    meeting_id: int
    proposed_by: int
    starts_at: datetime
    comment: str | None
    proposed_at: datetime
    accepted: bool | None = None
    place: str | None = None
    link: str | None = None

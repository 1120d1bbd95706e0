"""Meetings, proposals of another time or place, repeated meetings, attendance."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, UniqueConstraint, text

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

meetings = numbered(
    "meetings",
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("place", EncryptedText, nullable=True),
    Column("state", String(16), nullable=False),
    Column("planned_by", Id, nullable=False),
    Column("planned_at", UtcTime, nullable=False),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("moves", Integer, nullable=False, server_default="0"),
    Column("unplanned", Boolean, nullable=False, server_default=text("false")),
    Column("minutes", Integer, nullable=True),
    Column("not_held_reason", String(24), nullable=True),
    Column("topics", Json, nullable=False),
    Column("outcome", EncryptedText, nullable=True),
    Column("logged_by", Id, nullable=True),
    Column("logged_at", UtcTime, nullable=True),
    # in_person, online, lesson (the mentor visits a lesson, or the mentee the mentor's)
    Column("format", String(16), nullable=False, server_default="in_person"),
    Column("link", EncryptedText, nullable=True),
    Column("series_id", Id, nullable=True, index=True),
    # What became of a mentorship's meetings is read from here alone.
    Index("ix_meetings_mentorship_starts_state", "mentorship_id", "starts_at", "state", "unplanned", "moves"),
    Index("ix_meetings_state_starts", "state", "starts_at"),
)

time_proposals = numbered(
    "time_proposals",
    identity(),
    Column("meeting_id", Id, ForeignKey("meetings.id"), nullable=False, index=True),
    Column("proposed_by", Id, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("comment", EncryptedText, nullable=True),
    Column("proposed_at", UtcTime, nullable=False),
    Column("accepted", Boolean, nullable=True),
    # Another place or link may be proposed with the time, or without (then starts_at is the meeting's).
    Column("place", EncryptedText, nullable=True),
    Column("link", EncryptedText, nullable=True),
)

meeting_series = numbered(
    "meeting_series",
    # Repeated meetings: the same local weekday and time every so many weeks until a day.
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False, index=True),
    Column("every_weeks", Integer, nullable=False),
    Column("until", Date, nullable=False),
    Column("planned_by", Id, nullable=False),
    Column("planned_at", UtcTime, nullable=False),
    Column("stopped_at", UtcTime, nullable=True),
)

attendances = numbered(
    "attendances",
    # Who was there; a held meeting without rows was attended by everybody.
    identity(),
    Column("meeting_id", Id, ForeignKey("meetings.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("present", Boolean, nullable=False),
    Column("reason", String(24), nullable=True),
    Column("marked_by", Id, nullable=False),
    Column("marked_at", UtcTime, nullable=False),
    UniqueConstraint("meeting_id", "person_id"),
)

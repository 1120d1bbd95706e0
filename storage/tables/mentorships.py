"""Mentorships and their meetings."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

mentorships = numbered(
    "mentorships",
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("form", String(24), nullable=False),
    Column("role_model", String(48), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("state", String(16), nullable=False),
    Column("proposed_by", Id, nullable=False),
    Column("proposed_at", UtcTime, nullable=False),
    Column("order_number", Text, nullable=True),
    Column("order_date", Date, nullable=True),
    Column("activated_at", UtcTime, nullable=True),
    Column("exit_asked_at", UtcTime, nullable=True),
    Column("ended_at", UtcTime, nullable=True),
    Column("end_reason", String(24), nullable=True),
    Column("end_comment", EncryptedText, nullable=True),
    Column("end_order_number", Text, nullable=True),
    Column("end_order_date", Date, nullable=True),
    Index("ix_mentorships_organisation_state", "organisation_id", "state"),
)

parties = numbered(
    "parties",
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    # A party may be a person or, in a vertical model, an organisation.
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("side", String(8), nullable=False),
    Column("agreed", Boolean, nullable=True),
    Column("answered_at", UtcTime, nullable=True),
    UniqueConstraint("mentorship_id", "person_id", "side"),
)

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
    Index("ix_meetings_mentorship_starts", "mentorship_id", "starts_at"),
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
)

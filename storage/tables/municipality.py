"""What a municipality does beside its pairs: help between organisations, recommendations, practices, events, awards."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, SealedText, UtcTime

organisation_mentorships = numbered(
    "organisation_mentorships",
    # The vertical model: an organisation, or the municipality itself (null), mentors an organisation.
    identity(),
    Column("mentor_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("mentee_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("goal", Text, nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=True),
    Column("state", String(12), nullable=False),  # proposed, active, completed, ended, declined
    Column("result", EncryptedText, nullable=True),
    Column("proposed_by", Id, nullable=False),
    Column("proposed_at", UtcTime, nullable=False),
    Column("mentor_agreed_by", Id, nullable=True),
    Column("mentee_agreed_by", Id, nullable=True),
    Column("changed_by", Id, nullable=True),
    Column("changed_at", UtcTime, nullable=True),
)

recommendations = numbered(
    "recommendations",
    # Written to one organisation, answered by it, closed by who wrote it.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("indicator", String(16), nullable=True),
    Column("title", Text, nullable=False),
    Column("words", EncryptedText, nullable=False),
    Column("due", Date, nullable=True),
    Column("state", String(12), nullable=False),  # sent, answered, returned, closed, withdrawn
    Column("written_by", Id, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Column("read_at", UtcTime, nullable=True),
    Column("answer", EncryptedText, nullable=True),
    Column("file", Json, nullable=True),
    Column("answered_by", Id, nullable=True),
    Column("answered_at", UtcTime, nullable=True),
    Column("decided_by", Id, nullable=True),
    Column("decided_at", UtcTime, nullable=True),
    Column("comment", EncryptedText, nullable=True),
    Index("ix_recommendations_organisation_state", "organisation_id", "state"),
    Index("ix_recommendations_state_due", "state", "due"),
)

practices = numbered(
    "practices",
    # The bank of best practices: submitted by an organisation, reviewed and published by the coordinator.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("author_id", Id, ForeignKey("people.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("title", Text, nullable=False),
    Column("form", String(24), nullable=True),
    Column("problem", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("link", Text, nullable=True),
    Column("file", Json, nullable=True),
    Column("state", String(12), nullable=False),  # submitted, returned, published, withdrawn
    Column("submitted_by", Id, nullable=False),
    Column("submitted_at", UtcTime, nullable=False),
    Column("decided_by", Id, nullable=True),
    Column("decided_at", UtcTime, nullable=True),
    Column("comment", EncryptedText, nullable=True),
    Index("ix_practices_state_decided", "state", "decided_at"),
    Index("ix_practices_organisation_state", "organisation_id", "state"),
)

events = numbered(
    "events",
    # Seminars, courses, contests, the closing event: of an organisation, or of the municipality (null).
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("about", Text, nullable=True),
    Column("starts_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime, nullable=True),
    Column("sign_up_until", UtcTime, nullable=True),
    Column("place", Text, nullable=True),
    Column("link", Text, nullable=True),
    Column("seats", Integer, nullable=True),  # null: as many as come
    Column("roles", Json, nullable=False),  # who is invited
    Column("state", String(12), nullable=False),  # draft, open, held, announced, cancelled
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("created_by", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=True),
    Index("ix_events_organisation_starts", "organisation_id", "starts_at"),
    Index("ix_events_state_starts", "state", "starts_at"),
)

event_people = numbered(
    "event_people",
    identity(),
    Column("event_id", Id, ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("state", String(12), nullable=False),  # signed, waiting, off
    Column("signed_by", Id, nullable=False),
    Column("signed_at", UtcTime, nullable=False),
    Column("came", Boolean, nullable=True),
    Column("result", SealedText, nullable=True),  # a contest's place or nomination
    Column("marked_by", Id, nullable=True),
    UniqueConstraint("event_id", "person_id"),
)

awards = numbered(
    "awards",
    # A letter of thanks, a diploma, a place on the board of honour, and what it was given for.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("award", String(24), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_year", Integer, nullable=False),
    Column("grounds", Json, nullable=False),  # the criteria met, with their numbers
    Column("words", EncryptedText, nullable=True),
    Column("number", Text, nullable=True),
    Column("given_on", Date, nullable=False),
    Column("given_by", Id, nullable=False),
    Column("given_at", UtcTime, nullable=False),
    Column("revoked_at", UtcTime, nullable=True),
    Column("on_board", Boolean, nullable=False),
    Index("ix_awards_organisation_year", "organisation_id", "school_year"),
)

"""The bases of an organisation: needs, reviews, requests of third parties, who came before the school of mentors."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

needs = numbered(
    "needs",
    # One row a person and organisation; the facts are one encrypted JSON object, so the table tells no category.
    identity(),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("facts", EncryptedText, nullable=False),
    Column("set_by", Id, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    UniqueConstraint("person_id", "organisation_id"),
)

base_reviews = numbered(
    "base_reviews",
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("role", String(16), nullable=False),  # mentee or mentor: whose base was looked through
    Column("reviewed_by", Id, nullable=False),
    Column("reviewed_at", UtcTime, nullable=False),
    Index("ix_base_reviews_organisation_role", "organisation_id", "role", "reviewed_at"),
)

referrals = numbered(
    "referrals",
    # A class teacher, psychologist or parent names somebody who needs a mentor; the curator takes it up.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("referred_by", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("name", EncryptedText, nullable=False),
    Column("school_class", String(16), nullable=True),
    Column("areas", Json, nullable=False),
    Column("reason", EncryptedText, nullable=False),
    Column("state", String(12), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("decided_by", Id, nullable=True),
    Column("decided_at", UtcTime, nullable=True),
    Column("answer", EncryptedText, nullable=True),
    Index("ix_referrals_organisation_state", "organisation_id", "state"),
)

people_drafts = numbered(
    "people_drafts",
    # What was read out of a list of people until it is taken in, one a chat.
    identity(),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("body", EncryptedText, nullable=False),
    Column("read_at", UtcTime, nullable=False),
)

training_materials = numbered(
    "training_materials",
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("link", Text, nullable=True),
    Column("file", Json, nullable=True),
    Column("added_by", Id, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("archived", Boolean, nullable=False, server_default=text("false")),
)

training_sessions = numbered(
    "training_sessions",
    # A day of the school of mentors: lesson, interview or safety briefing, with those who are asked to come.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("step", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("place", Text, nullable=True),
    Column("state", String(12), nullable=False),
    Column("created_by", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Index("ix_training_sessions_organisation_starts", "organisation_id", "starts_at"),
)

training_steps = numbered(
    "training_steps",
    # What a mentor has been through: selection, interview, training, safety briefing; with date and result.
    identity(),
    Column("membership_id", Id, ForeignKey("memberships.id", ondelete="CASCADE"), nullable=False),
    Column("session_id", Id, ForeignKey("training_sessions.id"), nullable=True, index=True),
    Column("step", String(16), nullable=False),
    Column("result", String(16), nullable=True),  # null: invited to the session, nothing recorded yet
    Column("held_on", Date, nullable=True),
    Column("note", EncryptedText, nullable=True),
    Column("recorded_by", Id, nullable=True),
    Column("recorded_at", UtcTime, nullable=True),
    UniqueConstraint("membership_id", "session_id"),
    Index("ix_training_steps_membership_step", "membership_id", "step"),
)

trail = numbered(
    "trail",
    # Who changed what about a mentorship, a person or a request, and when; never changed afterwards.
    identity(),
    Column("organisation_id", Id, nullable=True),
    Column("subject", String(16), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("event", String(32), nullable=False),
    Column("actor_id", Id, nullable=True),
    Column("at", UtcTime, nullable=False),
    Column("details", EncryptedText, nullable=True),
    Index("ix_trail_subject", "subject", "subject_id", "at"),
)

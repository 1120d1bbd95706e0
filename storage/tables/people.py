"""Organisations and people: who takes part where, who invited and who consented."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

organisations = numbered(
    "organisations",
    identity(),
    Column("name", Text, nullable=False),
    # Lower case, ё → е (mentoring.names.plain): SQLite's lower() knows no Cyrillic.
    Column("search", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    # As it stands on buttons, null: the name.
    Column("short_name", Text, nullable=True),
    # «Школы № 14»: the genitive for documents, null: made from the name by rule.
    Column("genitive", Text, nullable=True),
)

people = numbered(
    "people",
    identity(),
    Column("telegram_id", BigInteger, unique=True, nullable=True),
    Column("name", Text, nullable=False),
    Column("search", Text, nullable=False, index=True),
    Column("birth", Date, nullable=True),
    Column("category", String(16), nullable=True),
    Column("school_class", String(16), nullable=True),
    Column("post", Text, nullable=True),
    Column("subject", Text, nullable=True),
    Column("career_start", Date, nullable=True),
    Column("hired_here", Date, nullable=True),
    Column("workplace", Text, nullable=True),
    Column("language", String(8), nullable=False),
    Column("zone", String(64), nullable=True),
    Column("registered_at", UtcTime, nullable=False),
    # Languages the person can work in, null: the programme's own alone.
    Column("speaks", Json, nullable=True),
    # The curator who put them down: from a list, or for somebody without Telegram.
    Column("entered_by", Id, nullable=True),
)

memberships = numbered(
    "memberships",
    identity(),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("areas", Json, nullable=False),
    Column("request", EncryptedText, nullable=True),
    Column("reason", EncryptedText, nullable=True),
    Column("applied_at", UtcTime, nullable=False),
    Column("decided_by", Id, nullable=True),
    Column("decided_at", UtcTime, nullable=True),
    # How many mentees a mentor takes at once, null: as many as the programme says.
    Column("capacity", Integer, nullable=True),
    # When the person has time: codes of weekday and part of the day, null: not said.
    Column("times", Json, nullable=True),
    Column("paused_from", Date, nullable=True),
    Column("paused_until", Date, nullable=True, index=True),
    Column("pause_reason", EncryptedText, nullable=True),
    # A mentor may sit in the council of mentors, and be an expert who helps mentees of others.
    Column("council", Boolean, nullable=False, server_default=text("false")),
    Column("expert", Boolean, nullable=False, server_default=text("false")),
    # When it was last changed or looked through; null: not since the decision.
    Column("changed_at", UtcTime, nullable=True),
    UniqueConstraint("person_id", "organisation_id", "role"),
    Index("ix_memberships_organisation_role", "organisation_id", "role", "state"),
    # A null organisation is the municipality; nulls differ from each other in a unique constraint.
    Index(
        "uq_memberships_municipality",
        "person_id",
        "role",
        unique=True,
        sqlite_where=text("organisation_id IS NULL"),
        postgresql_where=text("organisation_id IS NULL"),
    ),
)

invitations = numbered(
    "invitations",
    identity(),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("role", String(16), nullable=True),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=True, index=True),
    # Whom it is for, if they are in the base already (imported, or without Telegram until now).
    Column("person_id", Id, nullable=True, index=True),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime, nullable=True),
    Column("used_by", BigInteger, nullable=True),
    Column("revoked_at", UtcTime, nullable=True),
)

consents = numbered(
    "consents",
    identity(),
    # While a child's registration waits, the consent hangs on its response; with the person it moves to the person.
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("kind", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("given_by", Id, nullable=True),
    Column("given_at", UtcTime, nullable=False),
    Column("paper_date", Date, nullable=True),
    Column("paper_file", EncryptedText, nullable=True),
    Column("paper_giver", EncryptedText, nullable=True),
    Column("recorded_by", Id, nullable=True),
    Column("withdrawn_at", UtcTime, nullable=True),
    CheckConstraint("(person_id IS NULL) <> (response_id IS NULL)", name="person_or_response"),
)

guardianships = numbered(
    "guardianships",
    identity(),
    Column("child_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("guardian_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("relation", String(16), nullable=False),
    Column("hears_of_meetings", Boolean, nullable=False),
    UniqueConstraint("child_id", "guardian_id"),
    UniqueConstraint("response_id", "guardian_id"),
    CheckConstraint("(child_id IS NULL) <> (response_id IS NULL)", name="child_or_response"),
)

erasures = numbered(
    "erasures",
    # Whose consent was withdrawn: hidden at once, erased when due; afterwards the evidence that it was done.
    identity(),
    Column("person_id", Id, nullable=False, index=True),
    # Where it may be taken back from; null once it is done, or for somebody without Telegram.
    Column("chat_id", BigInteger, nullable=True, index=True),
    # The organisations that answer for the data, `,5,12,`; 0: the municipality.
    Column("places", Text, nullable=False),
    Column("ground", String(16), nullable=False),
    Column("asked_by", Id, nullable=True, index=True),
    Column("asked_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("state", String(12), nullable=False),  # hidden, sweeping, erased, undone
    # What was hidden, to be put back; while sweeping, the names to be found; null afterwards.
    Column("sealed", EncryptedText, nullable=True),
    Column("progress", String(64), nullable=False),
    # Kinds of data and how many records of each were destroyed.
    Column("counts", Json, nullable=False),
    Column("erased_at", UtcTime, nullable=True),
    Index("ix_erasures_state_due", "state", "due_at"),
)

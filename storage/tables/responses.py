"""Definitions as they were asked, responses to them, and every answer."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import identity, metadata, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

definitions = numbered(
    "definitions",
    # The body is archived on first use; a changed body under an old version is refused.
    identity(),
    Column("name", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("first_used_at", UtcTime, nullable=False),
    UniqueConstraint("name", "version"),
)

responses = numbered(
    "responses",
    identity(),
    # A chat, not yet a person: a registration begins before there is anybody to point at.
    Column("chat_id", BigInteger, nullable=True),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True),
    Column("organisation_id", Id, nullable=True),
    Column("definition", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(8), nullable=False),  # survey, form, trial
    Column("subject", String(16), nullable=True),  # mentorship, meeting, membership, invitation, …
    Column("subject_id", Id, nullable=True),
    Column("state", String(12), nullable=False),  # surveys.record.RecordState
    Column("asking", String(24), nullable=True),
    Column("skipped", Json, nullable=False),
    # Where the dialogue stands besides: calendar page, return to card, facts.
    Column("marks", Json, nullable=False),
    Column("anonymous", Boolean, nullable=False, server_default=text("false")),
    Column("asked_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=True),
    Column("reminded_at", UtcTime, nullable=True),
    Column("started_at", UtcTime, nullable=True),
    Column("finished_at", UtcTime, nullable=True),
    # Who typed it in for somebody without Telegram, or observed it about them.
    Column("entered_by", Id, nullable=True),
    Column("campaign_id", Id, nullable=True),
    # Whose answers they are in the mentorship's eyes, as it was when they were asked for.
    Column("form", String(24), nullable=True),
    Column("role", String(16), nullable=True),
    Column("reminders", Integer, nullable=False, server_default="0"),
    Index("ix_responses_chat_state", "chat_id", "state"),
    Index("ix_responses_subject", "subject", "subject_id"),
    Index("ix_responses_state_asked", "state", "asked_at"),
    Index("ix_responses_state_due", "state", "due_at"),
    Index("ix_responses_organisation_finished", "organisation_id", "finished_at"),
    Index("ix_responses_definition_organisation", "definition", "organisation_id", "state"),
    Index("ix_responses_person_definition", "person_id", "definition", "finished_at"),
    Index(
        "ix_responses_nameless",
        *("organisation_id", "finished_at"),
        sqlite_where=text("person_id IS NULL"),
        postgresql_where=text("person_id IS NULL"),
    ),
    Index("ix_responses_campaign_state", "campaign_id", "state"),
    # Who stands behind the finished responses of a group is read from here alone (storage.results).
    Index(
        "ix_responses_finished_groups",
        *("definition", "version", "organisation_id", "campaign_id", "form", "role", "person_id", "anonymous"),
        sqlite_where=text("state = 'finished'"),
        postgresql_where=text("state = 'finished'"),
    ),
    # Nobody is asked the same thing twice in a campaign; detached answers have no person and are not held by it.
    Index(
        "uq_responses_campaign_asked", "campaign_id", "person_id", "definition", "subject", "subject_id", unique=True
    ),
)

answers = Table(
    "answers",
    metadata,
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(24), primary_key=True),
    Column("value", Json, nullable=True),  # null where `secret` has it
    Column("secret", EncryptedText, nullable=True),
    Column("on_path", Boolean, nullable=False),
    Column("answered_at", UtcTime, nullable=False),
)

alarms = numbered(
    "alarms",
    # An answer that asks for a talk soon (a definition says which); seen by the psychologist of the organisation.
    identity(),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=False),
    Column("question", String(24), nullable=False),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("raised_at", UtcTime, nullable=False),
    Column("seen_by", Id, nullable=True),
    Column("seen_at", UtcTime, nullable=True),
    Column("note", EncryptedText, nullable=True),
    UniqueConstraint("response_id", "question"),
    Index("ix_alarms_organisation_seen", "organisation_id", "seen_at"),
)

"""Campaigns, what their answers add up to, and questionnaires that people sent in."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.tables.base import identity, metadata, numbered
from storage.types import Id, Json, UtcTime

campaigns = numbered(
    "campaigns",
    identity(),
    # Null: every organisation of the municipality.
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("origin", String(12), nullable=False),  # person, stage, calendar
    # What begins by itself begins once: `stage:7:entry:2026`.
    Column("key", String(96), nullable=True, unique=True),
    # Null for a stage: each form and role has its own.
    Column("questionnaire", String(64), nullable=True),
    Column("version", Integer, nullable=True),
    Column("stage", String(8), nullable=True),
    Column("anonymous", Boolean, nullable=False, server_default=text("false")),
    Column("audience", Json, nullable=False),
    Column("state", String(12), nullable=False),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    Column("opens_at", UtcTime, nullable=False),
    Column("closes_at", UtcTime, nullable=True),
    Column("opened_at", UtcTime, nullable=True),
    Column("closed_at", UtcTime, nullable=True),
    # How many had answered when its progress was last put on people's screens.
    Column("shown", Integer, nullable=False, server_default="-1"),
    Index("ix_campaigns_organisation_state", "organisation_id", "state"),
    Index("ix_campaigns_state_opens", "state", "opens_at"),
    Index("ix_campaigns_state_closes", "state", "closes_at"),
)

answer_counts = Table(
    "answer_counts",
    metadata,
    # Kept by the transaction that finishes a response, so that results never scan answers. Question '' and value '*'
    # counts finished responses; value '*' of a question those who answered it.
    Column("definition", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("question", String(24), primary_key=True),
    Column("organisation_id", Id, primary_key=True, autoincrement=False),  # 0: none
    Column("campaign_id", Id, primary_key=True, autoincrement=False),  # 0: none
    Column("form", String(24), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("value", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
)

answer_marks = Table(
    "answer_marks",
    metadata,
    # What a curator takes an open answer for: strength, weakness, idea, trouble.
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(24), primary_key=True),
    Column("mark", String(12), nullable=False),
    Column("marked_by", Id, nullable=False),
    Column("marked_at", UtcTime, nullable=False),
)

own_questionnaires = numbered(
    "own_questionnaires",
    # The newest version of a questionnaire somebody sent in; its bodies are in `definitions`.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("title", Json, nullable=False),
    Column("archived", Boolean, nullable=False, server_default=text("false")),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
)

questionnaire_drafts = numbered(
    "questionnaire_drafts",
    # What was read out of a file that somebody sent, until it is saved or dropped: a body, or what is wrong with it.
    identity(),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("slug", String(24), nullable=False),
    Column("body", Text, nullable=False),
    Column("mistakes", Json, nullable=False),
    Column("created_at", UtcTime, nullable=False),
)

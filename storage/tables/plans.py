"""Individual development plans: their rows as they stand now, who agreed to them, and every agreed version."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, UniqueConstraint

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, UtcTime

plans = numbered(
    "plans",
    # One a mentee in a mentorship; `fields` is one encrypted JSON object: goal, resources, information note …
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("template", String(48), nullable=False),
    Column("state", String(12), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("fields", EncryptedText, nullable=False),
    Column("assessment", EncryptedText, nullable=True),
    Column("created_by", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("agreed_at", UtcTime, nullable=True),
    Column("closed_at", UtcTime, nullable=True),
    UniqueConstraint("mentorship_id", "person_id"),
)

plan_items = numbered(
    "plan_items",
    identity(),
    Column("plan_id", Id, ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    Column("section", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("number", String(8), nullable=True),  # the template's; a free row has none
    Column("task", EncryptedText, nullable=False),
    Column("due", Date, nullable=True),
    Column("expected", EncryptedText, nullable=True),
    Column("grade", String(16), nullable=True),
    Column("result", EncryptedText, nullable=True),
    Column("assessment", EncryptedText, nullable=True),
    Column("graded_by", Id, nullable=True),
    Column("graded_at", UtcTime, nullable=True),
    Column("removed_at", UtcTime, nullable=True),
    Index("ix_plan_items_plan_section", "plan_id", "section", "place"),
    Index("ix_plan_items_due", "due"),
)

plan_agreements = numbered(
    "plan_agreements",
    identity(),
    Column("plan_id", Id, ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("side", String(8), nullable=False),
    Column("agreed_at", UtcTime, nullable=False),
    UniqueConstraint("plan_id", "version", "person_id"),
)

plan_versions = numbered(
    "plan_versions",
    # What was agreed to, as it was then.
    identity(),
    Column("plan_id", Id, ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", EncryptedText, nullable=False),
    Column("agreed_at", UtcTime, nullable=False),
    UniqueConstraint("plan_id", "version"),
)

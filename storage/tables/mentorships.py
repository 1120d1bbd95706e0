"""Mentorships: the parties, adults beside them, tasks, calls for help, and the curator's looks at them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Text, UniqueConstraint

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, UtcTime

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
    # The mentorship that this one goes on with after a hand-over to another mentor.
    Column("continues_id", Id, nullable=True, index=True),
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

mentorship_adults = numbered(
    "mentorship_adults",
    # The responsible adult and the consultants: somebody in the bot, or a name.
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False, index=True),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("name", EncryptedText, nullable=True),
    Column("duty", String(16), nullable=False),
    Column("speciality", Text, nullable=True),
    Column("added_by", Id, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime, nullable=True),
)

tasks = numbered(
    "tasks",
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("task", EncryptedText, nullable=False),
    Column("due", Date, nullable=True),
    Column("state", String(12), nullable=False),
    Column("set_by", Id, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("report", EncryptedText, nullable=True),
    Column("file", EncryptedText, nullable=True),
    Column("done_at", UtcTime, nullable=True),
    Column("comment", EncryptedText, nullable=True),
    Column("checked_by", Id, nullable=True),
    Column("checked_at", UtcTime, nullable=True),
    Index("ix_tasks_mentorship_state", "mentorship_id", "state"),
    Index("ix_tasks_state_due", "state", "due"),
)

help_requests = numbered(
    "help_requests",
    # Help on demand between meetings: first the mentor, then an expert of the base.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=True, index=True),
    Column("asked_by", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("area", String(48), nullable=True),
    Column("question", EncryptedText, nullable=False),
    Column("addressee", String(8), nullable=False),  # mentor or expert
    Column("state", String(12), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("taken_by", Id, ForeignKey("people.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("taken_at", UtcTime, nullable=True),
    Column("answer", EncryptedText, nullable=True),
    Column("answered_at", UtcTime, nullable=True),
    Column("helped", Boolean, nullable=True),
    Column("closed_at", UtcTime, nullable=True),
    Index("ix_help_requests_organisation_state", "organisation_id", "state"),
)

mentorship_looks = numbered(
    "mentorship_looks",
    # The curator has looked into it: what was done, and until when its warnings rest.
    identity(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False, index=True),
    Column("looked_by", Id, nullable=False),
    Column("looked_at", UtcTime, nullable=False),
    Column("rests_until", Date, nullable=True),
    Column("note", EncryptedText, nullable=True),
)

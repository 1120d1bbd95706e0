"""Matching a cohort: who was chosen, what was proposed and why, wishes, speed meetings, comments of the council."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Text, UniqueConstraint

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

matchings = numbered(
    "matchings",
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("form", String(24), nullable=False),
    Column("role_model", String(48), nullable=False),
    Column("state", String(12), nullable=False),
    Column("settings", Json, nullable=False),  # weights, dates, whether mentors of the network may be taken
    Column("created_by", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("computed_at", UtcTime, nullable=True),
    Column("council_at", UtcTime, nullable=True),
    Column("published_at", UtcTime, nullable=True),
    Index("ix_matchings_organisation_state", "organisation_id", "state"),
)

matching_people = numbered(
    "matching_people",
    identity(),
    Column("matching_id", Id, ForeignKey("matchings.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("side", String(8), nullable=False),
    UniqueConstraint("matching_id", "person_id", "side"),
)

matching_pairs = numbered(
    "matching_pairs",
    # mark: proposed by the computation, fixed or forbidden by the curator. mentor_id null: nobody was found.
    identity(),
    Column("matching_id", Id, ForeignKey("matchings.id", ondelete="CASCADE"), nullable=False),
    Column("mentee_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mentor_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("mark", String(12), nullable=False),
    Column("score", Integer, nullable=True),
    Column("reasons", EncryptedText, nullable=True),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=True),
    UniqueConstraint("matching_id", "mentee_id", "mentor_id"),
)

matching_comments = numbered(
    "matching_comments",
    identity(),
    Column("matching_id", Id, ForeignKey("matchings.id", ondelete="CASCADE"), nullable=False),
    Column("mentee_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("author_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("comment", EncryptedText, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Index("ix_matching_comments_matching_mentee", "matching_id", "mentee_id"),
)

pair_rules = numbered(
    "pair_rules",
    # The curator's word about two people for good: never together, or together again after a failed pair.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("mentee_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mentor_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("allowed", Boolean, nullable=False),
    Column("set_by", Id, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    UniqueConstraint("organisation_id", "mentee_id", "mentor_id"),
)

speed_events = numbered(
    "speed_events",
    # «Быстрые встречи»: mentors and mentees talk by turns, then each says with whom they would like to work.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("place", Text, nullable=True),
    Column("talk_minutes", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("created_by", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Index("ix_speed_events_organisation_state", "organisation_id", "state"),
)

speed_people = numbered(
    "speed_people",
    # turn: the seat in the rotation; came: null until the event is held.
    identity(),
    Column("event_id", Id, ForeignKey("speed_events.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("side", String(8), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("came", Boolean, nullable=True),
    UniqueConstraint("event_id", "person_id", "side"),
)

wishes = numbered(
    "wishes",
    # How gladly one person would work with another: 2 gladly, 1 could, -1 rather not; seen by the curator alone.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("about_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("event_id", Id, ForeignKey("speed_events.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("wish", Integer, nullable=False),
    Column("wished_at", UtcTime, nullable=False),
    UniqueConstraint("organisation_id", "person_id", "about_id"),
)

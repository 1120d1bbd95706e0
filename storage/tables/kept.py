"""Counts that triggers keep beside responses and answers, so that a year of a municipality is not read row by row.

What they hold follows from the rows alone: `storage.kept_counts` has the triggers and makes everything anew.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Integer, String, Table

from storage.tables.base import metadata
from storage.types import Id, UtcTime

mark_days = Table(
    "mark_days",
    metadata,
    # Whole numbers that named people gave to a question: their sum and how many, by the UTC day of finishing.
    Column("definition", String(64), primary_key=True),
    Column("question", String(24), primary_key=True),
    Column("organisation_id", Id, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("role", String(16), primary_key=True),  # '': none
    Column("total", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
)

mark_people = Table(
    "mark_people",
    metadata,
    # Who gave them, and when for the first and the last time: whether it was in a span follows for almost everybody.
    Column("definition", String(64), primary_key=True),
    Column("question", String(24), primary_key=True),
    Column("organisation_id", Id, primary_key=True, autoincrement=False),
    Column("role", String(16), primary_key=True),  # '': none
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("first_at", UtcTime, nullable=False),
    Column("last_at", UtcTime, nullable=False),
)

asked_days = Table(
    "asked_days",
    metadata,
    # Surveys put to people by the UTC day of asking, and how many of these were answered at whatever time.
    Column("organisation_id", Id, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("definition", String(64), primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
)

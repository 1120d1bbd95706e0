"""What the paper of an individual plan is made of: plain values, cheap to import and to send to the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Noted:
    """A text and the number of the footnote behind it."""

    text: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: what it holds (`programmes.parts.PlanColumnId`) and the document's heading."""

    id: str
    name: Noted


@dataclass(frozen=True, slots=True)
class Row:
    """One item. `grade`: how far the result was achieved (`mentoring.plans.Grade`)."""

    number: str
    task: Noted
    due: date | None
    expected: Noted
    grade: str | None
    result: str | None
    assessment: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A section row and the items under it."""

    number: int
    name: Noted
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Signatory:
    """One side: the document's line, names with class or post, its signature line, the day it agreed in the bot."""

    line: str
    name: str
    signature: str
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A whole plan. `role_model` None: not for the reader's eyes; `fields` stand above the table, `notes` after it."""

    title: str
    form: str
    role_model: str | None
    mentee: Signatory
    mentor: Signatory
    starts: date
    ends: date
    columns: tuple[Column, ...]
    fields: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    footnotes: tuple[str, ...]
    assessment: str | None
    notes: tuple[tuple[str, str], ...]
    version: int

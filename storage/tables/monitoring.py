"""What a programme owes and is judged by: indicators, the roadmap, documents of organisations, reports."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint

from storage.tables.base import identity, numbered
from storage.types import EncryptedText, Id, Json, UtcTime

denominators = numbered(
    "denominators",
    # What a share is taken of, typed in with its date and source; nothing is changed afterwards, the newest counts.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),  # null: the whole municipality
    Column("name", String(32), nullable=False),
    Column("on_date", Date, nullable=False),
    Column("value", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("entered_by", Id, nullable=False),
    Column("entered_at", UtcTime, nullable=False),
    Index("ix_denominators_organisation_name", "organisation_id", "name", "on_date"),
)

indicator_plans = numbered(
    "indicator_plans",
    # A planned value that the document leaves open, in thousandths of a per cent; the newest counts.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("indicator", String(16), nullable=False),
    Column("period", String(8), nullable=False),  # 2026 or 2026q3
    Column("thousandths", Integer, nullable=False),
    Column("source", Text, nullable=True),
    Column("entered_by", Id, nullable=False),
    Column("entered_at", UtcTime, nullable=False),
    Index("ix_indicator_plans_organisation_period", "organisation_id", "period", "indicator"),
)

indicator_reports = numbered(
    "indicator_reports",
    # The indicators of a period as they were sent; sent again, the newest counts.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("period", String(8), nullable=False),
    Column("report_date", Date, nullable=False),
    Column("sent_by", Id, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Index("ix_indicator_reports_organisation_period", "organisation_id", "period", "sent_at"),
    Index("ix_indicator_reports_period", "period"),
)

indicator_facts = numbered(
    "indicator_facts",
    identity(),
    Column("report_id", Id, ForeignKey("indicator_reports.id", ondelete="CASCADE"), nullable=False),
    Column("indicator", String(16), nullable=False),
    Column("numerator", Integer, nullable=False),
    Column("denominator", Integer, nullable=True),  # null: nobody had typed it in
    Column("planned", Integer, nullable=True),  # thousandths of a per cent
    UniqueConstraint("report_id", "indicator"),
)

milestones = numbered(
    "milestones",
    # What was done about a row of the roadmap falling due; without a row here it is still to be done.
    identity(),
    # organisation (0: the municipality), row, number of its term and the day or school year it falls due in
    Column("code", String(64), nullable=False, unique=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("row", String(24), nullable=False),
    Column("due", Date, nullable=True),  # set by hand where the document leaves the days open or a plan moves them
    Column("state", String(12), nullable=False),  # open, done, not_needed
    Column("note", EncryptedText, nullable=True),
    Column("link", Text, nullable=True),
    Column("file", Json, nullable=True),
    Column("changed_by", Id, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
)

organisation_documents = numbered(
    "organisation_documents",
    # The register of an organisation's documents, its own roadmap among them, and what the reviewer said of each.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("kind", String(24), nullable=False),  # order, programme, roadmap, appointment, agreement, …
    Column("title", Text, nullable=False),
    Column("number", Text, nullable=True),
    Column("dated_on", Date, nullable=True),
    Column("valid_until", Date, nullable=True),
    Column("partner_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("link", Text, nullable=True),
    Column("file", Json, nullable=True),
    Column("state", String(12), nullable=False),  # kept, sent, approved, returned, archived
    Column("added_by", Id, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("sent_at", UtcTime, nullable=True),
    Column("reviewed_by", Id, nullable=True),
    Column("reviewed_at", UtcTime, nullable=True),
    Column("review", EncryptedText, nullable=True),
    Index("ix_organisation_documents_organisation_kind", "organisation_id", "kind", "state"),
    Index("ix_organisation_documents_kind_state", "kind", "state"),
)

sent_reports = numbered(
    "sent_reports",
    # A report that the document asks for, asked for or sent: by whom, when, and where it can be read.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("report", String(24), nullable=False),
    Column("occurrence", String(10), nullable=False),  # the last day it is due
    Column("state", String(12), nullable=False),  # asked, sent, accepted, returned, replaced
    Column("link", Text, nullable=True),
    Column("file", Json, nullable=True),
    Column("note", EncryptedText, nullable=True),
    Column("sent_by", Id, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("decided_by", Id, nullable=True),
    Column("decided_at", UtcTime, nullable=True),
    Column("answer", EncryptedText, nullable=True),
    Index("ix_sent_reports_report_occurrence", "report", "occurrence", "organisation_id"),
)

report_texts = numbered(
    "report_texts",
    # What a curator or coordinator writes into a report by hand: an answer to an expected result, a conclusion.
    identity(),
    Column(
        "code", String(64), nullable=False, unique=True
    ),  # organisation (0: the municipality), report, year, section
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("report", String(24), nullable=False),
    Column("school_year", Integer, nullable=False),
    Column("section", String(24), nullable=False),
    Column("words", EncryptedText, nullable=False),
    Column("written_by", Id, nullable=False),
    Column("written_at", UtcTime, nullable=False),
)

appointments = numbered(
    "appointments",
    # Who stands for an executor of the programme; without a row here whoever has one of the executor's roles does.
    identity(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),  # null: the municipality
    Column("executor", String(24), nullable=False),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("appointed_by", Id, nullable=False),
    Column("appointed_at", UtcTime, nullable=False),
    Index("ix_appointments_organisation_executor", "organisation_id", "executor"),
)

"""Every table, in the order of the story: people, mentorships, meetings, responses, talk with Telegram."""

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
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

from storage.types import EncryptedText, Id, Json, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _table(name: str, *columns: SchemaItem) -> Table:
    """SQLite's AUTOINCREMENT keeps the id of a deleted row from being given again."""
    return Table(name, metadata, *columns, sqlite_autoincrement=True)


# --- organisations and people -------------------------------------------------------------------------------------

organisations = _table(
    "organisations",
    _id(),
    Column("name", Text, nullable=False),
    # Lower case, ё → е (storage.search): SQLite's lower() knows no Cyrillic.
    Column("search", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
)

people = _table(
    "people",
    _id(),
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
)

memberships = _table(
    "memberships",
    _id(),
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

invitations = _table(
    "invitations",
    _id(),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("role", String(16), nullable=True),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime, nullable=True),
    Column("used_by", BigInteger, nullable=True),
    Column("revoked_at", UtcTime, nullable=True),
)

consents = _table(
    "consents",
    _id(),
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

guardianships = _table(
    "guardianships",
    _id(),
    Column("child_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("response_id", Id, ForeignKey("responses.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("guardian_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("relation", String(16), nullable=False),
    Column("hears_of_meetings", Boolean, nullable=False),
    UniqueConstraint("child_id", "guardian_id"),
    UniqueConstraint("response_id", "guardian_id"),
    CheckConstraint("(child_id IS NULL) <> (response_id IS NULL)", name="child_or_response"),
)

# --- mentorships and meetings -------------------------------------------------------------------------------------

mentorships = _table(
    "mentorships",
    _id(),
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
    Index("ix_mentorships_organisation_state", "organisation_id", "state"),
)

parties = _table(
    "parties",
    _id(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    # A party may be a person or, in a vertical model, an organisation.
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True),
    Column("side", String(8), nullable=False),
    Column("agreed", Boolean, nullable=True),
    Column("answered_at", UtcTime, nullable=True),
    UniqueConstraint("mentorship_id", "person_id", "side"),
)

meetings = _table(
    "meetings",
    _id(),
    Column("mentorship_id", Id, ForeignKey("mentorships.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("place", EncryptedText, nullable=True),
    Column("state", String(16), nullable=False),
    Column("planned_by", Id, nullable=False),
    Column("planned_at", UtcTime, nullable=False),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("moves", Integer, nullable=False, server_default="0"),
    Column("unplanned", Boolean, nullable=False, server_default=text("false")),
    Column("minutes", Integer, nullable=True),
    Column("not_held_reason", String(24), nullable=True),
    Column("topics", Json, nullable=False),
    Column("outcome", EncryptedText, nullable=True),
    Column("logged_by", Id, nullable=True),
    Column("logged_at", UtcTime, nullable=True),
    Index("ix_meetings_mentorship_starts", "mentorship_id", "starts_at"),
    Index("ix_meetings_state_starts", "state", "starts_at"),
)

time_proposals = _table(
    "time_proposals",
    _id(),
    Column("meeting_id", Id, ForeignKey("meetings.id"), nullable=False, index=True),
    Column("proposed_by", Id, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("comment", EncryptedText, nullable=True),
    Column("proposed_at", UtcTime, nullable=False),
    Column("accepted", Boolean, nullable=True),
)

# --- surveys and forms --------------------------------------------------------------------------------------------

definitions = _table(
    "definitions",
    # The body is archived on first use; a changed body under an old version is refused.
    _id(),
    Column("name", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("first_used_at", UtcTime, nullable=False),
    UniqueConstraint("name", "version"),
)

responses = _table(
    "responses",
    _id(),
    # A chat, not yet a person: a registration begins before there is anybody to point at.
    Column("chat_id", BigInteger, nullable=True),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=True, index=True),
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

# --- campaigns and results ----------------------------------------------------------------------------------------

campaigns = _table(
    "campaigns",
    _id(),
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

own_questionnaires = _table(
    "own_questionnaires",
    # The newest version of a questionnaire somebody sent in; its bodies are in `definitions`.
    _id(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=True, index=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("title", Json, nullable=False),
    Column("archived", Boolean, nullable=False, server_default=text("false")),
    Column("created_by", Id, nullable=True),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
)

questionnaire_drafts = _table(
    "questionnaire_drafts",
    # What was read out of a file that somebody sent, until it is saved or dropped: a body, or what is wrong with it.
    _id(),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("slug", String(24), nullable=False),
    Column("body", Text, nullable=False),
    Column("mistakes", Json, nullable=False),
    Column("created_at", UtcTime, nullable=False),
)

# --- talk with Telegram -------------------------------------------------------------------------------------------

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(8), nullable=False),
    Column("last_incoming", BigInteger, nullable=False, server_default="0"),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("active_response", Id, nullable=True),
    Column("started_at", UtcTime, nullable=False),
)

updates = Table(
    "updates",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("taken_at", UtcTime, nullable=False, index=True),
)

parked = _table(
    "parked",
    _id(),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=True),
    Column("reason", String(24), nullable=False),
    Column("body", EncryptedText, nullable=False),
    Column("traceback", EncryptedText, nullable=True),
    Column("parked_at", UtcTime, nullable=False),
)

starts = Table(
    "starts",
    metadata,
    # The oldest unacknowledged update that successive starts of the process found.
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
)

outgoing = _table(
    "outgoing",
    _id(),
    Column("chat_id", BigInteger, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("slot", String(48), nullable=False),
    Column("body", EncryptedText, nullable=False),
    Column("fresh", Boolean, nullable=False),
    Column("in_place", Boolean, nullable=False, server_default=text("false")),
    Column("created_at", UtcTime, nullable=False),
    Column("not_before", UtcTime, nullable=True),
    Column("expires_at", UtcTime, nullable=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("dead", Text, nullable=True),
    Index("ix_outgoing_chat_lane", "chat_id", "lane", "id"),
    Index("ix_outgoing_slot", "chat_id", "slot"),
)

screens = Table(
    "screens",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", String(48), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("form", String(8), nullable=False),  # text, photo, document
    Column("buttons", Boolean, nullable=False),
    Column("shown_at", UtcTime, nullable=False),
)

planned_keys = Table(
    "planned_keys",
    metadata,
    # Outlives the sent row: computing a reminder twice sends it once.
    Column("key", String(120), primary_key=True),
    Column("chat_id", BigInteger, nullable=True),
    Column("due", UtcTime, nullable=False, index=True),
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=True),  # until Telegram has it
    Column("file_id", Text, nullable=True),
    Column("stored_at", UtcTime, nullable=False),
)

jobs = _table(
    "jobs",
    _id(),
    Column("kind", String(32), nullable=False),
    Column("arguments", Json, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", Id, nullable=True),
    Column("slot", String(48), nullable=False),
    Column("state", String(12), nullable=False),  # waiting, running, cancelled
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("created_at", UtcTime, nullable=False),
    Column("started_at", UtcTime, nullable=True),
)

settings = Table(
    "settings",
    metadata,
    # Facts about this database: the bot it belongs to, the programme it runs.
    Column("name", String(48), primary_key=True),
    Column("value", Text, nullable=False),
)

"""Talk with Telegram: what came in, what goes out, what stands on people's screens, and long work."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text, text

from storage.tables.base import identity, metadata, numbered
from storage.types import EncryptedBytes, EncryptedText, Id, Json, UtcTime

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

parked = numbered(
    "parked",
    identity(),
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

outgoing = numbered(
    "outgoing",
    identity(),
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
    Column("content", EncryptedBytes, nullable=True),  # until Telegram has it
    Column("file_id", Text, nullable=True),
    Column("stored_at", UtcTime, nullable=False),
)

jobs = numbered(
    "jobs",
    identity(),
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

"""What the role that PostgreSQL knows the bot by may not do, though the bot does it: a look, nothing is written."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

READ_ONLY = "read-only"
_CLOSED = text("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean")
_SCHEMA = text("""
    SELECT CASE
        WHEN current_schema() IS NULL THEN 'USAGE, ' || current_setting('search_path')
        WHEN :make AND NOT has_schema_privilege(current_schema(), 'CREATE') THEN 'CREATE, ' || current_schema()
    END
""")
_TABLES = text("""
    WITH ours AS (
        SELECT pg_class.* FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = current_schema()
    )
    SELECT privilege || ', ' || relname FROM ours, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'SELECT']) AS privilege
    WHERE relkind IN ('r', 'p') AND NOT has_table_privilege(oid, privilege)
    UNION ALL
    SELECT 'USAGE, ' || relname FROM ours
    WHERE CASE WHEN relkind = 'S' THEN NOT has_sequence_privilege(oid, 'USAGE') ELSE false END
    ORDER BY 1 LIMIT 1
""")


async def lacking(connection: AsyncConnection, *, to_migrate: bool) -> str:
    """The first right that is missing, as «INSERT, people»; READ_ONLY where nobody may write; empty on SQLite.

    to_migrate: the tables are still to be made or changed.
    """
    if connection.dialect.name != "postgresql":
        return ""
    if await connection.scalar(_CLOSED):
        return READ_ONLY
    missing = await connection.scalar(_SCHEMA, {"make": to_migrate}) or await connection.scalar(_TABLES)
    return str(missing or "")

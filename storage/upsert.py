"""INSERT … ON CONFLICT, which the two databases share but SQLAlchemy keeps in two places."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Insert = postgresql.Insert | sqlite.Insert


def insert_or(connection: AsyncConnection, table: Table, **values: Any) -> Insert:
    """An insert of one row that may go on with `.on_conflict_do_nothing()` or `.on_conflict_do_update()`."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).values(**values)
    return sqlite.insert(table).values(**values)

"""Every row of one database into another that has the same tables, as it is stored: what is encrypted stays so."""

from __future__ import annotations

from sqlalchemy import LargeBinary, MetaData, Table, Text, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import kept_counts
from storage.tables import metadata
from storage.types import EncryptedBytes, EncryptedText, Json

TOGETHER = 1000
"""Rows that are held and written at once."""


async def copy_rows(source: AsyncConnection, target: AsyncConnection) -> None:
    """Copies all rows into empty tables, and how far ids were given, so that none is given twice.

    What triggers keep is counted anew.
    """
    for statement in kept_counts.removed(target.dialect.name):  # which would count each row that comes
        await target.execute(text(statement))
    for table in _as_stored().sorted_tables:
        if table.name in kept_counts.TABLES:
            continue
        async with source.stream(select(table)) as rows:
            async for some in rows.mappings().partitions(TOGETHER):
                await target.execute(insert(table), [dict(row) for row in some])
    await target.run_sync(kept_counts.count_anew)
    for table in metadata.tables.values():
        if table.dialect_options["sqlite"]["autoincrement"]:
            await _go_on_numbering(source, target, table.name)


def _as_stored() -> MetaData:
    """The same tables with nothing that en- or decrypts or reads JSON."""
    found = MetaData()
    for table in metadata.sorted_tables:
        plain: Table = table.to_metadata(found)
        for column in plain.columns:
            if isinstance(column.type, EncryptedText | EncryptedBytes):
                column.type = LargeBinary()
            elif isinstance(column.type, Json):
                column.type = Text()
            column.default = None
    return found


async def _go_on_numbering(source: AsyncConnection, target: AsyncConnection, table: str) -> None:
    given = await _given(source, table)
    if not given:
        return
    if target.dialect.name == "sqlite":
        await target.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
        await target.execute(
            text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :given)"), {"name": table, "given": given}
        )
    else:
        await target.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :given)"), {"name": table, "given": given}
        )


async def _given(connection: AsyncConnection, table: str) -> int:
    """The greatest id that was ever given; 0 for none."""
    if connection.dialect.name == "sqlite":
        found = await connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table})
        return int(found or 0)
    sequence = await connection.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table})
    found = await connection.scalar(text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"))  # noqa: S608 -- the server's own name
    return int(found or 0)

"""What every table is made with: names of constraints, ids that are never given again."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.schema import SchemaItem

from storage.types import Id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def identity() -> Column[int]:
    """The id of a row."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def numbered(name: str, *columns: SchemaItem) -> Table:
    """SQLite's AUTOINCREMENT keeps the id of a deleted row from being given again."""
    return Table(name, metadata, *columns, sqlite_autoincrement=True)

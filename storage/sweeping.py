"""Looking for a name in what others wrote, all tables over, a page at a time, and putting the number in its place.

Several people are looked for at once: reading every encrypted text is what costs. Between two pages everything stands
in the row of the erasure, so a kill loses at most a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Row, String, Table, Text, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import answers, metadata
from storage.types import EncryptedText, Json, SealedText

PAGE = 300
"""Rows of a page."""
APART: Mapping[str, str] = {
    "people": "names of others may be alike",
    "erasures": "holds what is looked for",
    "organisations": "an organisation may be called after somebody",
    "settings": "facts of the process",
    "definitions": "a questionnaire's body has a digest and never changes",
    "answer_counts": "codes and numbers",
    "updates": "numbers",
    "starts": "numbers",
    "chats": "numbers",
    "screens": "numbers",
    "planned_keys": "codes and numbers",
}
"""Tables that are not searched, and why."""
_LONG = 32
"""A shorter column holds codes."""


def searched() -> tuple[tuple[Table, tuple[Column[Any], ...]], ...]:
    """Every table with columns that words may stand in, by name."""
    found = []
    for table in sorted(metadata.sorted_tables, key=lambda each: each.name):
        columns = tuple(column for column in table.columns if _holds_words(column))
        if columns and table.name not in APART:
            found.append((table, columns))
    return tuple(found)


def _holds_words(column: Column[Any]) -> bool:
    if column.primary_key or column is answers.c.value:  # plain answers are codes and numbers
        return False
    kind = column.type
    if isinstance(kind, EncryptedText | SealedText | Json):
        return True
    return isinstance(kind, Text) or (isinstance(kind, String) and (kind.length or _LONG) > _LONG)


class Sweeping:
    """One page at a time; `progress` is `table:key`, empty at the beginning."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def page(self, progress: str, words: Mapping[str, str]) -> str | None:
        """Replaces `words` (name → number) in the next page of rows; gives how far it has come, None at the end."""
        name, _, key = progress.partition(":")
        tables = searched()
        place = next((at for at, (table, _) in enumerate(tables) if table.name >= name), len(tables))
        if place == len(tables):
            return None
        table, columns = tables[place]
        last = await self._table(table, columns, key if table.name == name else "", words)
        if last is not None:
            return f"{table.name}:{last}"
        return f"{tables[place + 1][0].name}:" if place + 1 < len(tables) else None

    async def _table(
        self, table: Table, columns: Sequence[Column[Any]], key: str, words: Mapping[str, str]
    ) -> str | None:
        """The key of the last row of a full page, None where the table is done."""
        first = next(iter(table.primary_key.columns))
        after = (first > (int(key) if not isinstance(first.type, String) else key)) if key else None
        filled = or_(*(column.is_not(None) for column in columns))
        which = filled if after is None else and_(after, filled)
        keys = (await self._connection.execute(select(first).where(which).distinct().order_by(first).limit(PAGE))).all()
        if not keys:
            return None
        page = [row[0] for row in keys]
        query = select(*table.primary_key.columns, *columns).where(first.in_(page), filled)
        for row in (await self._connection.execute(query)).all():
            await self._row(table, columns, row, words)
        return str(page[-1]) if len(page) == PAGE else None

    async def _row(self, table: Table, columns: Sequence[Column[Any]], row: Row[Any], words: Mapping[str, str]) -> None:
        values = row._mapping
        changed = {}
        for column in columns:
            before = values[column.name]
            after = without(before, words)
            if after != before:
                changed[column.name] = after
        if changed:
            own = and_(*(each == values[each.name] for each in table.primary_key.columns))
            await self._connection.execute(update(table).where(own).values(**changed))


def without(value: Any, words: Mapping[str, str]) -> Any:
    """The value with every word (name → number) replaced, inside lists and mappings too."""
    if isinstance(value, str):
        for word, number in words.items():
            if word in value:
                value = value.replace(word, number)
        return value
    if isinstance(value, list):
        return [without(each, words) for each in value]
    if isinstance(value, dict):
        return {name: without(each, words) for name, each in value.items()}
    return value

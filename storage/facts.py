"""Facts about this database: the bot it belongs to, the programme it runs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import settings
from storage.upsert import insert_or

_VALUE = select(settings.c.value).where(settings.c.name == bindparam("name"))


class Facts:
    """Names and short texts."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self.written = 0
        """How many were set in this transaction."""

    async def get(self, name: str) -> str | None:
        found: str | None = await self._connection.scalar(_VALUE, {"name": name})
        return found

    async def set(self, name: str, value: str) -> None:
        statement = insert_or(self._connection, settings, name=name, value=value)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
        self.written += 1

    async def settle(self, name: str, value: str) -> str:
        """Sets the fact unless it is known already; gives the fact as it stands."""
        statement = insert_or(self._connection, settings, name=name, value=value)
        await self._connection.execute(statement.on_conflict_do_nothing(index_elements=["name"]))
        return await self.get(name) or value

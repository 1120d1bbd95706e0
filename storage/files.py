"""Files to be sent: kept until Telegram has them, then only Telegram's id."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, delete, null, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from messaging.ports import StoredFile
from storage.tables import files

KEPT = timedelta(days=90)

_GET = select(files.c.name, files.c.content, files.c.file_id).where(files.c.sha256 == bindparam("digest"))
_UPLOADED = (
    update(files).where(files.c.sha256 == bindparam("digest")).values(file_id=bindparam("telegram_id"), content=null())
)
_PRUNE = delete(files).where(files.c.stored_at < bindparam("before"))


def _keep(dialect: Any) -> Any:
    """Sent again, a file counts as new, so that it is not forgotten while it is in use."""
    statement = dialect.insert(files)
    return statement.on_conflict_do_update(index_elements=["sha256"], set_={"stored_at": statement.excluded.stored_at})


_KEEP: Mapping[str, Any] = MappingProxyType({"sqlite": _keep(sqlite), "postgresql": _keep(postgresql)})


class Files:
    """Files by the digest of kind, name and content (`messaging.render.digest`)."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def keep(self, sha256: str, name: str, content: bytes) -> None:
        """Stores a file unless it is known."""
        row = {"sha256": sha256, "name": name, "content": content, "stored_at": self._now}
        await self._connection.execute(_KEEP[self._connection.dialect.name], row)

    async def get(self, sha256: str) -> StoredFile | None:
        """The file with its content or Telegram's id."""
        row = (await self._connection.execute(_GET, {"digest": sha256})).one_or_none()
        return None if row is None else StoredFile(row.name, row.content, row.file_id)

    async def uploaded(self, sha256: str, file_id: str) -> None:
        """Telegram has it now: the content is forgotten."""
        await self._connection.execute(_UPLOADED, {"digest": sha256, "telegram_id": file_id})

    async def prune(self) -> None:
        """Forgets files that nobody was sent for a long time; sent again, they are uploaded again."""
        await self._connection.execute(_PRUNE, {"before": self._now - KEPT})

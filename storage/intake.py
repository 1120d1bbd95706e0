"""Which updates were taken, which were put aside, and what successive starts of the process found."""

from __future__ import annotations

import errno
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, case, delete, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.failures import DatabaseUnavailableError, is_unavailable
from storage.tables import chats, parked, starts, updates

TAKEN_KEPT = timedelta(hours=48)
"""Twice as long as Telegram keeps an update that nobody acknowledged."""
PARKED_KEPT = timedelta(days=180)

_MACHINE_ERRORS = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM}
)
_KNOWN = select(updates.c.update_id).where(
    updates.c.bot == bindparam("bot"), updates.c.update_id.in_(bindparam("ids", expanding=True))
)
# One statement takes the locks in order, so that two batches with the same people never wait for each other.
_LOCK = text(
    "SELECT pg_advisory_xact_lock(id) FROM (SELECT id FROM unnest(CAST(:people AS bigint[])) AS id ORDER BY id) AS p"
)
_PARK = insert(parked)
_PRUNE = delete(updates).where(updates.c.taken_at < bindparam("before"))
_PRUNE_PARKED = delete(parked).where(parked.c.parked_at < bindparam("before"))


def _arrival(dialect: Any) -> Any:
    statement = dialect.insert(chats)
    newer = case(
        (statement.excluded.last_incoming > chats.c.last_incoming, statement.excluded.last_incoming),
        else_=chats.c.last_incoming,
    )
    return statement.on_conflict_do_update(index_elements=["chat_id"], set_={"last_incoming": newer})


def _found(dialect: Any) -> Any:
    statement = dialect.insert(starts)
    again = case((starts.c.update_id == statement.excluded.update_id, starts.c.count + 1), else_=1)
    return statement.on_conflict_do_update(
        index_elements=["bot"], set_={"update_id": statement.excluded.update_id, "count": again}
    ).returning(starts.c.count)


_DIALECTS = (("sqlite", sqlite), ("postgresql", postgresql))
_RECORD: Mapping[str, Any] = MappingProxyType(
    {
        name: dialect.insert(updates).on_conflict_do_nothing().returning(updates.c.update_id)
        for name, dialect in _DIALECTS
    }
)
_ARRIVED: Mapping[str, Any] = MappingProxyType({name: _arrival(dialect) for name, dialect in _DIALECTS})
_FOUND: Mapping[str, Any] = MappingProxyType({name: _found(dialect) for name, dialect in _DIALECTS})


def is_infrastructure(error: BaseException) -> bool:
    """Whether the database, disk or machine failed, rather than the work: nothing may be acknowledged or parked.

    A file that is missing or a deadline that passed is the work's own fault, though Python calls both OSError.
    """
    if isinstance(error, OSError):
        return isinstance(error, ConnectionError) or error.errno in _MACHINE_ERRORS
    return isinstance(error, DatabaseUnavailableError) or is_unavailable(error)


class Updates:
    """Updates of Telegram as they were taken, in one transaction."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._dialect = connection.dialect.name

    async def lock(self, people: Collection[int]) -> None:
        """Nobody else works for these people until the transaction ends. SQLite has one writer anyway."""
        if people and self._dialect == "postgresql":
            await self._connection.execute(_LOCK, {"people": sorted(people)})

    async def record(self, bot: int, update_ids: Sequence[int]) -> set[int]:
        """Marks updates as taken; gives those that had not been."""
        taken = [{"bot": bot, "update_id": id_, "taken_at": self._now} for id_ in dict.fromkeys(update_ids)]
        if not taken:
            return set()
        return set((await self._connection.execute(_RECORD[self._dialect], taken)).scalars())

    async def known(self, bot: int, update_ids: Sequence[int]) -> set[int]:
        """Those that were taken before."""
        return set((await self._connection.execute(_KNOWN, {"bot": bot, "ids": list(update_ids)})).scalars())

    async def arrived(self, messages: Sequence[tuple[int, str, int]]) -> None:
        """People wrote: chat, its language if it is new, id of the message (0: a press). The greatest id is kept."""
        rows = [
            {
                "chat_id": chat,
                "language": language,
                "last_incoming": message,
                "reachable": True,
                "started_at": self._now,
            }
            for chat, language, message in messages
        ]
        if rows:
            await self._connection.execute(_ARRIVED[self._dialect], rows)

    async def park(self, bot: int, update_id: int | None, reason: str, body: str, traceback: str | None = None) -> None:
        """Puts an update aside for somebody to look at; body and traceback are encrypted."""
        row = {
            "bot": bot,
            "update_id": update_id,
            "reason": reason,
            "body": body,
            "traceback": traceback,
            "parked_at": self._now,
        }
        await self._connection.execute(_PARK, row)

    async def found_at_start(self, bot: int, update_id: int) -> int:
        """Counts a start that found this update as the oldest; gives how many in a row did."""
        row = {"bot": bot, "update_id": update_id, "count": 1}
        return int((await self._connection.execute(_FOUND[self._dialect], row)).scalar_one())

    async def prune(self) -> None:
        """Forgets updates that Telegram can't deliver again, and parked ones after half a year."""
        await self._connection.execute(_PRUNE, {"before": self._now - TAKEN_KEPT})
        await self._connection.execute(_PRUNE_PARKED, {"before": self._now - PARKED_KEPT})

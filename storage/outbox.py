"""The queue of messages on their way out, what stands on people's screens, and the keys of planned messages.

A row is never overwritten: a newer message in a slot is another row with another id, so the sender deletes exactly
what it sent. Statements are built once; each works on many rows.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from messaging.ports import Head, Message, Outgoing, Place, Results, Screen, Written
from storage.tables import chats, outgoing, planned_keys, screens
from storage.types import UtcTime

DEAD_KEPT = timedelta(days=30)
KEYS_KEPT = timedelta(days=400)
"""Longer than a school year: nothing computes an older reminder again."""
MAX_REASON = 200

_NOW: BindParameter[Any] = bindparam("now", type_=UtcTime)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CHATS: BindParameter[Any] = bindparam("chats", expanding=True)
_WAITS = outgoing.c.dead.is_(None)
_MAY_LEAVE = _WAITS & or_(outgoing.c.not_before.is_(None), outgoing.c.not_before <= _NOW)

_WAITING = select(
    outgoing.c.id,
    outgoing.c.chat_id,
    outgoing.c.lane,
    outgoing.c.slot,
    outgoing.c.fresh,
    outgoing.c.in_place,
    outgoing.c.not_before,
).where(outgoing.c.chat_id.in_(_CHATS), _WAITS)
_INSERT: Mapping[str, Any] = MappingProxyType(
    {
        # SQLite numbers a statement's rows in their order; asked to return them so, SQLAlchemy sends each by itself.
        "sqlite": insert(outgoing).returning(outgoing.c.id),
        "postgresql": insert(outgoing).returning(outgoing.c.id, sort_by_parameter_order=True),
    }
)
_DELETE = delete(outgoing).where(outgoing.c.id.in_(_IDS))
_FIRST = func.min(outgoing.c.id)
_HEADS = (
    select(_FIRST.label("id"), outgoing.c.chat_id, outgoing.c.lane, (func.count() > 1).label("more"))
    .where(_MAY_LEAVE)
    .group_by(outgoing.c.chat_id, outgoing.c.lane)
    .order_by(outgoing.c.lane, _FIRST)
    .limit(bindparam("most"))
)
_ROWS = select(outgoing).where(outgoing.c.id.in_(_IDS), _WAITS).order_by(outgoing.c.id)
_PENDING = (
    select(outgoing).where(outgoing.c.chat_id == bindparam("chat"), _WAITS).order_by(outgoing.c.lane, outgoing.c.id)
)
_DEPTH = select(func.count()).select_from(outgoing).where(_WAITS)
_INCOMING = select(chats.c.chat_id, chats.c.last_incoming).where(chats.c.chat_id.in_(_CHATS))
_SCREENS = select(screens).where(screens.c.chat_id.in_(_CHATS))
_ATTEMPTS = update(outgoing).where(outgoing.c.id == bindparam("row")).values(attempts=bindparam("tried"))
_KILL = update(outgoing).where(outgoing.c.id == bindparam("row")).values(dead=bindparam("reason"))
_BURY = update(outgoing).where(outgoing.c.chat_id == bindparam("chat"), _WAITS).values(dead=bindparam("reason"))
_PRUNE_DEAD = delete(outgoing).where(outgoing.c.dead.is_not(None), outgoing.c.created_at < bindparam("before"))
_PRUNE_KEYS = delete(planned_keys).where(planned_keys.c.due < bindparam("before"))


def _screen_upsert(dialect: Any) -> Any:
    statement = dialect.insert(screens)
    changed = {name: statement.excluded[name] for name in ("message_id", "form", "buttons", "shown_at")}
    return statement.on_conflict_do_update(index_elements=["chat_id", "slot"], set_=changed)


_SHOW: Mapping[str, Any] = MappingProxyType(
    {"sqlite": _screen_upsert(sqlite), "postgresql": _screen_upsert(postgresql)}
)
_PLAN: Mapping[str, Any] = MappingProxyType(
    {
        name: dialect.insert(planned_keys).on_conflict_do_nothing().returning(planned_keys.c.key)
        for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
    }
)


class Outbox:
    """Messages on their way out, in one transaction."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._dialect = connection.dialect.name

    async def put(self, messages: Sequence[Message]) -> Written:
        """Stores what is to be sent; gives the rows that may leave now, and what they replaced or wait behind.

        A message replaces an unsent one in its slot unless either is `fresh`; one that only edits `in_place` replaces
        nothing but its like. A used planned key is not written again.
        """
        chosen = _newest_in_slot(await self._unplanned(messages))
        if not chosen:
            return Written()
        waiting = (await self._connection.execute(_WAITING, {"chats": list({m.chat for m in chosen})})).all()
        replaced = _replaced(chosen, waiting)
        if replaced:
            await self._connection.execute(_DELETE, {"ids": list(replaced)})
        columns = [self._columns(message) for message in chosen]
        ids = sorted((await self._connection.execute(_INSERT[self._dialect], columns)).scalars())
        rows = tuple(
            Outgoing(id_, m.chat, int(m.lane), m.slot, m.body, m.fresh, m.expires_at, in_place=m.in_place)
            for id_, m in zip(ids, chosen, strict=True)
            if self._may_leave(m.not_before)
        )
        return Written(rows, replaced, self._older(rows, waiting, replaced))

    async def _unplanned(self, messages: Sequence[Message]) -> list[Message]:
        """Those without a key, and those whose key nobody used."""
        planned: dict[str, Message] = {}
        for message in messages:
            if message.key is not None:
                planned.setdefault(message.key, message)
        if not planned:
            return list(messages)
        keys = [{"key": key, "chat_id": m.chat, "due": m.due or self._now} for key, m in planned.items()]
        new = set((await self._connection.execute(_PLAN[self._dialect], keys)).scalars())
        return [m for m in messages if m.key is None or (m.key in new and planned[m.key] is m)]

    def _columns(self, message: Message) -> dict[str, Any]:
        return {
            "chat_id": message.chat,
            "lane": int(message.lane),
            "slot": message.slot,
            "body": json.dumps(message.body, ensure_ascii=False, separators=(",", ":")),
            "fresh": message.fresh,
            "in_place": message.in_place,
            "created_at": self._now,
            "not_before": message.not_before,
            "expires_at": message.expires_at,
        }

    def _may_leave(self, not_before: datetime | None) -> bool:
        return not_before is None or not_before <= self._now

    def _older(
        self, rows: Iterable[Outgoing], waiting: Iterable[Any], replaced: Collection[int]
    ) -> dict[tuple[int, int], frozenset[int]]:
        lanes = {(row.chat, row.lane) for row in rows}
        older: dict[tuple[int, int], set[int]] = {}
        for row in waiting:
            if row.id not in replaced and (row.chat_id, row.lane) in lanes and self._may_leave(row.not_before):
                older.setdefault((row.chat_id, row.lane), set()).add(row.id)
        return {lane: frozenset(ids) for lane, ids in older.items()}

    async def plan(self, key: str, chat: int) -> bool:
        """Uses up a planned key without a message of its own: what it stands for is said in another one. False where
        it was used before."""
        row = {"key": key, "chat_id": chat, "due": self._now}
        return (await self._connection.execute(_PLAN[self._dialect], row)).one_or_none() is not None

    async def heads(self, limit: int) -> list[Head]:
        """The oldest row of each chat and lane that may leave now: answers first, then by age."""
        found = await self._connection.execute(_HEADS, {"now": self._now, "most": limit})
        return [Head(row.id, row.chat_id, row.lane, bool(row.more)) for row in found]

    async def rows(self, ids: Collection[int]) -> list[Outgoing]:
        """Those of `ids` that still wait, by id."""
        return [_outgoing(row) for row in await self._connection.execute(_ROWS, {"ids": list(ids)})]

    async def pending(self, chat: int) -> list[Outgoing]:
        """Everything that waits for a chat in the order of leaving, later ones included."""
        return [_outgoing(row) for row in await self._connection.execute(_PENDING, {"chat": chat})]

    async def depth(self) -> int:
        """How many messages wait."""
        return (await self._connection.execute(_DEPTH)).scalar_one()

    async def places(self, wanted: Collection[int]) -> dict[int, Place]:
        """For each chat the id of the person's last message, and what stands in its slots."""
        places = {chat: Place() for chat in wanted}
        for row in await self._connection.execute(_INCOMING, {"chats": list(wanted)}):
            places[row.chat_id].last_incoming = row.last_incoming
        for row in await self._connection.execute(_SCREENS, {"chats": list(wanted)}):
            places[row.chat_id].screens[row.slot] = Screen(row.message_id, row.form, row.buttons)
        return places

    async def settle(self, results: Results) -> None:
        """Stores what came of calls. A row that was replaced meanwhile is gone already, which is no matter."""
        if results.gone:
            await self._connection.execute(_DELETE, {"ids": results.gone})
        if results.screens:
            shown = [
                {
                    "chat_id": chat,
                    "slot": slot,
                    "message_id": screen.message_id,
                    "form": screen.form,
                    "buttons": screen.buttons,
                    "shown_at": self._now,
                }
                for chat, slot, screen in results.screens
            ]
            await self._connection.execute(_SHOW[self._dialect], shown)
        if results.attempts:
            tried = [{"row": id_, "tried": attempts} for id_, attempts in results.attempts]
            await self._connection.execute(_ATTEMPTS, tried)
        if results.dead:
            dead = [{"row": id_, "reason": reason[:MAX_REASON]} for id_, reason in results.dead]
            await self._connection.execute(_KILL, dead)

    async def forget(self, chat: int) -> None:
        """Erases what waits for a chat, what could not be sent to it, and what is known of its screens and keys."""
        for table in (outgoing, screens, planned_keys):
            await self._connection.execute(delete(table).where(table.c.chat_id == chat))

    async def bury(self, chat: int, reason: str) -> int:
        """Nothing that waits for this chat can arrive; gives how many messages that were."""
        return (await self._connection.execute(_BURY, {"chat": chat, "reason": reason[:MAX_REASON]})).rowcount

    async def prune(self) -> None:
        """Forgets dead messages after a month, and planned keys that no computation can meet again."""
        await self._connection.execute(_PRUNE_DEAD, {"before": self._now - DEAD_KEPT})
        await self._connection.execute(_PRUNE_KEYS, {"before": self._now - KEYS_KEPT})


def _newest_in_slot(messages: Sequence[Message]) -> list[Message]:
    newest = {(m.chat, m.slot, m.in_place): m for m in messages if not m.fresh}
    return [m for m in messages if m.fresh or newest[m.chat, m.slot, m.in_place] is m]


def _replaced(messages: Sequence[Message], waiting: Iterable[Any]) -> frozenset[int]:
    whole = {(m.chat, m.slot) for m in messages if not m.fresh and not m.in_place}
    slots = {(m.chat, m.slot) for m in messages if m.in_place} | whole
    return frozenset(
        row.id for row in waiting if not row.fresh and (row.chat_id, row.slot) in (slots if row.in_place else whole)
    )


def _outgoing(row: Any) -> Outgoing:
    body = json.loads(row.body)
    return Outgoing(
        row.id, row.chat_id, row.lane, row.slot, body, row.fresh, row.expires_at, row.attempts, row.in_place
    )

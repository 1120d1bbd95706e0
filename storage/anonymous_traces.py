"""What the talk with somebody leaves behind of an anonymous answer: screens, messages that failed, updates put aside.

None of it holds an answer in a column of its own, but together with the key or with each other they could tell whose
answers are whose: who typed a text, when somebody finished, what a refused message showed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import chats, outgoing, parked, planned_keys, screens

_AT_ONCE = 500
"""Facts in one statement: below the limits of both databases."""


async def forget_traces(connection: AsyncConnection, facts: Mapping[int, int | None], *, since: datetime) -> None:
    """Erase the traces of these responses (by id: the chat they were answered in) since their campaign opened."""
    ids = sorted(facts)
    for start in range(0, len(ids), _AT_ONCE):
        await _of_chats(connection, {one: facts[one] for one in ids[start : start + _AT_ONCE]})
    await _of_updates(connection, facts, since)


async def forget_reminders(connection: AsyncConnection, campaign_id: int) -> None:
    """At the end of a campaign: who was reminded had not answered yet."""
    keys = planned_keys.c.key.startswith(f"campaign-again:{campaign_id}:", autoescape=True)
    await connection.execute(delete(planned_keys).where(keys))


async def forget_updates(connection: AsyncConnection, chat_id: int) -> int:
    """Whatever was put aside from one chat: that it was stays known, what was in it does not. How many it was."""
    rows = await connection.execute(select(parked.c.id, parked.c.body))
    told = [row.id for row in rows if row.body and _of_chat(row.body, chat_id)]
    await connection.execute(update(parked).where(parked.c.id.in_(told)).values(body="", traceback=None))
    return len(told)


def _of_chat(body: str, chat_id: int) -> bool:
    """What can't be read may be anybody's, this chat's too."""
    try:
        raw = json.loads(body)
    except ValueError:
        return True
    return _names(raw, chat_id)


def _names(raw: Any, chat_id: int) -> bool:
    if isinstance(raw, dict):
        return any(_names(each, chat_id) for each in raw.values())
    return any(_names(each, chat_id) for each in raw) if isinstance(raw, list) else raw == chat_id


async def _of_chats(connection: AsyncConnection, facts: Mapping[int, int | None]) -> None:
    slots = [f"a:{response_id}" for response_id in facts]
    known = sorted({chat for chat in facts.values() if chat is not None})
    # Whoever has typed and whoever has only pressed: the newest message counts as heard for both.
    newest = select(func.max(screens.c.message_id)).where(screens.c.chat_id == chats.c.chat_id).scalar_subquery()
    await connection.execute(
        update(chats).where(chats.c.chat_id.in_(known), chats.c.last_incoming < newest).values(last_incoming=newest)
    )
    await connection.execute(update(chats).where(chats.c.active_response.in_(list(facts))).values(active_response=None))
    await connection.execute(delete(screens).where(screens.c.chat_id.in_(known), screens.c.slot.in_(slots)))
    # One that still waits is the last screen: it replaced those before it. A reminder (fresh) has lost its sense.
    told = or_(outgoing.c.dead.is_not(None), outgoing.c.fresh)
    await connection.execute(delete(outgoing).where(outgoing.c.chat_id.in_(known), outgoing.c.slot.in_(slots), told))


async def _of_updates(connection: AsyncConnection, facts: Mapping[int, int | None], since: datetime) -> None:
    """An update that was put aside may hold an answer: that it was put aside stays known, what was in it does not."""
    rows = await connection.execute(select(parked.c.id, parked.c.body).where(parked.c.parked_at >= since))
    talkers = {chat for chat in facts.values() if chat is not None}
    told = [row.id for row in rows if _tells(row.body, facts, talkers)]
    if told:
        await connection.execute(update(parked).where(parked.c.id.in_(told)).values(body="", traceback=None))


def _tells(body: str, facts: Mapping[int, int | None], talkers: set[int]) -> bool:
    """Whether it is a button of one of these responses, or anything that somebody who answered them wrote."""
    try:
        raw = json.loads(body) if body else {}
    except ValueError:
        return True
    press = _field(raw, "callback_query", "data")
    if isinstance(press, str):
        name, _, rest = press.partition(":")
        response_id = rest.partition(":")[0]
        return name == "a" and response_id.isdecimal() and int(response_id) in facts
    written = (_field(raw, kind, "chat", "id") for kind in ("message", "edited_message"))
    return any(chat in talkers for chat in written)


def _field(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value

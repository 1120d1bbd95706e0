"""What is read off a raw update before anybody handles it. Nothing here raises for what Telegram may send."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.types import Update

from messaging.flood import Flood, Verdict
from messaging.render import DEAD_CELL
from messaging.sound import sound, whole_number

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update the bot asks Telegram for."""
LANGUAGES = ("ru", "en")
_GONE = ("kicked", "left")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update.

    `chat` of the private chat it came from (None: there is none), `message`: id of what the person wrote or pressed
    a button of (0: nothing), `query`: id of a press, `reachable`: the person blocked the bot or came back.
    """

    update_id: int | None
    raw: Any
    update: Update | None
    problem: str | None = None
    chat: int | None = None
    language: str = LANGUAGES[0]
    message: int = 0
    query: str | None = None
    reachable: bool | None = None
    empty: bool = False
    """There is nothing to handle: a group, a channel, a cell that does nothing."""
    verdict: Verdict = Verdict.SERVED
    """Whether the person sends more than a hand can."""

    @property
    def body(self) -> str:
        """The update as JSON, to be put aside."""
        return json.dumps(self.raw, ensure_ascii=False, default=str)


def read(raw: Any, bot: Bot) -> Arrival:
    """Parse one update by itself; what can't be parsed has its `problem`."""
    update_id = number_of(raw)
    try:
        raw = sound(raw)
    except (ValueError, RecursionError) as error:
        return Arrival(update_id, None, None, f"{type(error).__name__}: no JSON that can be kept")
    if update_id is None:
        return Arrival(None, raw, None, "an update without an id")
    try:
        update = Update.model_validate(raw, context={"bot": bot})
        kind = update.event_type
    except Exception as error:
        return _of_private_chat(update_id, raw, None, None, f"{type(error).__name__}: {error}")
    return _of_private_chat(update_id, raw, update, kind, None)


def number_of(raw: Any) -> int | None:
    """The `update_id` of a raw update; None where there is none that could be kept."""
    return whole_number(raw.get("update_id")) if isinstance(raw, dict) else None


def judged(arrival: Arrival, flood: Flood, now: float) -> Arrival:
    """With the verdict on whoever said or pressed it; what happens to people is never too much. Monotonic seconds."""
    if arrival.chat is None or arrival.update_id is None or arrival.empty or arrival.reachable is not None:
        return arrival
    verdict = flood.judge(arrival.chat, arrival.update_id, now)
    return arrival if verdict is Verdict.SERVED else replace(arrival, verdict=verdict)


def _of_private_chat(
    update_id: int, raw: dict[str, Any], update: Update | None, kind: str | None, problem: str | None
) -> Arrival:
    event = raw.get(kind) if kind else next((value for value in raw.values() if isinstance(value, dict)), None)
    event = event if isinstance(event, dict) else {}
    message = event.get("message") if kind == "callback_query" else event
    chat = whole_number(_field(message, "chat", "id"))
    private = chat is not None and _field(message, "chat", "type") in ("private", None)
    sender = _field(event, "from", "language_code")
    language = sender.split("-")[0] if isinstance(sender, str) else LANGUAGES[0]
    return Arrival(
        update_id,
        raw,
        update,
        problem,
        chat=chat if private else None,
        language=language if language in LANGUAGES else LANGUAGES[0],
        message=_number(message) if kind in ("message", "callback_query") else 0,
        query=event["id"] if kind == "callback_query" and isinstance(event.get("id"), str) else None,
        reachable=_field(event, "new_chat_member", "status") not in _GONE if kind == "my_chat_member" else None,
        empty=not private or event.get("data") == DEAD_CELL,
    )


def _number(message: Any) -> int:
    """The id of what the person wrote, or pressed a button of: a screen above it is out of their sight."""
    return whole_number(_field(message, "message_id")) or 0


def _field(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value

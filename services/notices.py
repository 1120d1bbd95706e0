"""Telling people something: the way from a person to the chat in which they can be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from messaging.replies import File, Keyboard, Lane, Show, Text
from services.desk import Desk


async def to(
    desk: Desk,
    person_id: int,
    text: Text,
    *,
    keyboard: Keyboard = (),
    slot: str = "notice",
    fresh: bool = True,
    lane: Lane = Lane.ANSWER,
    key: str | None = None,
    due: datetime | None = None,
    expires_at: datetime | None = None,
    not_before: datetime | None = None,
    file: File | None = None,
) -> bool:
    """Leave a message to a person; False if there is no chat to reach them in (no Telegram, or the bot is blocked)."""
    chat = await desk.work.chats.of_person(person_id)
    if chat is None:
        return False
    show = Show(chat, slot, text, keyboard, file, lane=lane, fresh=fresh, key=key, due=due, expires_at=expires_at)
    desk.tell(replace(show, not_before=not_before))
    return True


async def to_all(
    desk: Desk, people: Iterable[int], text: Text, *, keyboard: Keyboard = (), not_before: datetime | None = None
) -> tuple[int, ...]:
    """The same notice to several people, each in their language; returns those who could not be reached."""
    listed = tuple(people)
    known = await desk.work.chats.of_people(listed)
    for person in listed:
        if person in known:
            desk.tell(Show(known[person], "notice", text, keyboard, fresh=True, not_before=not_before))
    return tuple(person for person in listed if person not in known)

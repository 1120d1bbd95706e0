"""In which language somebody is spoken to."""

from __future__ import annotations

from dataclasses import replace

from mentoring.errors import NotFound
from messaging.replies import Reply
from services import command_menu
from services.desk import Desk

LANGUAGES = ("ru", "en")


async def choose(desk: Desk, code: str) -> tuple[Reply, ...]:
    """From now on everything is said in this language; returns the command menu in it."""
    if code not in LANGUAGES:
        raise NotFound
    await desk.work.chats.set_language(desk.actor.chat_id, code)
    desk.actor = replace(desk.actor, language=code)
    return command_menu.replies(desk)

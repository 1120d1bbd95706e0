"""What the bot says to each update, caught between the handlers and the outbox, however many come at once."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from aiogram.types import Update

from bot.dispatch import Dispatch
from locales.wording import Wording
from messaging.readers import Reader
from messaging.render import Renderer
from messaging.replies import Replies, Show, Toast
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Said:
    """One update, by its text or its button's data, and the replies to it."""

    chat: int
    what: str
    replies: Replies


@dataclass
class Hearing:
    """Everything said since it began to listen."""

    said: list[Said] = field(default_factory=list)

    @classmethod
    def begin(cls, monkeypatch: pytest.MonkeyPatch) -> Hearing:
        """Listens until the test ends."""
        hearing, handle = cls(), Dispatch.__call__

        async def heard(dispatch: Dispatch, update: Update, work: Work) -> Replies:
            replies = await handle(dispatch, update, work)
            hearing.said.append(_said(update, replies))
            return replies

        monkeypatch.setattr(Dispatch, "__call__", heard)
        return hearing

    def silence(self) -> list[str]:
        """What was met without a word to whoever did it."""
        return [each.what for each in self.said if not any(_is_for(each.chat, reply) for reply in each.replies)]

    def leaked(self, chat: int, secrets: tuple[str, ...]) -> list[tuple[str, str]]:
        """(what was done, the secret that was shown to `chat` for it)."""
        return [
            (each.what, secret)
            for each in self.said
            for shown in [_shown(chat, each.replies)]
            for secret in secrets
            if secret in shown
        ]


def _said(update: Update, replies: Replies) -> Said:
    query, message = update.callback_query, update.message or update.edited_message
    if query is not None:
        return Said(query.from_user.id, query.data or "", replies)
    return Said(message.chat.id if message else 0, (message.text if message else None) or "", replies)


def _is_for(chat: int, reply: object) -> bool:
    return isinstance(reply, Toast) or (isinstance(reply, Show) and reply.chat == chat)


def _shown(chat: int, replies: Replies) -> str:
    """All of it that `chat` gets to see, labels too."""
    renderer, reader = Renderer(Wording.load()), Reader("ru")
    found = [renderer.toast(reply, reader) for reply in replies if isinstance(reply, Toast)]
    for reply in replies:
        if isinstance(reply, Show) and reply.chat == chat:
            body = renderer.body(reply, reader)
            found += [str(body["text"]), str(body.get("markup", ""))]
    return "\n".join(found)

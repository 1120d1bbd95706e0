"""One press or command by somebody, and what came of it; whatever it changed is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import Update

from bot.dispatch import Dispatch
from locales import Wording
from messaging.readers import Reader
from messaging.render import Renderer
from messaging.replies import Replies, Say, Show, Toast
from storage.jobs import Job
from storage.work import Work
from tests.conversations.world import World

REFUSED = frozenset(
    {
        "refusal-forbidden",
        "refusal-not-found",
        "catalogue-unknown",
        "results-unknown",
        "questionnaires-draft-gone",
        "dialogue-gone",
        "job-gone",
        "child-gone",
        "import-gone",
        "invitation-unknown",
        "guardian-not-awaited",
        "papers-nobody",
        "meetings-refusal-no-mentorship",
        "meetings-refusal-nothing-to-log",
        "refusal-stale",
    }
)
"""How somebody hears that this is not for them."""
UNKNOWN = "fallback-stale"


class _TakenBack(Exception):
    """Ends the transaction, so that every cell of the matrix finds the same municipality."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`keys`: wordings of the answer; `changed`: rows written; `ordered`: documents that were begun."""

    keys: frozenset[str]
    replies: Replies
    changed: int
    ordered: tuple[Job, ...]

    @property
    def refused(self) -> bool:
        return bool(self.keys & REFUSED)

    @property
    def unknown(self) -> bool:
        return UNKNOWN in self.keys

    def shown(self, chat: int) -> str:
        """Everything that `chat` reads, in Russian."""
        renderer, reader = Renderer(Wording.load()), Reader("ru")
        found = [renderer.toast(each, reader) for each in self.replies if isinstance(each, Toast)]
        for each in self.replies:
            if isinstance(each, Show) and each.chat == chat:
                body = renderer.body(each, reader)
                found += [str(body["text"]), str(body.get("markup", ""))]
        return "\n".join(found)


class Trial:
    """Gives updates straight to the bot's dispatch, each in a transaction of its own that is rolled back."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._handle = Dispatch(world.machine.bot, world.machine.house)
        self._number = 0

    async def presses(self, chat: int, data: str) -> Outcome:
        return await self._does({"callback_query": {**self._query(chat), "data": data}})

    async def says(self, chat: int, text: str) -> Outcome:
        """A command."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        return await self._does({"message": {**self._message(chat), "text": text, "entities": entities}})

    async def _does(self, raw: dict[str, Any]) -> Outcome:
        self._number += 1
        update = Update.model_validate({"update_id": self._number, **raw})
        found: Outcome | None = None
        try:
            async with self._world.database.write(self._world.now) as work:
                before = await work.state()
                replies = await self._handle(update, work)
                after = await work.state()
                changed = after[0] - before[0] if before and after else 0
                ordered = await _ordered(work) if changed else ()
                found = Outcome(frozenset(_keys(replies)), replies, changed, ordered)
                raise _TakenBack
        except _TakenBack:
            assert found is not None
            return found

    def _query(self, chat: int) -> dict[str, Any]:
        message = self._message(chat)
        return {"id": str(self._number), "from": message["from"], "chat_instance": "1", "message": message}

    @staticmethod
    def _message(chat: int) -> dict[str, Any]:
        name = {"id": chat, "first_name": "Имя"}
        return {"message_id": 1, "date": 0, "chat": {**name, "type": "private"}, "from": {**name, "is_bot": False}}


async def _ordered(work: Work) -> tuple[Job, ...]:
    found = []
    while job := await work.jobs.start():
        found.append(job)
    return tuple(found)


def _keys(replies: Sequence[object]) -> list[str]:
    texts = [reply.text for reply in replies if isinstance(reply, Show | Toast)]
    return [text.key for text in texts if isinstance(text, Say)]

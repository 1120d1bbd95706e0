"""What was read out of files that people sent, until they save it or drop it: one a chat, the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import definitions, questionnaire_drafts, responses


@dataclass(frozen=True, slots=True)
class QuestionnaireDraft:
    """A questionnaire that nobody is offered yet.

    slug: what it is called within an organisation; body: its canonical JSON as version 1 of `name`, "" if it could not
    be read; mistakes: then what is wrong with the file, as `reports.xlsform` tells it."""

    id: int
    chat_id: int
    slug: str
    body: str
    mistakes: Sequence[Any]

    @property
    def name(self) -> str:
        """The id of its definition while it is tried out."""
        return _name(self.id)


_PREFIX = "draft-"


def _name(draft_id: int) -> str:
    return f"{_PREFIX}{draft_id}"


def is_draft(name: str) -> bool:
    """Whether a definition's id is that of a draft."""
    return name.startswith(_PREFIX)


class QuestionnaireDrafts:
    """The drafts of all chats."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, chat_id: int, *, slug: str, body: str, mistakes: Sequence[Any] = ()) -> QuestionnaireDraft:
        """Keep what was read; the chat's earlier draft must have been dropped."""
        values = {"chat_id": chat_id, "slug": slug, "body": body, "mistakes": list(mistakes), "created_at": self._now}
        made = await self._connection.execute(
            insert(questionnaire_drafts).values(values).returning(questionnaire_drafts.c.id)
        )
        return QuestionnaireDraft(made.scalar_one(), chat_id, slug, body, tuple(mistakes))

    async def get(self, draft_id: int) -> QuestionnaireDraft | None:
        return await self._one(questionnaire_drafts.c.id == draft_id)

    async def of_chat(self, chat_id: int) -> QuestionnaireDraft | None:
        return await self._one(questionnaire_drafts.c.chat_id == chat_id)

    async def drop(self, draft_id: int) -> bool:
        """Forget a draft, with the body it was tried out in unless a trial is still under way; False: gone already."""
        name = _name(draft_id)
        dropped = await self._connection.execute(
            delete(questionnaire_drafts).where(questionnaire_drafts.c.id == draft_id)
        )
        under_way = exists(select(responses.c.id).where(responses.c.definition == name))
        await self._connection.execute(delete(definitions).where(definitions.c.name == name, ~under_way))
        return dropped.rowcount == 1

    async def _one(self, condition: Any) -> QuestionnaireDraft | None:
        row = (await self._connection.execute(select(questionnaire_drafts).where(condition))).one_or_none()
        return QuestionnaireDraft(row.id, row.chat_id, row.slug, row.body, tuple(row.mistakes)) if row else None

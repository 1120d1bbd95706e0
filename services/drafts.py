"""Drafts of forms that were left half-way and have lost their sense."""

from __future__ import annotations

from services.desk import Desk
from surveys.path import Answers
from surveys.record import Subject


async def drop_other(desk: Desk, name: str, subject: Subject, answers: Answers) -> None:
    """Give up the actor's drafts of a form about the same thing that were begun with other answers than these."""
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition == name and earlier.subject == subject:
            known = await desk.work.responses.get(earlier.id)
            if known is not None and any(known.draft.answers.get(each) != value for each, value in answers.items()):
                await desk.work.responses.erase(earlier.id)

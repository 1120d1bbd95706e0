"""Everything that is kept about one person and shown to them: a section a concept, its rows as plain values.

What is written about them in confidence is apart (`APART`): it is given by letter, not by the bot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.own_data_queries import SECTIONS
from storage.response_rows import UNFINISHED_STATES, value_of
from storage.tables import answers, responses

APART: Mapping[str, str] = {
    "alarms": "a psychologist's work; never shown to whom it is about",
    "matching_pairs": "a computation of the curator, with the names of others",
    "matching_people": "whom a curator had chosen for it",
    "pair_rules": "the curator's word about two people",
    "plan_versions": "earlier copies of the plan",
}
"""Tables with rows about a person that are not in it, and why."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: to which question of which questionnaire, when."""

    definition: str
    version: int
    question: str
    value: Any
    finished_at: datetime | None


_EMPTY: tuple[Any, ...] = (None, "", [], "{}")


def _named(key: str, value: Any) -> Any:
    """A file by its name, the word `photo` where it has none: itself it lies in the chat. Of details the words."""
    if key not in ("file", "details"):
        return value
    found = json.loads(value) if isinstance(value, str) else value
    if key == "details":
        return ", ".join(each for each in found.values() if isinstance(each, str))
    return found["name"] or "photo"


class OwnData:
    """Reads for one person."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def sections(self, person_id: int) -> dict[str, list[dict[str, Any]]]:
        """Rows of every section that has any, without what is empty."""
        found: dict[str, list[dict[str, Any]]] = {}
        for name, query in SECTIONS.items():
            rows = (await self._connection.execute(query(person_id))).mappings()
            told = [{key: _named(key, value) for key, value in row.items() if value not in _EMPTY} for row in rows]
            if told:
                found[name] = told
        return found

    async def answers(self, person_id: int, but: Sequence[str]) -> list[Answered]:
        """Their answers to questionnaires, the oldest first, and in forms they have not ended yet.

        Not those of `but`, which are about somebody else.
        """
        found = await self._connection.execute(
            select(responses.c.definition, responses.c.version, responses.c.finished_at, answers)
            .select_from(responses.join(answers, answers.c.response_id == responses.c.id))
            .where(
                responses.c.person_id == person_id,
                or_(responses.c.kind == "survey", responses.c.state.in_(UNFINISHED_STATES)),
                responses.c.definition.not_in(list(but)),
                answers.c.on_path,
            )
            .order_by(responses.c.id, answers.c.question)
        )
        return [
            Answered(row["definition"], row["version"], row["question"], value_of(row), row["finished_at"])
            for row in found.mappings()
        ]

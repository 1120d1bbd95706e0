"""The view `answers_v`, on which other programs rely."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert, text

from storage.engine import Database
from storage.tables import answers, responses
from storage.work import Work
from tests.databases import NOW


async def respond(work: Work, person_id: int | None, **response: Any) -> int:
    """A survey's response with one answer of each shape."""
    row = {"definition": "sample", "version": 1, "kind": "survey", "state": "open", "skipped": [], "marks": {}}
    statement = insert(responses).values(**{"person_id": person_id, "asked_at": NOW} | row | response)
    new: int = (await work.connection.execute(statement.returning(responses.c.id))).scalar_one()
    values = {"number": 4, "option": "often", "several": ["a", "b"], "day": "2026-10-05", "left": "x", "text": None}
    for question, value in values.items():
        await work.connection.execute(
            insert(answers).values(
                response_id=new,
                question=question,
                value=value,
                secret="тайна" if value is None else None,
                on_path=question != "left",
                answered_at=NOW,
            )
        )
    return new


async def seen(work: Work) -> list[tuple[Any, ...]]:
    query = text("SELECT response_id, telegram_id, questionnaire, question, value FROM answers_v ORDER BY question")
    return [tuple(row) for row in await work.connection.execute(query)]


async def test_it_shows_the_last_answers_on_the_path(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Имя", telegram_id=5)
        new = await respond(work, person.id)
        assert await seen(work) == [
            (new, 5, "sample", "day", "2026-10-05"),
            (new, 5, "sample", "number", "4"),
            (new, 5, "sample", "option", "often"),
            (new, 5, "sample", "several", '["a","b"]'),
            (new, 5, "sample", "text", None),
        ]


@pytest.mark.parametrize("state", ["open", "paused", "finished"])
async def test_anonymous_answers_are_absent_until_they_are_detached(database: Database, state: str) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Имя", telegram_id=5)
        await respond(work, person.id, anonymous=True, state=state)
        assert await seen(work) == []
        await respond(work, None, anonymous=True, state="finished")
        assert [row[1] for row in await seen(work)] == [None] * 5


async def test_forms_are_nobody_elses_business(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await work.people.add("Имя", telegram_id=5)
        await respond(work, person.id, kind="form")
        assert await seen(work) == []

"""A registration that somebody has begun, as the row it is."""

from __future__ import annotations

from sqlalchemy import insert

from storage.tables import responses
from storage.work import Work


async def draft(work: Work, chat_id: int = 1) -> int:
    """The id of a response of the form `registration`."""
    statement = insert(responses).values(
        chat_id=chat_id,
        definition="registration",
        version=1,
        kind="form",
        state="active",
        skipped=[],
        marks={},
        asked_at=work.now,
    )
    new: int = (await work.connection.execute(statement.returning(responses.c.id))).scalar_one()
    return new

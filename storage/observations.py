"""What staff have filled in about others: responses that are named by what they are about, not by who answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.response_rows import WITH_ANSWERS, records
from storage.tables import responses
from surveys.record import Record, RecordState, Subject


class Observations:
    """Finished ones with their answers, the newest first."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def about(self, subject: Subject, names: Collection[str]) -> Sequence[Record]:
        """Of these questionnaires about one thing, a mentorship say."""
        return await self._finished(names, responses.c.subject == subject.kind, responses.c.subject_id == subject.id)

    async def of_organisation(self, organisation_id: int, kind: str, names: Collection[str]) -> Sequence[Record]:
        """Of these questionnaires about the organisation's things of one kind, its school years say."""
        return await self._finished(names, responses.c.subject == kind, responses.c.organisation_id == organisation_id)

    async def _finished(self, names: Collection[str], *which: ColumnElement[bool]) -> Sequence[Record]:
        query = WITH_ANSWERS.where(
            responses.c.definition.in_(names),
            responses.c.state == RecordState.FINISHED.value,
            responses.c.kind == "survey",
            *which,
        )
        found = records((await self._connection.execute(query)).mappings().all())
        return tuple(sorted(found, key=lambda record: record.id, reverse=True))

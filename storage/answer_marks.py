"""Open answers as a curator reads them, and the marks that make a SWOT of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.response_rows import WITH_ANSWERS, records
from storage.results import Among, Place, finished_of, plain
from storage.tables import answer_marks, answers, responses
from surveys.record import Record, RecordState


class Mark(StrEnum):
    """What an open answer is taken for; a part of the SWOT each."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    IDEA = "idea"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """One answer in somebody's own words. `person_id` None: nameless, and then it has no time either."""

    response_id: int
    definition: str
    version: int
    question: str
    text: str
    person_id: int | None
    on_paper: bool
    answered_at: datetime | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a page begins: after this response (towards older ones) or, with `back`, before it. None: at the newest."""

    response_id: int | None = None
    back: bool = False


_COLUMNS = (
    *(responses.c.id, responses.c.definition, responses.c.version, responses.c.person_id, responses.c.anonymous),
    *(responses.c.entered_by, responses.c.finished_at, answers.c.question, answers.c.value, answers.c.secret),
    answer_marks.c.mark,
)
_FROM = responses.join(answers, answers.c.response_id == responses.c.id).outerjoin(
    answer_marks,
    and_(answer_marks.c.response_id == answers.c.response_id, answer_marks.c.question == answers.c.question),
)


class AnswerMarks:
    """Marks of open answers; one an answer, the last one counts."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def page(
        self, name: str, among: Among, places: Collection[Place], *, mark: Mark | None, edge: Edge, limit: int
    ) -> tuple[OpenAnswer, ...]:
        """Answers to one question (in the versions in which it is the same), the newest first; `mark`: only these."""
        asked = or_(*(_at(place) for place in places))
        query = select(*_COLUMNS).select_from(_FROM).where(finished_of(name, among), asked, answers.c.on_path)
        if mark is not None:
            query = query.where(answer_marks.c.mark == mark.value)
        if edge.response_id is not None:
            newer = responses.c.id > edge.response_id
            query = query.where(newer if edge.back else responses.c.id < edge.response_id)
        order = responses.c.id.asc() if edge.back else responses.c.id.desc()
        found = [_answer(row) for row in await self._connection.execute(query.order_by(order).limit(limit))]
        return tuple(reversed(found) if edge.back else found)

    async def one(self, response_id: int, question: str) -> tuple[OpenAnswer, int | None] | None:
        """One open answer and the organisation it was given in; None where there is none to be read."""
        rows = await self._connection.execute(
            select(*_COLUMNS, responses.c.organisation_id)
            .select_from(_FROM)
            .where(
                responses.c.id == response_id,
                responses.c.state == RecordState.FINISHED.value,
                responses.c.kind == "survey",
                ~and_(responses.c.anonymous, responses.c.person_id.is_not(None)),
                answers.c.question == question,
                answers.c.on_path,
            )
        )
        row = rows.one_or_none()
        return (_answer(row), row.organisation_id) if row else None

    async def put(self, response_id: int, question: str, mark: Mark | None, marked_by: int) -> None:
        """Mark an answer, or take its mark away."""
        if mark is None:
            await self._connection.execute(
                delete(answer_marks).where(
                    answer_marks.c.response_id == response_id, answer_marks.c.question == question
                )
            )
            return
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        row = {"response_id": response_id, "question": question, "mark": mark.value}
        # Of an anonymous answer not when: an early mark would tell that it was among the first to be detached.
        nameless = select(responses.c.finished_at).where(responses.c.id == response_id, responses.c.anonymous)
        at = await self._connection.scalar(nameless) or self._now
        upsert = dialect.insert(answer_marks).values(**row, marked_by=marked_by, marked_at=at)
        fresh = {name: upsert.excluded[name] for name in ("mark", "marked_by", "marked_at")}
        await self._connection.execute(
            upsert.on_conflict_do_update(index_elements=["response_id", "question"], set_=fresh)
        )

    async def counts(self, organisation_id: int) -> dict[Mark, int]:
        """How many answers of an organisation carry each mark."""
        rows = await self._connection.execute(
            select(answer_marks.c.mark, func.count().label("many"))
            .join(responses, responses.c.id == answer_marks.c.response_id)
            .where(responses.c.organisation_id == organisation_id)
            .group_by(answer_marks.c.mark)
        )
        found = {row.mark: row.many for row in rows}
        return {mark: found.get(mark.value, 0) for mark in Mark}

    async def newest(self, name: str, organisation_id: int) -> Record | None:
        """The questionnaire of an organisation that was finished last, with its answers."""
        last = (
            select(responses.c.id)
            .where(finished_of(name, Among(frozenset({organisation_id}))))
            .order_by(responses.c.finished_at.desc(), responses.c.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        rows = (await self._connection.execute(WITH_ANSWERS.where(responses.c.id == last))).mappings().all()
        return next(iter(records(rows)), None)

    async def marked(self, organisation_id: int, mark: Mark, *, offset: int, limit: int) -> tuple[OpenAnswer, ...]:
        """The answers of an organisation that carry a mark, last marked first."""
        rows = await self._connection.execute(
            select(*_COLUMNS)
            .select_from(_FROM)
            .where(responses.c.organisation_id == organisation_id, answer_marks.c.mark == mark.value, answers.c.on_path)
            .order_by(answer_marks.c.marked_at.desc(), answer_marks.c.response_id.desc(), answer_marks.c.question)
            .offset(offset)
            .limit(limit)
        )
        return tuple(_answer(row) for row in rows)


def _at(place: Place) -> ColumnElement[bool]:
    version, question = place
    return and_(responses.c.version == version, answers.c.question == question)


def _answer(row: Any) -> OpenAnswer:
    named = not row.anonymous
    value = plain(row)
    return OpenAnswer(
        response_id=row.id,
        definition=row.definition,
        version=row.version,
        question=row.question,
        text=value if isinstance(value, str) else str(value),
        person_id=row.person_id if named else None,
        on_paper=named and row.entered_by is not None,
        answered_at=row.finished_at if named else None,
        mark=Mark(row.mark) if row.mark else None,
    )

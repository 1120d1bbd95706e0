"""Answers that are awaited of people without Telegram: somebody types in what they wrote on paper."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.campaign_people import STAYS
from storage.response_rows import UNFINISHED_STATES
from storage.tables import people, responses
from surveys.record import Subject


@dataclass(frozen=True, slots=True)
class PaperFilter:
    """Whose awaited answers; what is left out does not narrow it.

    `organisations`: asked by any of them. `people`: of these alone. `about`: about this one thing. `but`: no
    questionnaires of these names. `untouched_by_others`: named ones that nobody but this person has begun to answer.
    """

    organisations: Collection[int] | None = None
    people: Collection[int] | None = None
    about: Subject | None = None
    but: Collection[str] = field(default=())
    untouched_by_others: int | None = None


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A questionnaire that waits for the paper of somebody without Telegram."""

    response_id: int
    name: str
    school_class: str | None
    definition: str
    version: int
    subject: Subject | None


class PaperAnswers:
    """Surveys that wait, of people who take part still; not what staff observe about them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def page(self, which: PaperFilter, *, offset: int = 0, limit: int = 8) -> tuple[tuple[OnPaper, ...], int]:
        """One page by name, what was asked first before what was asked later, and how many there are in all."""
        matching = _matching(which)
        joined = responses.join(people, people.c.id == responses.c.person_id)
        total = await self._connection.scalar(select(func.count()).select_from(joined).where(matching))
        found = await self._connection.execute(
            select(*_COLUMNS)
            .select_from(joined)
            .where(matching)
            .order_by(people.c.search, people.c.id, responses.c.asked_at, responses.c.id)
            .offset(offset)
            .limit(limit)
        )
        return tuple(_on_paper(row) for row in found), total or 0


_COLUMNS: tuple[ColumnElement[Any], ...] = (
    *(responses.c.id, responses.c.definition, responses.c.version, responses.c.subject, responses.c.subject_id),
    *(people.c.name, people.c.school_class),
)


def _matching(which: PaperFilter) -> ColumnElement[bool]:
    matching = (
        (responses.c.kind == "survey")
        & responses.c.state.in_(UNFINISHED_STATES)
        & people.c.telegram_id.is_(None)
        & STAYS
    )
    if which.organisations is not None:
        matching &= responses.c.organisation_id.in_(which.organisations)
    if which.people is not None:
        matching &= responses.c.person_id.in_(which.people)
    if which.about is not None:
        matching &= (responses.c.subject == which.about.kind) & (responses.c.subject_id == which.about.id)
    if which.but:
        matching &= responses.c.definition.not_in(which.but)
    if which.untouched_by_others is not None:
        own = responses.c.entered_by == which.untouched_by_others
        matching &= responses.c.anonymous.is_(False) & or_(responses.c.started_at.is_(None), own)
    return matching


def _on_paper(row: Row[Any]) -> OnPaper:
    about = Subject(row.subject, row.subject_id) if row.subject is not None else None
    return OnPaper(row.id, row.name, row.school_class, row.definition, row.version, about)

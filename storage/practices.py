"""Practices of the bank: each move holds only while all is as it was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import Form
from mentoring.practices import Practice, PracticeState, Story
from mentoring.tasks import Attachment
from storage.tables import practices

_OF = practices.c


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """Which practices a list shows; what is left out does not narrow it."""

    states: Collection[PracticeState] = ()
    form: Form | None = None
    author_id: int | None = None
    organisation_id: int | None = None


def practice(row: Row[Any]) -> Practice:
    """The value of a row of `practices`."""
    file = Attachment(row.file["file_id"], row.file["name"], row.file["photo"]) if row.file else None
    form = Form(row.form) if row.form else None
    return Practice(
        id=row.id,
        organisation_id=row.organisation_id,
        author_id=row.author_id,
        story=Story(row.title, row.problem, row.description, row.outcome, form, row.link, file),
        state=PracticeState(row.state),
        submitted_at=row.submitted_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        comment=row.comment,
    )


class Practices:
    """Practices of all organisations; the reviewer's comments are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, organisation_id: int, author_id: int, story: Story) -> Practice:
        """A new one, submitted now."""
        made = await self._connection.execute(
            insert(practices)
            .values(
                organisation_id=organisation_id,
                author_id=author_id,
                submitted_by=author_id,
                submitted_at=self._now,
                state=PracticeState.SUBMITTED.value,
                **_told(story),
            )
            .returning(practices)
        )
        return practice(made.one())

    async def get(self, practice_id: int) -> Practice | None:
        row = (await self._connection.execute(select(practices).where(_OF.id == practice_id))).one_or_none()
        return practice(row) if row else None

    async def move(self, before: Practice, after: Practice) -> bool:
        """Whether this move was the one that counted: another submission of the same practice counts as a change."""
        changed = await self._connection.execute(
            update(practices)
            .where(
                _OF.id == before.id,
                _OF.state == before.state.value,
                _OF.submitted_at == before.submitted_at,
            )
            .values(
                state=after.state.value,
                submitted_at=after.submitted_at,
                decided_by=after.decided_by,
                decided_at=after.decided_at,
                comment=after.comment,
                **_told(after.story),
            )
        )
        return changed.rowcount == 1

    async def page(self, which: PracticeFilter, *, offset: int = 0, limit: int = 8) -> tuple[tuple[Practice, ...], int]:
        """One page, the newest first, and how many there are in all."""
        total = await self._connection.scalar(select(func.count()).select_from(practices).where(_matching(which)))
        found = await self._connection.execute(_newest(which).offset(offset).limit(limit))
        return tuple(practice(row) for row in found), total or 0

    async def listed(self, which: PracticeFilter) -> tuple[Practice, ...]:
        """All of them, the newest first."""
        return tuple(practice(row) for row in await self._connection.execute(_newest(which)))


def _newest(which: PracticeFilter) -> Select[Any]:
    return select(practices).where(_matching(which)).order_by(_OF.submitted_at.desc(), _OF.id.desc())


def _matching(which: PracticeFilter) -> ColumnElement[bool]:
    matching: ColumnElement[bool] = true()
    if which.states:
        matching &= _OF.state.in_(sorted(state.value for state in which.states))
    if which.form is not None:
        matching &= _OF.form == which.form.value
    if which.author_id is not None:
        matching &= _OF.author_id == which.author_id
    if which.organisation_id is not None:
        matching &= _OF.organisation_id == which.organisation_id
    return matching


def _told(story: Story) -> Mapping[str, Any]:
    file = story.file
    return {
        "title": story.title,
        "form": story.form.value if story.form is not None else None,
        "problem": story.problem,
        "description": story.description,
        "outcome": story.outcome,
        "link": story.link,
        "file": {"file_id": file.file_id, "name": file.name, "photo": file.photo} if file else None,
    }

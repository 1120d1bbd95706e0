"""Questionnaires that people of the programme sent in: whose they are and which version is the newest.

Their bodies are in the archive of definitions (`storage.definitions`), where no version ever changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import own_questionnaires
from storage.upsert import insert_or


@dataclass(frozen=True, slots=True)
class OwnQuestionnaire:
    """`organisation_id` None: for every organisation, sent in by a coordinator. `name` is its definition's id.

    archived: taken off the list; it is not put before anybody any more."""

    id: int
    organisation_id: int | None
    name: str
    version: int
    title: dict[str, str]
    archived: bool
    updated_at: datetime


def _own(row: Row[Any]) -> OwnQuestionnaire:
    return OwnQuestionnaire(row.id, row.organisation_id, row.name, row.version, row.title, row.archived, row.updated_at)


_ALL = select(own_questionnaires)


def _of(organisations: Collection[int], *, municipal: bool) -> ColumnElement[bool]:
    """Those of these organisations and, if `municipal`, of the municipality."""
    place = own_questionnaires.c.organisation_id
    return or_(place.in_(list(organisations)), place.is_(None) if municipal else false())


class OwnQuestionnaires:
    """One row a questionnaire, whatever the number of its versions."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def named(self, name: str) -> OwnQuestionnaire | None:
        """By its definition's id."""
        return await self._one(_ALL.where(own_questionnaires.c.name == name))

    async def get(self, own_id: int) -> OwnQuestionnaire | None:
        return await self._one(_ALL.where(own_questionnaires.c.id == own_id))

    async def available(self, organisation_id: int | None) -> tuple[OwnQuestionnaire, ...]:
        """What may be put before people of an organisation: its own and the municipality's, by their first version.

        None: the municipality's alone. Nothing that was taken off the list."""
        places = () if organisation_id is None else (organisation_id,)
        found = await self._connection.execute(
            _ALL.where(_of(places, municipal=True), own_questionnaires.c.archived.is_(False)).order_by(
                own_questionnaires.c.id
            )
        )
        return tuple(_own(row) for row in found)

    async def page(
        self, organisations: Collection[int], *, municipal: bool, offset: int, limit: int
    ) -> tuple[tuple[OwnQuestionnaire, ...], int]:
        """One page of those that somebody may look after, and how many there are: those in use first, the newest first.

        municipal: the municipality's too."""
        matching = _of(organisations, municipal=municipal)
        total = await self._connection.scalar(select(func.count()).select_from(own_questionnaires).where(matching))
        found = await self._connection.execute(
            _ALL.where(matching)
            .order_by(own_questionnaires.c.archived, own_questionnaires.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return tuple(_own(row) for row in found), total or 0

    async def add(
        self, name: str, title: Mapping[str, str], *, organisation_id: int | None, created_by: int | None
    ) -> OwnQuestionnaire | None:
        """The first version of a questionnaire; None if somebody has sent one in under this name meanwhile."""
        statement = insert_or(
            self._connection,
            own_questionnaires,
            organisation_id=organisation_id,
            name=name,
            version=1,
            title=dict(title),
            created_by=created_by,
            created_at=self._now,
            updated_at=self._now,
        )
        made = await self._connection.execute(
            statement.on_conflict_do_nothing(index_elements=["name"]).returning(own_questionnaires)
        )
        row = made.one_or_none()
        return _own(row) if row else None

    async def advance(self, own: OwnQuestionnaire, title: Mapping[str, str]) -> OwnQuestionnaire | None:
        """The version after `own` is the newest now, and on the list; None if another one was quicker."""
        changed = await self._connection.execute(
            update(own_questionnaires)
            .where(own_questionnaires.c.id == own.id, own_questionnaires.c.version == own.version)
            .values(version=own.version + 1, title=dict(title), archived=False, updated_at=self._now)
            .returning(own_questionnaires)
        )
        row = changed.one_or_none()
        return _own(row) if row else None

    async def archive(self, own_id: int, *, archived: bool) -> bool:
        """Take it off the list or bring it back; False if that was done already."""
        changed = await self._connection.execute(
            update(own_questionnaires)
            .where(own_questionnaires.c.id == own_id, own_questionnaires.c.archived.is_(not archived))
            .values(archived=archived, updated_at=self._now)
        )
        return changed.rowcount == 1

    async def _one(self, query: Select[Any]) -> OwnQuestionnaire | None:
        row = (await self._connection.execute(query)).one_or_none()
        return _own(row) if row else None

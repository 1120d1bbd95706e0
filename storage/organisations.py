"""Schools, colleges, enterprises: where people have their roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.names import find, plain
from mentoring.people import Organisation, OrganisationKind
from storage.tables import organisations

_ALL = select(organisations)
_ONE = _ALL.where(organisations.c.id == bindparam("id"))
_MANY = _ALL.where(organisations.c.id.in_(bindparam("ids", expanding=True)))


def organisation(row: Row[Any]) -> Organisation:
    """The value of a row of `organisations`."""
    kind = OrganisationKind(row.kind)
    return Organisation(row.id, row.name, kind, row.zone, row.created_at, row.short_name, row.genitive)


class Organisations:
    """Every organisation of the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, name: str, kind: OrganisationKind, zone: str, *, created_by: int | None = None) -> Organisation:
        """zone: an IANA name; created_by: a person, None for the operator."""
        statement = insert(organisations).values(
            name=name,
            search=plain(name),
            kind=kind.value,
            zone=zone,
            created_by=created_by,
            created_at=self._now,
        )
        new = (await self._connection.execute(statement.returning(organisations.c.id))).scalar_one()
        return Organisation(new, name, kind, zone, self._now)

    async def get(self, organisation_id: int) -> Organisation | None:
        found = await self._connection.execute(_ONE, {"id": organisation_id})
        row = found.one_or_none()
        return organisation(row) if row else None

    async def many(self, ids: Iterable[int]) -> dict[int, Organisation]:
        """Those of `ids` that exist, by id."""
        found = await self._connection.execute(_MANY, {"ids": list(set(ids))})
        return {row.id: organisation(row) for row in found}

    async def by_name(self, name: str) -> tuple[Organisation, ...]:
        """Those of exactly this name, whatever the case and ё: two may share it."""
        found = await self._connection.execute(
            _ALL.where(organisations.c.search == plain(name)).order_by(organisations.c.id)
        )
        return tuple(organisation(row) for row in found)

    async def page(self, part: str = "", *, offset: int = 0, limit: int = 10) -> tuple[tuple[Organisation, ...], int]:
        """One page by name, and how many there are in all.

        `part`: of the name or the short name, with slips of typing forgiven (`mentoring.names.find`).
        """
        if part.strip():
            return await self._sought(part, offset, limit)
        every = await self.all()
        return every[offset : offset + limit], len(every)

    async def _sought(self, part: str, offset: int, limit: int) -> tuple[tuple[Organisation, ...], int]:
        every = {each.id: each for each in await self.all()}
        ids = find(part, {key: f"{each.name} {each.short_name or ''}" for key, each in every.items()})
        return tuple(every[one] for one in ids[offset : offset + limit]), len(ids)

    async def all(self) -> tuple[Organisation, ...]:
        """Every organisation, by name and number (`Organisation.turn`), in which no database sorts."""
        found = await self._connection.execute(_ALL)
        return tuple(sorted((organisation(row) for row in found), key=lambda each: each.turn))

    async def save(self, changed: Organisation) -> None:
        """Stores name, short name, genitive, kind and zone of a known organisation."""
        await self._connection.execute(
            update(organisations)
            .where(organisations.c.id == changed.id)
            .values(
                name=changed.name,
                search=plain(changed.name),
                kind=changed.kind.value,
                zone=changed.zone,
                short_name=changed.short_name,
                genitive=changed.genitive,
            )
        )

"""Categories of need and facts, as the curators of an organisation set them: one encrypted object a person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.needs import Fact, Need, Needs
from storage.tables import needs
from storage.upsert import insert_or


def _value(row: Row[Any]) -> Needs:
    kept = json.loads(row.facts)
    facts = tuple(
        Fact(need, date.fromisoformat(kept[need.value]["since"]), kept[need.value].get("value"))
        for need in Need
        if need.value in kept
    )
    return Needs(row.person_id, row.organisation_id, facts, row.set_by, row.set_at)


def _written(facts: Iterable[Fact]) -> str:
    kept: dict[str, dict[str, str]] = {}
    for fact in facts:
        kept[fact.need.value] = {"since": fact.since.isoformat(), **({"value": fact.value} if fact.value else {})}
    return json.dumps(kept)


class NeedsStore:
    """What each organisation knows of its people."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def get(self, person_id: int, organisation_id: int) -> Needs:
        """What is known; without facts where nothing is."""
        found = await self._several((needs.c.person_id == person_id) & (needs.c.organisation_id == organisation_id))
        return found.get(person_id, Needs(person_id, organisation_id))

    async def of_organisation(self, organisation_id: int) -> dict[int, Needs]:
        """Everybody of whom something is known there, by person."""
        return await self._several(needs.c.organisation_id == organisation_id)

    async def of_people(self, organisation_id: int, ids: Iterable[int]) -> dict[int, Needs]:
        """Those of `ids` of whom something is known there, by person."""
        return await self._several((needs.c.organisation_id == organisation_id) & needs.c.person_id.in_(set(ids)))

    async def save(self, known: Needs, facts: Iterable[Fact], *, by: int) -> None:
        """These facts instead of what was known; without facts nothing stays. Of two at once: `hold_people` before."""
        kept = tuple(facts)
        if not kept:
            await self._connection.execute(
                delete(needs).where(
                    needs.c.person_id == known.person_id, needs.c.organisation_id == known.organisation_id
                )
            )
            return
        fresh = {"facts": _written(kept), "set_by": by, "set_at": self._now}
        place = {"person_id": known.person_id, "organisation_id": known.organisation_id}
        statement = insert_or(self._connection, needs, **place, **fresh)
        await self._connection.execute(
            statement.on_conflict_do_update(index_elements=["person_id", "organisation_id"], set_=fresh)
        )

    async def _several(self, which: ColumnElement[bool]) -> dict[int, Needs]:
        found = await self._connection.execute(select(needs).where(which))
        return {row.person_id: _value(row) for row in found}

"""Categories of need and facts, as the curators of an organisation set them: one encrypted object a person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.needs import Fact, Need, Needs
from storage.tables import needs
from storage.upsert import insert_or


def read_needs(person_id: int, organisation_id: int, facts: str) -> Needs:
    """What the decrypted JSON says: of each need the fact that holds, and under `past` those that were taken off."""
    kept = json.loads(facts)
    now, past = [], []
    for need in Need:
        held = kept.get(need.value)
        if held is None:
            continue
        if "since" in held:
            now.append(_fact(need, held))
        past += [_fact(need, each) for each in held.get("past", ())]
    return Needs(person_id, organisation_id, tuple(now), past=tuple(past))


def _fact(need: Need, kept: dict[str, str]) -> Fact:
    until = date.fromisoformat(kept["until"]) if "until" in kept else None
    return Fact(need, date.fromisoformat(kept["since"]), kept.get("value"), until)


def _value(row: Row[Any]) -> Needs:
    found = read_needs(row.person_id, row.organisation_id, row.facts)
    return replace(found, set_by=row.set_by, set_at=row.set_at)


def _written(facts: Iterable[Fact], past: Iterable[Fact]) -> str:
    kept: dict[str, dict[str, Any]] = {fact.need.value: _kept(fact) for fact in facts}
    for fact in past:
        kept.setdefault(fact.need.value, {}).setdefault("past", []).append(_kept(fact))
    return json.dumps(kept)


def _kept(fact: Fact) -> dict[str, Any]:
    until = {} if fact.until is None else {"until": fact.until.isoformat()}
    return {"since": fact.since.isoformat(), **({"value": fact.value} if fact.value else {}), **until}


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
        """Everybody of whom something is or was known there, by person."""
        return await self._several(needs.c.organisation_id == organisation_id)

    async def of_people(self, organisation_id: int, ids: Iterable[int]) -> dict[int, Needs]:
        """Those of `ids` of whom something is known there, by person."""
        return await self._several((needs.c.organisation_id == organisation_id) & needs.c.person_id.in_(set(ids)))

    async def save(self, known: Needs, facts: Iterable[Fact], *, by: int, past: Iterable[Fact] = ()) -> None:
        """These facts instead of what was known, and what was taken off; without either nothing stays.

        Of two at once: `hold_people` before.
        """
        kept, gone = tuple(facts), tuple(past)
        if not kept and not gone:
            await self._connection.execute(
                delete(needs).where(
                    needs.c.person_id == known.person_id, needs.c.organisation_id == known.organisation_id
                )
            )
            return
        fresh = {"facts": _written(kept, gone), "set_by": by, "set_at": self._now}
        place = {"person_id": known.person_id, "organisation_id": known.organisation_id}
        statement = insert_or(self._connection, needs, **place, **fresh)
        await self._connection.execute(
            statement.on_conflict_do_update(index_elements=["person_id", "organisation_id"], set_=fresh)
        )

    async def _several(self, which: ColumnElement[bool]) -> dict[int, Needs]:
        found = await self._connection.execute(select(needs).where(which))
        return {row.person_id: _value(row) for row in found}

"""Hiding a person: everything the plan names leaves its table at once, into one sealed value that can be put back.

What is sealed is JSON, encrypted like any text; without it (an erasure at once) nothing can be put back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, RowMapping, Table, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.anonymous_traces import forget_updates
from storage.erasure_blanks import New
from storage.erasure_plan import RULES, Rule, Whose
from storage.tables import metadata, parties, responses

Values = Mapping[str, Any] | RowMapping
Step = list[Any]
"""`[table, "row" | "values", {column: value}]`: a row that was deleted, or the key and former values of one changed."""


class Hiding:
    """One transaction's work on one person."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def mentorships(self, person_id: int) -> tuple[frozenset[int], frozenset[int]]:
        """Ids of the person's mentorships, open or over, and of those in which nobody else stands on their side."""
        mine = select(parties.c.mentorship_id).where(parties.c.person_id == person_id)
        found = await self._connection.execute(select(parties).where(parties.c.mentorship_id.in_(mine)))
        rows = found.all()
        sides = {(row.mentorship_id, row.side) for row in rows if row.person_id == person_id}
        shared = {
            row.mentorship_id for row in rows if row.person_id != person_id and (row.mentorship_id, row.side) in sides
        }
        every = frozenset(row.mentorship_id for row in rows)
        return every, every - shared

    async def questionnaires(self, person_id: int) -> tuple[tuple[str, int], ...]:
        """Names and versions of the questionnaires that the person was asked by name."""
        found = await self._connection.execute(
            select(responses.c.definition, responses.c.version)
            .where(responses.c.person_id == person_id, responses.c.kind == "survey")
            .distinct()
        )
        return tuple((row.definition, row.version) for row in found)

    async def hide(self, whose: Whose, *, passing: bool = True) -> tuple[list[Step], Counter[str]]:
        """Apply the plan; gives what puts it back, in the order it went, and how many records of each kind.

        passing: with what only the talk leaves behind.
        """
        steps: list[Step] = []
        counts: Counter[str] = Counter()
        for rule in RULES:
            if rule.passing and not passing:
                continue
            made = await self._apply(rule, whose)
            if rule.kind:
                counts[rule.kind] += len(made)
            if not rule.passing:
                steps += made
        if passing and whose.chat_id is not None:
            counts["updates"] += await forget_updates(self._connection, whose.chat_id)
        return steps, +counts

    async def _apply(self, rule: Rule, whose: Whose) -> list[Step]:
        which = rule.which(whose)
        rows = (await self._connection.execute(select(rule.table).where(which))).all()
        if not rows:
            return []
        if rule.blank is None:
            await self._connection.execute(delete(rule.table).where(which))
            return [_step(rule.table, "row", row._mapping) for row in rows]
        return [step for row in rows for step in [await self._change(rule.table, row, rule.blank)] if step is not None]

    async def _change(self, table: Table, row: Row[Any], blank: New) -> Step | None:
        """The former values of a row that has something to lose, which it loses."""
        before = row._mapping
        after = {name: new(before, self._now) if callable(new) else new for name, new in blank.items()}
        changed = {name: value for name, value in after.items() if not _same(before[name], value)}
        if not changed:
            return None
        await self._connection.execute(update(table).where(_is(table, before)).values(**changed))
        return _step(table, "values", {name: before[name] for name in (*table.primary_key.columns.keys(), *changed)})

    async def put_back(self, steps: Sequence[Step]) -> list[Step]:
        """Undo, the last first; gives what could not be put back, for another row has taken its place."""
        missed = []
        for step in reversed(steps):
            name, sort, values = step
            row = {column: _read(value) for column, value in values.items()}
            if not await self._restore(metadata.tables[name], sort, row):
                missed.append(step)
        return missed[::-1]

    async def _restore(self, table: Table, sort: str, row: dict[str, Any]) -> int:
        """How many rows were put back: one, or none."""
        try:
            async with self._connection.begin_nested():
                if sort == "row":
                    await self._connection.execute(insert(table).values(**row))
                    return 1
                changed = {name: value for name, value in row.items() if name not in table.primary_key.columns}
                made = await self._connection.execute(update(table).where(_is(table, row)).values(**changed))
                return made.rowcount
        except IntegrityError:
            return 0


def _is(table: Table, row: Values) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def _same(before: Any, after: Any) -> bool:
    return bool(before == after or (before == [] and after == ()))


def _step(table: Table, sort: str, row: Values) -> Step:
    return [table.name, sort, {name: _written(value) for name, value in row.items()}]


def _written(value: Any) -> list[Any]:
    """A value of a column with its sort, as JSON has no times."""
    if isinstance(value, datetime):
        return ["time", value.isoformat()]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    return ["", value]


def _read(value: list[Any]) -> Any:
    sort, known = value
    if sort == "time":
        return datetime.fromisoformat(known)
    if sort == "day":
        return date.fromisoformat(known)
    return bytes.fromhex(known) if sort == "bytes" else known

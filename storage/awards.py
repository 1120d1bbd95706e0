"""Awards as given, and what is counted for them: a fixed number of statements, whatever the number of people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.awards import Given, Ground, Measure
from storage.tables import awards, organisations


@dataclass(frozen=True, slots=True)
class Entry:
    """What a new row says."""

    organisation_id: int | None
    award: str
    person_id: int
    school_year: int
    grounds: tuple[Ground, ...]
    number: str
    given_on: date
    given_by: int
    words: str | None = None
    on_board: bool = False


def given(row: Row[Any]) -> Given:
    """The value of a row of `awards`."""
    grounds = tuple(
        Ground(Measure(each["measure"]), Decimal(each["have"]), Decimal(each["want"]), each["count"])
        for each in row.grounds
    )
    return Given(
        row.id,
        row.organisation_id,
        row.award,
        row.person_id,
        row.school_year,
        grounds,
        row.number,
        row.given_on,
        row.given_by,
        row.given_at,
        row.words,
        row.revoked_at,
        row.on_board,
    )


class Awards:
    """Letters, diplomas and places on the board; a revoked one stays as a row."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, entry: Entry) -> Given:
        """Given now."""
        row = await self._connection.execute(
            insert(awards)
            .values(
                organisation_id=entry.organisation_id,
                award=entry.award,
                person_id=entry.person_id,
                school_year=entry.school_year,
                grounds=[
                    {"measure": each.measure.value, "have": str(each.have), "want": str(each.want), "count": each.count}
                    for each in entry.grounds
                ],
                words=entry.words,
                number=entry.number,
                given_on=entry.given_on,
                given_by=entry.given_by,
                given_at=self._now,
                on_board=entry.on_board,
            )
            .returning(awards)
        )
        return given(row.one())

    async def hold(self, organisation_id: int | None) -> None:
        """Whoever else gives something there waits until this transaction is over."""
        here = select(organisations.c.id).where(organisations.c.id == organisation_id)
        await self._connection.execute(here.with_for_update())

    async def get(self, award_id: int) -> Given | None:
        found = await self._connection.execute(select(awards).where(awards.c.id == award_id))
        row = found.one_or_none()
        return given(row) if row else None

    async def of_year(self, organisation_id: int | None, school_year: int) -> tuple[Given, ...]:
        """What holds of a school year, of an organisation or (None) of all, the newest first."""
        which = [awards.c.school_year == school_year, awards.c.revoked_at.is_(None)]
        which += [awards.c.organisation_id == organisation_id] if organisation_id is not None else []
        found = await self._connection.execute(select(awards).where(*which).order_by(awards.c.id.desc()))
        return tuple(given(row) for row in found)

    async def of_people(self, ids: Collection[int]) -> tuple[Given, ...]:
        """What holds of these people's, the newest first."""
        found = await self._connection.execute(
            select(awards)
            .where(awards.c.person_id.in_(ids), awards.c.revoked_at.is_(None))
            .order_by(awards.c.id.desc())
        )
        return tuple(given(row) for row in found)

    async def numbered(self, organisation_id: int | None, school_year: int) -> int:
        """How many were given there that year, revoked ones too: the next number is one more."""
        place = awards.c.organisation_id
        here = place.is_(None) if organisation_id is None else place == organisation_id
        count = select(func.count()).select_from(awards).where(here, awards.c.school_year == school_year)
        return int(await self._connection.scalar(count) or 0)

    async def revoke(self, award_id: int) -> bool:
        """Whether this was the press that took it back."""
        changed = await self._connection.execute(
            update(awards)
            .where(awards.c.id == award_id, awards.c.revoked_at.is_(None))
            .values(revoked_at=self._now, on_board=False)
        )
        return changed.rowcount == 1

    async def show(self, award_id: int, *, on_board: bool) -> bool:
        """Put on the board of honour, or taken from it; False where it stood so already, or was revoked."""
        changed = await self._connection.execute(
            update(awards)
            .where(awards.c.id == award_id, awards.c.revoked_at.is_(None), awards.c.on_board.is_(not on_board))
            .values(on_board=on_board)
        )
        return changed.rowcount == 1

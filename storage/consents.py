"""Consents: given, moved from a waiting registration to its person, withdrawn; rows are evidence, never overwritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.consents import Consent, ConsentKind
from storage.tables import consents, guardianships, memberships, people

_ABOUT, _GIVER, _RECORDER = people.alias("about"), people.alias("giver"), people.alias("recorder")
_NAMED = (
    consents.join(_ABOUT, _ABOUT.c.id == consents.c.person_id)
    .outerjoin(_GIVER, _GIVER.c.id == consents.c.given_by)
    .outerjoin(_RECORDER, _RECORDER.c.id == consents.c.recorded_by)
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A consent on paper: its date, who signed it, the person who recorded it, the Telegram file id of its picture."""

    date: date
    giver: str
    recorded_by: int
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """A line of the register: a consent with the names of whom it is about and who gave it (of a paper: who signed).

    `giver` None: by themselves.
    """

    consent: Consent
    name: str
    giver: str | None = None
    recorder: str | None = None


@dataclass(frozen=True, slots=True)
class WaitingConsent:
    """A consent that waits with the response of a registration. `given_by` None: by the one who registers."""

    kind: ConsentKind
    version: int
    given_by: int | None
    given_at: datetime


def consent(row: Row[Any]) -> Consent:
    """The value of a row of `consents` that has its person."""
    return Consent(
        row.id,
        row.person_id,
        ConsentKind(row.kind),
        row.version,
        row.given_by if row.given_by is not None else row.person_id,
        row.given_at,
        row.paper_date,
        row.paper_file,
        row.recorded_by,
        row.withdrawn_at,
    )


def _registered(row: Row[Any]) -> Registered:
    found = consent(row)
    by_another = row.giver if found.given_by != found.about else None
    return Registered(found, row.name, row.paper_giver or by_another, row.recorder)


class Consents:
    """Who agreed to what, when, and in whose name."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def give(
        self, person_id: int, kind: ConsentKind, version: int, *, given_by: int, paper: Paper | None = None
    ) -> int:
        """Records that `given_by` (the person, or their guardian) agrees about `person_id`; gives the consent's id."""
        return await self._record(kind, version, given_by, paper, person_id=person_id)

    async def give_waiting(
        self,
        response_id: int,
        kind: ConsentKind,
        version: int,
        *,
        given_by: int | None = None,
        paper: Paper | None = None,
    ) -> int:
        """The same for somebody who is still registering; given_by None: by themselves."""
        return await self._record(kind, version, given_by, paper, response_id=response_id)

    async def _record(
        self, kind: ConsentKind, version: int, given_by: int | None, paper: Paper | None, **about: int
    ) -> int:
        on_paper: dict[str, Any] = {}
        if paper:
            on_paper = {
                "paper_date": paper.date,
                "paper_giver": paper.giver,
                "paper_file": paper.file,
                "recorded_by": paper.recorded_by,
            }
        statement = insert(consents).values(
            kind=kind.value, version=version, given_by=given_by, given_at=self._now, **about, **on_paper
        )
        new: int = (await self._connection.execute(statement.returning(consents.c.id))).scalar_one()
        return new

    async def waiting(self, response_id: int) -> tuple[WaitingConsent, ...]:
        """What was agreed to for this registration and not withdrawn."""
        found = await self._connection.execute(
            select(consents)
            .where(consents.c.response_id == response_id, consents.c.withdrawn_at.is_(None))
            .order_by(consents.c.id)
        )
        return tuple(WaitingConsent(ConsentKind(row.kind), row.version, row.given_by, row.given_at) for row in found)

    async def move(self, response_id: int, person_id: int) -> int:
        """Registration is done: its consents are now about the person. How many were moved."""
        moved = await self._connection.execute(
            update(consents)
            .where(consents.c.response_id == response_id)
            .values(person_id=person_id, response_id=None, given_by=func.coalesce(consents.c.given_by, person_id))
        )
        return moved.rowcount

    async def history(self, person_id: int) -> tuple[Consent, ...]:
        """All ever given about the person, withdrawn ones too, the oldest first."""
        found = await self._connection.execute(
            select(consents).where(consents.c.person_id == person_id).order_by(consents.c.id)
        )
        return tuple(consent(row) for row in found)

    async def register(
        self, organisation_id: int, *, offset: int = 0, limit: int | None = 8
    ) -> tuple[tuple[Registered, ...], int]:
        """Consents about everybody who has or had a place in an organisation, the newest first, and how many there are.

        `limit` None: all of them.
        """
        here = select(memberships.c.person_id).where(memberships.c.organisation_id == organisation_id)
        which = consents.c.person_id.in_(here)
        total = await self._connection.scalar(select(func.count()).select_from(consents).where(which))
        names = (_ABOUT.c.name.label("name"), _GIVER.c.name.label("giver"), _RECORDER.c.name.label("recorder"))
        found = await self._connection.execute(
            select(consents, *names)
            .select_from(_NAMED)
            .where(which)
            .order_by(consents.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return tuple(_registered(row) for row in found), total or 0

    async def current(self, person_id: int) -> tuple[Consent, ...]:
        """What holds now: the newest of each kind by each giver, unless withdrawn."""
        newest = {(given.kind, given.given_by): given for given in await self.history(person_id)}
        return tuple(given for given in newest.values() if given.withdrawn_at is None)

    async def withdraw(self, person_id: int, kind: ConsentKind, *, but_by: int | None = None) -> bool:
        """Ends every consent of the kind about the person; False where none was left. `but_by`: whose own stays."""
        which = consents.c.withdrawn_at.is_(None) & (consents.c.kind == kind.value)
        if but_by is not None:
            which &= consents.c.given_by.is_distinct_from(but_by)
        changed = await self._connection.execute(
            update(consents).where(consents.c.person_id == person_id, which).values(withdrawn_at=self._now)
        )
        return changed.rowcount > 0

    async def withdraw_waiting(self, response_id: int) -> bool:
        """The same for a registration: every kind at once."""
        changed = await self._connection.execute(
            update(consents)
            .where(consents.c.response_id == response_id, consents.c.withdrawn_at.is_(None))
            .values(withdrawn_at=self._now)
        )
        return changed.rowcount > 0

    async def publishers(self, ids: Collection[int]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
        """By person: who consents to publishing at this moment, and who their guardians are."""
        given_by, guardians = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
        newest = (
            select(func.max(consents.c.id))
            .where(consents.c.person_id.in_(ids), consents.c.kind == "publication")
            .group_by(consents.c.person_id, consents.c.given_by)
        )
        for row in await self._connection.execute(
            select(consents).where(consents.c.id.in_(newest), consents.c.withdrawn_at.is_(None))
        ):
            given_by[row.person_id].add(row.given_by if row.given_by is not None else row.person_id)
        for row in await self._connection.execute(select(guardianships).where(guardianships.c.child_id.in_(ids))):
            guardians[row.child_id].add(row.guardian_id)
        return given_by, guardians

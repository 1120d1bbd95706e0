"""Who answers for which child."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.people import Guardianship
from storage.tables import answers, guardianships, responses
from storage.upsert import insert_or
from surveys.record import UNFINISHED

AWAITED = "guardian"
"""The question of the form `registration` at which a child waits for a guardian's consent."""


@dataclass(frozen=True, slots=True)
class WaitingChild:
    """A minor who registers and waits for a guardian: nothing else is known of them. `since`: aware UTC."""

    response_id: int
    chat_id: int
    organisation_id: int
    birth: date
    since: datetime


class Guardianships:
    """Guardians of children, and of children who are still registering (by the registration's response)."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection

    async def put(self, child_id: int, guardian_id: int, relation: str, *, hears_of_meetings: bool = True) -> None:
        """Records the guardian, or what has changed about them."""
        await self._put("child_id", child_id, guardian_id, relation, hears_of_meetings)

    async def put_waiting(
        self, response_id: int, guardian_id: int, relation: str, *, hears_of_meetings: bool = True
    ) -> None:
        """The same while the child's registration waits."""
        await self._put("response_id", response_id, guardian_id, relation, hears_of_meetings)

    async def _put(self, key: str, about: int, guardian_id: int, relation: str, hears: bool) -> None:
        told: dict[str, Any] = {"relation": relation, "hears_of_meetings": hears}
        statement = insert_or(self._connection, guardianships, **{key: about}, guardian_id=guardian_id, **told)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=[key, "guardian_id"], set_=told))

    async def move(self, response_id: int, child_id: int) -> None:
        """Registration is done: the waiting guardians are now the child's, beside those it had."""
        known = select(guardianships.c.guardian_id).where(guardianships.c.child_id == child_id)
        await self._connection.execute(
            delete(guardianships).where(
                guardianships.c.response_id == response_id, guardianships.c.guardian_id.in_(known)
            )
        )
        await self._connection.execute(
            update(guardianships)
            .where(guardianships.c.response_id == response_id)
            .values(child_id=child_id, response_id=None)
        )

    async def waiting(self, response_id: int) -> tuple[int, ...]:
        """Ids of the guardians of a waiting registration."""
        found = await self._connection.execute(
            select(guardianships.c.guardian_id)
            .where(guardianships.c.response_id == response_id)
            .order_by(guardianships.c.id)
        )
        return tuple(found.scalars())

    async def awaited(
        self, organisations: Iterable[int], *, offset: int = 0, limit: int = 10
    ) -> tuple[tuple[WaitingChild, ...], int]:
        """One page of the children who wait for a guardian's consent, who waits longest first, and how many in all."""
        asked = _awaited() & responses.c.organisation_id.in_(set(organisations))
        total = await self._connection.scalar(select(func.count()).select_from(_CHILDREN).where(asked))
        found = await self._connection.execute(
            _WAITING.where(asked).order_by(responses.c.asked_at, responses.c.id).offset(offset).limit(limit)
        )
        return tuple(_waiting_child(row) for row in found), total or 0

    async def awaited_by(self, response_id: int) -> WaitingChild | None:
        """The child of a registration, while it waits for a guardian's consent."""
        row = (await self._connection.execute(_WAITING.where(_awaited(), responses.c.id == response_id))).one_or_none()
        return _waiting_child(row) if row else None

    async def of_child(self, child_id: int) -> tuple[Guardianship, ...]:
        return await self._several(guardianships.c.child_id == child_id)

    async def of_children(self, children: set[int]) -> tuple[Guardianship, ...]:
        """The guardians of several children at once."""
        return await self._several(guardianships.c.child_id.in_(children))

    async def of_guardian(self, guardian_id: int) -> tuple[Guardianship, ...]:
        """The children somebody answers for."""
        return await self._several((guardianships.c.guardian_id == guardian_id) & guardianships.c.child_id.is_not(None))

    async def remove(self, child_id: int, guardian_id: int) -> bool:
        """False where there was nothing to end."""
        changed = await self._connection.execute(
            delete(guardianships).where(
                guardianships.c.child_id == child_id, guardianships.c.guardian_id == guardian_id
            )
        )
        return changed.rowcount == 1

    async def _several(self, which: ColumnElement[bool]) -> tuple[Guardianship, ...]:
        found = await self._connection.execute(select(guardianships).where(which).order_by(guardianships.c.id))
        return tuple(Guardianship(row.child_id, row.guardian_id, row.relation, row.hears_of_meetings) for row in found)


_CHILDREN = responses.join(answers, (answers.c.response_id == responses.c.id) & (answers.c.question == "birth"))
_WAITING = select(
    responses.c.id,
    responses.c.chat_id,
    responses.c.organisation_id,
    responses.c.asked_at,
    answers.c.value.label("birth"),
).select_from(_CHILDREN)


def _awaited() -> ColumnElement[bool]:
    return (
        (responses.c.definition == "registration")
        & (responses.c.asking == AWAITED)
        & responses.c.state.in_([state.value for state in UNFINISHED])
    )


def _waiting_child(row: Any) -> WaitingChild:
    return WaitingChild(row.id, row.chat_id, row.organisation_id, date.fromisoformat(row.birth), row.asked_at)

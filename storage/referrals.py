"""Requests of third parties: named, taken up or declined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.referrals import Referral, ReferralState
from storage.tables import referrals

_NEW = referrals.c.state == ReferralState.NEW.value


def referral(row: Row[Any]) -> Referral:
    """The value of a row of `referrals`."""
    return Referral(
        id=row.id,
        organisation_id=row.organisation_id,
        referred_by=row.referred_by,
        name=row.name,
        school_class=row.school_class,
        areas=tuple(row.areas),
        reason=row.reason,
        state=ReferralState(row.state),
        created_at=row.created_at,
        person_id=row.person_id,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
    )


class Referrals:
    """Requests of all organisations."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self,
        organisation_id: int,
        referred_by: int,
        name: str,
        *,
        school_class: str | None,
        areas: Sequence[str],
        reason: str,
    ) -> Referral:
        """A new request."""
        made = await self._connection.execute(
            insert(referrals)
            .values(
                organisation_id=organisation_id,
                referred_by=referred_by,
                name=name,
                school_class=school_class,
                areas=list(areas),
                reason=reason,
                state=ReferralState.NEW.value,
                created_at=self._now,
            )
            .returning(referrals)
        )
        return referral(made.one())

    async def get(self, referral_id: int) -> Referral | None:
        row = (await self._connection.execute(select(referrals).where(referrals.c.id == referral_id))).one_or_none()
        return referral(row) if row else None

    async def decide(self, decided: Referral) -> bool:
        """Stores a decision; of two curators at once one decides."""
        changed = await self._connection.execute(
            update(referrals)
            .where(referrals.c.id == decided.id, _NEW)
            .values(
                state=decided.state.value,
                person_id=decided.person_id,
                decided_by=decided.decided_by,
                decided_at=decided.decided_at,
                answer=decided.answer,
            )
        )
        return changed.rowcount == 1

    async def page(
        self, organisations: Collection[int], *, referred_by: int | None = None, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Referral, ...], int]:
        """One page, the undecided first, then the newest, and how many there are in all. `referred_by`: one's own."""
        which: ColumnElement[bool] = referrals.c.organisation_id.in_(set(organisations))
        if referred_by is not None:
            which = referrals.c.referred_by == referred_by
        total = await self._connection.scalar(select(func.count()).select_from(referrals).where(which))
        found = await self._connection.execute(
            select(referrals)
            .where(which)
            .order_by(case((_NEW, 0), else_=1), referrals.c.created_at.desc(), referrals.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return tuple(referral(row) for row in found), total or 0

    async def waiting(self, organisations: Collection[int]) -> int:
        """How many wait for a decision."""
        which = referrals.c.organisation_id.in_(set(organisations)) & _NEW
        return await self._connection.scalar(select(func.count()).select_from(referrals).where(which)) or 0

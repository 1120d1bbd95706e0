"""Invitation links: the token leaves once, its hash stays."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.invitations import ORGANISATION_TERM, PERSONAL_TERM, Invitation
from mentoring.roles import Role
from storage.tables import invitations

TOKEN_BYTES = 16
_ALL = select(invitations)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def new_token() -> str:
    """A link's token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Handed:
    """A personal link that is being handed out: its token, and who may join with it in which role."""

    token: str
    person_id: int
    role: Role


def invitation(row: Row[Any]) -> Invitation:
    """The value of a row of `invitations`."""
    return Invitation(
        row.id,
        row.organisation_id,
        Role(row.role) if row.role else None,
        row.created_by,
        row.created_at,
        row.expires_at,
        row.used_at,
        row.revoked_at,
        row.response_id,
        row.person_id,
    )


class Invitations:
    """Links that were given out."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def create(
        self,
        role: Role | None,
        organisation_id: int | None,
        *,
        created_by: int | None = None,
        term: timedelta | None = None,
        response_id: int | None = None,
        person_id: int | None = None,
    ) -> str:
        """A new link's token: 22 characters of A–Z a–z 0–9 _ -, 128 random bits; shown now or never.

        role None: the organisation's link. term: how long it is valid, by default its kind's. response_id: the
        waiting registration of the child whom a guardian's link is for. person_id: whose record it joins with a phone.
        """
        token = new_token()
        default = ORGANISATION_TERM if role is None else PERSONAL_TERM
        await self._connection.execute(
            insert(invitations).values(
                token_hash=_hash(token),
                organisation_id=organisation_id,
                role=role.value if role else None,
                response_id=response_id,
                person_id=person_id,
                created_by=created_by,
                created_at=self._now,
                expires_at=self._now + (default if term is None else term),
            )
        )
        return token

    async def hand_out(
        self, links: Sequence[Handed], organisation_id: int, *, created_by: int | None, term: timedelta
    ) -> None:
        """Personal links for many people of the base at once; those they had before lead nowhere from now on."""
        await self.revoke_personal([each.person_id for each in links])
        rows = [
            {
                "token_hash": _hash(each.token),
                "organisation_id": organisation_id,
                "role": each.role.value,
                "person_id": each.person_id,
                "created_by": created_by,
                "created_at": self._now,
                "expires_at": self._now + term,
            }
            for each in links
        ]
        if rows:
            await self._connection.execute(insert(invitations), rows)

    async def revoke_personal(self, people: Collection[int]) -> None:
        """Ends the open links that are for these people of the base."""
        await self._connection.execute(
            update(invitations)
            .where(
                invitations.c.person_id.in_(set(people)),
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(revoked_at=self._now)
        )

    async def find(self, token: str) -> Invitation | None:
        """The link of a token, valid or not: ask `Invitation.refusal(now)`."""
        return await self._one(invitations.c.token_hash == _hash(token))

    async def get(self, invitation_id: int) -> Invitation | None:
        return await self._one(invitations.c.id == invitation_id)

    async def _one(self, which: ColumnElement[bool]) -> Invitation | None:
        row = (await self._connection.execute(_ALL.where(which))).one_or_none()
        return invitation(row) if row else None

    async def use(self, used: Invitation, chat_id: int) -> bool:
        """Whether it lets `chat_id` in now. A personal link is spent by that: of two at once, one gets in."""
        if not used.personal:
            fresh = await self.get(used.id)
            return fresh is not None and fresh.refusal(self._now) is None
        changed = await self._connection.execute(
            update(invitations)
            .where(invitations.c.id == used.id, self._valid(), invitations.c.used_at.is_(None))
            .values(used_at=self._now, used_by=chat_id)
        )
        return changed.rowcount == 1

    def _valid(self) -> ColumnElement[bool]:
        return invitations.c.revoked_at.is_(None) & (invitations.c.expires_at > self._now)

    async def revoke(self, invitation_id: int) -> bool:
        """False where it was revoked before."""
        changed = await self._connection.execute(
            update(invitations)
            .where(invitations.c.id == invitation_id, invitations.c.revoked_at.is_(None))
            .values(revoked_at=self._now)
        )
        return changed.rowcount == 1

    async def revoke_childs(self, response_id: int) -> int:
        """Ends the open links that a child has for the guardian (not those a curator sent); how many they were."""
        changed = await self._connection.execute(
            update(invitations)
            .where(
                invitations.c.response_id == response_id,
                invitations.c.created_by.is_(None),
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(revoked_at=self._now)
        )
        return changed.rowcount

    async def open_links(self, organisation_id: int) -> tuple[Invitation, ...]:
        """The organisation's own links (many-use) that let people in now, the newest first."""
        return await self._several(
            (invitations.c.organisation_id == organisation_id) & invitations.c.role.is_(None) & self._valid()
        )

    async def for_response(self, response_id: int) -> tuple[Invitation, ...]:
        """A child's links for the guardian, valid or not, the newest first."""
        return await self._several(invitations.c.response_id == response_id)

    async def _several(self, which: ColumnElement[bool]) -> tuple[Invitation, ...]:
        found = await self._connection.execute(_ALL.where(which).order_by(invitations.c.id.desc()))
        return tuple(invitation(row) for row in found)

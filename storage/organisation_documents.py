"""The register of organisations' documents; every step of a review holds only while the state is as it was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.documents import CHANGEABLE, Details, Document, DocumentKind, DocumentState
from mentoring.tasks import Attachment
from storage.tables import organisation_documents as table

_ALL = select(table).order_by(table.c.id)


class OrganisationDocuments:
    """Documents of every organisation."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(self, organisation_id: int, details: Details, *, by: int) -> int:
        """A new line of the register; its id."""
        statement = insert(table).values(
            organisation_id=organisation_id,
            state=DocumentState.KEPT.value,
            added_by=by,
            added_at=self._now,
            **_written(details),
        )
        return int((await self._connection.execute(statement.returning(table.c.id))).scalar_one())

    async def get(self, document_id: int) -> Document | None:
        found = await self._connection.execute(select(table).where(table.c.id == document_id))
        row = found.one_or_none()
        return None if row is None else _document(row)

    async def of(self, organisation_id: int) -> tuple[Document, ...]:
        """The register of an organisation, the oldest line first."""
        rows = await self._connection.execute(_ALL.where(table.c.organisation_id == organisation_id))
        return tuple(_document(row) for row in rows)

    async def of_kinds(self, kinds: Collection[DocumentKind]) -> tuple[Document, ...]:
        """Every organisation's documents of these kinds that were not put into the archive."""
        wanted = table.c.kind.in_([kind.value for kind in kinds])
        rows = await self._connection.execute(_ALL.where(wanted, table.c.state != DocumentState.ARCHIVED.value))
        return tuple(_document(row) for row in rows)

    async def in_state(self, state: DocumentState) -> tuple[Document, ...]:
        """Every organisation's documents in a state: what waits for a review, what was returned."""
        rows = await self._connection.execute(_ALL.where(table.c.state == state.value))
        return tuple(_document(row) for row in rows)

    async def having(self, kind: DocumentKind, states: Collection[DocumentState], on: date) -> frozenset[int]:
        """Ids of the organisations with a document of the kind in one of the states, not past its last day on `on`."""
        rows = await self._connection.execute(
            select(table.c.organisation_id)
            .where(
                table.c.kind == kind.value,
                table.c.state.in_([state.value for state in states]),
                or_(table.c.valid_until.is_(None), table.c.valid_until >= on),
            )
            .distinct()
        )
        return frozenset(rows.scalars())

    async def change(self, document_id: int, details: Details) -> bool:
        """Other contents; False where it has been sent or approved meanwhile."""
        return await self._update(document_id, CHANGEABLE, _written(details))

    async def move(self, document: Document, to: DocumentState, *, by: int, words: str | None = None) -> bool:
        """The next state, if the document is still in the one that was read. `words`: why it is returned."""
        values: dict[str, Any] = {"state": to.value}
        if to is DocumentState.SENT:
            values |= {"sent_at": self._now}
        elif to in (DocumentState.APPROVED, DocumentState.RETURNED):
            values |= {"reviewed_by": by, "reviewed_at": self._now, "review": words}
        return await self._update(document.id, (document.state,), values)

    async def _update(self, document_id: int, states: Iterable[DocumentState], values: dict[str, Any]) -> bool:
        still = table.c.state.in_([state.value for state in states])
        changed = await self._connection.execute(update(table).where(table.c.id == document_id, still).values(**values))
        return changed.rowcount > 0


def _written(details: Details) -> dict[str, Any]:
    return {
        "kind": details.kind.value,
        "title": details.title,
        "number": details.number,
        "dated_on": details.dated_on,
        "valid_until": details.valid_until,
        "partner_id": details.partner_id,
        "link": details.link,
        "file": None if details.file is None else asdict(details.file),
    }


def _document(row: Row[Any]) -> Document:
    details = Details(
        DocumentKind(row.kind),
        row.title,
        row.number,
        row.dated_on,
        row.valid_until,
        row.partner_id,
        row.link,
        Attachment(**row.file) if row.file else None,
    )
    return Document(
        row.id,
        row.organisation_id,
        details,
        DocumentState(row.state),
        row.added_by,
        row.added_at,
        row.sent_at,
        row.reviewed_by,
        row.reviewed_at,
        row.review,
    )

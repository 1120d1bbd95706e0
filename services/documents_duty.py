"""What of the register of documents needs a hand, for digests: agreements that end, documents to be worked over."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.documents import Document, DocumentState
from services.desk import Desk


@dataclass(frozen=True, slots=True)
class Attention:
    """Agreements that end soon, documents that were returned, and those that wait for the coordinator's review."""

    ending: tuple[Document, ...] = ()
    returned: tuple[Document, ...] = ()
    to_review: tuple[Document, ...] = ()


async def attention(desk: Desk, organisation_id: int | None) -> Attention:
    """What needs a hand in an organisation, or (None) of the coordinator. For digests: asks no rights."""
    if organisation_id is None:
        return Attention(to_review=await desk.work.organisation_documents.in_state(DocumentState.SENT))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        return Attention()
    listed, today = await desk.work.organisation_documents.of(organisation_id), desk.today(organisation.zone)
    returned = tuple(each for each in listed if each.state is DocumentState.RETURNED)
    return Attention(tuple(each for each in listed if each.ends_soon(today)), returned)

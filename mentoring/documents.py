"""The register of an organisation's documents: kinds, what the review makes of them, what counts as being there.

Kinds and coverage: Seversk's programme, section IV.1, IV.4 and appendix 2, rows 1.2, 1.3 and 2.3 (docs/results.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.tasks import Attachment

ENDS_SOON = timedelta(days=30)
"""So long before its last day an agreement is spoken of."""


class DocumentKind(StrEnum):
    """In the order in which a register is read."""

    ORDER = "order"
    REGULATION = "regulation"
    PROGRAMME = "programme"
    ROADMAP = "roadmap"
    APPOINTMENT = "appointment"
    AGREEMENT = "agreement"
    OTHER = "other"


REVIEWED = frozenset({DocumentKind.PROGRAMME, DocumentKind.ROADMAP})
"""What the coordinator looks through and approves or returns."""


class DocumentState(StrEnum):
    """KEPT: in the register, nobody asked for a review. ARCHIVED: taken out of force, kept to be read."""

    KEPT = "kept"
    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"
    ARCHIVED = "archived"


THERE = frozenset({DocumentState.KEPT, DocumentState.SENT, DocumentState.APPROVED})
"""States in which an organisation has the document; of a returned one the work goes on."""
CHANGEABLE = frozenset({DocumentState.KEPT, DocumentState.RETURNED})
"""What was approved stays as it was approved; what lies with the reviewer is not changed behind their back."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a document says of itself. `partner_id`: the organisation an agreement is with; days are the document's."""

    kind: DocumentKind
    title: str
    number: str | None = None
    dated_on: date | None = None
    valid_until: date | None = None
    partner_id: int | None = None
    link: str | None = None
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A line of the register. Times are aware UTC; `review`: the reviewer's words when it was returned."""

    id: int
    organisation_id: int
    details: Details
    state: DocumentState
    added_by: int
    added_at: datetime
    sent_at: datetime | None = None
    reviewed_by: int | None = None
    reviewed_at: datetime | None = None
    review: str | None = None

    @property
    def kind(self) -> DocumentKind:
        return self.details.kind

    def in_force(self, today: date) -> bool:
        """Neither taken out of force nor past its last day."""
        until = self.details.valid_until
        return self.state is not DocumentState.ARCHIVED and (until is None or until >= today)

    def there(self, today: date) -> bool:
        """Whether the organisation has it: in force, and not returned to be worked over."""
        return self.state in THERE and self.in_force(today)

    def ends_soon(self, today: date) -> bool:
        """An agreement in force whose last day is at most thirty days away."""
        until = self.details.valid_until
        agreement = self.kind is DocumentKind.AGREEMENT and self.in_force(today)
        return agreement and until is not None and until - today <= ENDS_SOON

    def may(self, step: Step) -> bool:
        """Whether the step can be taken from here; sending and reviewing are of programmes and roadmaps alone."""
        if step in _OF_REVIEW and self.kind not in REVIEWED:
            return False
        return self.state in _FROM[step]


class Step(StrEnum):
    """What can be done about a document."""

    EDIT = "edit"
    SEND = "send"
    APPROVE = "approve"
    RETURN = "return"
    ARCHIVE = "archive"
    RESTORE = "restore"


_OF_REVIEW = frozenset({Step.SEND, Step.APPROVE, Step.RETURN})
_FROM: Mapping[Step, frozenset[DocumentState]] = {
    Step.EDIT: CHANGEABLE,
    Step.SEND: CHANGEABLE,
    Step.APPROVE: frozenset({DocumentState.SENT}),
    Step.RETURN: frozenset({DocumentState.SENT}),
    Step.ARCHIVE: frozenset({DocumentState.KEPT, DocumentState.APPROVED, DocumentState.RETURNED}),
    Step.RESTORE: frozenset({DocumentState.ARCHIVED}),
}


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """As a register is read: by kind, what is in the archive last, the newest of a kind first."""
    kinds = list(DocumentKind)
    return tuple(
        sorted(
            documents,
            key=lambda each: (each.state is DocumentState.ARCHIVED, kinds.index(each.kind), -each.added_at.timestamp()),
        )
    )


class Cover(StrEnum):
    """What the coordinator looks for in every organisation.

    PROGRAMME: worked out (IV.1). APPROVED: a programme approved (IV.4). CURATOR: somebody has that role in the bot.
    """

    PROGRAMME = "programme"
    APPROVED = "approved"
    ORDER = "order"
    ROADMAP = "roadmap"
    APPOINTMENT = "appointment"
    CURATOR = "curator"


_OF_KIND = {
    Cover.PROGRAMME: DocumentKind.PROGRAMME,
    Cover.APPROVED: DocumentKind.PROGRAMME,
    Cover.ORDER: DocumentKind.ORDER,
    Cover.ROADMAP: DocumentKind.ROADMAP,
    Cover.APPOINTMENT: DocumentKind.APPOINTMENT,
}


def covered(
    documents: Iterable[Document], today: Mapping[int, date], curators: Iterable[int]
) -> Mapping[Cover, frozenset[int]]:
    """By what is looked for: the organisations that have it. `today`: the local day of each of them, by id."""
    found: dict[Cover, set[int]] = {cover: set() for cover in Cover}
    found[Cover.CURATOR] = set(curators)
    for document in documents:
        place = document.organisation_id
        if place not in today or not document.there(today[place]):
            continue
        for cover, kind in _OF_KIND.items():
            if document.kind is kind and (cover is not Cover.APPROVED or document.state is DocumentState.APPROVED):
                found[cover].add(place)
    return {cover: frozenset(places) for cover, places in found.items()}

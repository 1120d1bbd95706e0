"""Consents as given: three separate documents, each with its version, time and giver."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import CONSENT_AGE, Person, age


class ConsentKind(StrEnum):
    PROCESSING = "processing"
    PARTICIPATION = "participation"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent.

    `about` is whose data it concerns, `given_by` who gave it: for a minor the guardian, from 14 both.

    `paper_date` and `paper_file` (a Telegram file id) stand for one on paper, recorded by `recorded_by`.
    """

    id: int
    about: int
    kind: ConsentKind
    version: int
    given_by: int
    given_at: datetime
    paper_date: date | None = None
    paper_file: str | None = None
    recorded_by: int | None = None
    withdrawn_at: datetime | None = None


def may_be_named(person: Person, current: Collection[Consent], today: date) -> bool:
    """Whether the consents that hold allow their name in public: a guardian's for a minor, from 14 the child's, too."""
    given = {one.given_by for one in current if one.kind is ConsentKind.PUBLICATION}
    if not person.is_minor(today):
        return bool(given)
    grown = person.birth is not None and age(person.birth, today) >= CONSENT_AGE
    return bool(given - {person.id}) and (not grown or person.id in given)

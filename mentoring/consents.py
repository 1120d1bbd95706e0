"""Consents as given: three separate documents, each with its version, time and giver."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import CONSENT_AGE, Person, age
from mentoring.roles import Category


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


def may_be_named(person: Person, givers: Collection[int], guardians: Collection[int], today: date) -> bool:
    """Whether a name may be shown to everybody. `givers`: whose consent to publishing it holds at this moment.

    An adult's own; for a minor a guardian's, from 14 the child's own besides. A pupil of unknown birth is held to both.
    """
    pupil = person.birth is None and person.category is Category.PUPIL
    if not pupil and not person.is_minor(today):
        return person.id in givers
    young = person.birth is not None and age(person.birth, today) < CONSENT_AGE
    return bool(set(givers) & set(guardians)) and (young or person.id in givers)

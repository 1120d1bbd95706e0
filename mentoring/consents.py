"""Consents as given: three separate documents, each with its version, time and giver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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

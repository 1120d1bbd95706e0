"""Alarm answers: an answer after which somebody should talk to the person soon (`surveys/alarms.yaml` says which)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Alarm:
    """One such answer. Times are aware UTC; `seen_by` None: nobody has looked at it yet. `note`: what was done."""

    id: int
    response_id: int
    question: str
    organisation_id: int
    person_id: int
    raised_at: datetime
    seen_by: int | None = None
    seen_at: datetime | None = None
    note: str | None = None

    @property
    def open(self) -> bool:
        return self.seen_at is None

"""The yearly self-audit of an organisation: criteria rated 0, 1 or 2 by its head, and what they say.

Source: Kavkazsky, appendix 1, row 6.1 («самоаудит образовательной организации», November–December).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.clock import at
from mentoring.reminders import MORNING

BEST = 2
"""What a criterion is rated at most: such a one is a strength; 0 is a weakness."""
BEFORE_THE_END = (timedelta(days=14), timedelta(days=3))
"""So long before its last day a head who has not filled it in is reminded, once more."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One organisation's of one school year: ratings by the criterion's id, in the questionnaire's order.

    `achieved`, `improve`: the head's own words, None where they skipped it; `filled_at` is UTC.
    """

    organisation_id: int
    year: int
    ratings: Mapping[str, int]
    achieved: str | None
    improve: str | None
    filled_at: datetime | None

    @property
    def total(self) -> int:
        return sum(self.ratings.values())

    @property
    def most(self) -> int:
        return BEST * len(self.ratings)

    @property
    def strengths(self) -> tuple[str, ...]:
        """Criteria that are met in full."""
        return tuple(name for name, value in self.ratings.items() if value == BEST)

    @property
    def weaknesses(self) -> tuple[str, ...]:
        """Criteria that are not met yet."""
        return tuple(name for name, value in self.ratings.items() if value == 0)


def reminders(first: date, last: date, zone: str) -> tuple[datetime, ...]:
    """When heads are told that it is open, and reminded, UTC; by the clock of the organisation's `zone`."""
    days = (first, *(last - before for before in BEFORE_THE_END if last - before > first))
    return tuple(at(day, MORNING, zone) for day in days)

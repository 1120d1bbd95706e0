"""A span of time over counts by UTC day: the whole days in it, and what is left before and after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days from `first` (included) to `beyond` (excluded), and half-open `edges` of less than a day, aware UTC."""

    first: date
    beyond: date
    edges: tuple[tuple[datetime, datetime], ...]

    @classmethod
    def of(cls, starts: datetime, ends: datetime) -> DaySpan:
        """Of a half-open span, aware."""
        starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
        first = starts.date() if starts == _midnight(starts.date()) else starts.date() + timedelta(days=1)
        beyond = ends.date()
        if first > beyond:  # within one day
            return cls(beyond, beyond, ((starts, ends),))
        edges = ((starts, _midnight(first)), (_midnight(beyond), ends))
        return cls(first, beyond, tuple(each for each in edges if each[0] < each[1]))

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The whole days as a half-open span."""
        return _midnight(self.first), _midnight(self.beyond)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)

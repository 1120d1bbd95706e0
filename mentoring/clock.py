"""Local time: quiet hours, the same hour on another day, Mondays.

Moments are aware UTC, zones are IANA names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `starts` (included) to `ends` (excluded), local; may pass midnight. Equal ends: no quiet hours."""

    starts: time = time(21)
    ends: time = time(8)

    def covers(self, hour: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= hour < self.ends
        return hour >= self.starts or hour < self.ends

    def release(self, moment: datetime, zone: str) -> datetime:
        """`moment`, or the end of the quiet hours it falls into, in UTC."""
        there = local(moment, zone)
        if not self.covers(there.time()):
            return moment
        over_midnight = self.starts > self.ends and there.time() >= self.starts
        return at(there.date() + timedelta(days=over_midnight), self.ends, zone)


def at(day: date, hour: time, zone: str) -> datetime:
    """A local day and time as UTC; an hour that the clocks skip is read as if they had not been moved yet."""
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """What the clocks there show."""
    return moment.astimezone(ZoneInfo(zone))


def local_date(moment: datetime, zone: str) -> date:
    return local(moment, zone).date()


def days_before(moment: datetime, days: int, zone: str) -> datetime:
    """The same hour by the local clock, `days` earlier, in UTC: a change of clocks in between does not shift it."""
    there = local(moment, zone).replace(tzinfo=None)
    return (there - timedelta(days=days)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def monday_of(day: date) -> date:
    """The Monday of the week the day is in."""
    return day - timedelta(days=day.weekday())

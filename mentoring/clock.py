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

    def covers(self, local: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= local < self.ends
        return local >= self.starts or local < self.ends

    def release(self, moment: datetime, zone: str) -> datetime:
        """`moment`, or the end of the quiet hours it falls into, in UTC."""
        local = moment.astimezone(ZoneInfo(zone))
        if not self.covers(local.time()):
            return moment
        over_midnight = self.starts > self.ends and local.time() >= self.starts
        return at(local.date() + timedelta(days=over_midnight), self.ends, zone)


def at(day: date, hour: time, zone: str) -> datetime:
    """A local day and time as UTC; an hour that the clocks skip is read as if they had not been moved yet."""
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def local_date(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def days_before(moment: datetime, days: int, zone: str) -> datetime:
    """The same hour by the local clock, `days` earlier, in UTC: a change of clocks in between does not shift it."""
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (local - timedelta(days=days)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def monday_of(day: date) -> date:
    """The Monday of the week the day is in."""
    return day - timedelta(days=day.weekday())

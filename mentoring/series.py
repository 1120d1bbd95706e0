"""Repeated meetings: the same weekday and hour by the local clock, every week or two, till a day. Moments are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.clock import at
from mentoring.errors import Invalid
from mentoring.mentorships import Mentorship

MOST = 40
"""So many meetings a series has at most, the first one included: every week of a school year."""
EVERY = (1, 2)
"""Weeks from one meeting to the next."""


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings that repeat. `until` is the last day that was asked for; `stopped_at`: no more come after it."""

    id: int
    mentorship_id: int
    every_weeks: int
    until: date
    planned_by: int
    planned_at: datetime
    stopped_at: datetime | None = None


def repeats(first: datetime, every_weeks: int, until: date, mentorship: Mentorship, zone: str) -> tuple[datetime, ...]:
    """When the meetings after `first` begin: at its hour by the clock of `zone`, whatever the clocks do in between.

    Not later than `until` and the mentorship's last day, at most `MOST` with the first. Raises Invalid where that
    leaves none, or `every_weeks` is not offered.
    """
    if every_weeks not in EVERY:
        raise Invalid
    local = first.astimezone(ZoneInfo(zone))
    last = min(until, mentorship.ends)
    days = [local.date() + timedelta(weeks=every_weeks * number) for number in range(1, MOST)]
    found = tuple(at(day, local.time(), zone) for day in days if day <= last)
    if not found:
        raise Invalid("meetings-refusal-no-repeats", until=last)
    return found


def shifted(moment: datetime, days: int, hour: time, zone: str) -> datetime:
    """A meeting of a series so many local days later (or earlier), at another hour of `zone`."""
    local = moment.astimezone(ZoneInfo(zone))
    return at(local.date() + timedelta(days=days), hour, zone)

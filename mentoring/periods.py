"""The spans of time a summary speaks of.

Bounds are aware UTC, half-open; what a week or month is, is local.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.clock import at, monday_of


class Span(StrEnum):
    """What `/summary` may be asked for."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts` (included) to `ends` (excluded), seen from `zone`."""

    span: Span
    starts: datetime
    ends: datetime
    zone: str

    def has(self, moment: datetime) -> bool:
        return self.starts <= moment < self.ends

    @property
    def first_day(self) -> date:
        return self.starts.astimezone(ZoneInfo(self.zone)).date()

    @property
    def last_day(self) -> date:
        """The day of the last moment in it."""
        return (self.ends.astimezone(ZoneInfo(self.zone)) - timedelta(microseconds=1)).date()

    def previous(self) -> Period:
        """The period of the same length (by the local clock) that ends where this one starts."""
        starts, ends = _wall(self.starts, self.zone), _wall(self.ends, self.zone)
        return Period(self.span, _utc(starts - (ends - starts), self.zone), self.starts, self.zone)


def week_before(now: datetime, zone: str) -> Period:
    """The calendar week before the one of `now`, Monday to Sunday: what Monday's own summary speaks of."""
    monday = monday_of(now.astimezone(ZoneInfo(zone)).date())
    return Period(Span.WEEK, at(monday - timedelta(days=7), time(0), zone), at(monday, time(0), zone), zone)


def up_to(now: datetime, span: Span, zone: str) -> Period:
    """The last 7 days, month, quarter (three months) or year up to `now`."""
    ends = _wall(now, zone)
    starts = ends - timedelta(days=7) if span is Span.WEEK else _months_before(ends, _MONTHS[span])
    return Period(span, _utc(starts, zone), now, zone)


def _months_before(moment: datetime, months: int) -> datetime:
    """The same day of an earlier month, or its last day where there is none such."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def school_year_named(autumn: int) -> str:
    """The school year that begins in that autumn as screens and papers write it: «2026/2027»."""
    return f"{autumn}/{autumn + 1}"


def _wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _utc(wall: datetime, zone: str) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

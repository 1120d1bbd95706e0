"""When things of a programme are due. Every date can be moved, so that a programme of past years is run again."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_MONTH = 8
"""A school year is prepared from August on: months from here belong to its first calendar year."""
_BEGINS = 9
"""The month in which pupils come: a programme has the school years whose September it reaches."""


class Repeats(StrEnum):
    """`once`: in the programme's first school year; `yearly`: in each of them."""

    ONCE = "once"
    YEARLY = "yearly"


class Throughout(StrEnum):
    """All the time: of every school year by itself, or of the whole programme."""

    YEAR = "year"
    PROGRAMME = "programme"


class Open(StrEnum):
    """Days that the document leaves open: set by a plan of its own, on request, or by what happens to a person."""

    PLAN = "plan"
    REQUEST = "request"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Years:
    """The calendar years a programme runs in: 2024–2028 has the autumns of five school years.

    `begins` and `ends` are its first and last day where the document names them. `moved` tells by how many years
    everything stands later than in the document.
    """

    first: int
    last: int
    begins: date | None = None
    ends: date | None = None
    moved: int = 0

    def starting_in(self, year: int) -> Years:
        """The same number of years from `year` on."""
        by = year - self.first
        begins = None if self.begins is None else later(self.begins, 12 * by)
        ends = None if self.ends is None else later(self.ends, 12 * by)
        return Years(year, self.last + by, begins, ends, self.moved + by)

    @property
    def whole(self) -> Span:
        """Its first and last day; by default from August to July."""
        return Span(self.begins or date(self.first, FIRST_MONTH, 1), self.ends or _eve(self.last + 1))

    @property
    def autumns(self) -> range:
        """The school years by the calendar year they begin in."""
        last = self.whole.last
        return range(self.first, min(self.last, last.year if last.month >= _BEGINS else last.year - 1) + 1)


@dataclass(frozen=True, slots=True)
class SchoolMonths:
    """Whole months of a school year, as in «август – сентябрь ежегодно»."""

    first: int
    last: int
    repeats: Repeats

    def spans(self, years: Years) -> tuple[Span, ...]:
        if self.repeats is Repeats.ONCE:
            return (self.on(years.first),)
        whole = years.whole
        found = (self.on(autumn) for autumn in years.autumns)
        return tuple(span for span in found if span.last >= whole.first and span.first <= whole.last)

    def on(self, school_year: int) -> Span:
        """Its days in the school year that begins in the autumn of `school_year`."""
        year = _calendar_year(school_year, self.last)
        return Span(date(_calendar_year(school_year, self.first), self.first, 1), _last_day(year, self.last))


@dataclass(frozen=True, slots=True)
class Dates:
    """Days of the document's own calendar, and what follows them.

    `every`: again at the latest so many months later (6 is «не реже двух раз в год», 24 «не реже одного раза в два
    года»), until the programme or `until` ends. `regularly`: after them all the time, without days of its own.
    """

    first: date
    last: date
    every: int | None = None
    until: date | None = None
    regularly: bool = False

    def spans(self, years: Years) -> tuple[Span, ...]:
        return tuple(self._spans(years))

    def _spans(self, years: Years) -> Iterator[Span]:
        by, end = 12 * years.moved, years.whole.last
        first = Span(later(self.first, by), later(self.last, by))
        yield first
        if self.regularly:
            yield Span(first.last + timedelta(days=1), end)
        until = end if self.until is None else min(end, later(self.until, by))
        months = self.every
        while months and later(first.first, months) <= until:
            yield Span(later(first.first, months), later(first.last, months))
            months += self.every or 0


@dataclass(frozen=True, slots=True)
class YearlyDays:
    """Single days of every calendar year, as (month, day): «ежеквартально (1 января, 1 апреля, …)»."""

    days: tuple[tuple[int, int], ...]

    def spans(self, years: Years) -> tuple[Span, ...]:
        whole = years.whole
        found = (
            date(year, month, day)
            for year in range(whole.first.year, whole.last.year + 1)
            for month, day in sorted(self.days)
        )
        return tuple(Span(day, day) for day in found if whole.first <= day <= whole.last)


@dataclass(frozen=True, slots=True)
class AllTheTime:
    """«В течение года», «в течение всего периода реализации программы»."""

    of: Throughout

    def spans(self, years: Years) -> tuple[Span, ...]:
        whole = years.whole
        if self.of is Throughout.PROGRAMME:
            return (whole,)
        found = ((date(autumn, FIRST_MONTH, 1), _eve(autumn + 1)) for autumn in years.autumns)
        return tuple(Span(max(first, whole.first), min(last, whole.last)) for first, last in found)


@dataclass(frozen=True, slots=True)
class Term:
    """A term in the document's own words (`text`), and the days they mean.

    Without `days` only `open` says when; with both it is due on these days and on request besides.
    """

    text: str
    days: SchoolMonths | Dates | YearlyDays | AllTheTime | None
    open: Open | None = None

    def spans(self, years: Years) -> tuple[Span, ...]:
        """Every time it is due in these years, by date; none where the document leaves the days open."""
        return () if self.days is None else self.days.spans(years)


def school_year_of(day: date) -> int:
    """The autumn in which the school year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def later(day: date, months: int) -> date:
    """The same day so many months later (or earlier); the last day of a month stays one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    end = _last_day(year, month + 1)
    if day == _last_day(day.year, day.month):
        return end
    return end.replace(day=min(day.day, end.day))


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _eve(autumn: int) -> date:
    """The last day before the school year of an autumn."""
    return date(autumn, FIRST_MONTH, 1) - timedelta(days=1)


def _calendar_year(school_year: int, month: int) -> int:
    return school_year if month >= FIRST_MONTH else school_year + 1

"""When things of a programme are due: months of a school year, so that another year can be applied."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_MONTH = 8
"""A school year is prepared from August on: months from here belong to its first calendar year."""


class Repeats(StrEnum):
    """`once`: in the programme's first school year; `yearly`: in each of them."""

    ONCE = "once"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Term:
    """Whole months of a school year, as in «август – сентябрь ежегодно»; `text` is the document's own wording."""

    text: str
    first_month: int
    last_month: int
    repeats: Repeats

    def on(self, school_year: int) -> Span:
        """Its days in the school year that begins in the autumn of `school_year`."""
        first = date(_calendar_year(school_year, self.first_month), self.first_month, 1)
        year = _calendar_year(school_year, self.last_month)
        return Span(first, date(year, self.last_month, calendar.monthrange(year, self.last_month)[1]))


@dataclass(frozen=True, slots=True)
class Years:
    """The calendar years a programme runs in: 2024–2028 has the autumns of five school years."""

    first: int
    last: int

    def starting_in(self, year: int) -> Years:
        """The same number of years from `year` on."""
        return Years(year, year + self.last - self.first)

    @property
    def autumns(self) -> range:
        """The school years by the calendar year they begin in."""
        return range(self.first, self.last + 1)


def school_year_of(day: date) -> int:
    """The autumn in which the school year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def _calendar_year(school_year: int, month: int) -> int:
    return school_year if month >= FIRST_MONTH else school_year + 1

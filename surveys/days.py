"""Reckoning with dates: so many days, weeks, months or years from a day; full years between two."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def shifted(day: date, amount: int, unit: str) -> date:
    """A day `amount` of `d w m y` later (29 February becomes 28 in a common year).

    Raises OverflowError or ValueError beyond the calendar."""
    if unit in "dw":
        return day + timedelta(days=amount * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def full_years(birth: date, today: date) -> int:
    """Age in full years; who was born on 29 February turns a year older on 1 March of a common year."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))

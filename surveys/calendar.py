"""Choosing a date with buttons: decade, year, month, day. A meeting opens at its month, a birth date at the
decades.

A view is a short word: "" (wherever the question opens), `c` (decades, or years if they fit), `c1990` (years
of a decade), `y2012` (months of a year), `m2012-03` (days of a month). Its token is the view with a dot
before it.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from surveys.layout import Choice, Row, grid
from surveys.wording import Key

_VIEW = re.compile(r"c(\d{4})?|y(\d{4})|m(\d{4})-(\d{2})")
_NEAR_YEARS = 2
"""Bounds this many years apart or less: the calendar opens at a month."""
_YEARS_AT_ONCE = 24
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_view(view: str, earliest: date, latest: date) -> bool:
    """Whether a view exists for these bounds."""
    match = _VIEW.fullmatch(view)
    if match is None:
        return False
    if view == "c":
        return True
    decade, year, month_year, month = match.groups()
    if decade is not None:
        return int(decade) % 10 == 0 and earliest.year // 10 * 10 <= int(decade) <= latest.year
    if year is not None:
        return earliest.year <= int(year) <= latest.year
    first, last = (earliest.year, earliest.month), (latest.year, latest.month)
    return 1 <= int(month) <= 12 and first <= (int(month_year), int(month)) <= last


def opening_view(earliest: date, latest: date, today: date, chosen: date | None) -> str:
    """Where the calendar opens: at the date chosen before, else near today, else at the decades."""
    if chosen is not None and earliest <= chosen <= latest:
        return f"m{chosen:%Y-%m}"
    if latest.year - earliest.year <= _NEAR_YEARS:
        return f"m{min(max(today, earliest), latest):%Y-%m}"
    return "c"


def rows(
    question: str, view: str, earliest: date, latest: date, *, today: date, chosen: date | None
) -> tuple[Row, ...]:
    """The buttons of a view; a view that does not exist (any more) shows the opening one."""
    if latest < earliest:
        return ()
    if not is_view(view, earliest, latest):
        view = opening_view(earliest, latest, today, chosen)
    if view == "c":
        return _decades(question, earliest, latest)
    if view[0] == "c":
        first = int(view[1:])
        years = range(max(first, earliest.year), min(first + 9, latest.year) + 1)
        return (*_years(question, years), (Choice(Key("survey-decades"), question, ".c"),))
    if view[0] == "y":
        return _months(question, int(view[1:]), earliest, latest)
    return _days(question, date.fromisoformat(f"{view[1:]}-01"), earliest, latest, chosen)


def _decades(question: str, earliest: date, latest: date) -> tuple[Row, ...]:
    if latest.year - earliest.year < _YEARS_AT_ONCE:
        return _years(question, range(earliest.year, latest.year + 1))
    starts = range(latest.year // 10 * 10, earliest.year // 10 * 10 - 1, -10)
    return grid([Choice(f"{start}–{start + 9}", question, f".c{start}") for start in starts], 3)


def _years(question: str, years: range) -> tuple[Row, ...]:
    return grid([Choice(str(year), question, f".y{year}") for year in years], 4)


def _months(question: str, year: int, earliest: date, latest: date) -> tuple[Row, ...]:
    cells = []
    for number, name in enumerate(MONTHS, start=1):
        view = f"m{year}-{number:02d}"
        token = f".{view}" if is_view(view, earliest, latest) else ""
        cells.append(Choice(Key("survey-month", {"month": name}), question, token))
    up = ".c" if latest.year - earliest.year < _YEARS_AT_ONCE else f".c{year // 10 * 10}"
    return ((Choice(str(year), question, up if latest.year > earliest.year else ""),), *grid(cells, 3))


def _days(question: str, first: date, earliest: date, latest: date, chosen: date | None) -> tuple[Row, ...]:
    month = Key("survey-month-year", {"month": MONTHS[first.month - 1], "year": str(first.year)})
    head = (
        _arrow(question, first, -1, earliest, latest),
        Choice(month, question, f".y{first.year}"),
        _arrow(question, first, +1, earliest, latest),
    )
    names = tuple(Choice(Key("survey-weekday", {"day": day}), question, "") for day in WEEKDAYS)
    before, length = calendar.monthrange(first.year, first.month)
    cells = [Choice("·", question, "")] * before
    for number in range(1, length + 1):
        day = first.replace(day=number)
        token = day.isoformat() if earliest <= day <= latest else ""
        cells.append(Choice(str(number), question, token, chosen=day == chosen))
    cells += [Choice("·", question, "")] * (-len(cells) % 7)
    return (head, names, *grid(cells, 7))


def _arrow(question: str, first: date, step: int, earliest: date, latest: date) -> Choice:
    year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
    view = f"m{year:04d}-{month + 1:02d}"
    return Choice("‹" if step < 0 else "›", question, f".{view}" if is_view(view, earliest, latest) else "")

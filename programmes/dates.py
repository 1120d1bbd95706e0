"""Reads terms: months of a school year, days of the document's calendar, days of every year, or none at all."""

from __future__ import annotations

import calendar
import re
from datetime import date

from programmes.reading import Entry
from programmes.terms import (
    AllTheTime,
    Dates,
    Open,
    Repeats,
    SchoolMonths,
    Term,
    Throughout,
    YearlyDays,
)

KEYS = ("text", "months", "repeats", "by", "from", "to", "every", "until", "then", "yearly", "throughout", "open")
_SORTS = ("months", "by", "from", "yearly", "throughout")
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_OF_A_YEAR = re.compile(r"(\d{2})-(\d{2})")
_COMMON_YEAR = 2025
"""29 February is no day of every year."""
_EXAMPLE = "write `months: [8, 9]` with `repeats: yearly`, `by: '2026-09-15'`, `from: 2026-09` with `to: 2026-10`, "
_REMEDY = _EXAMPLE + "`yearly: ['04-01']`, `throughout: year` or `open: request`"


def read_term(top: Entry, key: str = "term") -> Term:
    """The term under a key (docs/programmes.md#terms)."""
    return term_of(top.inner(key, KEYS)) if top.has(key) else _none(top, key)


def term_of(entry: Entry) -> Term:
    """A term whose keys stand in `entry`."""
    sorts = [sort for sort in _SORTS if entry.has(sort)]
    if len(sorts) > 1 or not (sorts or entry.has("open")):
        problem = f"a term has {' and '.join(sorts)}" if sorts else "the term does not say when"
        entry.report.add(entry.fields.node, "", problem, _REMEDY)
    opened = entry.member("open", Open) if entry.has("open") else None
    return Term(entry.text("text"), _days(entry, sorts[0]) if sorts else None, opened)


def day_of_year(entry: Entry, key: str, written: str) -> tuple[int, int]:
    """Month and day from 'MM-DD', of a common year; complains of anything else."""
    match = _OF_A_YEAR.fullmatch(written)
    try:
        day = date(_COMMON_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        if written:
            remedy = "write month and day in quotes, as '12-01'"
            entry.report.add(entry.node(key), "", f"«{written}» is no day of the year", remedy)
        return 1, 1
    return day.month, day.day


def day_of(entry: Entry, key: str, *, end: bool = False) -> date:
    """A day written as '2026-09-15', or as 2026-09: that month's first day, its last one if `end`."""
    written = entry.text(key)
    match = _DAY.fullmatch(written)
    try:
        if match is not None:
            year, month = int(match[1]), int(match[2])
            whole = calendar.monthrange(year, month)[1] if end else 1
            return date(year, month, int(match[3] or whole))
    except (ValueError, calendar.IllegalMonthError):
        pass
    if written:
        remedy = "write year, month and day in quotes, as '2026-09-15', or a month, as 2026-09"
        entry.report.add(entry.node(key), "", f"«{written}» is no date", remedy)
    return date(2000, 1, 1)


def _none(top: Entry, key: str) -> Term:
    top.report.add(top.fields.node, "", f"«{key}» is missing", f"add `{key}: {{text: …, months: [8, 9], …}}`")
    return Term("", None)


def _days(entry: Entry, sort: str) -> SchoolMonths | Dates | YearlyDays | AllTheTime:
    if sort == "months":
        return _months(entry)
    if sort == "yearly":
        return YearlyDays(tuple(day_of_year(entry, "yearly", day) for day in entry.texts("yearly")))
    if sort == "throughout":
        return AllTheTime(entry.member("throughout", Throughout))
    return _dates(entry, sort)


def _months(entry: Entry) -> SchoolMonths:
    months = entry.wholes("months", 1, 12)
    if len(months) != 2:
        entry.report.add(entry.node("months"), "", "«months» must hold two months", "write `months: [8, 9]`")
        months = (8, 8)
    first, last = months
    if (first + 4) % 12 > (last + 4) % 12:
        problem = "the term ends before it starts"
        entry.report.add(entry.node("months"), "", problem, "a school year goes from August to July")
    return SchoolMonths(first, last, entry.member("repeats", Repeats))


def _dates(entry: Entry, sort: str) -> Dates:
    first, last = day_of(entry, sort), day_of(entry, "by" if sort == "by" else "to", end=True)
    if sort == "by":
        first = last
    if last < first:
        remedy = (
            "swap them; where the document has a slip, keep its words in «text», mend the days and say so in «note»"
        )
        entry.report.add(entry.node("to"), "", "the term ends before it starts", remedy)
    then = entry.maybe("then")
    if then is not None:
        entry.known("then", (then,), ("regularly",), "way to go on")
    every = entry.whole("every", 1, 60) if entry.has("every") else None
    return Dates(first, last, every, day_of(entry, "until") if entry.has("until") else None, then is not None)

"""The periods in which a programme's indicators are reported, and the report date of each.

A report date is a day of the measurement that the indicators name: of a quarter the first such day from its end on
(«ежеквартально: 1 января, …»), of a year the last day of the last such measurement that ends in it. Where the
document names no days it is the last day of the period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from mentoring.indicators import ReportingPeriod
from mentoring.people import OrganisationKind
from programmes.milestones import Indicator, Period
from programmes.programme import Programme
from programmes.same import Same
from programmes.terms import Span, later

_MONTHS = 3
_AFTER = timedelta(days=31)
"""A quarter is reported within a month."""
_LATE = timedelta(days=14)
"""So long those who are late, and who gathers the reports, look at the period that was due."""


def periods(programme: Programme) -> tuple[ReportingPeriod, ...]:
    """Every period that an indicator is reported for, by report date; none where there are no indicators."""
    found = {each.code: each for listed in _by_indicator(Same(programme)) for each in listed}
    return tuple(sorted(found.values(), key=lambda each: (each.report_date, each.code)))


@lru_cache(maxsize=64)
def _by_indicator(same: Same) -> tuple[tuple[ReportingPeriod, ...], ...]:
    """The periods of each indicator, computed once: every digest asks which of them are near."""
    return tuple(periods_of(same.programme, one) for one in same.programme.indicators)


def periods_of(programme: Programme, indicator: Indicator) -> tuple[ReportingPeriod, ...]:
    """The periods of one indicator, by date; a year of which the document has the base is reported, too."""
    if indicator.period is Period.QUARTERLY:
        return tuple(_quarters(programme, indicator))
    years = indicator.years or tuple(range(programme.years.first, programme.years.last + 1))
    based = {year for year, _ in indicator.base}
    return tuple(_year(programme, indicator, year) for year in sorted({*years, *based}))


def period(programme: Programme, code: str) -> ReportingPeriod | None:
    """The period of that code; None where nothing is reported for it."""
    return next((each for each in periods(programme) if each.code == code), None)


def current(programme: Programme, today: date) -> ReportingPeriod | None:
    """What one would look at today: the period to be reported next, or for two weeks the one that was due just now.

    After the last one the last; None where nothing is reported.
    """
    listed = periods(programme)
    return next((each for each in listed if today <= each.report_date + _LATE), listed[-1] if listed else None)


def reported_in(programme: Programme, code: str) -> tuple[Indicator, ...]:
    """The indicators of a period, in the document's order."""
    listed = zip(programme.indicators, _by_indicator(Same(programme)), strict=True)
    return tuple(one for one, found in listed if any(each.code == code for each in found))


def reporting_kinds(programme: Programme) -> frozenset[OrganisationKind]:
    """Kinds of organisations that report; enterprises are partners, which give mentors and report nothing."""
    return programme.organisations - {OrganisationKind.ENTERPRISE}


def _year(programme: Programme, indicator: Indicator, year: int) -> ReportingPeriod:
    last = date(year, 12, 31)
    measured = [span.last for span in _days(programme, indicator) if span.last.year == year]
    return ReportingPeriod(str(year), date(year, 1, 1), last, max(measured, default=last))


def _quarters(programme: Programme, indicator: Indicator) -> Iterator[ReportingPeriod]:
    """Quarters with a day of the programme in them, of the indicator's years."""
    whole, days = programme.years.whole, [span.first for span in _days(programme, indicator)]
    for year in range(whole.first.year, whole.last.year + 1):
        for quarter in range(1, 5):
            first = date(year, _MONTHS * (quarter - 1) + 1, 1)
            last = later(first, _MONTHS) - timedelta(days=1)
            if last < whole.first or first > whole.last or (indicator.years and year not in indicator.years):
                continue
            near = (day for day in days if last <= day <= last + _AFTER)
            yield ReportingPeriod(f"{year}q{quarter}", first, last, min(near, default=last))


def _days(programme: Programme, indicator: Indicator) -> Iterable[Span]:
    """When the indicator's measurement falls, also just after the programme's end: its last period is reported then."""
    chosen = [each.term for each in programme.monitoring if each.id == indicator.monitoring]
    years = programme.years
    longer = replace(years, last=years.last + 1, ends=None)
    return [span for term in chosen for span in term.spans(longer)]

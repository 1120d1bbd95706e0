"""What the document asks for and sending the indicators has done: rows of the roadmap, reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from mentoring.clock import local_date
from mentoring.indicators import ReportingPeriod
from programmes.programme import Programme
from programmes.reporting import periods, reported_in
from services.desk import Desk

Row = tuple[int, str, date]
"""A row of the document in a place (0: the municipality) and the day it is due, by which the same duty is known."""


def rows_of(programme: Programme, period: ReportingPeriod) -> Iterable[str]:
    """Places in the document of rows and reports that ask for the indicators of the period."""
    named = {one.place for one in reported_in(programme, period.code) if one.place is not None}
    rows = {row.place for row in programme.roadmap} | {report.place for report in programme.reports}
    return {row for row in rows if any(name == row or name.startswith(f"{row},") for name in named)}


async def fulfilled(desk: Desk) -> Mapping[Row, date]:
    """The day on which the indicators that a row asks for were sent first, by the programme's clock; asks no rights."""
    asked = {one.code: (one.report_date, frozenset(rows_of(desk.programme, one))) for one in periods(desk.programme)}
    asked = {code: (last, rows) for code, (last, rows) in asked.items() if rows}
    found = await desk.work.indicators.senders(asked) if asked else {}
    return {
        (place or 0, row, asked[code][0]): local_date(at, desk.programme.zone)
        for code, who in found.items()
        for place, at in who.items()
        for row in asked[code][1]
    }

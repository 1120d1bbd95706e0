"""The summary's picture and table: ordered with the text, made as jobs `summary-chart` and `summary-rows`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mentoring.access import Action, Scope, ensure
from mentoring.periods import Period, Span
from messaging.replies import Say, Show
from reports.documents import summary_chart, summary_workbook
from services import jobs, summary
from services.desk import Desk
from services.jobs import Making
from services.summary import View
from services.summary_detail import with_rows, with_weeks
from storage.jobs import Job

CHART, ROWS = "summary-chart", "summary-rows"
"""Kinds of jobs."""


async def order(desk: Desk, seen: View, period: Period) -> tuple[Show, ...]:
    """The screens that stand in the slots of the picture and, if the actor may have it, of the table."""
    asked = arguments(seen, period)
    chart = await jobs.order(desk, CHART, asked, slot="summary:chart", text=Say("summary-chart-waiting"))
    if not seen.rows:
        return (chart,)
    return chart, await jobs.order(desk, ROWS, asked, slot="summary:rows", text=Say("summary-rows-waiting"))


def arguments(seen: View, period: Period) -> Mapping[str, Any]:
    """What a job must remember to count the same period once more."""
    return {
        "organisation": seen.organisation_id,
        "span": period.span.value,
        "starts": period.starts.isoformat(),
        "ends": period.ends.isoformat(),
        "zone": period.zone,
    }


async def make_chart(desk: Desk, job: Job) -> Making:
    """Reads the numbers and the weeks or months. Raises Forbidden if the right to see them is gone."""
    seen, period = await _asked(desk, job)
    found = await with_weeks(desk, seen, await summary.numbers(desk, seen, period))
    return Making(
        summary_chart,
        (found, desk.actor.language),
        name=_name(period, "png"),
        caption=Say("summary-chart-caption", {"organisation": seen.title, "by": "month" if found.by_month else "week"}),
        picture=True,
    )


async def make_rows(desk: Desk, job: Job) -> Making:
    """Reads the numbers with every row behind them. Raises Forbidden if the right to have them is gone."""
    seen, period = await _asked(desk, job)
    ensure(desk.actor, Action.EXPORT, Scope(organisation_id=seen.organisation_id))
    found = await with_rows(desk, seen, await summary.numbers(desk, seen, period, named=None))
    return Making(
        summary_workbook,
        (found, desk.actor.language),
        name=_name(period, "xlsx"),
        caption=Say("summary-rows-caption", {"organisation": seen.title}),
    )


async def _asked(desk: Desk, job: Job) -> tuple[View, Period]:
    asked = job.arguments
    starts, ends = datetime.fromisoformat(asked["starts"]), datetime.fromisoformat(asked["ends"])
    return await summary.view(desk, asked["organisation"]), Period(Span(asked["span"]), starts, ends, asked["zone"])


def _name(period: Period, ending: str) -> str:
    return f"summary-{period.first_day}-{period.last_day}.{ending}"

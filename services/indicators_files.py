"""The report of indicators as files, and an indicator's picture: ordered with a press, made in the workshop."""

from __future__ import annotations

from typing import Any

from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound
from messaging.replies import Lines, Say, Show, Text, press
from reports import documents
from reports.indicators_data import IndicatorReport, Past
from reports.indicators_text import lines
from services import indicators_sent, jobs
from services.desk import Desk
from services.indicators import organisation_of
from services.indicators_report import report
from services.jobs import Making
from storage.jobs import Job

DOCX, XLSX, CHART = "indicators-docx", "indicators-xlsx", "indicators-chart"
"""Kinds of jobs."""


async def told(desk: Desk, organisation_id: int | None, period: str) -> Text:
    """The report as a message. Raises Forbidden and NotFound."""
    found = await report(desk, organisation_id, period)
    return Lines(tuple(Say(key, values) for key, values in lines(found, desk.actor.language)), "\n\n")


async def order(desk: Desk, kind: str, organisation_id: int | None, period: str) -> Show:
    """Order a docx or an xlsx. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_INDICATORS, Scope(organisation_id=organisation_id))
    asked = {"organisation": organisation_id, "period": period}
    return await jobs.order(
        desk,
        kind,
        asked,
        slot=f"indicators:{kind[-4:]}",
        text=Say("indicators-file-waiting"),
        back=press("indicators.show", organisation_id or 0, period),
    )


async def order_chart(desk: Desk, organisation_id: int | None, indicator: str) -> Show:
    """Order the picture of one indicator through its periods. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_INDICATORS, Scope(organisation_id=organisation_id))
    asked = {"organisation": organisation_id, "indicator": indicator}
    return await jobs.order(
        desk,
        CHART,
        asked,
        slot="indicators:chart",
        text=Say("indicators-chart-waiting"),
        back=press("indicators.of", organisation_id or 0),
    )


async def make_docx(desk: Desk, job: Job) -> Making:
    """The report to be signed. Raises Forbidden if the right to it is gone."""
    return await _file(desk, job, "docx")


async def make_xlsx(desk: Desk, job: Job) -> Making:
    """The same as a table to work on. Raises Forbidden if the right to it is gone."""
    return await _file(desk, job, "xlsx")


async def make_chart(desk: Desk, job: Job) -> Making:
    """Reads what was sent. Raises Forbidden, and NotFound where there is nothing to draw."""
    place, wanted = job.arguments["organisation"], job.arguments["indicator"]
    organisation = await organisation_of(desk, place)
    one = next((each for each in desk.programme.indicators if each.id == wanted), None)
    points = [
        (each.period.year, each.period.quarter, stand.shown, stand.planned)
        for each in reversed(await indicators_sent.history(desk, place))
        for known, stand in each.lines
        if known.id == wanted and stand.shown is not None
    ]
    if one is None or not points:
        raise NotFound
    drawn = [(year, quarter, share, plan) for year, quarter, share, plan in points if share is not None]
    language = desk.actor.language
    past = Past(one.name.text(language), organisation.name if organisation else None, tuple(drawn))
    caption = Say("indicators-chart-caption", {"name": one.brief.text(language)})
    return Making(documents.indicator_chart, (past, language), name="indicator.png", caption=caption, picture=True)


async def _file(desk: Desk, job: Job, ending: str) -> Making:
    found = await report(desk, job.arguments["organisation"], job.arguments["period"])
    made = documents.indicator_docx if ending == "docx" else documents.indicator_xlsx
    name = f"indicators-{found.period.code}.{ending}"
    return Making(made, (found, desk.actor.language), name=name, caption=_caption(found))


def _caption(found: IndicatorReport) -> Say:
    said: dict[str, Any] = {"year": str(found.period.year), "quarter": str(found.period.quarter or "none")}
    whose = found.organisation or Say("indicators-municipality")
    return Say("indicators-file-caption", {**said, "organisation": whose})

"""All recommendations of the school year as a document, ordered as a job."""

from __future__ import annotations

from datetime import date, time, timedelta

from mentoring.access import Action, Scope, ensure
from mentoring.clock import at, local_date
from mentoring.errors import NotFound
from mentoring.people import Organisation
from mentoring.recommendations import Recommendation
from messaging.replies import Say, Show, press
from programmes.terms import FIRST_MONTH, school_year_of
from reports.recommendations_docx import AdvisedRow, AdvisedSheet, recommendations_document
from services import jobs
from services.desk import Desk
from services.jobs import Making
from services.recommendations import indicator_name
from storage.jobs import Job
from storage.recommendations import RecommendationFilter

KIND = "recommendations"


async def order(desk: Desk, organisation_id: int) -> Show:
    """Order the document of an organisation's, or (0) of all. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_RECOMMENDATIONS, Scope(organisation_id or None))
    asked = {"organisation": organisation_id}
    slot = f"recommendations:{organisation_id}"
    return await jobs.order(
        desk,
        KIND,
        asked,
        slot=slot,
        text=Say("recommendation-paper-waiting"),
        back=press("recommendations.of", organisation_id),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads what was written since the school year began. Raises Forbidden if the right to see it is gone."""
    place = int(job.arguments["organisation"]) or None
    ensure(desk.actor, Action.SEE_RECOMMENDATIONS, Scope(place))
    made = await sheet(desk, place)
    said = {"first": made.first, "last": made.last, "count": len(made.rows)}
    return Making(
        recommendations_document,
        (made, desk.actor.language),
        name=f"recommendations-{made.first}-{made.last}.docx",
        caption=Say("recommendation-paper-caption", said),
    )


async def sheet(desk: Desk, organisation_id: int | None) -> AdvisedSheet:
    """The document's contents in the reader's language, by organisation and day."""
    today, zone = desk.today(), desk.programme.zone
    first = date(school_year_of(today), FIRST_MONTH, 1)
    written = (at(first, time(0), zone), at(today + timedelta(days=1), time(0), zone))
    found = await desk.work.recommendations.listed(RecommendationFilter(organisation_id, written=written))
    places = await desk.work.organisations.many(one.organisation_id for one in found)
    listed = sorted(found, key=lambda one: (places[one.organisation_id].turn, one.written_at, one.id))
    rows = tuple(_row(desk, one, places[one.organisation_id]) for one in listed)
    return AdvisedSheet(await _title(desk, organisation_id), first, today, rows)


async def _title(desk: Desk, organisation_id: int | None) -> str:
    if organisation_id is None:
        return desk.programme.title.text(desk.actor.language)
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    return organisation.name


def _row(desk: Desk, one: Recommendation, place: Organisation) -> AdvisedRow:
    indicator = indicator_name(desk, one)
    return AdvisedRow(
        place.name,
        one.title,
        one.words,
        indicator.text(desk.actor.language) if indicator is not None else None,
        local_date(one.written_at, place.zone),
        one.due,
        "overdue" if one.overdue(desk.today(place.zone)) else one.state.value,
        one.answer,
        local_date(one.answered_at, place.zone) if one.answered_at is not None else None,
        one.comment,
    )

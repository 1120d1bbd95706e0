"""The self-audit as a document, of one organisation or of all, ordered as a job."""

from __future__ import annotations

from mentoring.access import Action, Scope, ensure
from mentoring.audit import Audit
from mentoring.clock import local_date
from messaging.replies import Say, Show, press
from programmes.terms import school_year_of
from reports.audit_docx import AuditPaper, AuditRow, audit_document
from services import audit, jobs
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job

KIND = "audit"


async def order(desk: Desk, organisation_id: int) -> Show:
    """Order the document of an organisation's, or (0) of all. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_AUDIT, Scope(organisation_id or None))
    asked = {"organisation": organisation_id}
    return await jobs.order(
        desk,
        KIND,
        asked,
        slot=f"audit:{organisation_id}",
        text=Say("audit-paper-waiting"),
        back=press("audit.open", organisation_id),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads this school year's. Raises Forbidden if the right to see it is gone."""
    place = int(job.arguments["organisation"])
    ensure(desk.actor, Action.SEE_AUDIT, Scope(place or None))
    made = await paper(desk, place)
    return Making(
        audit_document,
        (made, desk.actor.language),
        name=f"self-audit-{made.year}.docx",
        caption=Say("audit-paper-caption", {"count": len(made.rows)}),
    )


async def paper(desk: Desk, organisation_id: int) -> AuditPaper:
    """The document's contents in the reader's language, by organisation."""
    language = desk.actor.language
    year = school_year_of(desk.today())
    known = await audit.of_year(desk, year)
    places = await desk.work.organisations.many(known)
    named = {name: wording.text(language) for name, wording in (await audit.criteria(desk)).items()}
    chosen = [one for one in known.values() if organisation_id in (0, one.organisation_id)]
    chosen.sort(key=lambda one: places[one.organisation_id].turn)
    rows = tuple(_row(one, places[one.organisation_id].name, places[one.organisation_id].zone, named) for one in chosen)
    return AuditPaper(desk.programme.title.text(language), year, rows)


def _row(one: Audit, name: str, zone: str, named: dict[str, str]) -> AuditRow:
    ratings = tuple((named.get(each, each), value) for each, value in one.ratings.items())
    day = local_date(one.filled_at, zone) if one.filled_at is not None else None
    return AuditRow(name, day, ratings, one.total, one.most, one.achieved, one.improve)

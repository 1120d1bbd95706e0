"""The electronic collection of published practices as a document, ordered as a job (Seversk: «Электронный сборник»)."""

from __future__ import annotations

from mentoring.clock import local_date
from mentoring.mentorships import Form
from mentoring.practices import Practice, PracticeState
from messaging.replies import Say, Show, press
from reports.practices_docx import Collection, Told, practices_document
from services import jobs
from services.desk import Desk
from services.jobs import Making
from services.practices import authors, ensure_reader
from storage.jobs import Job
from storage.practices import PracticeFilter

KIND = "practices"


async def order(desk: Desk) -> Show:
    """Order the document. Raises Forbidden."""
    ensure_reader(desk)
    return await jobs.order(
        desk, KIND, {}, slot=KIND, text=Say("practices-paper-waiting"), back=press("practices.list")
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads what is published now. Raises Forbidden if the right to see it is gone."""
    ensure_reader(desk)
    made = await collection(desk)
    return Making(
        practices_document,
        (made, desk.actor.language),
        name=f"practices-{made.on}.docx",
        caption=Say("practices-paper-caption", {"count": len(made.told)}),
    )


async def collection(desk: Desk) -> Collection:
    """The document's contents in the reader's language: in the order of the programme's forms, then by title."""
    found = await desk.work.practices.listed(PracticeFilter({PracticeState.PUBLISHED}))
    places = await desk.work.organisations.many(one.organisation_id for one in found)
    names = await authors(desk, found)
    forms = list(Form)
    ordered = sorted(
        found,
        key=lambda one: (forms.index(one.story.form) if one.story.form else len(forms), one.story.title.casefold()),
    )
    told = tuple(_told(desk, one, places[one.organisation_id].name, names.get(one.author_id or 0)) for one in ordered)
    return Collection(desk.programme.title.text(desk.actor.language), desk.today(), told)


def _told(desk: Desk, one: Practice, organisation: str, author: str | None) -> Told:
    story = one.story
    form = next((each.name for each in desk.programme.forms if each.id is story.form), None)
    return Told(
        story.title,
        organisation,
        author,
        form.text(desk.actor.language) if form is not None else None,
        story.problem,
        story.description,
        story.outcome,
        story.link,
        local_date(one.decided_at or one.submitted_at, desk.programme.zone),
    )

"""Sheets that go with lists of people: the template, what is wrong with one, the personal links of the listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid
from mentoring.invitations import LISTED_TERM
from mentoring.people import Organisation, Person
from messaging.replies import File, Say, Show, press
from reports.people_list import links_sheet, mistakes_sheet, people_template
from services import imports, jobs
from services.desk import Desk
from services.jobs import Making
from storage.invitations import Handed, new_token
from storage.jobs import Job

TEMPLATE, MISTAKES, LINKS = "people-template", "people-mistakes", "people-links"
"""Kinds of jobs."""
SLOT = "import:xlsx"


async def template(desk: Desk, organisation_id: int) -> Show:
    """Order the sheet to fill in."""
    await imports.place(desk, organisation_id)
    return await jobs.order(
        desk,
        TEMPLATE,
        {"place": organisation_id},
        slot=SLOT,
        text=Say("import-writing"),
        back=press("import.in", organisation_id),
    )


async def make_template(desk: Desk, job: Job) -> Making:
    """The same for every organisation of a programme."""
    await imports.place(desk, int(job.arguments["place"]))
    language, caption = desk.actor.language, Say("import-template-caption")
    return Making(people_template, (language,), name="people.xlsx", caption=caption)


async def mistakes(desk: Desk, draft_id: int) -> Show:
    """Order the sheet of what is wrong."""
    await imports.draft(desk, draft_id)
    return await jobs.order(
        desk,
        MISTAKES,
        {"draft": draft_id},
        slot=SLOT,
        text=Say("import-writing"),
        back=press("import.mistakes", draft_id, 0),
    )


async def make_mistakes(desk: Desk, job: Job) -> Making:
    """Every mistake of the draft, each with its place and remedy."""
    _, found = await imports.wrong(desk, int(job.arguments["draft"]))
    caption = Say("import-mistakes-caption", {"count": len(found)})
    return Making(mistakes_sheet, (found, desk.actor.language), name="mistakes.xlsx", caption=caption)


async def links(desk: Desk, organisation_id: int) -> Show:
    """Order personal links for everybody who is put down and has not come. Those printed before stop working."""
    ensure(desk.actor, Action.INVITE_PERSON, Scope(organisation_id))
    if not await desk.work.people_drafts.listed(organisation_id, limit=1):
        raise Invalid("import-nobody-listed")
    return await jobs.order(
        desk,
        LINKS,
        {"place": organisation_id},
        slot=SLOT,
        text=Say("import-writing"),
        back=press("import.in", organisation_id),
    )


async def make_links(desk: Desk, job: Job) -> Making:
    """The sheet of links. A token is made here, stands in the sheet, and is kept as a hash once the sheet is there."""
    organisation = await imports.place(desk, int(job.arguments["place"]))
    ensure(desk.actor, Action.INVITE_PERSON, Scope(organisation.id))
    listed = await desk.work.people_drafts.listed(organisation.id)
    handed = tuple(Handed(new_token(), each.person.id, each.role) for each in listed)
    until = replace(desk, now=desk.now + LISTED_TERM).today(organisation.zone) - timedelta(days=1)
    rows = [
        (each.person.name, _where(each.person), link.role.value, desk.house.link(link.token), until)
        for each, link in zip(listed, handed, strict=True)
    ]
    then = partial(_hand_out, organisation=organisation, handed=handed)
    caption = Say("import-writing")
    return Making(links_sheet, (rows, desk.actor.language), name="links.xlsx", caption=caption, then=then)


async def _hand_out(
    desk: Desk, job: Job, content: bytes, *, organisation: Organisation, handed: tuple[Handed, ...]
) -> Show:
    """From now on these links let their people in; the sheet is shown in the same transaction or not at all."""
    by = desk.actor.person_id
    await desk.work.invitations.hand_out(handed, organisation.id, created_by=by, term=LISTED_TERM)
    caption = Say("import-links-caption", {"count": len(handed)})
    return Show(job.chat_id, job.slot, caption, jobs.ways(job), File("links.xlsx", content))


def _where(person: Person) -> str:
    return person.profile.school_class or person.profile.post or person.profile.workplace or ""

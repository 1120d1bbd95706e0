"""The QR poster of an organisation's link and the guides that carry it, made as jobs with the link as it was."""

from __future__ import annotations

from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.clock import local_date
from mentoring.errors import NotFound, Stale
from mentoring.invitations import Addressee
from mentoring.people import Organisation
from messaging.replies import Say, Show, press
from reports.documents import guide, qr_poster
from services import invitations, jobs
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job

POSTER, GUIDE = "poster", "guide"
"""Kinds of jobs; their arguments are `organisation_id` and `link`, and of a guide `audience`."""


async def order_poster(desk: Desk, organisation_id: int) -> Show:
    """The QR poster of the organisation's link is being made; what stands in its slot meanwhile."""
    back = press("link.open", organisation_id)
    return await jobs.order(desk, POSTER, await _asked(desk, organisation_id), slot=POSTER, back=back)


async def order_guide(desk: Desk, organisation_id: int, audience: Addressee) -> Show:
    """The guide for pupils, parents or teachers is being made. Raises NotFound where the programme has no pupils."""
    if audience not in invitations.addressees(desk):
        raise NotFound
    asked = {**await _asked(desk, organisation_id), "audience": audience.value}
    return await jobs.order(desk, GUIDE, asked, slot=f"{GUIDE}:{audience}", back=press("link.guides", organisation_id))


async def make_poster(desk: Desk, job: Job) -> Making:
    """Whose poster it is and until when its link is valid. Raises Forbidden, NotFound, Stale for a link withdrawn."""
    organisation, link, until = await _valid(desk, job)
    return Making(
        qr_poster,
        (organisation.name, link, until, desk.actor.language),
        name="poster.png",
        caption=Say("job-poster", {"organisation": organisation.name}),
        picture=True,
    )


async def make_guide(desk: Desk, job: Job) -> Making:
    """For whom it is, beside what a poster needs; the same refusals."""
    organisation, link, until = await _valid(desk, job)
    audience = Addressee(str(job.arguments["audience"]))
    return Making(
        guide,
        (audience.value, organisation.name, link, until, desk.actor.language),
        name=f"guide-{audience}.pdf",
        caption=Say("guide-of", {"audience": audience.value, "organisation": organisation.name}),
    )


async def _asked(desk: Desk, organisation_id: int) -> dict[str, object]:
    link = await invitations.organisation_link(desk, organisation_id)
    return {"organisation_id": organisation_id, "link": link.url}


async def _valid(desk: Desk, job: Job) -> tuple[Organisation, str, date]:
    """The organisation, the link and its last day there, if both still stand and the actor keeps them."""
    organisation_id, link = int(job.arguments["organisation_id"]), str(job.arguments["link"])
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    invitation = await desk.work.invitations.find(link.rpartition("=")[2])
    if organisation is None or invitation is None or invitation.organisation_id != organisation_id:
        raise NotFound
    if invitation.refusal(desk.now) is not None:
        raise Stale
    return organisation, link, local_date(invitation.expires_at, organisation.zone)

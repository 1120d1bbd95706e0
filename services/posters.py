"""The QR poster of an organisation's link, made as a job: kind `poster`, arguments `organisation_id` and `link`."""

from __future__ import annotations

from mentoring.access import Action, Scope, ensure
from mentoring.clock import local_date
from mentoring.errors import NotFound, Stale
from messaging.replies import Say
from reports.documents import qr_poster
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job


async def make_poster(desk: Desk, job: Job) -> Making:
    """Whose poster it is and until when its link is valid. Raises Forbidden, NotFound, Stale for a link withdrawn."""
    organisation_id, link = int(job.arguments["organisation_id"]), str(job.arguments["link"])
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    invitation = await desk.work.invitations.find(link.rpartition("=")[2])
    if organisation is None or invitation is None or invitation.organisation_id != organisation_id:
        raise NotFound
    if invitation.refusal(desk.now) is not None:
        raise Stale
    until = local_date(invitation.expires_at, organisation.zone)
    return Making(
        qr_poster,
        (organisation.name, link, until, desk.actor.language),
        name="poster.png",
        caption=Say("job-poster", {"organisation": organisation.name}),
        picture=True,
    )

"""The reminder two weeks before help between organisations ends: to both sides and to who proposed it, once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mentoring.clock import at
from mentoring.reminders import MORNING
from mentoring.vertical import ENDS_SOON, OrganisationMentorship
from messaging.replies import Lane, Say
from services import notices
from services.desk import Desk
from services.vertical import audience, open_button, sides


async def duty(desk: Desk) -> datetime | None:
    """Reminds of what ends soon; returns the next moment (UTC) at which something will."""
    if desk.programme.vertical is None:
        return None
    today = desk.today()
    for one in await desk.work.organisation_mentorships.ending(today, today + ENDS_SOON):
        if one.ends is not None and _moment(desk, one.ends) <= desk.now:
            await _remind(desk, one, one.ends)
    last = today + ENDS_SOON - timedelta(days=1)
    later = await desk.work.organisation_mentorships.next_end(last)
    moments = [_moment(desk, later)] if later is not None else []
    further = await desk.work.organisation_mentorships.next_end(last + timedelta(days=1))
    moments += [_moment(desk, further)] if further is not None else []
    return min((moment for moment in moments if moment > desk.now), default=None)


def _moment(desk: Desk, ends: date) -> datetime:
    return at(ends - ENDS_SOON, MORNING, desk.programme.zone)


async def _remind(desk: Desk, one: OrganisationMentorship, ends: date) -> None:
    people = await audience(desk, one, proposer=True)
    keys = {f"vertical:{one.id}:{ends.isoformat()}:{person}": person for person in people}
    unused = await desk.work.meetings.unused(list(keys))
    if not unused:
        return
    names = await desk.work.organisations.many(one.sides)
    text = Say("vertical-ends-soon", {**sides(one, names), "day": ends})
    for key in sorted(unused):
        await notices.to(
            desk,
            keys[key],
            text,
            keyboard=open_button(one),
            lane=Lane.REMINDER,
            key=key,
            due=_moment(desk, ends),
            not_before=desk.programme.quiet.release(desk.now, names[one.mentee_id].zone),
            expires_at=at(ends + timedelta(days=1), time(0), desk.programme.zone),
        )

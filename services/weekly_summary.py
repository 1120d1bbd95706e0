"""Every Monday from 09:00, in the organisation's zone, each curator gets the summary of the calendar week before.

The day's digest stands in it, so that it is one message (services/digest_duty.py).
After a restart or a downtime it is made up for until 21:00 of that Monday; later it is skipped for the week, for the
numbers of the week before are a press away. A curator who got the role after 09:00 gets the next one.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mentoring.access import Actor
from mentoring.clock import at, local_date, monday_of
from mentoring.health import count
from mentoring.people import Membership, Organisation
from mentoring.periods import week_before
from mentoring.roles import Role
from messaging.replies import Button, Lane, Lines, Say, Text, press
from services import digest_duty, health, jobs, notices, summary, summary_files
from services.desk import Desk

FROM, UNTIL = time(9), time(21)
ROOM = 6
"""Buttons that the digest of the day may have in it, beside those of the summary."""
AT_MOST = 5
"""Summaries in one transaction; the rest follow in the next, at once."""


async def weekly_summary(desk: Desk) -> datetime | None:
    """Send what is due; returns the next Monday 09:00 of any organisation (UTC), or now while more is left."""
    moments: list[datetime] = []
    left = AT_MOST
    for organisation in await desk.work.organisations.all():
        monday = monday_of(local_date(desk.now, organisation.zone))
        opens = at(monday, FROM, organisation.zone)
        if desk.now < opens:
            moments.append(opens)
            continue
        moments.append(at(monday + timedelta(weeks=1), FROM, organisation.zone))
        if desk.now >= at(monday, UNTIL, organisation.zone):
            continue
        for curator in await desk.work.memberships.holders(Role.CURATOR, organisation.id):
            if left == 0:
                return desk.now
            left -= await _tell(desk, organisation, curator, opens)
    return min(moments, default=None)


async def _tell(desk: Desk, organisation: Organisation, curator: Membership, opens: datetime) -> bool:
    """Text, picture and table for one curator; False where they have it already or can't be reached."""
    if curator.decided_at is not None and curator.decided_at > opens:
        return False
    monday = local_date(opens, organisation.zone)
    key = f"weekly-summary:{organisation.id}:{curator.person_id}:{monday}"
    actor = await _actor(desk, curator.person_id)
    if actor is None or await desk.work.summary.is_told(key):
        return False
    reader = Desk(desk.work, desk.house, actor, desk.now)
    seen = await summary.view(reader, organisation.id)
    period = week_before(opens, organisation.zone)
    waits, ways = await digest_duty.with_summary(desk, actor, ROOM)
    parts: list[Text] = [Say("summary-weekly"), await summary.told(reader, seen, period)]
    rows: list[tuple[Button, ...]] = [(Button(Say("summary-button"), press("summary.open")),)]
    counted = count(await health.assessed(reader, [organisation.id]))
    if counted.stuck or counted.look:
        parts.append(Say("health-weekly", {"stuck": counted.stuck, "look": counted.look}))
        rows.append((Button(Say("health-all"), press("health.list")),))
    await notices.to(
        desk,
        curator.person_id,
        Lines((*parts, *waits), "\n\n"),
        keyboard=(*rows, *ways),
        lane=Lane.REMINDER,
        key=key,
        due=opens,
        expires_at=at(monday, UNTIL, organisation.zone),
    )
    for kind in (summary_files.CHART, summary_files.ROWS):
        slot = f"{kind}:{organisation.id}:{monday}"
        asked = summary_files.arguments(seen, period)
        await jobs.order_quietly(desk, kind, asked, person_id=curator.person_id, slot=slot)
    return True


async def _actor(desk: Desk, person_id: int) -> Actor | None:
    chat = await desk.work.chats.of_person(person_id)
    return None if chat is None else await desk.work.chats.actor(chat)

"""What falls due about calls for help: after two working days without an answer the curator hears, once."""

from __future__ import annotations

from datetime import datetime

from mentoring.help import LOSES_SENSE, late_at
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.desk import Desk
from storage.help_requests import Late

LIMIT = 200


async def duty(desk: Desk) -> datetime | None:
    """Questions that were taken to a meeting stand as answered once it is planned; late ones go to the curators."""
    await desk.work.help_requests.met()
    listed = await desk.work.help_requests.waiting(desk.now - LOSES_SENSE, LIMIT)
    moments = [(late_at(one.request.asked_at, one.zone), one) for one in listed]
    for due, one in moments:
        if due <= desk.now:
            await _tell(desk, one, due)
    return min((due for due, _ in moments if due > desk.now), default=None)


async def _tell(desk: Desk, one: Late, due: datetime) -> None:
    request = one.request
    wanted = {
        f"help-late:{request.id}:{request.addressee}:{holder.person_id}": holder.person_id
        for holder in await desk.work.memberships.holders(Role.CURATOR, request.organisation_id)
    }
    left = await desk.work.meetings.unused(list(wanted))
    if not left:
        return
    people = await desk.work.people.many({*wanted.values(), request.asked_by})
    asker = people.get(request.asked_by)
    said = {"who": asker.name if asker else "", "question": request.question}
    keyboard = ((Button(Say("help-look"), press("help.card", request.id)),),)
    for key in sorted(left):
        curator = people.get(wanted[key])
        await notices.to(
            desk,
            wanted[key],
            Say("help-told-late", said),
            keyboard=keyboard,
            lane=Lane.REMINDER,
            key=key,
            due=due,
            expires_at=due + LOSES_SENSE,
            not_before=desk.programme.quiet.release(desk.now, (curator.zone if curator else None) or one.zone),
        )

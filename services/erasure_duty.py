"""Erasing what is due: some pages of every table at a tick, so that nobody waits and a kill loses a page at most."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.erasure import Erasure
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.data_log import MUNICIPALITY
from services.desk import Desk

_SOON = timedelta(minutes=1)


async def duty(desk: Desk) -> datetime | None:
    """What is due can't be taken back any more; names are looked for; what is done stands in the register of acts."""
    work = desk.work
    if await work.erasures.begin_due():
        work.forgets = True
    through = await work.erasures.sweep()
    if through is None:
        return await work.erasures.next_due()
    if through:
        work.forgets = True  # what the earlier pages replaced lies in the log until then
    ended = [await _end(desk, each) for each in through]
    return desk.now if all(ended) else desk.now + _SOON


async def _end(desk: Desk, done: Erasure) -> bool:
    if not await desk.work.erasures.end(done):
        return False
    for place in done.places:
        role = Role.CURATOR if place != MUNICIPALITY else Role.COORDINATOR
        keyboard = ((Button(Say("erasure-act-button"), press("acts.file", done.id, place)),),)
        for holder in await desk.work.memberships.holders(role, place or None):
            said = Say("erasure-act-told", {"number": done.number})
            await notices.to(desk, holder.person_id, said, keyboard=keyboard, lane=Lane.REMINDER)
    return True

"""A planned meeting becomes another one: kept, what was proposed about it closed, everybody told."""

from __future__ import annotations

from mentoring.meetings import Meeting
from messaging.replies import Say
from services import meeting_notices, meeting_races
from services.desk import Desk
from services.meeting_occasion import Occasion


async def become(desk: Desk, about: Occasion, after: Meeting, said: Say, accepted: int | None = None) -> Occasion:
    """The occasion with the meeting as it is now; nothing happens where nothing changes.

    `said`: what everybody is told; `accepted`: the proposal that led to it. Raises Stale if somebody was quicker.
    """
    before = about.meeting
    if after == before:
        return about
    if not await desk.work.meetings.change(before, after):
        raise await meeting_races.lost(desk, before.id)
    if accepted is not None:
        await desk.work.meetings.answer_proposal(accepted, accepted=True)
    await desk.work.meetings.close_proposals(before.id)
    changed = about.with_(after)
    await meeting_notices.tell_everybody(desk, changed, said, keyboard=meeting_notices.invitation(changed))
    return changed

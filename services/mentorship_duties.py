"""What falls due about mentorships: questionnaires halfway and at the end, answers that never came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from mentoring.clock import at, local_date
from mentoring.mentorships import MentorshipState
from mentoring.reminders import MORNING
from services import endings, evidence, pairs
from services.desk import Desk
from services.evidence import Stage
from storage.mentorship_dues import Ending, Middle
from surveys.record import RecordState

AT_ONCE = 200
SHORTEST = 28
"""Days a mentorship must last to be asked halfway."""


async def duty(desk: Desk) -> datetime | None:
    """Everything about mentorships that is due; the next moment at which something will be."""
    parts = (_exits, _middles, _closing)
    moments = [moment for part in parts if (moment := await part(desk)) is not None]
    return min(moments, default=None)


async def _exits(desk: Desk) -> datetime | None:
    """Exit questionnaires: after the final meeting, at the latest at 9:00 on the last day (life.exit_due)."""
    by_meeting = await desk.work.mentorships.ended_by_meeting(AT_ONCE, pairs.single_kinds(desk))
    listed = (*by_meeting, *await desk.work.mentorships.next_endings(AT_ONCE))
    endings_by_id = {one.mentorship_id: one for one in reversed(listed)}
    due = [one.mentorship_id for one in endings_by_id.values() if one.final_held or _last_morning(one) <= desk.now]
    for mentorship_id in due:
        await _ask_exit(desk, mentorship_id)
    if len(by_meeting) == AT_ONCE or len(due) >= AT_ONCE:
        return desk.now
    return _next(desk, (_last_morning(one) for one in endings_by_id.values()))


def _last_morning(ending: Ending) -> datetime:
    return at(ending.ends, MORNING, ending.zone)


async def _ask_exit(desk: Desk, mentorship_id: int) -> None:
    mentorship = await desk.work.mentorships.hold(mentorship_id)
    if mentorship is None or mentorship.state is not MentorshipState.ACTIVE or mentorship.exit_asked_at is not None:
        return
    await endings.ask_exit(desk, mentorship)


async def _middles(desk: Desk) -> datetime | None:
    """The interim questionnaire halfway between order and end, at 9:00."""
    listed = await desk.work.mentorships.next_middles(
        evidence.interims(desk), SHORTEST, AT_ONCE, without=pairs.single_kinds(desk)
    )
    due = [one for one in listed if halfway(one) <= desk.now]
    for one in due:
        await evidence.ask(desk, await pairs.pair_of(desk, await pairs.find(desk, one.mentorship_id)), Stage.INTERIM)
    return desk.now if len(due) == AT_ONCE else _next(desk, map(halfway, listed))


def halfway(middle: Middle) -> datetime:
    """9:00 in the organisation's zone on the day in the middle between order and end; UTC."""
    begun = local_date(middle.activated_at, middle.zone)
    return at(begun + (middle.ends - begun) // 2, MORNING, middle.zone)


async def _closing(desk: Desk) -> datetime | None:
    """Questionnaires whose time ran out stand as unanswered."""
    late = await desk.work.responses.overdue(desk.now, AT_ONCE)
    await desk.work.responses.close([record.id for record in late], RecordState.UNANSWERED)
    if len(late) == AT_ONCE:
        return desk.now
    _, closes = await desk.work.responses.next_moments()
    return closes


def _next(desk: Desk, moments: Iterable[datetime]) -> datetime | None:
    return min((moment for moment in moments if moment > desk.now), default=None)

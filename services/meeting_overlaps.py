"""Who has another meeting at the same time: worth a warning to whoever plans, moves or accepts, never a refusal.

Meetings of other mentorships count; nobody learns what they are about.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from mentoring import planning
from mentoring.mentorships import Mentorship
from mentoring.people import short_name
from messaging.replies import Say, Text
from services.desk import Desk


async def busy_at(
    desk: Desk, mentorship: Mentorship, starts_at: datetime, *, except_ids: Collection[int] = ()
) -> tuple[int, ...]:
    """Participants with another meeting then, in the order of the mentorship."""
    return (await busy_at_each(desk, mentorship, (starts_at,), except_ids=except_ids))[starts_at]


async def busy_at_each(
    desk: Desk, mentorship: Mentorship, moments: Sequence[datetime], *, except_ids: Collection[int] = ()
) -> dict[datetime, tuple[int, ...]]:
    """The same for several moments."""
    if not moments:
        return {}
    first, last = min(moments) - planning.LENGTH, max(moments) + planning.LENGTH
    known = await desk.work.meetings.busy(mentorship.people, first, last, except_ids=except_ids)
    found = {moment: set(planning.busy_at(moment, known)) for moment in moments}
    return {moment: tuple(each for each in mentorship.people if each in busy) for moment, busy in found.items()}


async def names(desk: Desk, busy: Sequence[int]) -> str:
    """Their short names."""
    people = await desk.work.people.many(busy)
    return ", ".join(short_name(people[each].name) for each in busy if each in people)


async def warning(
    desk: Desk, mentorship: Mentorship, starts_at: datetime, *, except_ids: Collection[int] = ()
) -> Text | None:
    """A sentence that names who is busy then; None where nobody is."""
    busy = await busy_at(desk, mentorship, starts_at, except_ids=except_ids)
    return Say("meetings-overlap", {"busy": await names(desk, busy)}) if busy else None

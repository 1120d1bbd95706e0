"""Reminders of due dates to both sides, three days before and on the day, computed from rows each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from mentoring import plans_due
from mentoring.clock import at
from mentoring.plans import Item, Plan
from mentoring.plans_due import AHEAD, Due, Reminder
from messaging.replies import Lane, Lines, Say, Text
from services import notices, plans
from services.desk import Desk
from storage.plans_lists import PlanDue

LIMIT = 200
"""So many messages in one call; the next ones follow at once."""
SHOWN = 8
"""Items named in one message; the rest is counted."""
DAY = timedelta(days=1)


async def duty(desk: Desk) -> datetime | None:
    """Sends what is due; returns when the next reminder falls due."""
    today = desk.now.date()
    first, last = today - DAY, today + AHEAD + 2 * DAY  # a local day may be a day off the UTC one on either side
    found = await desk.work.plans.due_between(first, last)
    known = {plan.id: plan for plan in await desk.work.plans.of_mentorships([one.mentorship_id for one in found])}
    reminders = plans_due.planned(await _dues(desk, found, known), desk.now, desk.programme.quiet)
    ready = [one for one in reminders if one.sends_at <= desk.now]
    unused = await desk.work.meetings.unused([one.key for one in ready])
    left = [one for one in ready if one.key in unused]
    for one in left[:LIMIT]:
        await _send(desk, known[one.plan_id], one)
    if len(left) > LIMIT:
        return desk.now
    later = await desk.work.plans.next_due(last)
    moments = [one.sends_at for one in reminders if one.sends_at > desk.now]
    moments += [at(later - AHEAD - DAY, time(0), "UTC")] if later is not None else []
    return min((moment for moment in moments if moment > desk.now), default=None)


async def _dues(desk: Desk, found: Iterable[PlanDue], known: Mapping[int, Plan]) -> list[Due]:
    listed = tuple(found)
    audiences = await desk.work.plans.audiences(listed, desk.today())
    return [Due(one.plan_id, one.agreed_at, known[one.plan_id].kept, audiences.get(one.plan_id, ())) for one in listed]


async def _send(desk: Desk, plan: Plan, one: Reminder) -> None:
    parts: list[Text] = []
    for key, items in (("plans-remind-today", one.today), ("plans-remind-soon", one.soon)):
        if items:
            parts.append(Lines((Say(key), *_lines(plan, items))))
    await notices.to(
        desk,
        one.recipient,
        Lines(tuple(parts), "\n\n"),
        keyboard=plans.open_button(plan),
        slot=f"plan:{plan.id}",
        lane=Lane.REMINDER,
        key=one.key,
        due=one.due,
        expires_at=one.expires_at,
    )


def _lines(plan: Plan, items: tuple[Item, ...]) -> list[Text]:
    shown: list[Text] = [
        Say("plans-remind-item", {"number": plan.number_of(item), "task": item.task}) for item in items[:SHOWN]
    ]
    rest = len(items) - SHOWN
    return [*shown, Say("plans-remind-rest", {"count": rest})] if rest > 0 else shown

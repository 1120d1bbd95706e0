"""Heads hear that the self-audit is open, and are reminded twice before its last day, as long as it is not filled in.

At 9:00 by the clock of the organisation; what has lost its sense by a downtime of a day is skipped.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.audit import reminders
from mentoring.people import Organisation
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from programmes.terms import Span, school_year_of
from services import audit, notices
from services.desk import Desk

DAY = timedelta(days=1)


async def duty(desk: Desk) -> datetime | None:
    """Reminds of what is due; returns the next moment (UTC) at which something will be."""
    if not audit.asked_for(desk):
        return None
    year = school_year_of(desk.today())
    days = audit.days_of(desk, year)
    waiting = await _waiting(desk, year) if days is not None else ()
    if days is None or not waiting:
        return _next_year(desk, year)
    moments = [(moment, each) for each in waiting for moment in reminders(days.first, days.last, each.zone)]
    due = [(moment, each) for moment, each in moments if moment <= desk.now < moment + DAY]
    if due:
        await _remind(desk, due, days)
    return min((moment for moment, _ in moments if moment > desk.now), default=_next_year(desk, year))


async def _waiting(desk: Desk, year: int) -> tuple[Organisation, ...]:
    known = await audit.of_year(desk, year)
    every = await desk.work.organisations.all()
    return tuple(each for each in every if each.kind in desk.programme.organisations and each.id not in known)


def _next_year(desk: Desk, year: int) -> datetime | None:
    """A day before the next one opens: east of the programme's zone it is morning earlier."""
    days = audit.days_of(desk, year + 1)
    if days is None:
        return None
    return datetime(days.first.year, days.first.month, days.first.day, tzinfo=desk.now.tzinfo) - DAY


async def _remind(desk: Desk, due: list[tuple[datetime, Organisation]], days: Span) -> None:
    held = await desk.work.memberships.holders_in(Role.HEAD, [each.id for _, each in due])
    told = [(moment, each, head, _key(moment, each, head)) for moment, each in due for head in held.get(each.id, ())]
    unused = await desk.work.meetings.unused([key for *_, key in told])
    for moment, each, head, key in told:
        if key not in unused:
            continue
        await notices.to(
            desk,
            head,
            Say("audit-remind", {"organisation": each.name, "last": days.last}),
            keyboard=((Button(Say("audit-fill"), press("audit.card", each.id)),),),
            lane=Lane.REMINDER,
            key=key,
            due=moment,
            not_before=desk.programme.quiet.release(desk.now, each.zone),
            expires_at=moment + DAY,
        )


def _key(moment: datetime, each: Organisation, head: int) -> str:
    return f"audit:{each.id}:{head}:{moment.date().isoformat()}"

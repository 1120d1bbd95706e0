"""Reminders of recommendations that wait for an answer: three days before their day and on it, gathered by person.

At 9:00 by the clock of the organisation; what has lost its sense by a downtime of a day is skipped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from mentoring.clock import at, local_date
from mentoring.people import Organisation
from mentoring.recommendations import REMINDED, Recommendation, reminders
from messaging.replies import Button, Lane, Lines, Say, Text, press
from services import notices
from services.desk import Desk
from services.recommendations_writing import LEADERS

DAY = timedelta(days=1)
EARLIEST = max(REMINDED) + DAY
NAMED = 8
"""Recommendations that one message names; the rest are counted."""


async def duty(desk: Desk) -> datetime | None:
    """Reminds of what is due; returns the next moment (UTC) at which something will be."""
    today = desk.now.date()
    listed = await desk.work.recommendations.due_between(today - DAY, today + EARLIEST + DAY)
    places = await desk.work.organisations.many(one.organisation_id for one in listed)
    moments = [
        (moment, one)
        for one in listed
        if one.organisation_id in places
        for moment in reminders(one, places[one.organisation_id].zone)
    ]
    due = [(moment, one) for moment, one in moments if moment <= desk.now < moment + DAY]
    if due:
        await _remind(desk, due, places)
    ahead = [moment for moment, _ in moments if moment > desk.now]
    later = await desk.work.recommendations.next_due(today + EARLIEST + DAY)
    if later is not None:
        ahead.append(datetime.combine(later - EARLIEST, time(0), desk.now.tzinfo))
    return min((moment for moment in ahead if moment > desk.now), default=None)


async def _remind(
    desk: Desk, due: Iterable[tuple[datetime, Recommendation]], places: Mapping[int, Organisation]
) -> None:
    held = [await desk.work.memberships.holders_in(role, places) for role in LEADERS]
    gathered: dict[tuple[int, date], dict[int, tuple[datetime, Recommendation]]] = defaultdict(dict)
    for moment, one in due:
        day = local_date(moment, places[one.organisation_id].zone)
        for person in {person for by in held for person in by.get(one.organisation_id, ())}:
            gathered[person, day][one.id] = (moment, one)
    unused = await desk.work.meetings.unused([_key(*whose) for whose in gathered])
    people = await desk.work.people.many(person for person, _ in gathered)
    for (person, day), found in gathered.items():
        if _key(person, day) in unused:
            first = next(one for _, one in found.values())
            zone = people[person].zone or places[first.organisation_id].zone
            await _tell(desk, person, day, [found[each] for each in sorted(found)], zone)


async def _tell(desk: Desk, person: int, day: date, found: list[tuple[datetime, Recommendation]], zone: str) -> None:
    moment = min(moment for moment, _ in found)
    listed = [one for _, one in found]
    lines: list[Text] = [Say("recommendation-remind", {"count": len(listed)})]
    lines += [Say("recommendation-remind-line", {"title": one.title, "due": one.due}) for one in listed[:NAMED]]
    only = press("recommendation.card", listed[0].id) if len(listed) == 1 else press("recommendations.own")
    await notices.to(
        desk,
        person,
        Lines(tuple(lines)),
        keyboard=((Button(Say("recommendation-open"), only),),),
        lane=Lane.REMINDER,
        key=_key(person, day),
        due=moment,
        not_before=desk.programme.quiet.release(desk.now, zone),
        expires_at=at(day + DAY, time(0), zone),
    )


def _key(person: int, day: date) -> str:
    return f"recommendations:{person}:{day.isoformat()}"

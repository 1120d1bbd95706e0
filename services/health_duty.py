"""The curator hears of mentorships that have become stuck: in one message a day at most, by day.

What becomes of a mentorship without a meeting is known beforehand, so an organisation is looked at on the first day on
which one of its own may be stuck, and at the latest after a week.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from mentoring import health as rules
from mentoring.clock import at, local_date
from mentoring.health import Facts, State
from mentoring.people import Organisation
from mentoring.roles import Role
from messaging.replies import Button, Lane, Lines, Say, press
from services import health, notices, pairs
from services.desk import Desk
from services.pairs import Pair, full_names

HOUR = time(10)
SHOWN = 5
AT_LATEST = timedelta(days=7)
AT_MOST = 20
"""Organisations in one transaction; the rest follow at once."""


async def duty(desk: Desk) -> datetime | None:
    """Tell whoever is to be told; returns the next moment at which an organisation is looked at."""
    moments: list[datetime] = []
    looked = 0
    for organisation in await desk.work.organisations.all():
        due = await _due(desk, organisation)
        leaves = desk.programme.quiet.release(max(due, desk.now), organisation.zone)
        if leaves <= desk.now:
            if looked == AT_MOST:
                return desk.now
            looked += 1
            leaves = at(await _look(desk, organisation), HOUR, organisation.zone)
        moments.append(leaves)
    return min(moments, default=None)


async def _due(desk: Desk, organisation: Organisation) -> datetime:
    """When the organisation is looked at next."""
    named = await desk.work.facts.get(_fact("next", organisation.id))
    day = date.fromisoformat(named) if named else local_date(desk.now, organisation.zone)
    return at(day, HOUR, organisation.zone)


async def _look(desk: Desk, organisation: Organisation) -> date:
    """Tell of those that became stuck since the last time; the day of the next look."""
    today = local_date(desk.now, organisation.zone)
    told = await desk.work.facts.get(_fact("told", organisation.id))
    last = date.fromisoformat(told) if told else date.min
    found = await health.facts(desk, [organisation.id])
    fresh = [one.mentorship_id for one in found if _became_stuck(desk, one, last, today)]
    if fresh:
        await _tell(desk, organisation, fresh, today)
    following = _next(desk, found, today)
    await desk.work.facts.set(_fact("told", organisation.id), today.isoformat())
    await desk.work.facts.set(_fact("next", organisation.id), following.isoformat())
    return following


def _became_stuck(desk: Desk, one: Facts, last: date, today: date) -> bool:
    limits = health.limits(desk)
    since = rules.stuck_from(one, limits)
    return since is not None and since > last and rules.assess(one, limits, today).state is State.STUCK


def _next(desk: Desk, found: Iterable[Facts], today: date) -> date:
    days = (rules.stuck_from(one, health.limits(desk)) for one in found)
    return min((day for day in days if day is not None and today < day < today + AT_LATEST), default=today + AT_LATEST)


async def _tell(desk: Desk, organisation: Organisation, ids: Collection[int], today: date) -> None:
    """One message to each curator: how many, the first of them by name, the way to all."""
    shown = await pairs.pairs_of(desk, await desk.work.mentorships.many(list(ids)[:SHOWN]))
    lines = [Say("health-stuck-head", {"count": len(ids)}), *(_line(pair) for pair in shown)]
    lines += [Say("health-stuck-more", {"count": len(ids) - SHOWN})] if len(ids) > SHOWN else []
    button = Button(Say("health-look-at"), press("health.card", next(iter(ids)))) if len(ids) == 1 else None
    every = Button(Say("health-all"), press("health.list"))
    for holder in await desk.work.memberships.holders(Role.CURATOR, organisation.id):
        person = (await desk.work.people.many([holder.person_id])).get(holder.person_id)
        leaves = desk.programme.quiet.release(desk.now, (person.zone if person else None) or organisation.zone)
        await notices.to(
            desk,
            holder.person_id,
            Lines(tuple(lines)),
            keyboard=((button,), (every,)) if button else ((every,),),
            lane=Lane.REMINDER,
            key=f"health-stuck:{organisation.id}:{holder.person_id}:{today}",
            due=desk.now,
            expires_at=desk.now + AT_LATEST,
            not_before=leaves if leaves > desk.now else None,
        )


def _line(pair: Pair) -> Say:
    mentorship = pair.mentorship
    mentors = full_names(pair.people[one] for one in mentorship.mentors if one in pair.people)
    mentees = full_names(pair.people[one] for one in mentorship.mentees if one in pair.people)
    return Say("health-stuck-line", {"mentors": mentors, "mentees": mentees})


def _fact(name: str, organisation_id: int) -> str:
    return f"health-{name}:{organisation_id}"

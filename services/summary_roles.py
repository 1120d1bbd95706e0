"""What a summary says beside its numbers, to whom it is work: orders, indicators, people alone, signals, quiet places.

The coordinator hears where nobody meets and what is late; a head what waits for an order and how indicators stand; the
psychologist who has no mentor and which answers ask for a talk. Each line follows from the rights of the reader.
"""

from __future__ import annotations

from mentoring.access import Action, places
from mentoring.periods import Period
from mentoring.roles import Role
from messaging.replies import Say, Text
from programmes import reporting
from services import indicators, roadmap, roadmap_late
from services.desk import Desk

MOST = 100
"""So many of each are counted."""
NAMED = 3
"""Organisations that are named; the others are counted."""


async def told(desk: Desk, organisation_id: int | None, period: Period) -> tuple[Text, ...]:
    """Lines for the actor; asks no rights to the summary itself."""
    if organisation_id is None:
        return (*await _quiet(desk, period), *await _late(desk))
    found: list[Text] = []
    if organisation_id in places(desk.actor, Action.MAKE_REPORT):
        waiting = await desk.work.mentorships.awaiting_order(organisation_id, MOST)
        found += [Say("summary-orders", {"count": len(waiting)})] if waiting else []
    if organisation_id in desk.actor.organisations(Role.HEAD):
        found += await _indicators(desk, organisation_id)
    if organisation_id in desk.actor.organisations(Role.PSYCHOLOGIST):
        found += await _cares(desk, organisation_id)
    return tuple(found)


async def _quiet(desk: Desk, period: Period) -> list[Text]:
    """Organisations with pairs at work none of which has met in the period."""
    every = {each.id: each.name for each in await desk.work.organisations.all()}
    active = await desk.work.comparison.active(every, period)
    met = await desk.work.comparison.met(every, period)
    names = [name for place, name in every.items() if active.get(place) and not met.get(place)]
    if not names:
        return []
    more = len(names) - NAMED
    return [Say("summary-quiet", {"count": len(names), "names": ", ".join(names[:NAMED]), "more": max(more, 0)})]


async def _late(desk: Desk) -> list[Text]:
    """Milestones of organisations that are late."""
    if not desk.programme.roadmap:
        return []
    listed = [each for each in await roadmap.every(desk) if each.organisation is not None]
    late = await roadmap_late.late_items(desk, listed)
    concerned = len({each.place.id for each in late})
    return [Say("summary-late", {"count": len(late), "places": concerned})] if late else []


async def _indicators(desk: Desk, organisation_id: int) -> list[Text]:
    """By how many indicators with a plan it is reached."""
    if reporting.current(desk.programme, desk.today()) is None:
        return []
    lines = (await indicators.standing(desk, organisation_id)).lines
    judged = [each.standing.met for each in lines if each.standing.met is not None]
    return [Say("summary-indicators", {"met": sum(judged), "count": len(judged)})] if judged else []


async def _cares(desk: Desk, organisation_id: int) -> list[Text]:
    """Mentees without a mentor, and answers that ask for a talk and that nobody has seen."""
    _, alone = await desk.work.candidates.unmatched([organisation_id], offset=0, limit=1)
    alarms, _ = await desk.work.alarms.page([organisation_id], desk.actor.person_id or 0, limit=MOST)
    unseen = sum(each.seen_at is None for each in alarms)
    said = (("summary-unmatched", alone), ("summary-alarms", unseen))
    return [Say(key, {"count": count}) for key, count in said if count]

"""What a coordinator may not see of the means in summaries.

A mean over fewer than five people is hidden, and with it whatever it could be worked out from: the municipality's mean
stands in one summary, each organisation's in another, so the total less the others would tell the one that is hidden
(docs/glossary.md#personal-data; `mentoring.small_groups`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from mentoring.comparison import OTHER, by_role, unshown
from mentoring.periods import Period
from mentoring.satisfaction import NO_MARKS, SMALL_GROUP, Tally
from mentoring.small_groups import Cell, hide_small
from services.desk import Desk
from storage.marks import Measured

CERTAIN = 10 * SMALL_GROUP
"""With so many places of people behind a mean, there are enough people: nobody takes part in ten ways."""


async def tallies(
    desk: Desk, organisation_id: int | None, period: Period, groups: Mapping[str, Collection[Measured]]
) -> dict[str, tuple[Tally, Tally]]:
    """The marks of the period and of the one before, as `Summary.tallies` has them; nobody behind those hidden."""
    every = [each.id for each in await desk.work.organisations.all()]
    counted = await desk.work.summary.tallies_by_place(every, period, groups)
    found = {key: _own(by_place, organisation_id) for key, by_place in counted.items()}
    if any(own.people < CERTAIN for own in found.values()):
        ids = every if organisation_id is None else [organisation_id]
        exact = await desk.work.summary.tallies(ids, period, groups)
        found = {(name, now): exact[name][0 if now else 1] for name, now in found}
    for (name, now), by_place in counted.items():
        if organisation_id in unshown(by_role(by_place)):
            found[name, now] = replace(found[name, now], people=0)
    return {name: (found.get((name, True), NO_MARKS), found.get((name, False), NO_MARKS)) for name in groups}


async def by_place(
    desk: Desk, period: Period, groups: Mapping[str, Collection[Measured]]
) -> dict[str, dict[int | None, Tally]]:
    """The marks of the period by organisation and (None) of all; nobody behind those that the coordinator may not see.

    What is hidden here is hidden in each organisation's own summary, too.
    """
    every = [each.id for each in await desk.work.organisations.all()]
    counted = await desk.work.summary.tallies_by_place(every, period, groups)
    found: dict[str, dict[int | None, Tally]] = {}
    unsure: set[int] = set()
    for name in groups:
        parts = by_role(counted.get((name, True), {}))
        hidden = unshown(parts)
        places = ((place, _own(parts, place)) for place in (None, *{place for place, _ in parts}))
        found[name] = {place: replace(one, people=0) if place in hidden else one for place, one in places}
        unsure |= {place for place, one in found[name].items() if place is not None and 0 < one.people < CERTAIN}
    exact = await desk.work.summary.tallies_of_places(unsure, period, groups) if unsure else {}
    for name, by_organisation in exact.items():
        for place, one in by_organisation.items():
            if one.people < SMALL_GROUP:
                found[name][place] = replace(found[name][place], people=0)
    return found


async def weeks(desk: Desk, organisation_id: int | None, bounds: Sequence[datetime], marks: Measured) -> frozenset[int]:
    """Numbers of the spans between two neighbours of `bounds` whose mean mark is hidden."""
    every = [each.id for each in await desk.work.organisations.all()]
    counted = await desk.work.summary.marks_by_place(every, bounds, marks)
    hidden = {
        span
        for span, by_place in counted.items()
        if organisation_id in unshown({(place, OTHER): tally for place, tally in by_place.items()})
    }
    own = {
        span: _own({(place, None): one for place, one in found.items()}, organisation_id).people
        for span, found in counted.items()
    }
    cells = [Cell((str(span),), people) for span, people in own.items() if people]
    total = Cell((None,), sum(own.values()))
    beside = hide_small([*cells, total]) if cells else ()  # a month's mean less its other weeks would tell a week
    return frozenset(hidden | {int(each.keys[0]) for each in beside if each.hidden and each.keys[0] is not None})


def _own(by_place: Mapping[tuple[int, Any], Tally], organisation_id: int | None) -> Tally:
    found = NO_MARKS
    for (place, _), tally in by_place.items():
        if organisation_id is None or place == organisation_id:
            found += tally
    return found

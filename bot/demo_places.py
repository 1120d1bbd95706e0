"""The organisations of the demo's town, and the numbers that they know of themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import cycle

from bot.demo_town import Town
from mentoring.numerators import Level
from mentoring.people import Organisation
from mentoring.roadmap import Kept, MilestoneState
from mentoring.roles import Role
from programmes.agenda import agenda
from programmes.programme import Programme
from services import first_steps
from storage.work import Work

_USUAL = 50


async def found(work: Work, programme: Programme, town: Town) -> list[int]:
    """Adds the organisations; gives their ids in the town's order. They are at work: first steps are behind them."""
    made = [await work.organisations.add(place.name, place.kind, programme.zone) for place in town.places]
    for organisation in made:
        await work.facts.set(first_steps.fact(organisation.id), first_steps.AWAY)
    return [organisation.id for organisation in made]


async def type_in(work: Work, programme: Programme, town: Town, organisation_id: int | None, by: int) -> None:
    """Enters what shares are taken of, at an organisation or (None) in the municipality."""
    level = Level.MUNICIPALITY if organisation_id is None else Level.ORGANISATION
    known = [each.denominator for each in programme.indicators if each.denominator is not None]
    for name in sorted({each.id for each in known if each.level is level}):
        value = town.numbers.get(name, _USUAL)
        await work.indicators.enter(organisation_id, name, value, work.now.date(), town.source, by=by)


async def keep_up(
    work: Work, programme: Programme, town: Town, ids: Sequence[int], people: Mapping[int, int], since: date
) -> None:
    """Marks what the roadmap has asked for since a day as done by coordinator and curators; all but those of the first
    organisation are late with one thing. `people`: ids by chat."""
    known = await work.organisations.many(ids)
    for soul in town.staff:
        if soul.role in (Role.CURATOR, Role.COORDINATOR):
            place = known[ids[soul.places[0]]] if soul.places else None
            late = place is not None and soul.places[0] != town.couples[0].place
            await _keep_up(work, programme, town, place, people[soul.chat], since, late=late)


async def _keep_up(
    work: Work, programme: Programme, town: Town, organisation: Organisation | None, by: int, since: date, *, late: bool
) -> None:
    today = work.now.date()
    place = organisation.id if organisation else None
    asked = [
        (each, each.milestone.days.last)
        for each in agenda(programme, organisation.kind if organisation else None)
        if each.milestone.days is not None
    ]
    over = [each for each, last in asked if since <= last < today]
    notes = cycle(town.works["notes"])
    for each in over[:-1] if late else over:
        done = Kept(each.code(place), place, each.milestone.row.id, MilestoneState.DONE, by, work.now, note=next(notes))
        await work.milestones.put(None, done)

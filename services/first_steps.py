"""The first steps of a curator: how far each of their organisations is; all done or put away, they show no more."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Actor, Scope, ensure, places
from mentoring.errors import Forbidden, NotFound
from mentoring.first_steps import Step
from mentoring.people import Organisation
from services.desk import Desk

AWAY = "away"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an organisation is."""

    organisation: Organisation
    done: frozenset[Step]

    @property
    def complete(self) -> bool:
        return len(self.done) == len(Step)


async def unfinished(desk: Desk) -> tuple[Progress, ...]:
    """Of the actor's organisations those with steps left that nobody has put away; none for who is no curator."""
    known = await desk.work.organisations.many(_own(desk.actor)) if _own(desk.actor) else {}
    found = [Progress(each, await desk.work.first_steps.done(each.id)) for each in known.values()]
    return tuple([one for one in found if not one.complete and not await _is_away(desk, one.organisation.id)])


async def listed(desk: Desk) -> tuple[Progress, ...]:
    """The same for the screen; Forbidden for who is no curator."""
    if not _own(desk.actor):
        raise Forbidden
    return await unfinished(desk)


async def progress(desk: Desk, organisation_id: int) -> Progress:
    """Of one organisation, put away or not. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    return Progress(organisation, await desk.work.first_steps.done(organisation_id))


async def put_away(desk: Desk, organisation_id: int) -> None:
    """For every curator of the organisation. Raises Forbidden."""
    ensure(desk.actor, Action.MANAGE_LINKS, Scope(organisation_id=organisation_id))
    await desk.work.facts.set(fact(organisation_id), AWAY)


async def _is_away(desk: Desk, organisation_id: int) -> bool:
    return await desk.work.facts.get(fact(organisation_id)) == AWAY


def _own(actor: Actor) -> tuple[int, ...]:
    return tuple(places(actor, Action.MANAGE_LINKS))


def fact(organisation_id: int) -> str:
    """The fact that is `AWAY` once a curator has put the list away."""
    return f"first-steps:{organisation_id}"

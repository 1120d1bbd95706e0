"""In which organisations the actor may do something: what a screen asks first."""

from __future__ import annotations

from mentoring.access import Action, everywhere, places
from mentoring.errors import Forbidden
from mentoring.people import Organisation
from services.desk import Desk


async def where(desk: Desk, action: Action) -> tuple[Organisation, ...]:
    """The actor's own organisations where `action` is allowed, by name. Raises Forbidden if there is none."""
    own = places(desk.actor, action)
    if not own:
        raise Forbidden
    found = await desk.work.organisations.many(own)
    return tuple(sorted(found.values(), key=lambda each: each.turn))


async def anywhere(desk: Desk, action: Action) -> tuple[Organisation, ...]:
    """All organisations for whom `action` is allowed everywhere, else their own, by name. Raises Forbidden for none."""
    return await desk.work.organisations.all() if everywhere(desk.actor, action) else await where(desk, action)

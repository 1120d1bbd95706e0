"""Who may be named to everybody at this moment: one question for the board, practices, events and awards."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.consents import may_be_named
from mentoring.people import Person
from services.desk import Desk


async def published(desk: Desk, people: Iterable[Person]) -> frozenset[int]:
    """Ids of those of them who consent to their name being published, each on the day of their own zone."""
    known = {one.id: one for one in people}
    givers, guardians = await desk.work.consents.publishers(tuple(known))
    return frozenset(
        one.id for one in known.values() if may_be_named(one, givers[one.id], guardians[one.id], desk.today(one.zone))
    )

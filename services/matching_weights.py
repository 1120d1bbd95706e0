"""How much each part of the score counts in a matching, as the curator sets it."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import Invalid, Stale
from mentoring.matching_weights import Part, Strength, settable, shares
from services.desk import Desk
from services.matching_access import Seen, changeable, find


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts in a matching: per cent of every part, and the parts that may be set (none once it is published)."""

    seen: Seen
    shares: dict[Part, int]
    settable: tuple[Part, ...]


async def look(desk: Desk, matching_id: int) -> Counting:
    """What counts now."""
    seen = await find(desk, matching_id)
    matching = seen.matching
    parts = settable(matching.form) if matching.changeable else ()
    return Counting(seen, dict(shares(matching.form, matching.strengths)), parts)


async def choose(desk: Desk, matching_id: int, part: Part) -> Seen:
    """The matching whose part is to be set; Invalid for a part that its form does not have."""
    seen = await changeable(desk, matching_id)
    if part not in settable(seen.matching.form):
        raise Invalid("match-weight-other")
    return seen


async def put(desk: Desk, matching_id: int, part: Part, strength: Strength) -> Counting:
    """Lets a part count more or less from the next computation on. Stale where somebody has published it."""
    await choose(desk, matching_id, part)
    if not await desk.work.matchings.set_strength(matching_id, part, strength):
        raise Stale("match-gone-published")
    return await look(desk, matching_id)

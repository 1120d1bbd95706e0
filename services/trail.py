"""The trail of a mentorship: noted with every change, read by curators and heads, told to whoever came too late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.pages import pages_of
from services import pairs
from services.desk import Desk
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.trail import Trace

PAGE = 8
_MADE: Mapping[MentorshipState, str] = {
    MentorshipState.ACTIVE: "fixed",
    MentorshipState.COMPLETED: "completed",
    MentorshipState.ENDED_EARLY: "ended_early",
    MentorshipState.DECLINED: "declined",
}
"""The event that brought a mentorship into a state."""


@dataclass(frozen=True, slots=True)
class Line:
    """What happened; `who` None: it came about by itself, or its person is gone."""

    event: str
    at: datetime
    who: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of a mentorship's trail, the newest first."""

    pair: Pair
    lines: tuple[Line, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def note(desk: Desk, mentorship: Mentorship, event: str, **details: Any) -> None:
    """Keeps that the actor did `event` to a mentorship now; `details` are what JSON holds."""
    await desk.work.trail.add(
        SUBJECT,
        mentorship.id,
        event,
        actor_id=desk.actor.person_id,
        organisation_id=mentorship.organisation_id,
        details=details,
    )


async def page(desk: Desk, mentorship_id: int, number: int) -> TrailPage:
    """Who did what, for those who may see it; a page past the end is the last one."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_TRAIL, Scope.of(mentorship))
    found, total = await desk.work.trail.page(SUBJECT, mentorship_id, offset=max(number, 0) * PAGE, limit=PAGE)
    if not found and number > 0:
        return await page(desk, mentorship_id, max(0, -(-total // PAGE) - 1))
    people = await desk.work.people.many(one.actor_id for one in found if one.actor_id is not None)
    names = {person.id: person.name for person in people.values()}
    told = allowed(desk.actor, Action.END_MENTORSHIP, Scope.of(mentorship))
    lines = tuple(
        Line(one.event, one.at, names.get(one.actor_id or 0), one.details if told else _unworded(one.details))
        for one in found
    )
    return TrailPage(await pairs.pair_of(desk, mentorship), lines, max(number, 0), total)


def _unworded(details: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what somebody wrote for the curator alone."""
    return {name: value for name, value in details.items() if name != "words"}


async def newest(desk: Desk, mentorship_id: int, *events: str) -> Trace | None:
    """The last of these events, if there was any."""
    return next((one for one in await desk.work.trail.of(SUBJECT, mentorship_id) if one.event in events), None)


async def overtaken(desk: Desk, mentorship_id: int) -> Stale:
    """What became of a mentorship while somebody was looking, and by whom: for curators."""
    mentorship = await pairs.find(desk, mentorship_id)
    event = _MADE.get(mentorship.state)
    if event is None:
        return Stale("refusal-not-agreed")
    made = await newest(desk, mentorship_id, event)
    who = await desk.work.people.get(made.actor_id) if made is not None and made.actor_id is not None else None
    mine = who is not None and who.id == desk.actor.person_id
    return Stale(
        "pairs-overtaken",
        what=event,
        number=mentorship.order.number if mentorship.order else "",
        who="mine" if mine else who.name if who is not None else "none",
        when=made.at if made is not None else desk.now,
    )

"""Finding a matching for who may work with it: the first step of everything that is done to one."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.matching_records import OPEN_MATCHING, Matching, MatchingState, Proposal
from mentoring.people import Organisation
from services.desk import Desk

_GONE = {
    MatchingState.PUBLISHING: "match-gone-published",
    MatchingState.PUBLISHED: "match-gone-published",
    MatchingState.DROPPED: "match-gone-dropped",
}
"""What has happened to a matching that may not be changed any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A matching with its organisation."""

    matching: Matching
    organisation: Organisation


async def find(desk: Desk, matching_id: int, action: Action = Action.MATCH) -> Seen:
    """The matching; NotFound if there is none, Forbidden for another organisation's."""
    matching = await desk.work.matchings.get(matching_id)
    if matching is None:
        raise NotFound
    ensure(desk.actor, action, Scope(matching.organisation_id))
    organisation = await desk.work.organisations.get(matching.organisation_id)
    if organisation is None:
        raise NotFound
    return Seen(matching, organisation)


async def changeable(desk: Desk, matching_id: int) -> Seen:
    """The same for a change; Stale tells what happened to it since."""
    seen = await find(desk, matching_id)
    if seen.matching.state not in OPEN_MATCHING:
        raise Stale(_GONE[seen.matching.state])
    return seen


async def proposal(desk: Desk, matching_id: int, mentee_id: int) -> Proposal:
    """What stands for a mentee; Stale where a new computation or another curator has taken it away."""
    found = await desk.work.matchings.proposal(matching_id, mentee_id)
    if found is None:
        raise Stale("match-gone-pair")
    return found


async def open_proposal(desk: Desk, matching_id: int, mentee_id: int) -> Proposal:
    """The same for a change: Stale once it was proposed to the two."""
    found = await proposal(desk, matching_id, mentee_id)
    if found.mentorship_id is not None:
        raise Stale("match-gone-proposed")
    return found


def ensure_known(desk: Desk, matching: Matching) -> None:
    """Form, role model and kind are still the programme's; Invalid once its file was changed."""
    try:
        desk.programme.role_model(matching.form, matching.role_model)
        desk.programme.kind(matching.kind)
    except KeyError:
        raise Invalid("match-programme-changed") from None

"""Who may, by a row's words and the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mentoring.access import Action, Actor, allowed, places, somewhere
from mentoring.people import MembershipState
from mentoring.roles import PARTICIPANTS, Role
from tests.access.municipality import Pair

Judge = Callable[[Actor, Pair], bool]


def _here(actor: Actor, pair: Pair) -> bool:
    return any(each.organisation_id == pair.place.id for each in actor.approved)


WORDS: Mapping[str, Judge] = {
    "anyone": lambda actor, pair: True,
    "registered": lambda actor, pair: actor.person is not None,
    "member": lambda actor, pair: bool(actor.approved),
    "member here": _here,
    "known here": lambda actor, pair: any(each.organisation_id == pair.place.id for each in actor.memberships),
    "guardian": lambda actor, pair: bool(actor.wards),
    "participant": lambda actor, pair: bool(actor.roles & PARTICIPANTS),
    "a mentor": lambda actor, pair: Role.MENTOR in actor.roles,
    "staff or mentor": lambda actor, pair: bool(
        actor.roles & {Role.CURATOR, Role.PSYCHOLOGIST, Role.HEAD, Role.MENTOR}
    ),
    "the mentee": lambda actor, pair: actor.person_id == pair.mentee.id,
    "the mentor": lambda actor, pair: actor.person_id == pair.mentor.id,
    "without Telegram": lambda actor, pair: pair.mentee.telegram_id is None,
}
"""What is no right of a role: one's own things, and doors whose list is one's own."""


def may(actor: Actor, pair: Pair, row: str) -> bool:
    """Whether the row lets the actor get at the things of the pair."""
    return any(all(_holds(actor, pair, each) for each in one.split(" & ")) for one in row.split(" + "))


def left(actor: Actor) -> bool:
    """Whether a role was taken from them."""
    return any(each.state is MembershipState.LEFT for each in actor.memberships)


def _holds(actor: Actor, pair: Pair, term: str) -> bool:
    if term.startswith("not "):
        return not _holds(actor, pair, term.removeprefix("not "))
    if term in WORDS:
        return WORDS[term](actor, pair)
    name, scope = term.split("@")
    action = Action(name)
    if scope == "somewhere":
        return somewhere(actor, action)
    return bool(places(actor, action)) if scope == "places" else allowed(actor, action, pair.scopes[scope])

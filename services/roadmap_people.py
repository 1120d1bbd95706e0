"""Who answers for a milestone in its place: who is reminded of it, and whom its card names."""

from __future__ import annotations

from mentoring.roles import Role
from services.executors import Standing as Executors
from services.executors import municipal
from services.roadmap import Item

STAFF = frozenset({Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST, Role.COORDINATOR})
_LEADERS = (Role.HEAD, Role.CURATOR)


def hears(stand: Executors, item: Item) -> tuple[int, ...]:
    """Ids of those who are reminded, each once.

    Whoever is appointed by name, else the staff among the roles. All mentors of a school hear only of what is theirs
    alone; what is nobody's, or of people who do not work with the bot, goes to the leaders of the place.
    """
    named = {one for name in item.responsible for one in answerable(stand, item, name)}
    if named:
        return tuple(sorted(named))
    mentors = {one for name in item.responsible for one in _by_role(stand, item, name, frozenset({Role.MENTOR}))}
    return tuple(sorted(mentors)) or leaders(stand, item)


def answerable(stand: Executors, item: Item, executor: str) -> tuple[int, ...]:
    """Those who are appointed for an executor in the milestone's place, else the staff with one of its roles."""
    found = stand.programme.executor(executor)
    if not stand.people(executor, item.place.organisation):
        return ()
    place = None if municipal(found) else item.place.id
    return stand.appointed.get(place, {}).get(executor, ()) or _by_role(stand, item, executor, STAFF)


def leaders(stand: Executors, item: Item) -> tuple[int, ...]:
    """Head and curators of an organisation; of the municipality the coordinators."""
    roles = (Role.COORDINATOR,) if item.place.id is None else _LEADERS
    return tuple(dict.fromkeys(one for role in roles for one in stand.holders.get((item.place.id, role), ())))


def _by_role(stand: Executors, item: Item, executor: str, roles: frozenset[Role]) -> tuple[int, ...]:
    found = stand.programme.executor(executor)
    if not stand.people(executor, item.place.organisation) or (municipal(found) and item.place.id is not None):
        return ()
    held = (stand.holders.get((item.place.id, role), ()) for role in sorted(found.roles & roles))
    return tuple(dict.fromkeys(one for people in held for one in people))

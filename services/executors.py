"""Who stands for the executors that the programme names: appointed people, else whoever has one of their roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, everywhere
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.people import MembershipState, Organisation, Person
from mentoring.roles import Category, Role
from programmes.parts import Executor
from programmes.programme import Programme
from services import allowed_places
from services.desk import Desk

PAGE = 8
_PEOPLE = 6
"""People on a page, each on a button of their own beside «back» and the menu."""
OF_MUNICIPALITY = (Role.COORDINATOR,)
OF_ORGANISATION = (Role.HEAD, Role.CURATOR, Role.PSYCHOLOGIST, Role.MENTOR)
"""Whose people may be appointed: those who may say of a milestone that it is done (mentoring/access.py)."""
Place = int | None
"""An organisation's id; None: the municipality."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands for the executors in some organisations and in the municipality, looked up once."""

    programme: Programme
    appointed: Mapping[Place, Mapping[str, tuple[int, ...]]]
    holders: Mapping[tuple[Place, Role], tuple[int, ...]]

    def people(self, executor: str, organisation: Organisation | None) -> tuple[int, ...]:
        """Ids of those who stand for an executor: for an organisation (also the municipality's executors), each once.

        Nobody, if the executor is unknown, of other kinds of organisations, or of organisations where it is about the
        municipality (None).
        """
        found = next((one for one in self.programme.executors if one.id == executor), None)
        if found is None or not _concerned(found, organisation):
            return ()
        place = None if municipal(found) or organisation is None else organisation.id
        named = self.appointed.get(place, {}).get(executor, ())
        if named:
            return named
        roles = sorted(found.roles)
        return tuple(dict.fromkeys(one for role in roles for one in self.holders.get((place, role), ())))

    def behind(self, executors: Iterable[str], organisation: Organisation | None) -> tuple[int, ...]:
        """The same of several executors, each person once."""
        return tuple(dict.fromkeys(one for name in executors for one in self.people(name, organisation)))


def municipal(executor: Executor) -> bool:
    """Whether it is an executor of the municipality: the coordinator stands for it, and no organisation's people."""
    return executor.roles <= set(OF_MUNICIPALITY)


async def standing(desk: Desk, organisations: Iterable[Organisation]) -> Standing:
    """Looks up everybody who stands for an executor there and in the municipality; a few queries for all of them."""
    work, ids = desk.work, [each.id for each in organisations]
    appointed = await work.appointments.of_many((None, *ids))
    known = await work.memberships.of_people(
        {person for named in appointed.values() for people in named.values() for person in people}
    )
    there = {
        (one.organisation_id, one.person_id)
        for found in known.values()
        for one in found
        if one.state is MembershipState.APPROVED
        and one.role in (OF_ORGANISATION if one.organisation_id else OF_MUNICIPALITY)
    }
    named: dict[Place, dict[str, tuple[int, ...]]] = {
        place: {executor: tuple(one for one in people if (place, one) in there) for executor, people in by.items()}
        for place, by in appointed.items()
    }
    return Standing(desk.programme, named, await _holders(desk, ids))


async def _holders(desk: Desk, ids: list[int]) -> dict[tuple[Place, Role], tuple[int, ...]]:
    found: dict[tuple[Place, Role], tuple[int, ...]] = {}
    for role in sorted({role for executor in desk.programme.executors for role in executor.roles}):
        if role in OF_MUNICIPALITY:
            holders = await desk.work.memberships.holders(role, None)
            found[None, role] = tuple(dict.fromkeys(one.person_id for one in holders))
        else:
            held = await desk.work.memberships.holders_in(role, ids)
            found |= {(place, role): people for place, people in held.items()}
    return found


def _concerned(executor: Executor, organisation: Organisation | None) -> bool:
    if organisation is None:
        return municipal(executor)
    return not executor.organisations or organisation.kind in executor.organisations


# --- appointing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed:
    """The executors of a place (`organisation` None: of the municipality), each with those appointed by name."""

    organisation: Organisation | None
    executors: tuple[tuple[Executor, tuple[Person, ...]], ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom one executor may be given to: a page of people with whether they stand for it."""

    organisation: Organisation | None
    executor: Executor
    people: tuple[tuple[Person, bool], ...]
    page: int
    pages: int


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor appoints people; none: in the municipality. Raises Forbidden where they appoint nobody."""
    if everywhere(desk.actor, Action.PLAN_MILESTONE):
        return ()
    return await allowed_places.where(desk, Action.PLAN_MILESTONE)


async def listed(desk: Desk, organisation_id: int, page: int = 0) -> Listed:
    """For the coordinator (organisation 0: the municipality), the curator and the head; a page past the end is the
    last one. Raises Forbidden, NotFound."""
    place = await _place(desk, organisation_id)
    wanted = _executors(desk, place)
    page, pages = _page(page, len(wanted))
    shown = wanted[page * PAGE : (page + 1) * PAGE]
    found = await standing(desk, [place] if place else [])
    named = found.appointed.get(place.id if place else None, {})
    people = await desk.work.people.many(one for each in shown for one in named.get(each.id, ()))
    rows = tuple((each, tuple(people[one] for one in named.get(each.id, ()) if one in people)) for each in shown)
    return Listed(place, rows, page, pages)


async def choice(desk: Desk, organisation_id: int, executor: str, page: int = 0) -> Choice:
    """Who may stand for an executor: staff first, then adult mentors. Raises Forbidden, NotFound."""
    place = await _place(desk, organisation_id)
    chosen = next((each for each in _executors(desk, place) if each.id == executor), None)
    if chosen is None:
        raise NotFound
    named = (await desk.work.appointments.of(place.id if place else None)).get(executor, ())
    candidates = await _candidates(desk, place)
    page, pages = _page(page, len(candidates), _PEOPLE)
    shown = candidates[page * _PEOPLE : (page + 1) * _PEOPLE]
    return Choice(place, chosen, tuple((one, one.id in named) for one in shown), page, pages)


async def put(desk: Desk, organisation_id: int, executor: str, person_id: int, *, stands: bool) -> bool:
    """Appoints or releases a person; False where they may not stand for it (any more). Raises Forbidden, NotFound."""
    place = await _place(desk, organisation_id)
    if executor not in {each.id for each in _executors(desk, place)} or desk.actor.person_id is None:
        raise NotFound
    here = place.id if place else None
    if not stands:
        await desk.work.appointments.release(here, executor, person_id)
        return True
    if person_id not in {one.id for one in await _candidates(desk, place)}:
        return False
    await desk.work.appointments.appoint(here, executor, person_id, by=desk.actor.person_id)
    return True


async def _place(desk: Desk, organisation_id: int) -> Organisation | None:
    ensure(desk.actor, Action.PLAN_MILESTONE, Scope(organisation_id or None))
    if not organisation_id:
        return None
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


def _executors(desk: Desk, place: Organisation | None) -> list[Executor]:
    """Those of the place: an organisation does not appoint who stands for the municipality's."""
    return [each for each in desk.programme.executors if municipal(each) == (place is None) and _concerned(each, place)]


async def _candidates(desk: Desk, place: Organisation | None) -> list[Person]:
    roles = OF_ORGANISATION if place else OF_MUNICIPALITY
    ids: dict[int, None] = {}
    for role in roles:
        holders = await desk.work.memberships.holders(role, place.id if place else None)
        ids |= dict.fromkeys(one.person_id for one in holders)
    people = await desk.work.people.many(ids)
    return [people[one] for one in ids if one in people and people[one].category is not Category.PUPIL]


def _page(page: int, total: int, size: int = PAGE) -> tuple[int, int]:
    pages = pages_of(total, size)
    return min(max(page, 0), pages - 1), pages

"""The municipality's databases of curators, mentors and experts: lists with search and areas, cards, an export.

For the coordinator. What stands there are name, organisation, post, subject, areas and room: no mentee, no answer and
nothing sensitive; pupils who mentor are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import Category, Role
from messaging.replies import Button, Replies, Say, Show, press
from reports.table_xlsx import Table, table_workbook
from services import dialogue, dialogue_screens, jobs
from services.desk import Desk
from services.jobs import Making
from services.people import last_page, page_number
from storage.jobs import Job
from storage.municipality import ColleagueFilter, Place
from surveys.path import Value
from surveys.record import Record, Subject

PAGE = 8
FORM, KIND = "staff-search", "colleagues"
_PART_BYTES = 26
"""Room for what is sought in a button that carries the view and a membership."""


class Base(StrEnum):
    """The databases; each value is the letter that buttons carry."""

    CURATORS = "c"
    MENTORS = "m"
    EXPERTS = "x"


_ACTIONS: Mapping[Base, Action] = {
    Base.CURATORS: Action.SEE_CURATORS,
    Base.MENTORS: Action.SEE_MENTORS,
    Base.EXPERTS: Action.SEE_MENTORS,
}
_ORDER = tuple(Base)


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows; it travels in the buttons. `area`: the place of an area among the programme's."""

    base: Base = Base.CURATORS
    area: int | None = None
    organisation_id: int | None = None
    page: int = 0
    part: str = ""

    @property
    def code(self) -> str:
        """At most 43 bytes."""
        area = "-" if self.area is None else self.area
        return f"{self.base}.{area}.{self.organisation_id or 0}.{self.page}.{self.part}"

    @classmethod
    def read(cls, code: str) -> View:
        """The view a button carries; ValueError for anything else."""
        base, area, organisation, page, part = code.split(".", 4)
        place = None if area == "-" else page_number(area)
        return cls(Base(base), place, page_number(organisation) or None, page_number(page), sought(part))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody's place in a base; a mentor's `load`: how many people they have in open mentorships."""

    person: Person
    membership: Membership
    organisation: Organisation
    load: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a base and what it is of."""

    view: View
    rows: tuple[Colleague, ...]
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def listed(desk: Desk, view: View) -> Page:
    """A page of a base; a page past the end is the last one. Raises Forbidden, NotFound for an area that is none."""
    which = _filter(desk, view)
    found, total = await desk.work.municipality.colleagues(which, offset=view.page * PAGE, limit=PAGE)
    if not found and view.page:
        view = replace(view, page=last_page(total))
        found, total = await desk.work.municipality.colleagues(which, offset=view.page * PAGE, limit=PAGE)
    return Page(view, await _colleagues(desk, found), total)


async def card(desk: Desk, membership_id: int, view: View) -> Colleague:
    """Somebody of a base. Raises Forbidden, NotFound for who is not in it (any more)."""
    ensure(desk.actor, _ACTIONS[view.base], Scope())
    which, one = _filter(desk, View(view.base)), await desk.work.memberships.get(membership_id)
    if one is None or one.organisation_id is None or one.state is not MembershipState.APPROVED:
        raise NotFound
    if one.role is not which.role or (which.expert and not one.expert):
        raise NotFound
    found = await _colleagues(desk, (Place(one.id, one.person_id, one.organisation_id),))
    if not found or found[0].person.category is Category.PUPIL:
        raise NotFound
    return found[0]


def ensure_sees(desk: Desk, view: View) -> None:
    """Forbidden for who may not see the base; NotFound for an area that is none."""
    _filter(desk, view)


def sought(typed: str) -> str:
    """What is sought as buttons carry it: short enough, in whole characters."""
    tidy = " ".join(typed.split())
    while len(tidy.encode()) > _PART_BYTES:
        tidy = tidy[:-1]
    return tidy


def _filter(desk: Desk, view: View) -> ColleagueFilter:
    ensure(desk.actor, _ACTIONS[view.base], Scope())
    areas = desk.programme.areas
    if view.area is not None and view.area >= len(areas):
        raise NotFound
    return ColleagueFilter(
        Role.CURATOR if view.base is Base.CURATORS else Role.MENTOR,
        expert=view.base is Base.EXPERTS,
        organisation_id=view.organisation_id,
        area=None if view.area is None else areas[view.area].id,
        part=view.part,
    )


async def _colleagues(desk: Desk, found: tuple[Place, ...]) -> tuple[Colleague, ...]:
    people = await desk.work.people.many(one.person_id for one in found)
    places = await desk.work.organisations.many(one.organisation_id for one in found)
    held = await desk.work.memberships.of_people(people)
    memberships = {one.id: one for several in held.values() for one in several}
    load = await desk.work.memberships.load(people)
    return tuple(
        Colleague(
            people[one.person_id],
            memberships[one.membership_id],
            places[one.organisation_id],
            load.get(one.person_id, 0),
        )
        for one in found
        if one.person_id in people and one.membership_id in memberships and one.organisation_id in places
    )


# --- search -----------------------------------------------------------------------------------------------------------


async def begin_search(desk: Desk, base: Base) -> Show:
    """The form that asks whom to find."""
    _filter(desk, View(base))
    return await dialogue.begin(desk, FORM, subject=Subject("base", _ORDER.index(base)), facts={"base": base.value})


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `colleagues.search`: how many were found, and the way to them."""
    view = View(Base(str(record.facts["base"])), part=sought(str(answers["part"])))
    found = await listed(desk, view)
    again = Button(Say("colleagues-search"), press("staff.search", view.base.value))
    show = ((Button(Say("colleagues-show"), press("staff.view", view.code)),),) if found.total else ()
    back = Button(Say("colleagues-all"), press("staff.view", View(view.base).code))
    text = Say("colleagues-found", {"part": view.part, "count": found.total})
    return (dialogue_screens.done(record, text, (*show, (again, back))),)


# --- as a table -------------------------------------------------------------------------------------------------------


async def order(desk: Desk, view: View) -> Show:
    """Order the base, as it is narrowed, as a workbook."""
    _filter(desk, view)
    slot = f"colleagues:{view.base}"
    return await jobs.order(
        desk, KIND, {"view": view.code}, slot=slot, text=Say("colleagues-waiting"), back=press("staff.view", view.code)
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads the base. Raises Forbidden if the right to see it is gone."""
    view = View.read(str(job.arguments["view"]))
    found, _ = await desk.work.municipality.colleagues(_filter(desk, view), limit=None)
    rows = tuple(_row(desk, one, mentors=view.base is not Base.CURATORS) for one in await _colleagues(desk, found))
    heads = ["name", "organisation", "post", "subject"]
    heads += ["areas", "capacity", "load"] if view.base is not Base.CURATORS else []
    table = Table(
        f"colleagues-title-{view.base.name.lower()}", tuple(f"colleagues-column-{each}" for each in heads), rows
    )
    name = f"{view.base.name.lower()}-{desk.today()}.xlsx"
    caption = Say("colleagues-caption", {"base": view.base.name.lower(), "count": len(rows)})
    return Making(table_workbook, ((table,), desk.actor.language), name=name, caption=caption)


def _row(desk: Desk, one: Colleague, *, mentors: bool) -> tuple[str | int, ...]:
    profile, place = one.person.profile, one.membership
    known = (one.person.name, one.organisation.name, profile.post or profile.workplace or "", profile.subject or "")
    if not mentors:
        return known
    names = {area.id: area.name.text(desk.actor.language) for area in desk.programme.areas}
    areas = ", ".join(names[each] for each in place.areas if each in names)
    return (*known, areas, place.capacity or desk.programme.capacity, one.load)

"""People of an organisation: lists with tabs, filters and search."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.access import Action, places
from mentoring.errors import Forbidden, NotFound
from mentoring.pages import pages_of
from mentoring.people import MembershipState, Person
from mentoring.roles import Category, Role
from messaging.replies import Button, Lines, Replies, Say, press
from services import data_log, dialogue_screens
from services.desk import Desk
from storage.guardianships import WaitingChild
from storage.people import PeopleFilter
from surveys.path import Value
from surveys.record import Record

PAGE = 8
_PART_BYTES = 32
_SEARCH = "?"
"""Room for a searched name in a button that carries the view; the sign of such a view, which narrows nothing else."""


class Tab(StrEnum):
    """The lists; each value is the letter that buttons carry."""

    MENTEES = "e"
    MENTORS = "r"
    GUARDIANS = "g"
    WAITING = "w"


class Only(StrEnum):
    """What a list is narrowed to beside state, category and class; each value is the letter that buttons carry."""

    FREE = "f"
    """Mentors who may take one more."""
    PAUSED = "p"
    UNPAIRED = "u"


ROLE_OF: Mapping[Tab, Role] = {Tab.MENTEES: Role.MENTEE, Tab.MENTORS: Role.MENTOR, Tab.GUARDIANS: Role.GUARDIAN}
_STATES: Mapping[str, MembershipState] = {
    "a": MembershipState.APPROVED,
    "p": MembershipState.APPLIED,
    "r": MembershipState.REFUSED,
    "l": MembershipState.LEFT,
    "n": MembershipState.LISTED,
}
_CATEGORIES: Mapping[str, Category] = {
    "p": Category.PUPIL,
    "s": Category.STUDENT,
    "t": Category.TEACHER,
    "e": Category.EMPLOYEE,
    "m": Category.PARENT,
    "a": Category.ALUMNUS,
}

_IN_THE_BASE = frozenset({MembershipState.APPROVED, MembershipState.APPLIED, MembershipState.LISTED})
_AREAS = string.digits + string.ascii_letters


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows; it travels in the buttons, so that nothing is remembered between presses.

    `part`: a searched part of a name; a search goes over all tabs and is narrowed by nothing else. A curator finds
    applicants and those put down from a list too, others whoever is approved.
    `area`: the place of an area of help among the programme's.
    """

    tab: Tab = Tab.MENTEES
    state: MembershipState = MembershipState.APPROVED
    category: Category | None = None
    school_class: str | None = None
    page: int = 0
    part: str = ""
    only: Only | None = None
    area: int | None = None

    @property
    def code(self) -> str:
        """At most 39 bytes."""
        if self.part:
            return f"{_SEARCH}{self.page}.{self.part}"
        category = next((code for code, known in _CATEGORIES.items() if known is self.category), "-")
        state = next(code for code, known in _STATES.items() if known is self.state)
        area = "-" if self.area is None else _AREAS[self.area]
        return f"{self.tab}{state}{category}{self.only or '-'}{area}.{self.school_class or ''}.{self.page}"

    @classmethod
    def read(cls, code: str) -> View:
        """The view a button carries; ValueError for anything else."""
        if code.startswith(_SEARCH):
            page, part = code[1:].split(".", 1)
            return cls(page=page_number(page), part=searched(part))
        head, school_class, page = code.split(".")
        if len(head) != 5 or head[1] not in _STATES or head[2] not in (*_CATEGORIES, "-") or len(school_class) > 4:
            raise ValueError(code)
        return cls(
            Tab(head[0]),
            _STATES[head[1]],
            _CATEGORIES.get(head[2]),
            school_class or None,
            page_number(page),
            only=None if head[3] == "-" else Only(head[3]),
            area=None if head[4] == "-" else _AREAS.index(head[4]),
        )

    def at(self, page: int) -> View:
        return replace(self, page=page)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list and what it is of."""

    view: View
    people: tuple[Person, ...]
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """One page of the children who wait for a guardian's consent."""

    page: int
    children: tuple[WaitingChild, ...]
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def listed(desk: Desk, view: View) -> Page:
    """A page of people of the actor's organisations; a page past the end is the last one."""
    own = _places(desk)
    which = _filter(desk, own, view)
    await data_log.note(desk, data_log.Look.LIST, own)
    found, total = await desk.work.people.page(which, offset=view.page * PAGE, limit=PAGE)
    if not found and view.page:
        view = view.at(last_page(total))
        found, total = await desk.work.people.page(which, offset=view.page * PAGE, limit=PAGE)
    return Page(view, found, total)


def ensure_sees(desk: Desk) -> None:
    """Forbidden for who may see no list of people."""
    _places(desk)


async def classes(desk: Desk, view: View) -> tuple[str, ...]:
    """The classes there are in a list, for its filter."""
    return await desk.work.people.classes(_filter(desk, _places(desk), replace(view, school_class=None)))


def tabs_of(desk: Desk) -> tuple[Tab, ...]:
    """The lists that are open to the actor: who records no consent has nothing to do with those who wait for one."""
    waiting = bool(places(desk.actor, Action.RECORD_PAPER_CONSENT))
    return tuple(tab for tab in Tab if waiting or tab is not Tab.WAITING)


async def waiting_children(desk: Desk, page: int) -> WaitingPage:
    """Children who wait for a guardian's consent: no name is known of them."""
    organisations = places(desk.actor, Action.RECORD_PAPER_CONSENT)
    if not organisations:
        raise Forbidden
    found, total = await desk.work.guardianships.awaited(organisations, offset=page * PAGE, limit=PAGE)
    if not found and page:
        return await waiting_children(desk, last_page(total))
    return WaitingPage(page, found, total)


def last_page(total: int) -> int:
    """The number of the last page, from 0."""
    return max(0, -(-total // PAGE) - 1)


def page_number(text: str) -> int:
    """The page a button carries; ValueError for what none does."""
    if not text.isdecimal() or len(text) > 4:
        raise ValueError(text)
    return int(text)


def searched(typed: str) -> str:
    """A part of a name as buttons carry it: short enough, in whole characters."""
    tidy = " ".join(typed.split())
    while len(tidy.encode()) > _PART_BYTES:
        tidy = tidy[:-1]
    return tidy


def _places(desk: Desk) -> frozenset[int]:
    """Where the actor may see people; Forbidden if nowhere."""
    found = frozenset(places(desk.actor, Action.SEE_PEOPLE))
    if not found:
        raise Forbidden
    return found


def _filter(desk: Desk, organisations: frozenset[int], view: View) -> PeopleFilter:
    """Whom a view is of. Raises NotFound for the tab that lists no people, and for an area that is none."""
    if view.tab not in ROLE_OF or (view.area is not None and view.area >= len(desk.programme.areas)):
        raise NotFound
    return PeopleFilter(
        organisations=organisations,
        roles=frozenset(ROLE_OF.values() if view.part else {ROLE_OF[view.tab]}),
        states=_sought(desk, organisations) if view.part else frozenset({view.state}),
        part=view.part,
        category=view.category,
        school_class=view.school_class,
        area=None if view.area is None else desk.programme.areas[view.area].id,
        paused_on=desk.today() if view.only is Only.PAUSED else None,
        room=desk.programme.capacity if view.only is Only.FREE else None,
        unpaired=view.only is Only.UNPAIRED,
    )


def _sought(desk: Desk, organisations: frozenset[int]) -> frozenset[MembershipState]:
    """In which states a search finds people."""
    decides = organisations <= frozenset(places(desk.actor, Action.SEE_APPLICANTS))
    return _IN_THE_BASE if decides else frozenset({MembershipState.APPROVED})


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `people-search`: who was found, each a button, in the form's place."""
    view = View(part=searched(str(answers["part"])))
    found = await listed(desk, view)
    numbered = tuple(enumerate(found.people, 1))
    lines = [Say("people-found", {"part": view.part, "total": found.total}), *(line(*each) for each in numbered)]
    buttons = tuple(Button(str(number), press("person.open", person.id, view.code)) for number, person in numbered)
    rows: list[tuple[Button, ...]] = [buttons[:4], buttons[4:]]
    if found.pages > 1:
        rows.append((Button(Say("people-found-all"), press("people.view", view.code)),))
    rows.append((Button(Say("people-search-again"), press("people.search")),))
    rows.append((Button(Say("people-to-list"), press("people.list")),))
    return (dialogue_screens.done(record, Lines(tuple(lines)), tuple(rows)),)


def line(number: int, person: Person) -> Say:
    """A person in a list."""
    category = person.category.value if person.category else "none"
    school_class = person.profile.school_class or "none"
    return Say("people-line", {"number": number, "name": person.name, "category": category, "class": school_class})

"""People of an organisation: lists with tabs, filters and search, and the card of one of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.access import Action, Scope, ensure, places
from mentoring.consents import Consent
from mentoring.errors import Forbidden, NotFound
from mentoring.people import Guardianship, Membership, MembershipState, Organisation, Person
from mentoring.roles import Category, Role
from messaging.replies import Button, Lines, Replies, Say, press
from services import dialogue_screens
from services.desk import Desk
from storage.guardianships import WaitingChild
from storage.people import PeopleFilter
from surveys.path import Value
from surveys.record import Record

PAGE = 8
_PART_BYTES = 26
"""Room for a searched name in a button that carries the whole view."""


class Tab(StrEnum):
    """The lists; each value is the letter that buttons carry."""

    MENTEES = "e"
    MENTORS = "r"
    GUARDIANS = "g"
    WAITING = "w"


ROLE_OF: Mapping[Tab, Role] = {Tab.MENTEES: Role.MENTEE, Tab.MENTORS: Role.MENTOR, Tab.GUARDIANS: Role.GUARDIAN}
_STATES: Mapping[str, MembershipState] = {
    "a": MembershipState.APPROVED,
    "p": MembershipState.APPLIED,
    "r": MembershipState.REFUSED,
    "l": MembershipState.LEFT,
}
_CATEGORIES: Mapping[str, Category] = {
    "p": Category.PUPIL,
    "s": Category.STUDENT,
    "t": Category.TEACHER,
    "e": Category.EMPLOYEE,
    "m": Category.PARENT,
    "a": Category.ALUMNUS,
}


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows; it travels in the buttons, so that nothing is remembered between presses.

    `part`: a searched part of a name; a search goes over all tabs of approved people.
    """

    tab: Tab = Tab.MENTEES
    state: MembershipState = MembershipState.APPROVED
    category: Category | None = None
    school_class: str | None = None
    page: int = 0
    part: str = ""

    @property
    def code(self) -> str:
        """At most 43 bytes."""
        category = next((code for code, known in _CATEGORIES.items() if known is self.category), "-")
        state = next(code for code, known in _STATES.items() if known is self.state)
        return f"{self.tab}{state}{category}.{self.school_class or ''}.{self.page}.{self.part}"

    @classmethod
    def read(cls, code: str) -> View:
        """The view a button carries; ValueError for anything else."""
        head, school_class, page, part = code.split(".", 3)
        if len(head) != 3 or head[1] not in _STATES or head[2] not in (*_CATEGORIES, "-") or len(school_class) > 4:
            raise ValueError(code)
        state, category = _STATES[head[1]], _CATEGORIES.get(head[2])
        return cls(Tab(head[0]), state, category, school_class or None, page_number(page), searched(part))

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
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """One page of the children who wait for a guardian's consent."""

    page: int
    children: tuple[WaitingChild, ...]
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Card:
    """All that those who may see a person's card see of them."""

    person: Person
    memberships: tuple[Membership, ...]
    organisations: Mapping[int, Organisation]
    consents: tuple[Consent, ...]
    guardians: tuple[tuple[Guardianship, Person], ...]
    wards: tuple[Person, ...]


async def listed(desk: Desk, view: View) -> Page:
    """A page of people of the actor's organisations; a page past the end is the last one."""
    which = _filter(_places(desk), view)
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
    return await desk.work.people.classes(_filter(_places(desk), replace(view, school_class=None)))


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


async def card(desk: Desk, person_id: int) -> Card:
    """A person's card, for those who may see them in one of the organisations the person has a place in."""
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    memberships = await desk.work.memberships.of_person(person_id)
    seen = set(places(desk.actor, Action.SEE_PERSON))
    shared = tuple(m for m in memberships if m.organisation_id in seen)
    own = next((m.organisation_id for m in shared), None)
    ensure(desk.actor, Action.SEE_PERSON, Scope(organisation_id=own, person_id=person_id))
    known = await desk.work.organisations.many(m.organisation_id for m in shared if m.organisation_id is not None)
    guardianships = await desk.work.guardianships.of_child(person_id)
    wards = await _wards(desk, person_id, seen)
    near = await desk.work.people.many([g.guardian_id for g in guardianships] + [g.child_id for g in wards])
    return Card(
        person,
        shared,
        known,
        await desk.work.consents.current(person_id),
        tuple((g, near[g.guardian_id]) for g in guardianships),
        tuple(near[g.child_id] for g in wards),
    )


async def _wards(desk: Desk, guardian_id: int, seen: Collection[int]) -> tuple[Guardianship, ...]:
    """The children somebody answers for, as far as the actor sees their organisations (all of one's own)."""
    every = await desk.work.guardianships.of_guardian(guardian_id)
    if guardian_id == desk.actor.person_id:
        return every
    known = await desk.work.memberships.of_people(each.child_id for each in every)
    return tuple(each for each in every if any(m.organisation_id in seen for m in known.get(each.child_id, ())))


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


def _filter(organisations: frozenset[int], view: View) -> PeopleFilter:
    """Whom a view is of. Raises NotFound for the tab that lists no people."""
    if view.tab not in ROLE_OF:
        raise NotFound
    roles = frozenset(ROLE_OF.values() if view.part else {ROLE_OF[view.tab]})
    return PeopleFilter(
        organisations=organisations,
        roles=roles,
        states=frozenset({view.state}),
        part=view.part,
        category=view.category,
        school_class=view.school_class,
    )


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

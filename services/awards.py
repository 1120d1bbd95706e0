"""Awards read: what the programme thanks for, who has earned it and who nearly, what was given.

The criteria are for everybody to read; who meets them is for those who lead. Giving is in `services.awards_giving`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from mentoring.access import Action, Actor, Scope, allowed, ensure
from mentoring.awards import Given, Verdict, nearly, suited, weigh
from mentoring.clock import at
from mentoring.errors import Forbidden, NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from programmes.awards import Award, AwardKind, Recipient
from programmes.terms import FIRST_MONTH, school_year_of
from services import allowed_places
from services.desk import Desk
from services.naming import published
from storage.deeds import Wanted

PAGE = 8
EVERY = 0
"""Stands for the municipality in callback data."""
PAPERS = frozenset({AwardKind.LETTER, AwardKind.DIPLOMA})
SHOWN = frozenset({AwardKind.BOARD, AwardKind.SITE})
GIVEN = PAPERS | SHOWN
"""What is given here; contests and nominations are decided elsewhere, here one sees who may be proposed."""


Standing = tuple[int, str, Verdict | None, Given | None]
"""A person of a list: id, name, how they stand, what they were given."""


class Only(StrEnum):
    """Which people of an award are shown; each value is the letter that buttons carry."""

    SUITED = "s"
    NEARLY = "n"
    GIVEN = "g"


@dataclass(frozen=True, slots=True)
class Overview:
    """The programme's awards with how many were given this school year. `organisation` None: the municipality's."""

    organisation: Organisation | None
    school_year: int
    awards: tuple[tuple[Award, int], ...]
    may_write: bool

    @property
    def place(self) -> int:
        return self.organisation.id if self.organisation else EVERY


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of people. `rows`: how they stand; `given`: what they were given; `suited`: how many meet everything."""

    overview: Overview
    award: Award
    only: Only
    page: int
    total: int
    rows: tuple[Standing, ...]
    suited: int
    waiting: int
    may_give: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """How one person stands to an award. `given`: it was given to them this school year already."""

    overview: Overview
    award: Award
    verdict: Verdict
    given: Given | None
    may_give: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An award that was given. `mine`: it is the reader's or their ward's; `may_give`: they may change it."""

    given: Given
    award: Award | None
    person: Person
    organisation: Organisation | None
    published: bool
    mine: bool
    may_give: bool

    @property
    def place(self) -> int:
        return self.organisation.id if self.organisation else EVERY


def wanted(desk: Desk, organisation: Organisation | None, school_year: int, person_id: int | None = None) -> Wanted:
    """A school year up to now, there."""
    zone = organisation.zone if organisation else desk.programme.zone
    starts = at(date(school_year, FIRST_MONTH, 1), time(0), zone)
    ends = min(at(date(school_year + 1, FIRST_MONTH, 1), time(0), zone), desk.now + timedelta(seconds=1))
    name = desk.programme.questionnaires.feedback
    return Wanted(organisation.id if organisation else None, starts, ends, zone, name, person_id)


async def overview(desk: Desk, organisation_id: int) -> Overview:
    """Of an organisation, or (0) of the municipality. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_AWARDS, Scope(organisation_id or None))
    organisation = await desk.work.organisations.get(organisation_id) if organisation_id else None
    if organisation_id and organisation is None:
        raise NotFound
    year = school_year_of(desk.today(organisation.zone if organisation else None))
    own = await desk.work.awards.of_year(organisation_id or None, year)
    given = [one for one in own if one.organisation_id == (organisation_id or None)]
    counted = tuple((each, sum(one.award == each.id for one in given)) for each in desk.programme.awards)
    may_write = allowed(desk.actor, Action.WRITE_SITE_TEXT, Scope(organisation_id or None))
    return Overview(organisation, year, counted, may_write)


async def listed(desk: Desk, organisation_id: int, award_id: str, only: Only, page: int = 0) -> Listed:
    """A page of those who meet an award's criteria, or nearly do, or were given it. Raises Forbidden, NotFound."""
    seen = await overview(desk, organisation_id)
    award = find(desk, award_id)
    verdicts = await weighed(desk, seen, award)
    known = {one.doer.person_id for one in verdicts}
    everyone = _sees_mentees(desk, organisation_id or None)
    given = {one.person_id: one for one in await given_of(desk, seen, award) if everyone or one.person_id in known}
    fits = suited(verdicts)
    if only is Only.GIVEN:
        people = await desk.work.people.many(given)
        everybody: list[Standing] = [(one.person_id, people[one.person_id].name, None, one) for one in given.values()]
    else:
        chosen = fits if only is Only.SUITED else nearly(verdicts)
        everybody = [(v.doer.person_id, v.doer.name, v, given.get(v.doer.person_id)) for v in chosen]
    page = min(max(page, 0), max(0, -(-len(everybody) // PAGE) - 1))
    return Listed(
        seen,
        award,
        only,
        page,
        len(everybody),
        tuple(everybody[page * PAGE : (page + 1) * PAGE]),
        len(fits),
        sum(one.doer.person_id not in given for one in fits),
        may_give=may_give(desk, organisation_id, award),
    )


async def candidate(desk: Desk, organisation_id: int, award_id: str, person_id: int) -> Candidate:
    """One of them. Raises Forbidden, and NotFound for whom it is not meant."""
    seen = await overview(desk, organisation_id)
    award = find(desk, award_id)
    verdict = next((one for one in await weighed(desk, seen, award) if one.doer.person_id == person_id), None)
    if verdict is None:
        raise NotFound
    given = next((one for one in await given_of(desk, seen, award) if one.person_id == person_id), None)
    return Candidate(seen, award, verdict, given, may_give(desk, organisation_id, award))


async def card(desk: Desk, award_id: int) -> Card:
    """An award given: for those who lead there, for whom it was given to, and for their guardian."""
    given = await desk.work.awards.get(award_id)
    if given is None:
        raise NotFound
    person = await desk.work.people.get(given.person_id)
    if person is None:
        raise NotFound
    mine = belongs(desk.actor, given)
    scope = Scope(given.organisation_id)
    if not mine:
        ensure(desk.actor, Action.SEE_AWARDS, scope)
        await _expect_known(desk, given, person)
    organisation = await desk.work.organisations.get(given.organisation_id) if given.organisation_id else None
    award = next((each for each in desk.programme.awards if each.id == given.award), None)
    giver = allowed(desk.actor, Action.GIVE_AWARD, scope)
    return Card(given, award, person, organisation, given.on_board, mine, giver)


def _sees_mentees(desk: Desk, place: int | None) -> bool:
    return allowed(desk.actor, Action.SEE_AWARDS_OF_MENTEES, Scope(place))


async def _expect_known(desk: Desk, given: Given, person: Person) -> None:
    """Raises Forbidden for a coordinator where it was given to a mentee who does not consent to being named."""
    if _sees_mentees(desk, given.organisation_id) or person.id in await published(desk, (person,)):
        return
    held = await desk.work.memberships.of_person(person.id)
    if not any(one.role is Role.MENTOR for one in held):
        raise Forbidden


def belongs(actor: Actor, given: Given) -> bool:
    """Whether it was given to the actor or a ward of theirs."""
    return given.person_id == actor.person_id or given.person_id in actor.wards


def criteria(desk: Desk) -> tuple[Award, ...]:
    """What the programme thanks for: for everybody who is registered."""
    if desk.actor.person is None:
        raise Forbidden
    return desk.programme.awards


def find(desk: Desk, award_id: str) -> Award:
    """The programme's award; NotFound where it has none of that id."""
    found = next((each for each in desk.programme.awards if each.id == award_id), None)
    if found is None:
        raise NotFound
    return found


def may_give(desk: Desk, organisation_id: int, award: Award) -> bool:
    """Whether the actor gives this award there."""
    return award.kind in GIVEN and allowed(desk.actor, Action.GIVE_AWARD, Scope(organisation_id or None))


async def weighed(desk: Desk, seen: Overview, award: Award) -> tuple[Verdict, ...]:
    """Everybody for whom an award is meant and whom the actor may know. For one to the parents, only the under-aged.

    Of the municipality's mentees only those whose name may be published: the coordinator knows the others of no school.
    """
    asked = wanted(desk, seen.organisation, seen.school_year)
    today = desk.today(asked.zone)
    everyone = seen.organisation is None or _sees_mentees(desk, seen.place)
    sides = award.criteria.roles if everyone else award.criteria.roles & {Role.MENTOR}
    criteria = replace(award.criteria, roles=sides)
    doers = await desk.work.deeds.doers(asked)
    found = tuple(one for one in (weigh(criteria, doer, today) for doer in doers) if one is not None)
    if seen.organisation is None:
        found = await _known_to_all(desk, award, found)
    if award.to is not Recipient.PARENTS:
        return found
    people = await desk.work.people.many(one.doer.person_id for one in found)
    return tuple(one for one in found if people[one.doer.person_id].is_minor(today))


async def _known_to_all(desk: Desk, award: Award, found: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Mentors, and mentees who consent to being named."""
    if Role.MENTEE not in award.criteria.roles:
        return found
    mentors = {one.doer.person_id for one in found if any(deed.role is Role.MENTOR for deed in one.doer.deeds)}
    mentees = await desk.work.people.many(one.doer.person_id for one in found if one.doer.person_id not in mentors)
    known = mentors | await published(desk, mentees.values())
    return tuple(one for one in found if one.doer.person_id in known)


async def staff_places(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations whose awards the actor sees; Forbidden for none."""
    return await allowed_places.where(desk, Action.SEE_AWARDS)


async def given_of(desk: Desk, seen: Overview, award: Award) -> tuple[Given, ...]:
    """What was given of an award there in the school year."""
    place = seen.organisation.id if seen.organisation else None
    found = await desk.work.awards.of_year(place, seen.school_year)
    return tuple(one for one in found if one.award == award.id and one.organisation_id == place)

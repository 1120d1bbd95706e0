"""The dated bases of mentees and mentors: looked through by the curator, when the programme says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, ensure
from mentoring.bases import BASES, Review, due
from mentoring.clock import at
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.reminders import MORNING
from mentoring.roles import Role
from programmes.parts import BaseTerm
from programmes.terms import Span
from services import allowed_places
from services.desk import Desk

PAGE = 8


@dataclass(frozen=True, slots=True)
class Base:
    """The mentees or mentors of an organisation. `reviewer` may be gone; `term`: the days in which it is due now."""

    role: Role
    size: int
    review: Review | None
    reviewer: Person | None
    term: Span | None
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Bases:
    organisation: Organisation
    bases: tuple[Base, ...]


@dataclass(frozen=True, slots=True)
class OldPage:
    """A page of a base, who has stood unchanged longest first: each with the moment of the last change, UTC."""

    organisation: Organisation
    role: Role
    people: tuple[tuple[Person, datetime], ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Whose bases the actor looks after; Forbidden if none."""
    return await allowed_places.where(desk, Action.REVIEW_BASE)


async def bases(desk: Desk, organisation_id: int) -> Bases:
    """Both bases of an organisation, with what is due."""
    organisation = await _ensured(desk, organisation_id)
    reviews = await desk.work.base_reviews.last([organisation_id])
    reviewers = await desk.work.people.many(review.reviewed_by for review in reviews.values())
    found = []
    for role in BASES:
        review = reviews.get((organisation_id, role))
        size = await desk.work.base_reviews.size(organisation_id, role)
        term, unchanged = await _due(desk, organisation, role, review)
        found.append(Base(role, size, review, reviewers.get(review.reviewed_by) if review else None, term, unchanged))
    return Bases(organisation, tuple(found))


async def review(desk: Desk, organisation_id: int, role: Role) -> Bases:
    """The curator has looked a base through now."""
    await _ensured(desk, organisation_id)
    if role not in BASES or desk.actor.person_id is None:
        raise NotFound
    await desk.work.base_reviews.add(organisation_id, role, by=desk.actor.person_id)
    return await bases(desk, organisation_id)


async def oldest(desk: Desk, organisation_id: int, role: Role, page: int) -> OldPage:
    """Those who have stood unchanged longest; a page past the end is the last one."""
    organisation = await _ensured(desk, organisation_id)
    if role not in BASES:
        raise NotFound
    total = await desk.work.base_reviews.size(organisation_id, role)
    page = min(max(page, 0), max(0, -(-total // PAGE) - 1))
    found = await desk.work.base_reviews.longest_unchanged(organisation_id, role, offset=page * PAGE, limit=PAGE)
    people = await desk.work.people.many(membership.person_id for membership, _ in found)
    return OldPage(organisation, role, tuple((people[m.person_id], since) for m, since in found), page, total)


async def _ensured(desk: Desk, organisation_id: int) -> Organisation:
    ensure(desk.actor, Action.REVIEW_BASE, Scope(organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    return organisation


async def _due(desk: Desk, organisation: Organisation, role: Role, review: Review | None) -> tuple[Span | None, int]:
    """The term in which the base waits now, and how many in it nobody has changed since it began."""
    today = desk.today(organisation.zone)
    for each, span in _terms(desk):
        if each.role is role and span.last >= today and due(span.first, today, organisation.zone, review):
            begun = at(span.first, MORNING.min, organisation.zone)
            left = await desk.work.base_reviews.size(organisation.id, role, unchanged_since=begun)
            if left:
                return span, left
    return None, 0


def _terms(desk: Desk) -> Iterator[tuple[BaseTerm, Span]]:
    """Every time a base is due as long as the programme runs."""
    for each in desk.programme.bases:
        for span in each.term.spans(desk.programme.years):
            yield each, span


async def waiting(desk: Desk, listed: Sequence[Organisation]) -> list[tuple[Organisation, Span]]:
    """The bases of these organisations that are due to be looked through, each with its term; asks no rights.

    A base in which everybody has come or was changed since the term began is fresh by itself.
    """
    reviews = await desk.work.base_reviews.last({place.id for place in listed})
    found = []
    for place in listed:
        for role in BASES:
            term, _ = await _due(desk, place, role, reviews.get((place.id, role)))
            if term is not None:
                found.append((place, term))
    return found

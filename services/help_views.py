"""Calls for help as somebody sees them: one of them, and lists of a curator, of an expert and of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, places
from mentoring.errors import Forbidden, NotFound
from mentoring.help import Addressee, HelpRequest
from mentoring.mentorships import Mentorship
from mentoring.pages import pages_of
from mentoring.people import Person, short_name
from mentoring.roles import Role
from messaging.replies import Text
from services import pairs
from services.desk import Desk
from services.dialogue_screens import own

PAGE = 8


class Sees(StrEnum):
    """As what somebody looks at a question."""

    ASKER = "asker"
    MENTOR = "mentor"
    EXPERT = "expert"
    CURATOR = "curator"


@dataclass(frozen=True, slots=True)
class View:
    """A question for one reader. `asker`, `taker`: names as they may see them; `mine`: they have taken it.

    `mentorship_id` None: not for them. `may_pass`: there are experts to put it to.
    """

    request: HelpRequest
    sees: Sees
    asker: str
    taker: str | None
    area: Text | None
    mine: bool
    may_pass: bool
    mentorship_id: int | None


@dataclass(frozen=True, slots=True)
class Line:
    request: HelpRequest
    asker: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of questions. `whose`: a curator follows an organisation's, everybody else their own."""

    whose: Sees
    lines: tuple[Line, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def found(desk: Desk, request_id: int) -> tuple[HelpRequest, Mentorship]:
    """A question and the mentorship it belongs to; NotFound where either is gone."""
    request = await desk.work.help_requests.get(request_id)
    if request is None or request.mentorship_id is None:
        raise NotFound
    return request, await pairs.find(desk, request.mentorship_id)


async def sees(desk: Desk, request: HelpRequest, mentorship: Mentorship) -> Sees:
    """As what the actor looks at it; Forbidden for anybody else, an expert too once another has taken it."""
    if desk.actor.person_id is not None and request.asked_by == desk.actor.person_id:
        return Sees.ASKER
    if may_answer(desk, request, mentorship):
        if request.addressee is Addressee.MENTOR:
            return Sees.MENTOR
        if request.taken_by in (None, desk.actor.person_id):
            return Sees.EXPERT
    if allowed(desk.actor, Action.SEE_HELP, Scope(request.organisation_id)):
        return Sees.CURATOR
    raise Forbidden


def may_answer(desk: Desk, request: HelpRequest, mentorship: Mentorship) -> bool:
    """A mentor of the mentorship where the mentor is asked; else an expert, of whom the first to take it answers."""
    me = desk.actor.person_id
    if me is None or me == request.asked_by:
        return False
    if request.addressee is Addressee.MENTOR:  # a mentor of the network, too
        return me in mentorship.mentors and allowed(desk.actor, Action.SEE_HELP, Scope.of(mentorship))
    if not allowed(desk.actor, Action.ANSWER_HELP, Scope.of(mentorship)):
        return False
    return request.organisation_id in expert_in(desk) and me not in mentorship.people


def expert_in(desk: Desk) -> tuple[int, ...]:
    """The organisations in which the actor is an expert."""
    own_places = (one for one in desk.actor.approved if one.role is Role.MENTOR and one.expert)
    return tuple(one.organisation_id for one in own_places if one.organisation_id is not None)


async def view(desk: Desk, request_id: int) -> View:
    """One question, for those who may see it."""
    request, mentorship = await found(desk, request_id)
    as_what = await sees(desk, request, mentorship)
    people = await desk.work.people.many([one for one in (request.asked_by, request.taken_by) if one is not None])
    asker, taker = people.get(request.asked_by), people.get(request.taken_by or 0)
    others = await desk.work.help_requests.experts(request.organisation_id, desk.today())
    free = any(one.person_id not in mentorship.people for one in others)
    passes = as_what in (Sees.MENTOR, Sees.CURATOR) and request.addressee is Addressee.MENTOR
    return View(
        request,
        as_what,
        _named(asker, short=as_what is Sees.EXPERT),
        _named(taker, short=request.addressee is Addressee.EXPERT) if taker is not None else None,
        area_name(desk, request),
        mine=request.taken_by is not None and request.taken_by == desk.actor.person_id,
        may_pass=passes and request.waits and free,
        mentorship_id=None if as_what is Sees.EXPERT else request.mentorship_id,
    )


async def listing(desk: Desk, page: int = 0) -> Listing:
    """What the actor follows: an organisation's as its curator; else their own, and what waits for their answer."""
    store, offset, me = desk.work.help_requests, max(page, 0) * PAGE, desk.actor.person_id
    if me is None:
        raise Forbidden
    curated = places(desk.actor, Action.SEE_HELP)
    if curated:
        rows, total = await store.page(curated, offset=offset, limit=PAGE)
        return Listing(Sees.CURATOR, await _lines(desk, rows, short=False), max(page, 0), total)
    theirs = [one for one in await desk.work.mentorships.of_person(me) if me in one.mentors]
    mentored = [one.id for one in theirs if allowed(desk.actor, Action.SEE_HELP, Scope.of(one))]
    rows, total = await store.of_person(me, mentored, expert_in(desk), offset=offset, limit=PAGE)
    return Listing(Sees.ASKER, await _lines(desk, rows, short=True), max(page, 0), total)


def area_name(desk: Desk, request: HelpRequest) -> Text | None:
    """What the programme calls the area of a question."""
    found_area = next((area for area in desk.programme.areas if area.id == request.area), None)
    return own(found_area.name) if found_area is not None else None


async def _lines(desk: Desk, rows: Sequence[HelpRequest], *, short: bool) -> tuple[Line, ...]:
    people = await desk.work.people.many(one.asked_by for one in rows)
    return tuple(Line(one, _named(people.get(one.asked_by), short=short)) for one in rows)


def _named(person: Person | None, *, short: bool) -> str:
    if person is None:
        return "…"
    return short_name(person.name) if short else person.name

"""Recommendations read: lists with what they are narrowed to, one of them, its file, and what needs a hand.

The coordinator reads all of them; curator and head those of their own organisation. Writing, answering and deciding are
in `services.recommendations_writing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, ensure, everywhere
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.recommendations import (
    OPEN,
    WAITING,
    Recommendation,
    RecommendationState,
    most_urgent_first,
)
from messaging.replies import File
from services import allowed_places
from services.desk import Desk
from services.people import last_page
from storage.recommendations import RecommendationFilter
from surveys.wording import Wording

PAGE = 8
EVERY = 0
"""Stands for all organisations together in callback data."""


class Only(StrEnum):
    """What a list is narrowed to; each value is the letter that buttons carry."""

    OPEN = "o"
    ANSWERED = "d"
    OVERDUE = "l"
    ALL = "a"


_STATES: Mapping[Only, frozenset[RecommendationState]] = {
    Only.OPEN: OPEN,
    Only.ANSWERED: frozenset({RecommendationState.ANSWERED}),
    Only.OVERDUE: WAITING,
    Only.ALL: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Board:
    """One page of recommendations. `organisation` None: of the whole municipality; `names`: organisations by id.

    `counts`: how many wait for an answer, how many of these are overdue, how many for a decision.
    """

    organisation: Organisation | None
    only: Only
    page: int
    total: int
    rows: tuple[Recommendation, ...]
    names: Mapping[int, Organisation]
    counts: tuple[int, int, int]
    today: date
    may_write: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)

    @property
    def place(self) -> int:
        """The organisation as buttons carry it."""
        return self.organisation.id if self.organisation else EVERY


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation as the actor sees it: who wrote, answered and decided (None: gone), and what may be done."""

    recommendation: Recommendation
    organisation: Organisation
    indicator: Wording | None
    people: Mapping[int, Person]
    overdue: bool
    may_answer: bool
    may_decide: bool
    may_withdraw: bool
    municipal: bool


async def own(desk: Desk) -> tuple[Organisation, ...]:
    """Whose recommendations the actor reads; none: everybody's. Raises Forbidden for nobody's."""
    if everywhere(desk.actor, Action.SEE_RECOMMENDATIONS):
        return ()
    return await allowed_places.where(desk, Action.SEE_RECOMMENDATIONS)


async def board(desk: Desk, organisation_id: int, only: Only = Only.OPEN, page: int = 0) -> Board:
    """A page of an organisation's, or (0) of all; a page past the end is the last one. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_RECOMMENDATIONS, Scope(organisation_id or None))
    organisation = await desk.work.organisations.get(organisation_id) if organisation_id else None
    if organisation_id and organisation is None:
        raise NotFound
    today = desk.today(organisation.zone if organisation else None)
    which = RecommendationFilter(organisation_id or None, _STATES[only], today if only is Only.OVERDUE else None)
    page = max(page, 0)
    found, total = await desk.work.recommendations.page(which, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = last_page(total)
        found, total = await desk.work.recommendations.page(which, offset=page * PAGE, limit=PAGE)
    names = await desk.work.organisations.many(one.organisation_id for one in found)
    counts = await desk.work.recommendations.counts(organisation_id or None, today)
    may_write = allowed(desk.actor, Action.RECOMMEND, Scope())
    return Board(organisation, only, page, total, found, names, counts, today, may_write)


async def card(desk: Desk, recommendation_id: int) -> Card:
    """One of them; opened by its organisation, it counts as read. Raises Forbidden, NotFound."""
    one, organisation = await known(desk, recommendation_id)
    scope = Scope(organisation.id)
    answers = allowed(desk.actor, Action.ANSWER_RECOMMENDATION, scope)
    if answers and await desk.work.recommendations.read(one.id):
        one = replace(one, read_at=desk.now)
    decides = allowed(desk.actor, Action.RECOMMEND, Scope())
    wanted = {who for who in (one.written_by, one.answered_by, one.decided_by) if who is not None}
    return Card(
        one,
        organisation,
        indicator_name(desk, one),
        await desk.work.people.many(wanted),
        one.overdue(desk.today(organisation.zone)),
        may_answer=answers and one.state in WAITING,
        may_decide=decides and one.state is RecommendationState.ANSWERED,
        may_withdraw=decides and one.state in WAITING,
        municipal=decides,
    )


async def known(desk: Desk, recommendation_id: int) -> tuple[Recommendation, Organisation]:
    """A recommendation that the actor may read, with its organisation. Raises Forbidden, NotFound."""
    one = await desk.work.recommendations.get(recommendation_id)
    if one is None:
        raise NotFound
    ensure(desk.actor, Action.SEE_RECOMMENDATIONS, Scope(one.organisation_id))
    organisation = await desk.work.organisations.get(one.organisation_id)
    if organisation is None:
        raise NotFound
    return one, organisation


async def attachment(desk: Desk, recommendation_id: int) -> File:
    """The file of the answer; NotFound where there is none."""
    one, _ = await known(desk, recommendation_id)
    if one.file is None:
        raise NotFound
    return File(one.file.name, b"", one.file.photo, one.file.file_id)


def indicator_name(desk: Desk, one: Recommendation) -> Wording | None:
    """What the indicator that it is about is called; None for none, and for one that the programme has no more."""
    return next((each.brief for each in desk.programme.indicators if each.id == one.indicator), None)


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Recommendation, ...]:
    """What needs a hand, the most urgent first; no rights are asked: for duties and digests.

    Of an organisation what it has not answered; of the municipality (None) what waits for a decision or is overdue.
    """
    organisation = await desk.work.organisations.get(organisation_id) if organisation_id is not None else None
    today = desk.today(organisation.zone if organisation else None)
    found = await desk.work.recommendations.listed(RecommendationFilter(organisation_id, OPEN))
    if organisation_id is not None:
        return most_urgent_first((one for one in found if one.state in WAITING), today)
    wanted = (one for one in found if one.state is RecommendationState.ANSWERED or one.overdue(today))
    return most_urgent_first(wanted, today)

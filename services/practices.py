"""The bank of best practices read: lists, search, a card, its file, and what waits for a hand.

What is published is read by staff, mentors and the coordinator of all organisations; the rest by its author and by who
reviews: the coordinator, in a programme of one school its curator. Writing is in `services.practices_writing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, everywhere, places
from mentoring.errors import Forbidden, NotFound
from mentoring.mentorships import Form
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.practices import MENDABLE, Practice, PracticeState, tell_of
from messaging.replies import File
from programmes.programme import Scope
from services import allowed_places, naming
from services.desk import Desk
from services.people import last_page
from storage.practices import PracticeFilter

PAGE = 8


class Only(StrEnum):
    """What a list shows; each value is the letter that buttons carry."""

    PUBLISHED = "p"
    WAITING = "w"
    MINE = "m"


@dataclass(frozen=True, slots=True)
class View:
    """A list: `form` None: of every form; `part`: words that were sought, of published ones alone."""

    only: Only = Only.PUBLISHED
    form: Form | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """One page of practices, the newest first; `places`: their organisations by id."""

    view: View
    page: int
    total: int
    rows: tuple[Practice, ...]
    places: Mapping[int, Organisation]
    may_submit: bool
    may_review: bool
    municipal: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Card:
    """A practice as the actor sees it. `author`: their name while they consent to being published, else None."""

    practice: Practice
    organisation: Organisation
    author: str | None
    may_decide: bool
    may_mend: bool
    may_withdraw: bool


async def board(desk: Desk, view: View, page: int = 0) -> Board:
    """A page of practices; one past the end is the last. Raises Forbidden."""
    ensure_reader(desk)
    reviews = reviewed(desk)
    if view.only is Only.WAITING and not reviews:
        raise Forbidden
    found, total, page = await _page(desk, view, max(page, 0))
    known = await desk.work.organisations.many(one.organisation_id for one in found)
    may_submit = bool(places(desk.actor, Action.SUBMIT_PRACTICE))
    municipal = everywhere(desk.actor, Action.SEE_PRACTICES)
    return Board(view, page, total, found, known, may_submit, reviews, municipal)


async def card(desk: Desk, practice_id: int) -> Card:
    """One of them. Raises Forbidden, NotFound."""
    one = await known(desk, practice_id)
    organisation = await desk.work.organisations.get(one.organisation_id)
    if organisation is None:
        raise NotFound
    own, reviews = is_author(desk, one), reviewed(desk, one)
    names = await authors(desk, [one])
    return Card(
        one,
        organisation,
        names.get(one.author_id or 0),
        may_decide=reviews and one.state is PracticeState.SUBMITTED,
        may_mend=own and one.state in MENDABLE,
        may_withdraw=(own and one.state not in MENDABLE) or (reviews and one.state is PracticeState.PUBLISHED),
    )


async def known(desk: Desk, practice_id: int) -> Practice:
    """A practice that the actor may read. Raises Forbidden, NotFound."""
    ensure_reader(desk)
    one = await desk.work.practices.get(practice_id)
    if one is None:
        raise NotFound
    reviews = reviewed(desk, one) and one.state is not PracticeState.WITHDRAWN
    if one.state is not PracticeState.PUBLISHED and not reviews and not is_author(desk, one):
        raise Forbidden
    return one


async def attachment(desk: Desk, practice_id: int) -> File:
    """Its file; NotFound where there is none."""
    file = (await known(desk, practice_id)).story.file
    if file is None:
        raise NotFound
    return File(file.name, b"", file.photo, file.file_id)


async def authors(desk: Desk, listed: Iterable[Practice]) -> Mapping[int, str]:
    """Names of those authors who consent to their names being published now, by id."""
    people = await desk.work.people.many({one.author_id for one in listed if one.author_id is not None})
    named = await naming.published(desk, people.values())
    return {person.id: person.name for person in people.values() if person.id in named}


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Practice, ...]:
    """What waits for a hand, the oldest first; no rights are asked: for duties and digests.

    Of the municipality (None) what is to be reviewed; of an organisation what its authors are to correct, and in
    a programme of one school what is to be reviewed.
    """
    reviews = organisation_id is None or desk.programme.scope is Scope.SCHOOL
    states = {PracticeState.SUBMITTED} if reviews else set[PracticeState]()
    if organisation_id is not None:
        states.add(PracticeState.RETURNED)
    found = await desk.work.practices.listed(PracticeFilter(states, organisation_id=organisation_id))
    return tuple(reversed(found))


def ensure_reader(desk: Desk) -> None:
    """Raises Forbidden for whom the bank is not."""
    if not everywhere(desk.actor, Action.SEE_PRACTICES) and not places(desk.actor, Action.SEE_PRACTICES):
        raise Forbidden


def reviewed(desk: Desk, one: Practice | None = None) -> bool:
    """Whether the actor reviews this practice, or any: the coordinator, in a programme of one school its curator."""
    if everywhere(desk.actor, Action.REVIEW_PRACTICE):
        return True
    own = places(desk.actor, Action.REVIEW_PRACTICE) if desk.programme.scope is Scope.SCHOOL else ()
    return bool(own) if one is None else one.organisation_id in own


def is_author(desk: Desk, one: Practice) -> bool:
    """Whether the actor wrote it."""
    return one.author_id is not None and one.author_id == desk.actor.person_id


async def _page(desk: Desk, view: View, page: int) -> tuple[tuple[Practice, ...], int, int]:
    if view.part:
        # Databases fold the case of Cyrillic differently, and a bank has hundreds of practices at most.
        published = await desk.work.practices.listed(PracticeFilter({PracticeState.PUBLISHED}))
        listed = tell_of(published, view.part)
        page = min(page, last_page(len(listed)))
        return listed[page * PAGE : (page + 1) * PAGE], len(listed), page
    which = _filter(desk, view)
    found, total = await desk.work.practices.page(which, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = last_page(total)
        found, total = await desk.work.practices.page(which, offset=page * PAGE, limit=PAGE)
    return found, total, page


def _filter(desk: Desk, view: View) -> PracticeFilter:
    if view.only is Only.MINE:
        return PracticeFilter(form=view.form, author_id=desk.actor.person_id or 0)
    if view.only is Only.PUBLISHED:
        return PracticeFilter({PracticeState.PUBLISHED}, view.form)
    municipal = everywhere(desk.actor, Action.REVIEW_PRACTICE)
    own = None if municipal else places(desk.actor, Action.REVIEW_PRACTICE)[0]
    return PracticeFilter({PracticeState.SUBMITTED}, view.form, organisation_id=own)


async def own_places(desk: Desk) -> tuple[Organisation, ...]:
    """Organisations in whose name the actor submits practices. Raises Forbidden for none."""
    return await allowed_places.where(desk, Action.SUBMIT_PRACTICE)

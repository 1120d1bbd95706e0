"""The roadmap of an organisation or of the municipality: what is due there, how it stands, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.access import Action, Scope, ensure, everywhere, places
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, OrganisationKind
from mentoring.roadmap import PRESSING, Kept, MilestoneState, Standing, standing
from programmes.agenda import Planned, agenda
from services.desk import Desk
from services.fulfilled import Row, fulfilled
from surveys.wording import Wording

PAGE = 8
LAST_PAGE = 9_999
NOW = 10_000
"""A page number that means: the page on which the first thing stands that is not over."""


class Only(StrEnum):
    """Which milestones are listed."""

    PRESSING = "now"
    LATE = "late"
    ALL = "all"
    DONE = "done"


class Order(StrEnum):
    """What the list is headed by."""

    MONTH = "month"
    STAGE = "stage"


_CHOSEN: Mapping[Only, Callable[[Standing], bool]] = {
    Only.PRESSING: lambda how: how in PRESSING,
    Only.LATE: lambda how: how is Standing.LATE,
    Only.ALL: lambda how: True,
    Only.DONE: lambda how: how in (Standing.DONE, Standing.NOT_NEEDED),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where milestones are due: an organisation, or the municipality (None). `since`: its first day in the bot."""

    organisation: Organisation | None
    zone: str
    since: date

    @property
    def id(self) -> int | None:
        return self.organisation.id if self.organisation else None

    @property
    def kind(self) -> OrganisationKind | None:
        return self.organisation.kind if self.organisation else None


@dataclass(frozen=True, slots=True)
class Item:
    """A milestone in its place. `last`: its last day, as set by hand or else as planned; `sent`: the day on which the
    indicators that it asks for were sent, which did it."""

    place: Place
    planned: Planned
    code: str
    kept: Kept | None
    last: date | None
    standing: Standing
    sent: date | None = None

    @property
    def measure(self) -> Wording:
        return self.planned.milestone.row.measure

    @property
    def responsible(self) -> tuple[str, ...]:
        """Ids of the executors of its term; empty where the document names none."""
        return self.planned.milestone.due.responsible


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading: a stage's name, the first day of a month, or None for open days."""

    heading: Wording | date | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the roadmap. `counts`: how many stand how in all; `next`: what falls due next."""

    place: Place
    only: Only
    order: Order
    groups: tuple[Group, ...]
    counts: Mapping[Standing, int]
    next: Item | None
    page: int
    pages: int


# --- where ------------------------------------------------------------------------------------------------------------


async def visible(desk: Desk) -> tuple[Place, ...]:
    """The places whose roadmap the actor may see and that have one, the municipality first. Forbidden for none."""
    if everywhere(desk.actor, Action.SEE_ROADMAP):
        return await every(desk)
    own = places(desk.actor, Action.SEE_ROADMAP)
    if not own:
        raise Forbidden
    found = (await desk.work.organisations.many(own)).values()
    return tuple(
        _place(each) for each in sorted(found, key=lambda each: each.turn) if agenda(desk.programme, each.kind)
    )


async def every(desk: Desk) -> tuple[Place, ...]:
    """Every place that has a roadmap, the municipality first; asks no rights."""
    listed = await desk.work.organisations.all()
    found = [_place(each) for each in listed if agenda(desk.programme, each.kind)]
    return (_municipality(desk, listed), *found) if agenda(desk.programme, None) else tuple(found)


async def opened(desk: Desk, organisation_id: int | None) -> Place:
    """A place whose roadmap the actor may see. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_ROADMAP, Scope(organisation_id))
    return await place_of(desk, organisation_id)


async def place_of(desk: Desk, organisation_id: int | None) -> Place:
    """A place by its id; NotFound for none. Asks no rights."""
    if organisation_id is None:
        return _municipality(desk, await desk.work.organisations.all())
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    return _place(organisation)


def _place(organisation: Organisation) -> Place:
    return Place(organisation, organisation.zone, local_date(organisation.created_at, organisation.zone))


def _municipality(desk: Desk, listed: Iterable[Organisation]) -> Place:
    """It has been there since its first organisation came."""
    zone = desk.programme.zone
    since = min((local_date(each.created_at, zone) for each in listed), default=desk.today(zone))
    return Place(None, zone, since)


# --- what is due there ------------------------------------------------------------------------------------------------


def items_of(desk: Desk, place: Place, kept: Mapping[str, Kept], sent: Mapping[Row, date]) -> tuple[Item, ...]:
    """Everything due in a place, by day, open days last; `kept` holds what was done there, `sent` what was done by
    sending the indicators (`fulfilled`). Asks no rights."""
    today = desk.today(place.zone)
    found = [item_of(place, planned, kept, sent, today) for planned in agenda(desk.programme, place.kind)]
    return tuple(sorted(found, key=lambda each: each.last or date.max))


def item_of(place: Place, planned: Planned, kept: Mapping[str, Kept], sent: Mapping[Row, date], today: date) -> Item:
    """One milestone in its place; `today` is the day it is there."""
    code = planned.code(place.id)
    known, days = kept.get(code), planned.milestone.days
    by_hand = known.due if known is not None else None
    last = by_hand or (days.last if days is not None else None)
    if days is not None and (known is None or known.state is MilestoneState.OPEN):
        done = sent.get((place.id or 0, planned.milestone.row.place, days.last))
        if done is not None:
            return Item(place, planned, code, known, last, Standing.DONE, done)
    return Item(place, planned, code, known, last, standing(known, last, today, place.since))


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Item, ...]:
    """What is late, due today or due within two weeks in a place (None: the municipality), the latest first.

    For digests: asks no rights.
    """
    place = await place_of(desk, organisation_id)
    found = items_of(desk, place, await desk.work.milestones.of(organisation_id), await fulfilled(desk))
    return tuple(each for each in found if each.standing in PRESSING)


async def board(
    desk: Desk,
    organisation_id: int | None,
    only: Only | None = None,
    order: Order = Order.MONTH,
    page: int = NOW,
) -> Board:
    """A page of a place's roadmap; `only` None: what presses, or all where nothing does. Raises Forbidden, NotFound."""
    place = await opened(desk, organisation_id)
    items = items_of(desk, place, await desk.work.milestones.of(organisation_id), await fulfilled(desk))
    counts = {how: sum(each.standing is how for each in items) for how in Standing}
    only = only or (Only.PRESSING if any(counts[how] for how in PRESSING) else Only.ALL)
    listed = [each for each in items if _CHOSEN[only](each.standing)]
    if order is Order.STAGE:
        stages = [stage.id for stage in desk.programme.stages]
        listed.sort(key=lambda each: stages.index(each.planned.milestone.row.stage))
    pages = pages_of(len(listed), PAGE)
    at = _page_of_now(listed) if page == NOW and order is Order.MONTH else page % NOW
    at = min(max(at, 0), pages - 1)
    shown = listed[at * PAGE : (at + 1) * PAGE]
    ahead = next((each for each in items if each.standing is Standing.AHEAD), None)
    return Board(place, only, order, _grouped(desk, shown, order), counts, ahead, at, pages)


def _page_of_now(listed: list[Item]) -> int:
    over = (Standing.PAST, Standing.DONE, Standing.NOT_NEEDED)
    first = next((at for at, each in enumerate(listed) if each.standing not in over), 0)
    return first // PAGE


def _grouped(desk: Desk, shown: Iterable[Item], order: Order) -> tuple[Group, ...]:
    names = {stage.id: stage.name for stage in desk.programme.stages}
    found: dict[Wording | date | None, list[Item]] = {}
    for each in shown:
        month = each.last.replace(day=1) if each.last is not None else None
        heading = names[each.planned.milestone.row.stage] if order is Order.STAGE else month
        found.setdefault(heading, []).append(each)
    return tuple(Group(heading, tuple(items)) for heading, items in found.items())

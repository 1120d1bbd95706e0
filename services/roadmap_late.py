"""What is late and where, for the coordinator: by milestone over organisations, and by organisation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.roadmap import Standing, common_of
from programmes.agenda import agenda
from services.desk import Desk
from services.fulfilled import fulfilled
from services.roadmap import Item, Place, every, item_of

PAGE = 8


class Across(StrEnum):
    MILESTONES = "rows"
    ORGANISATIONS = "places"


@dataclass(frozen=True, slots=True)
class LateLine:
    """A milestone with the organisations where it is late, or an organisation with what is late there."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LatePage:
    """`concerned`: how many organisations have a roadmap, `total`: milestones late in all of them."""

    across: Across
    lines: tuple[LateLine, ...]
    total: int
    concerned: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class LateAt:
    """A page of the organisations where one milestone is late. `concerned`: how many it concerns at all."""

    item: Item
    places: tuple[Place, ...]
    total: int
    concerned: int
    page: int
    pages: int


async def late(desk: Desk, across: Across = Across.MILESTONES, page: int = 0) -> LatePage:
    """What most organisations are late with comes first. For the coordinator; raises Forbidden."""
    ensure(desk.actor, Action.SEE_ROADMAP, Scope())
    organisations = [each for each in await every(desk) if each.organisation is not None]
    items = await late_items(desk, organisations)
    grouped: dict[object, list[Item]] = {}
    for each in items:
        grouped.setdefault(common_of(each.code) if across is Across.MILESTONES else each.place.id, []).append(each)
    listed = sorted(grouped.values(), key=lambda group: (-len(group), group[0].code))
    page, pages = _page(page, len(listed))
    shown = tuple(LateLine(tuple(group)) for group in listed[page * PAGE : (page + 1) * PAGE])
    return LatePage(across, shown, len(items), len(organisations), page, pages)


async def late_at(desk: Desk, common: str, page: int = 0) -> LateAt:
    """Where one milestone is late, by name; `common` is what its codes share. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_ROADMAP, Scope())
    organisations = [each for each in await every(desk) if each.organisation is not None]
    items = [each for each in await late_items(desk, organisations) if common_of(each.code) == common]
    if not items:
        raise NotFound("roadmap-refusal-nowhere-late")
    page, pages = _page(page, len(items))
    places = tuple(each.place for each in items[page * PAGE : (page + 1) * PAGE])
    return LateAt(items[0], places, len(items), _concerned(desk, organisations, common), page, pages)


async def late_items(desk: Desk, places: Iterable[Place]) -> tuple[Item, ...]:
    """Everything late in these places, in their order; asks no rights."""
    kept, sent = await desk.work.milestones.all(), await fulfilled(desk)
    by_place: dict[int | None, list[str]] = {}
    for code, one in kept.items():
        if one.due is not None:
            by_place.setdefault(one.organisation_id, []).append(code)
    found = []
    for place in places:
        today, by_hand = desk.today(place.zone), set(by_place.get(place.id, ()))
        for planned in agenda(desk.programme, place.kind):
            days = planned.milestone.days
            over = days is not None and place.since <= days.last < today
            if over or (by_hand and planned.code(place.id) in by_hand):
                found.append(item_of(place, planned, kept, sent, today))
    return tuple(each for each in found if each.standing is Standing.LATE)


def _concerned(desk: Desk, organisations: Iterable[Place], common: str) -> int:
    kinds = [each.organisation.kind for each in organisations if each.organisation is not None]
    concerned = {
        kind for kind in set(kinds) if any(common_of(one.code(None)) == common for one in agenda(desk.programme, kind))
    }
    return sum(kind in concerned for kind in kinds)


def _page(page: int, total: int) -> tuple[int, int]:
    pages = pages_of(total, PAGE)
    return min(max(page, 0), pages - 1), pages

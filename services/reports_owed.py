"""Reports that the document asks for: what a place owes and has sent, and for the coordinator who has sent what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.sent_reports import OPEN, PRESSING, ReportState, SentReport, Standing, standing
from messaging.replies import File
from programmes.milestones import ReportDue
from programmes.reports_owed import Goes, days_owed, goes_to, on_request, owes, report_of
from services.desk import Desk
from services.fulfilled import Row, fulfilled
from services.roadmap import Place, place_of

PAGE = 8
BACK = timedelta(days=120)
AHEAD = timedelta(days=120)
"""What the coordinator gathers: reports due so long ago, and the next one due within so many days."""


@dataclass(frozen=True, slots=True)
class Item:
    """A report that a place owes by its last day. `sent`: what counts of it, None if nothing was sent or asked."""

    place: Place
    report: ReportDue
    last: date
    sent: SentReport | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Board:
    """A page of what a place owes and has sent: what presses first, then by day. `gathers`: the actor has all.

    makes: the actor may make the place's own report, the final one or the note.
    """

    place: Place
    items: tuple[Item, ...]
    page: int
    pages: int
    gathers: bool
    makes: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One report of a place. `by`, `decider` may be gone; `goes`: who accepts it."""

    item: Item
    goes: Goes
    by: Person | None
    decider: Person | None
    sends: bool
    decides: bool


@dataclass(frozen=True, slots=True)
class Round:
    """One report by one day, over all organisations that owe it. `waiting`: sent, and to be looked at."""

    report: ReportDue
    last: date
    items: tuple[Item, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(each for each in self.items if each.standing in OPEN)

    @property
    def waiting(self) -> tuple[Item, ...]:
        return tuple(each for each in self.items if each.standing is Standing.SENT)


async def opened(desk: Desk) -> tuple[Organisation, ...]:
    """The actor's own organisations; none for the coordinator, who gathers. Raises Forbidden for others."""
    own = places(desk.actor, Action.SEE_REPORTS)
    if not own and not everywhere(desk.actor, Action.SEE_REPORTS):
        raise Forbidden
    return tuple((await desk.work.organisations.many(own)).values()) if own else ()


async def board(desk: Desk, organisation_id: int | None, page: int = 0) -> Board:
    """A page past the end is the last. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_REPORTS, Scope(organisation_id))
    place = await place_of(desk, organisation_id)
    items = items_of(desk, place, await desk.work.sent_reports.of(organisation_id), await fulfilled(desk))
    pages = pages_of(len(items), PAGE)
    page = min(max(page, 0), pages - 1)
    gathers = everywhere(desk.actor, Action.DECIDE_REPORT)
    makes = allowed(desk.actor, Action.MAKE_REPORT, Scope(organisation_id))
    return Board(place, items[page * PAGE : (page + 1) * PAGE], page, pages, gathers, makes)


async def card(desk: Desk, organisation_id: int | None, report: str, last: date) -> Card:
    """Raises Forbidden, and NotFound for what the place does not owe."""
    ensure(desk.actor, Action.SEE_REPORTS, Scope(organisation_id))
    item = await item_of(desk, organisation_id, report, last)
    sent, goes = item.sent, goes_of(desk, item)
    people = await desk.work.people.many({sent.sent_by, sent.decided_by or sent.sent_by} if sent else ())
    sends = allowed(desk.actor, Action.SEND_REPORT, Scope(organisation_id)) and may_send(item, goes)
    decides = item.standing is Standing.SENT and decides_for(desk, item)
    by = people.get(sent.sent_by) if sent else None
    return Card(item, goes, by, people.get(sent.decided_by or 0) if sent else None, sends, decides)


async def file(desk: Desk, organisation_id: int | None, report: str, last: date) -> tuple[Item, File]:
    """The report's file; NotFound where there is none."""
    item = (await card(desk, organisation_id, report, last)).item
    kept = item.sent.file if item.sent is not None else None
    if kept is None:
        raise NotFound
    return item, File(kept.name, b"", kept.photo, kept.file_id)


async def rounds(desk: Desk) -> tuple[Round, ...]:
    """For the coordinator: each report of organisations that was due lately or is the next one, by day."""
    ensure(desk.actor, Action.DECIDE_REPORT, Scope())
    today = desk.today()
    found: dict[tuple[str, date], list[Item]] = {}
    for item in await every_item(desk, today - BACK):
        if item.place.id is not None and item.standing is not Standing.PAST:
            found.setdefault((item.report.id, item.last), []).append(item)
    every = [Round(items[0].report, last, tuple(items)) for (_, last), items in found.items()]
    coming: set[str] = set()
    shown = []
    for each in sorted(every, key=lambda one: one.last):
        if each.last >= today:
            if each.report.id in coming or each.last > today + AHEAD:
                continue
            coming.add(each.report.id)
        shown.append(each)
    return tuple(shown)


async def round_of(desk: Desk, report: str, last: date) -> Round:
    """One of them, its organisations by name; for the coordinator. NotFound for what nobody owes."""
    ensure(desk.actor, Action.DECIDE_REPORT, Scope())
    items = [each for each in await every_item(desk, last) if (each.report.id, each.last) == (report, last)]
    found = tuple(each for each in items if each.place.id is not None and each.standing is not Standing.PAST)
    if not found:
        raise NotFound
    return Round(found[0].report, last, found)


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Item, ...]:
    """What a place (None: the municipality) has to send soon, or over again; for digests: asks no rights."""
    place = await place_of(desk, organisation_id)
    items = items_of(desk, place, await desk.work.sent_reports.of(organisation_id), await fulfilled(desk))
    return tuple(each for each in items if each.standing in PRESSING)


async def to_decide(desk: Desk) -> tuple[Item, ...]:
    """What organisations have sent and nobody has looked at, whoever is to; for digests: asks no rights."""
    items = await every_item(desk, desk.programme.years.whole.first)
    waiting = (each for each in items if each.standing is Standing.SENT)
    return tuple(each for each in waiting if goes_of(desk, each) is not Goes.NOBODY)


# --- asking no rights ------------------------------------------------------------------------------------------------


async def every_item(desk: Desk, since: date) -> tuple[Item, ...]:
    """Everything owed on that day or later: the municipality's, then of each organisation by name."""
    sent: dict[int | None, list[SentReport]] = {}
    for each in await desk.work.sent_reports.all(since):
        sent.setdefault(each.organisation_id, []).append(each)
    listed = [
        Place(each, each.zone, local_date(each.created_at, each.zone)) for each in await desk.work.organisations.all()
    ]
    found: list[Item] = []
    done = await fulfilled(desk)
    for place in (await place_of(desk, None), *listed):
        found += (each for each in items_of(desk, place, sent.get(place.id, ()), done) if each.last >= since)
    return tuple(found)


def items_of(desk: Desk, place: Place, sent: Iterable[SentReport], done: Mapping[Row, date]) -> tuple[Item, ...]:
    """What a place owes, by the document and on request: what presses first, then what was sent, then what is far.

    `done`: what was done by sending the indicators (`fulfilled`).
    """
    kind, today = place.organisation.kind if place.organisation else None, desk.today(place.zone)
    kept = {(each.report, each.due): each for each in sent}
    listed = {(report.id, last): report for report, last in days_owed(desk.programme, kind)}
    for name, due in kept:
        asked = report_of(desk.programme, name)
        if asked is not None:
            listed.setdefault((name, due), asked)
    found = []
    for (name, last), report in listed.items():
        one = kept.get((name, last))
        stand = standing(one, last, today, place.since)
        if stand in OPEN and stand is not Standing.RETURNED and (place.id or 0, report.place, last) in done:
            stand = Standing.FULFILLED
        found.append(Item(place, report, last, one, stand))
    return tuple(sorted(found, key=_pressing))


async def item_of(desk: Desk, organisation_id: int | None, report: str, last: date) -> Item:
    """One of them. Raises NotFound."""
    place = await place_of(desk, organisation_id)
    items = items_of(desk, place, await desk.work.sent_reports.of(organisation_id), await fulfilled(desk))
    found = next((each for each in items if (each.report.id, each.last) == (report, last)), None)
    if found is None:
        raise NotFound
    return found


def requested(desk: Desk) -> tuple[ReportDue, ...]:
    """Reports that the coordinator may ask for; none where the document has none."""
    return on_request(desk.programme) if everywhere(desk.actor, Action.DECIDE_REPORT) else ()


def owing(desk: Desk, report: ReportDue, organisations: Iterable[Organisation]) -> tuple[int | None, ...]:
    """The places that owe it when it is asked for; None: the municipality itself."""
    found: list[int | None] = [None] if owes(desk.programme, report, None) else []
    return (*found, *(each.id for each in organisations if owes(desk.programme, report, each.kind)))


def goes_of(desk: Desk, item: Item) -> Goes:
    kind = item.place.organisation.kind if item.place.organisation else None
    return goes_to(desk.programme, item.report, kind)


def may_send(item: Item, goes: Goes) -> bool:
    """What was accepted stays; what nobody accepts may be sent over again."""
    if item.standing is Standing.PAST:
        return False
    return item.sent is None or item.sent.state is not ReportState.ACCEPTED or goes is Goes.NOBODY


def decides_for(desk: Desk, item: Item) -> bool:
    """Whether the actor is who takes this report: the coordinator, or the head of this very organisation."""
    match goes_of(desk, item):
        case Goes.COORDINATOR:
            return everywhere(desk.actor, Action.DECIDE_REPORT)
        case Goes.HEAD:
            return item.place.id in places(desk.actor, Action.DECIDE_REPORT)
    return False


def _pressing(item: Item) -> tuple[int, date, str]:
    if item.standing in PRESSING:
        return 0, item.last, item.report.id
    return (2 if item.standing is Standing.PAST else 1), item.last, item.report.id

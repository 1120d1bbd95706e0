"""Reminders of the roadmap: to its executors one message a day at most, to the coordinator one a week of what is late.

At 9:00 by the clock of the place, outside quiet hours. What a downtime swallowed is told with the next message if it
still makes sense. `gather` and `gather_late` find what there is to say, `duty` says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.clock import at, local_date, monday_of
from mentoring.people import OrganisationKind, Person
from mentoring.reminders import MORNING
from mentoring.roadmap import CLOSED, LATE_AFTER, LOOKS_BACK, Kept, falls, reminders
from mentoring.roles import Category, Role
from messaging.replies import Lane
from programmes.agenda import Planned, agenda
from services import notices, roadmap_words
from services.desk import Desk
from services.executors import standing as executors_of
from services.mornings import heard, speaks
from services.roadmap import Item, Place, every, item_of
from services.roadmap_late import late_items
from services.roadmap_people import hears, staff

WEEK = timedelta(days=7)
WEEKS_BACK = 8


@dataclass(frozen=True, slots=True)
class Notice:
    """What one person is to hear today, the most pressing first; `zone` is that of the first of the places."""

    person: Person
    day: date
    zone: str
    items: tuple[Item, ...]
    sees_roadmap: bool

    @property
    def key(self) -> str:
        return _key(self.person.id, self.day)


@dataclass(frozen=True, slots=True)
class LateNotice:
    """What a coordinator is to hear this Monday: everything late in the organisations."""

    person: Person
    monday: date
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        return _late_key(self.person.id, self.monday)


async def duty(desk: Desk) -> datetime | None:
    """Says what is to be said now; returns the next moment (UTC) at which something may fall due."""
    if not desk.programme.roadmap:
        return None
    places, kept = await every(desk), await desk.work.milestones.all()
    for notice in await gather(desk, places, kept):
        await _send(desk, notice)
    for weekly in await gather_late(desk, places):
        await _send_late(desk, weekly)
    return min((moment for moment in _moments(desk, places, kept) if moment > desk.now), default=None)


async def gather(desk: Desk, places: Iterable[Place], kept: Mapping[str, Kept]) -> tuple[Notice, ...]:
    """Everybody who has something of the roadmap to hear now and has not heard it; nobody outside the hours for it."""
    near = list(_near(desk, [place for place in places if speaks(desk, place.zone)], kept))
    if not near:
        return ()
    concerned = {each.place.id: each.place.organisation for each in near if each.place.organisation is not None}
    stand = await executors_of(desk, concerned.values())
    listed: dict[int, list[Item]] = {}
    for each in near:
        for person_id in hears(stand, each):
            listed.setdefault(person_id, []).append(each)
    people = await desk.work.people.many(await desk.work.chats.of_people(listed))
    grown = {one: people[one] for one in listed if one in people and people[one].category is not Category.PUPIL}
    told = await heard(desk, {one: _today(desk, listed[one]) for one in grown}, _key, back=LOOKS_BACK)
    return tuple(
        Notice(grown[one], _today(desk, listed[one]), listed[one][0].place.zone, fresh, staff(stand, one, fresh))
        for one, before in told.items()
        if (fresh := _fresh(listed[one], _today(desk, listed[one]), before))
    )


def _near(desk: Desk, places: Iterable[Place], kept: Mapping[str, Kept]) -> Iterator[Item]:
    """What somebody may have to hear today; found once for all organisations of a kind that share a day."""
    by_hand = {(one.organisation_id, code) for code, one in kept.items() if one.due is not None}
    moved_at = {organisation_id for organisation_id, _ in by_hand}
    known: dict[tuple[OrganisationKind | None, date], tuple[Planned, ...]] = {}
    for place in places:
        today, kind = desk.today(place.zone), place.kind
        if (kind, today) not in known:
            known[kind, today] = tuple(each for each in agenda(desk.programme, kind) if _falls(each, today))
        near = known[kind, today]
        if place.id in moved_at:
            near = tuple(
                each
                for each in agenda(desk.programme, kind)
                if each in near or (place.id, each.code(place.id)) in by_hand
            )
        for item in (item_of(place, planned, kept, today) for planned in near):
            if item.standing not in CLOSED and item.last is not None and falls(item.last, today, None):
                yield item


def _falls(planned: Planned, today: date) -> bool:
    days = planned.milestone.days
    return days is not None and falls(days.last, today, None)


def _fresh(items: Sequence[Item], today: date, told: date | None) -> tuple[Item, ...]:
    """What is new to somebody who heard of the roadmap on `told`, by day."""
    found = [each for each in items if each.last is not None and falls(each.last, today, told)]
    return tuple(sorted(found, key=lambda each: each.last or date.max))


def _today(desk: Desk, items: Sequence[Item]) -> date:
    return desk.today(items[0].place.zone)


async def gather_late(desk: Desk, places: Iterable[Place]) -> tuple[LateNotice, ...]:
    """On Mondays: the coordinators who have not heard yet, if anything became late since they last heard."""
    zone = desk.programme.zone
    monday = local_date(desk.now, zone)
    if monday != monday_of(monday) or not speaks(desk, zone):
        return ()
    holders = await desk.work.memberships.holders(Role.COORDINATOR, None)
    people = await desk.work.people.many({one.person_id for one in holders})
    mondays = [monday - back * WEEK for back in range(WEEKS_BACK + 1)]
    unused = await desk.work.meetings.unused([_late_key(one, each) for one in people for each in mondays])
    waiting = [one for one in people if _late_key(one, monday) in unused]
    items = await late_items(desk, (each for each in places if each.id is not None)) if waiting else ()
    found = []
    for one in waiting:
        told = next((each for each in mondays if _late_key(one, each) not in unused), mondays[-1])
        if any(each.last is not None and each.last + LATE_AFTER > told for each in items):
            found.append(LateNotice(people[one], monday, items))
    return tuple(found)


async def _send(desk: Desk, notice: Notice) -> None:
    await notices.to(
        desk,
        notice.person.id,
        roadmap_words.reminder(notice.items),
        keyboard=roadmap_words.ways(notice.items, whole=notice.sees_roadmap),
        lane=Lane.REMINDER,
        key=notice.key,
        due=at(notice.day, MORNING, notice.zone),
        not_before=desk.programme.quiet.release(desk.now, notice.person.zone or notice.zone),
        expires_at=at(notice.day + timedelta(days=1), MORNING, notice.zone),
    )


async def _send_late(desk: Desk, notice: LateNotice) -> None:
    zone = desk.programme.zone
    await notices.to(
        desk,
        notice.person.id,
        roadmap_words.weekly(notice.items),
        keyboard=roadmap_words.late_ways(),
        lane=Lane.REMINDER,
        key=notice.key,
        due=at(notice.monday, MORNING, zone),
        not_before=desk.programme.quiet.release(desk.now, notice.person.zone or zone),
        expires_at=at(notice.monday + WEEK, MORNING, zone),
    )


def _moments(desk: Desk, places: Iterable[Place], kept: Mapping[str, Kept]) -> Iterator[datetime]:
    """Mornings on which something may be to be said, those of the past among them."""
    zones: dict[str, set[OrganisationKind | None]] = {}
    for place in places:
        zones.setdefault(place.zone, set()).add(place.kind)
    by_hand = {one.due for one in kept.values() if one.due is not None}
    for zone, kinds in zones.items():
        planned = (each.milestone.days for kind in kinds for each in agenda(desk.programme, kind))
        for last in {days.last for days in planned if days is not None} | by_hand:
            yield from (at(day, MORNING, zone) for day in reminders(last))
            yield at(monday_of(last + LATE_AFTER + timedelta(days=6)), MORNING, desk.programme.zone)


def _key(person_id: int, day: date) -> str:
    return f"roadmap:{person_id}:{day.isoformat()}"


def _late_key(person_id: int, monday: date) -> str:
    return f"roadmap-late:{person_id}:{monday.isoformat()}"

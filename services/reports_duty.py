"""Reminders of reports owed: 14, 3 and 0 days before and the day after, one message a person a day at most.

At 9:00 by the clock of the place, outside quiet hours; what a downtime swallowed is told with the next message. A
report that stands in the roadmap too is left to the roadmap's reminders until its row there is closed. The coordinator
hears, the day after the last one, which organisations have not sent theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from mentoring.clock import at, local_date
from mentoring.reminders import MORNING
from mentoring.roadmap import LATE_AFTER, LOOKS_BACK, MilestoneState, falls, reminders
from mentoring.roles import Role
from mentoring.sent_reports import OPEN, Standing
from messaging.replies import Button, Lane, Lines, Say, Text, press
from programmes.agenda import agenda
from services import notices
from services.desk import Desk
from services.dialogue_screens import own
from services.executors import standing as executors_of
from services.mornings import heard, speaks
from services.reports_owed import Item, every_item
from services.sent_reports import open_press

NAMED = 8
"""Reports or organisations that a message names; the rest are counted."""


async def duty(desk: Desk) -> datetime | None:
    """Says what is to be said now; gives the next moment (UTC) at which something may fall due."""
    if not desk.programme.reports:
        return None
    items = await every_item(desk, desk.programme.years.whole.first)
    waits = [each for each in items if each.standing in OPEN]
    near = [each for each in waits if falls(each.last, desk.today(each.place.zone), _heard(each))]
    await _remind(desk, await _only_here(desk, [each for each in near if speaks(desk, each.place.zone)]))
    if speaks(desk, desk.programme.zone):
        await _report_missing(desk, waits)
    return min((moment for moment in _moments(desk, items) if moment > desk.now), default=None)


async def _remind(desk: Desk, near: Sequence[Item]) -> None:
    if not near:
        return
    places = {each.place.id: each.place.organisation for each in near if each.place.organisation is not None}
    stand = await executors_of(desk, places.values())
    listed: dict[int, list[Item]] = {}
    for each in near:
        for person_id in stand.behind(each.report.by, each.place.organisation):
            listed.setdefault(person_id, []).append(each)
    told = await heard(
        desk, {one: desk.today(items[0].place.zone) for one, items in listed.items()}, _key, back=LOOKS_BACK
    )
    for person_id, before in told.items():
        today = desk.today(listed[person_id][0].place.zone)
        fresh = [each for each in listed[person_id] if falls(each.last, today, _newest(before, _heard(each)))]
        if fresh:
            await _tell(desk, person_id, today, fresh)


async def _only_here(desk: Desk, due: Sequence[Item]) -> list[Item]:
    """Without those of which the roadmap speaks: a row at the same place of the document, due on the same day."""
    if not due:
        return []
    kept = await desk.work.milestones.all()
    left = []
    for each in due:
        kind = each.place.organisation.kind if each.place.organisation else None
        codes = [
            planned.code(each.place.id)
            for planned in agenda(desk.programme, kind)
            if (days := planned.milestone.days) is not None
            and (planned.milestone.row.place, days.last) == (each.report.place, each.last)
        ]
        if all(code in kept and kept[code].state is not MilestoneState.OPEN for code in codes):
            left.append(each)
    return left


def _heard(item: Item) -> date | None:
    """The day on which the place was told of it anyway: it was asked for, or returned."""
    sent = item.sent
    if sent is None:
        return None
    moment = sent.decided_at if item.standing is Standing.RETURNED else sent.sent_at
    return None if moment is None else local_date(moment, item.place.zone)


def _newest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


async def _tell(desk: Desk, person_id: int, day: date, items: Sequence[Item]) -> None:
    several = len({each.place.id for each in items}) > 1
    lines: list[Text] = [Say("owed-due", {"count": len(items)})]
    lines += [
        Say(
            "owed-due-line",
            {
                "report": own(each.report.name),
                "day": each.last,
                "standing": each.standing.value,
                "organisation": each.place.organisation.name if several and each.place.organisation else "none",
            },
        )
        for each in items[:NAMED]
    ]
    lines += [Say("owed-more", {"count": len(items) - NAMED})] if len(items) > NAMED else []
    where = open_press(items[0]) if len(items) == 1 else press("reports.of", items[0].place.id or 0)
    await _write(desk, person_id, Lines(tuple(lines)), where, _key(person_id, day), day, items[0].place.zone)


async def _report_missing(desk: Desk, waits: Iterable[Item]) -> None:
    """The day after the last day, for a week: once a report, who has not sent it."""
    zone = desk.programme.zone
    today = desk.today(zone)
    missing: dict[tuple[str, date], list[Item]] = {}
    for each in waits:
        if each.place.id is not None and timedelta() < today - each.last <= timedelta(days=7):
            missing.setdefault((each.report.id, each.last), []).append(each)
    if not missing:
        return
    leaders = [one.person_id for one in await desk.work.memberships.holders(Role.COORDINATOR, None)]
    keys = {f"owed-late:{name}:{last}:{one}": (name, last, one) for name, last in missing for one in leaders}
    for planned in sorted(await desk.work.meetings.unused(keys)):
        name, last, one = keys[planned]
        items = missing[name, last]
        said = {
            "report": own(items[0].report.name),
            "day": last,
            "count": len(items),
            "names": ", ".join(each.place.organisation.name for each in items[:NAMED] if each.place.organisation),
            "rest": max(0, len(items) - NAMED),
        }
        where = press("owed.who", name, f"{last:%Y%m%d}", 0)
        await _write(desk, one, Say("owed-late", said), where, planned, last + LATE_AFTER, zone)


async def _write(desk: Desk, person_id: int, said: Text, where: str, planned: str, day: date, zone: str) -> None:
    await notices.to(
        desk,
        person_id,
        said,
        keyboard=((Button(Say("owed-open"), where),),),
        lane=Lane.REMINDER,
        key=planned,
        due=at(day, MORNING, zone),
        not_before=desk.programme.quiet.release(desk.now, zone),
    )


def _key(person_id: int, day: date) -> str:
    return f"owed-due:{person_id}:{day}"


def _moments(desk: Desk, items: Iterable[Item]) -> Iterator[datetime]:
    """Mornings on which something may be to be said, those of the past among them."""
    for zone, last in {(each.place.zone, each.last) for each in items}:
        yield from (at(day, MORNING, zone) for day in reminders(last))
        yield at(last + LATE_AFTER, MORNING, desk.programme.zone)

"""Reminders of the report dates: curators who have not sent, a week before and on the day; the coordinator once after.

All at 9:00 local, outside the quiet hours of whoever gets them; what has lost its sense by a downtime is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.clock import at
from mentoring.indicators import ReportingPeriod
from mentoring.people import Organisation
from mentoring.reminders import MORNING
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from programmes.reporting import periods
from services import notices
from services.desk import Desk
from services.indicators_sent import reporters

BEFORE = timedelta(days=7)
NAMED = 8
"""Organisations that a message names; the rest are counted."""


class Stage(StrEnum):
    AHEAD = "ahead"
    TODAY = "today"
    AFTER = "after"


_DAYS = {
    Stage.AHEAD: (-BEFORE, timedelta()),
    Stage.TODAY: (timedelta(), timedelta(days=1)),
    Stage.AFTER: (timedelta(days=1), timedelta(days=8)),
}
"""From how many days off the report date a reminder makes sense, until how many."""


@dataclass(frozen=True, slots=True)
class _Reminder:
    """About one period, in one zone: an organisation's curators, or (None) the coordinators."""

    period: ReportingPeriod
    stage: Stage
    place: Organisation | None
    zone: str

    def _at(self, days: timedelta) -> datetime:
        return at(self.period.report_date + days, MORNING, self.zone)

    @property
    def begins(self) -> datetime:
        return self._at(_DAYS[self.stage][0])

    @property
    def ends(self) -> datetime:
        return self._at(_DAYS[self.stage][1])

    def key(self, person_id: int) -> str:
        return f"indicators:{self.period.code}:{self.stage}:{self.place.id if self.place else 0}:{person_id}"


async def duty(desk: Desk) -> datetime | None:
    """Tells who has not sent; returns the next moment (UTC) at which something falls due."""
    if not desk.programme.indicators:
        return None
    every = await reporters(desk)
    listed = list(_planned(desk, every))
    open_now = [one for one in listed if one.begins <= desk.now < one.ends]
    if open_now:
        await _remind(desk, open_now, every)
    return min((one.begins for one in listed if one.begins > desk.now), default=None)


def _planned(desk: Desk, every: Iterable[Organisation]) -> Iterator[_Reminder]:
    places = tuple(every)
    for period in periods(desk.programme):
        yield _Reminder(period, Stage.AFTER, None, desk.programme.zone)
        for place in places:
            yield _Reminder(period, Stage.AHEAD, place, place.zone)
            yield _Reminder(period, Stage.TODAY, place, place.zone)


async def _remind(desk: Desk, listed: list[_Reminder], every: tuple[Organisation, ...]) -> None:
    sent = await desk.work.indicators.senders({one.period.code for one in listed})
    places = {one.place.id for one in listed if one.place is not None}
    curators = await desk.work.memberships.holders_in(Role.CURATOR, places)
    leaders = [each.person_id for each in await desk.work.memberships.holders(Role.COORDINATOR, None)]
    wanted = []
    for one in listed:
        done = sent.get(one.period.code, frozenset())
        if one.place is None and any(each.id not in done for each in every):
            wanted += [(one, person) for person in leaders]
        elif one.place is not None and one.place.id not in done:
            wanted += [(one, person) for person in curators.get(one.place.id, ())]
    unused = await desk.work.meetings.unused([one.key(person) for one, person in wanted])
    people = await desk.work.people.many({person for one, person in wanted if one.key(person) in unused})
    for one, person in wanted:
        if one.key(person) in unused:
            done = sent.get(one.period.code, frozenset())
            missing = tuple(each for each in every if each.id not in done)
            await _tell(desk, one, person, people[person].zone or one.zone, missing)


async def _tell(desk: Desk, one: _Reminder, person_id: int, zone: str, missing: tuple[Organisation, ...]) -> None:
    keyboard = ((Button(Say("indicators-open"), press("indicators.of", one.place.id if one.place else 0)),),)
    await notices.to(
        desk,
        person_id,
        _words(one, missing),
        keyboard=keyboard,
        lane=Lane.REMINDER,
        key=one.key(person_id),
        due=one.begins,
        not_before=desk.programme.quiet.release(desk.now, zone),
        expires_at=one.ends,
    )


def _words(one: _Reminder, missing: tuple[Organisation, ...]) -> Say:
    period = one.period
    said = {"year": str(period.year), "quarter": str(period.quarter or "none"), "day": period.report_date}
    if one.place is not None:
        return Say(f"indicators-due-{one.stage}", {**said, "organisation": one.place.name})
    named = ", ".join(each.name for each in missing[:NAMED])
    rest = str(len(missing) - NAMED) if len(missing) > NAMED else "none"
    return Say("indicators-due-after", {**said, "names": named, "count": len(missing), "rest": rest})

"""The coordinator asks those who have not sent a period's indicators: with one press, each at most once a day."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import NotFound
from mentoring.indicators import ReportingPeriod
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.desk import Desk
from services.indicators_sent import receipts


@dataclass(frozen=True, slots=True)
class Chased:
    """What came of it, organisation by organisation: asked now, asked earlier today, nobody there to be asked."""

    period: ReportingPeriod
    asked: tuple[Organisation, ...]
    earlier: tuple[Organisation, ...]
    nobody: tuple[Organisation, ...]


async def remind(desk: Desk, organisation_id: int | None, period: str) -> Chased:
    """Asks the curators of one organisation, or (None) of all that have not sent. Raises Forbidden and NotFound.

    One that has sent in the meantime is left in peace. Curators hear of it outside their quiet hours.
    """
    found = await receipts(desk, period)
    wanted = [each for each in found.missing if organisation_id in (None, each.id)]
    if not wanted and organisation_id is not None and organisation_id not in {each.id for each, _ in found.sent}:
        raise NotFound
    curators = await desk.work.memberships.holders_in(Role.CURATOR, {each.id for each in wanted})
    people = await desk.work.people.many({one for several in curators.values() for one in several})
    asked: list[Organisation] = []
    earlier: list[Organisation] = []
    nobody: list[Organisation] = []
    for each in wanted:
        keys = {_key(desk, found.period, each, one): people[one] for one in curators.get(each.id, ())}
        unused = await desk.work.meetings.unused(list(keys))
        told = [await _ask(desk, each, found.period, keys[key], key) for key in sorted(unused)]
        (asked if any(told) else earlier if len(unused) < len(keys) else nobody).append(each)
    return Chased(found.period, tuple(asked), tuple(earlier), tuple(nobody))


def _key(desk: Desk, period: ReportingPeriod, place: Organisation, person_id: int) -> str:
    return f"indicators:{period.code}:asked:{place.id}:{person_id}:{desk.today()}"


async def _ask(desk: Desk, place: Organisation, period: ReportingPeriod, curator: Person, key: str) -> bool:
    said = {"organisation": place.name, "year": str(period.year), "quarter": str(period.quarter or "none")}
    return await notices.to(
        desk,
        curator.id,
        Say("indicators-asked", {**said, "day": period.report_date}),
        keyboard=((Button(Say("indicators-open"), press("indicators.show", place.id, period.code)),),),
        lane=Lane.REMINDER,
        key=key,
        due=desk.now,
        not_before=desk.programme.quiet.release(desk.now, curator.zone or place.zone),
    )

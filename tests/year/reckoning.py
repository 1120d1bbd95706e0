"""The numbers of a summary, counted from the ledger alone, one by one as docs/results.md words them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from tests.year.ledger import Asked, Ledger, Union

STILL = 21
"""Full local days without a meeting, from which on a pair is said to wait."""
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Mean:
    """`value` in hundredths, half up; None of nothing. `people`: different ones who answered."""

    value: int | None
    count: int
    change: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Everything a summary says. `waiting`: days by mentorship; `rates`: answered and asked."""

    active: int
    planned: int
    held: int
    unplanned: int
    not_held: int
    unlogged: int
    cancelled: int
    moved: int
    feedback: tuple[int, int]
    questionnaires: tuple[int, int]
    meeting_marks: Mean
    satisfaction: Mean
    waiting: dict[int, int]


def bounds(now: datetime, span: str, zone: str) -> tuple[datetime, datetime, datetime]:
    """Where the period before began, where this one begins, and now: by the wall clock of the zone."""
    ends = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    starts = ends - timedelta(days=7) if span == "week" else _earlier(ends, MONTHS[span])
    before = starts - (ends - starts)
    return _utc(before, zone), _utc(starts, zone), now


def _earlier(moment: datetime, months: int) -> datetime:
    year, month = moment.year, moment.month - months
    while month < 1:
        year, month = year - 1, month + 12
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def _utc(wall: datetime, zone: str) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def sums(ledger: Ledger, places: Collection[int], now: datetime, span: str, zone: str) -> Sums:
    """The summary of these organisations up to now."""
    before, starts, ends = bounds(now, span, zone)
    unions = {one.id: one for one in ledger.unions.values() if one.place in places}
    meetings = [one for one in ledger.meetings.values() if one.union in unions and starts <= one.at < ends]
    arranged = [one.state for one in meetings if one.planned]
    asked = [one for one in ledger.asked.values() if one.place in places]
    fresh = [one for one in asked if starts <= one.at < ends and one.state != "withdrawn"]
    return Sums(
        active=sum(_at_work(one, starts, ends) for one in unions.values()),
        planned=sum(state != "cancelled" for state in arranged),
        held=arranged.count("held"),
        unplanned=sum(not one.planned and one.state == "held" for one in meetings),
        not_held=arranged.count("not_held"),
        unlogged=arranged.count("planned"),
        cancelled=sum(one.state == "cancelled" for one in meetings),
        moved=sum(one.moves > 0 for one in meetings),
        feedback=_answered([one for one in fresh if one.stage == "feedback"], ends),
        questionnaires=_answered([one for one in fresh if one.stage != "feedback"], ends),
        meeting_marks=_mean(asked, "meeting", (before, starts, ends)),
        satisfaction=_mean(asked, "satisfaction", (before, starts, ends)),
        waiting=_waiting(ledger, unions, ends, zone),
    )


def _at_work(one: Union, starts: datetime, ends: datetime) -> bool:
    return one.began is not None and one.began < ends and (one.ended is None or one.ended >= starts)


def _answered(asked: list[Asked], ends: datetime) -> tuple[int, int]:
    return sum(one.answered is not None and one.answered < ends for one in asked), len(asked)


def _mean(asked: list[Asked], measure: str, edges: tuple[datetime, datetime, datetime]) -> Mean:
    before, starts, ends = edges
    now = _marks(asked, measure, starts, ends)
    earlier = [value for _, value in _marks(asked, measure, before, starts)]
    values = [value for _, value in now]
    change = Fraction(sum(values), len(values)) - Fraction(sum(earlier), len(earlier)) if values and earlier else None
    return Mean(
        hundredths(Fraction(sum(values), len(values))) if values else None,
        len(values),
        None if change is None else hundredths(change),
        len({chat for chat, _ in now}),
    )


def _marks(asked: list[Asked], measure: str, starts: datetime, ends: datetime) -> list[tuple[int, int]]:
    return [
        (one.chat, value)
        for one in asked
        if one.answered is not None and starts <= one.answered < ends
        for name, value in one.marks
        if name == measure
    ]


def hundredths(value: Fraction) -> int:
    """Half away from nothing, as one rounds by hand."""
    many = (abs(value) * 200 + 1) // 2
    return int(many if value >= 0 else -many)


def _waiting(ledger: Ledger, unions: dict[int, Union], now: datetime, zone: str) -> dict[int, int]:
    found = {}
    for one in unions.values():
        if one.began is None or one.began >= now or (one.ended is not None and one.ended < now):
            continue
        met = [each.at for each in ledger.meetings.values() if each.union == one.id and each.state == "held"]
        since = max([at for at in met if at < now], default=one.began)
        here = ZoneInfo(zone)
        days = (now.astimezone(here).date() - since.astimezone(here).date()).days
        if days >= STILL:
            found[one.id] = days
    return found

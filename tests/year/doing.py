"""Unions and meetings over a year: proposed, agreed, ordered, met, moved, logged, ended, each step in the ledger."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from services import agreement, endings, forming, meeting_log, meetings
from services.mentorships import STATES, Which
from storage.mentorships import PairFilter
from surveys.path import Value
from surveys.record import Subject
from tests.year.casting import Life
from tests.year.ledger import Met, Union
from tests.year.town import Town


async def proposes(town: Town, life: Life) -> Union:
    """The curator proposes, everybody agrees; entry questionnaires come."""
    sort = life.sort
    sides = {"mentor": life.mentors, "mentee": life.mentees}
    answers: dict[str, Value] = {"form": sort.form, "role_model": sort.model}
    for side, souls in sides.items():
        answers[f"{side}s"] = [str(town.ids[soul.chat]) for soul in souls]
        answers[side] = str(town.ids[souls[0].chat])
    if len(life.mentors) > 1:
        answers["gathering"] = "circle"
    else:
        answers["gathering"] = "group" if len(life.mentees) > 1 else "pair"
    if sort.network and len(life.souls) == 2:
        answers["kind"] = sort.network
    day = town.ledger.day(town.world.now, life.place)
    answers |= {"starts": day.isoformat(), "ends": life.ends.isoformat()}
    async with town.desk(town.staff[life.place, "curator"]) as desk:
        await town.finishes(desk, forming.propose, Subject("organisation", life.place), answers)
        (made, *_), _ = await desk.work.mentorships.page(PairFilter(frozenset({life.place}), STATES[Which.OPEN]))
    found = Union(made.id, life.place, sort.model, *([s.chat for s in souls] for souls in sides.values()))
    for soul in life.souls:
        async with town.desk(soul.chat) as desk:
            await agreement.agree(desk, made.id)
    town.ledger.unions[made.id] = found
    return found


async def orders(town: Town, union: Union, number: int) -> None:
    """The organisation's order: it works from now on."""
    async with town.desk(town.staff[union.place, "curator"]) as desk:
        day = town.ledger.day(town.world.now, union.place)
        typed: dict[str, Value] = {"number": f"{number}-од", "date": day.isoformat()}
        await town.finishes(desk, endings.fix, Subject("mentorship", union.id), typed, {"go_on": True})
    union.began = town.world.now


async def completes(town: Town, union: Union) -> None:
    """Whoever has not answered: it is over."""
    async with town.desk(town.staff[union.place, "curator"]) as desk:
        await endings.before_completion(desk, union.id)
        await endings.complete(desk, union.id)
    town.ledger.withdrawn(union.id, "entry", "interim")
    _over(town, union)


async def ends_early(town: Town, union: Union) -> None:
    """By the mentor's own statement."""
    async with town.desk(town.staff[union.place, "curator"]) as desk:
        typed: dict[str, Value] = {"reason": "statement"}
        await town.finishes(desk, endings.end_early, Subject("mentorship", union.id), typed)
    town.ledger.withdrawn(union.id, "entry", "interim", "exit")
    _over(town, union)


def _over(town: Town, union: Union) -> None:
    union.ended = town.world.now
    for met in town.ledger.meetings.values():
        if met.union == union.id and met.state == "planned" and met.at > town.world.now:
            met.state = "cancelled"


# --- meetings ---------------------------------------------------------------------------------------------------------


async def plans(town: Town, union: Union, at: datetime, kind: str) -> Met:
    """The mentor arranges a meeting."""
    async with town.desk(union.mentors[0]) as desk:
        before = {each.id for each in await desk.work.meetings.of_mentorship(union.id)}
        typed = {"kind": kind, **_local(town, union, at), "place": "В школе"}
        await town.finishes(desk, meetings.plan, Subject("mentorship", union.id), typed)
        (made,) = [one for one in await desk.work.meetings.of_mentorship(union.id) if one.id not in before]
    town.ledger.meetings[made.id] = Met(made.id, union.id, at)
    return town.ledger.meetings[made.id]


async def moves(town: Town, met: Met, at: datetime) -> None:
    """The mentee moves it."""
    union = town.ledger.unions[met.union]
    async with town.desk(union.mentees[0]) as desk:
        typed = _local(town, union, at)
        await town.finishes(desk, meetings.move, Subject("meeting", met.id), typed, {"sequence": met.moves})
    met.at, met.moves = at, met.moves + 1


async def cancels(town: Town, met: Met) -> None:
    async with town.desk(town.ledger.unions[met.union].mentors[0]) as desk:
        typed: dict[str, Value] = {"reason": "ill"}
        await town.finishes(desk, meetings.cancel, Subject("meeting", met.id), typed, {"sequence": met.moves})
    met.state = "cancelled"


async def logs(town: Town, met: Met, state: str) -> None:
    """The mentor says what became of it: held or not_held."""
    async with town.desk(town.ledger.unions[met.union].mentors[0]) as desk:
        typed: dict[str, Value] = {"held": state, "minutes": 45, "reason": "forgotten"}
        await town.finishes(desk, meeting_log.log, Subject("meeting", met.id), typed, {"sequence": met.moves})
    met.state = state


async def logs_unplanned(town: Town, union: Union) -> None:
    """A meeting of today that nobody had arranged: it has just ended."""
    async with town.desk(union.mentors[0]) as desk:
        before = {each.id for each in await desk.work.meetings.of_mentorship(union.id)}
        typed: dict[str, Value] = {"date": town.ledger.day(town.world.now, union.place).isoformat(), "minutes": 30}
        await town.finishes(desk, meeting_log.log, Subject("mentorship", union.id), typed)
        (made,) = [one for one in await desk.work.meetings.of_mentorship(union.id) if one.id not in before]
    town.ledger.meetings[made.id] = Met(made.id, union.id, made.starts_at, planned=False, state="held")


def _local(town: Town, union: Union, at: datetime) -> dict[str, Value]:
    here = at.astimezone(ZoneInfo(town.ledger.places[union.place].zone))
    return {"date": here.date().isoformat(), "time": f"{here:%H:%M}"}

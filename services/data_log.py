"""Who saw or took out personal data: noted with every such look, read by the head of the organisation.

Lines are of the trail, under the organisation (0: the municipality), and are only ever added. A line holds ids and the
name of a file, nobody's data; whoever looks at the same thing again within ten minutes leaves no second one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound
from mentoring.mentorships import Mentorship
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from services import allowed_places
from services.desk import Desk
from storage.trail import LOOKS, Trace

SUBJECT = LOOKS
MUNICIPALITY = 0
PAGE = 8
ONCE = timedelta(minutes=10)
FILES = frozenset(
    {
        "award",
        "certificate",
        "change-text",
        "colleagues",
        "consents",
        "diary-docx",
        "diary-xlsx",
        "event-merits",
        "event-people",
        "export",
        "final-report",
        "paper",
        "people-links",
        "people-mistakes",
        "people-read",
        "plan-paper",
        "results-rows",
        "speed-plan",
        "summary-rows",
    }
)
"""Kinds of long work whose result names people; those of one's own data are not noted."""
_PLACES = ("organisation", "organisation_id", "place")
"""Arguments of a job that say whose people it names."""


class Look(StrEnum):
    """What was looked at; the values are events of the trail."""

    CARD = "card"
    PAIR = "pair"
    MEETINGS = "meetings"
    PLAN = "plan"
    LIST = "list"
    PAIRS = "pairs"
    UNMATCHED = "unmatched"
    MATCHING = "matching"
    """What a matching proposes, to curator or council."""
    PLANS = "plans"
    ANSWERS = "answers"
    ALARM = "alarm"
    CONSENTS = "consents"
    FILE = "file"
    OWN_DATA = "own_data"
    """A guardian took out what is kept of their child, or a curator what is kept of somebody."""


@dataclass(frozen=True, slots=True)
class Line:
    """One look; `who` None: nobody is known by that id any more. `about`: nobody of a list or file of many.

    `count`: how many pairs or people the list had, 0 where that is not kept.
    """

    look: Look
    at: datetime
    who: Person | None
    about: tuple[Person, ...]
    file: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Log:
    """A page of an organisation's log, the newest first."""

    organisation: Organisation
    lines: tuple[Line, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def note(
    desk: Desk,
    look: Look,
    organisations: Collection[int | None],
    *,
    about: int | None = None,
    mentorship: int | None = None,
    file: str = "",
    count: int = 0,
) -> None:
    """Keeps that the actor has looked. Nothing is noted of somebody who looks at what is their own."""
    who = desk.actor.person_id
    if who is None or about == who:
        return
    said = {"about": about, "mentorship": mentorship, "file": file, "count": count}
    details = {name: value for name, value in said.items() if value}
    for place in sorted({each or MUNICIPALITY for each in organisations}):
        lately = await desk.work.trail.lately(SUBJECT, place, who, desk.now - ONCE)
        if any((one.event, one.details) == (look, details) for one in lately):
            continue
        whose = place or None
        await desk.work.trail.add(SUBJECT, place, look, actor_id=who, organisation_id=whose, details=details)


async def note_mentorship(desk: Desk, look: Look, of: Mentorship, *, about: int | None = None) -> None:
    """The same for what a mentorship is about. Its people, their guardians and who stands beside it are its circle."""
    people = desk.actor.wards | {desk.actor.person_id}
    if people.isdisjoint(of.people) and of.id not in desk.actor.beside:
        await note(desk, look, (of.organisation_id,), about=about, mentorship=of.id)


async def note_list(desk: Desk, look: Look, among: Collection[int], shown: Collection[int | None], total: int) -> None:
    """The same for a list of the organisations `among`: a line for each that the page named somebody of.

    total: how many the whole list has; kept only where all of them are of one organisation. So turning pages leaves
    no further line.
    """
    await note(desk, look, shown, count=total if len(among) == 1 else 0)


async def note_file(desk: Desk, kind: str, arguments: Mapping[str, Any]) -> None:
    """The same for a file that was made and goes to the actor; of kinds that name nobody nothing is noted."""
    if kind not in FILES:
        return
    named = [arguments[name] for name in _PLACES if isinstance(arguments.get(name), int)]
    about = arguments.get("person")
    found = named or [each.organisation_id for each in desk.actor.approved]
    await note(desk, Look.FILE, found, about=about if isinstance(about, int) else None, file=kind)


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Those whose log the actor may read; Forbidden if there is none."""
    return await allowed_places.where(desk, Action.SEE_DATA_LOG)


async def page(desk: Desk, organisation_id: int, number: int = 0) -> Log:
    """A page of the log; one past the end is the last. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_DATA_LOG, Scope(organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    found, total = await desk.work.trail.page(SUBJECT, organisation_id, offset=number * PAGE, limit=PAGE)
    if not found and number:
        return await page(desk, organisation_id, max(0, -(-total // PAGE) - 1))
    return Log(organisation, await _lines(desk, found), number, total)


async def _lines(desk: Desk, found: Sequence[Trace]) -> tuple[Line, ...]:
    wanted = {number for one in found if isinstance(number := one.details.get("mentorship"), int)}
    mentees = {one.id: one.mentees for one in await desk.work.mentorships.many(wanted)}
    about = {one.id: _about(one, mentees) for one in found}
    ids = {one.actor_id for one in found if one.actor_id is not None}
    people = await desk.work.people.many(ids.union(*about.values()))
    return tuple(
        Line(
            Look(one.event),
            one.at,
            people.get(one.actor_id or 0),
            tuple(people[each] for each in about[one.id] if each in people),
            str(one.details.get("file", "")),
            int(one.details.get("count", 0)),
        )
        for one in found
    )


def _about(line: Trace, mentees: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """The person it was about, or the mentees of the mentorship."""
    person, mentorship = line.details.get("about"), line.details.get("mentorship")
    return (person,) if person is not None else tuple(mentees.get(mentorship or 0, ()))

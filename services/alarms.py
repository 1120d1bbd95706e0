"""Alarm answers as psychologists and curators see them: the list, one of them, and what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, places
from mentoring.alarms import Alarm
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from messaging.replies import Button, Replies, Say, Show, press
from services import catalogue, data_log, dialogue, dialogue_screens
from services.alarms_raised import LIST
from services.desk import Desk
from surveys.definition import Definition, Question
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "alarm-seen"
SUBJECT = "alarm"
PAGE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """An alarm of somebody; `seen_by`: who has looked at it."""

    alarm: Alarm
    person: Person
    organisation: Organisation
    seen_by: Person | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of alarms, what nobody has looked at first."""

    lines: tuple[Line, ...]
    page: int
    pages: int
    several: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An alarm with the questionnaire, the question and the answer; None where it is no longer kept."""

    line: Line
    definition: Definition
    question: Question | None
    answer: Value | None


async def listing(desk: Desk, number: int = 0) -> Listing:
    """Those of the actor's organisations; Forbidden if there is none."""
    own = places(desk.actor, Action.SEE_ALARMS)
    if not own:
        raise Forbidden
    number = max(number, 0)
    viewer = desk.actor.person_id or 0
    found, total = await desk.work.alarms.page(own, viewer, offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await listing(desk, pages - 1)
    return Listing(await _lines(desk, found), number, pages, len(own) > 1)


async def card(desk: Desk, alarm_id: int) -> Card:
    """One of them: who, which question, which answer."""
    found = await _found(desk, alarm_id)
    record = await desk.work.responses.get(found.response_id)
    if record is None:
        raise NotFound
    definition = await catalogue.find(desk, record.definition, record.draft.version)
    [line] = await _lines(desk, (found,))
    await data_log.note(desk, data_log.Look.ALARM, (found.organisation_id,), about=record.person_id)
    return Card(line, definition, definition.question(found.question), record.draft.answers.get(found.question))


async def begin(desk: Desk, alarm_id: int) -> Show:
    """The form in which what was done is noted; Stale once somebody else has."""
    found = await _found(desk, alarm_id)
    await _ensure_open(desk, found)
    return await dialogue.begin(desk, FORM, subject=Subject(SUBJECT, found.id), organisation_id=found.organisation_id)


async def seen(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `alarm-seen`. Of two who look at the same one wins."""
    found = await _found(desk, record.about(SUBJECT) or 0)
    note = str(answers.get("note") or "").strip() or None
    if not await desk.work.alarms.see(found.id, by=desk.actor.person_id or 0, note=note):
        await _ensure_open(desk, await _found(desk, found.id))
    person = await desk.work.people.get(found.person_id)
    said = Say("alarms-seen-done", {"name": person.name if person is not None else ""})
    ways = ((Button(Say("alarms-back"), press(LIST)), Button(Say("menu-button"), press("menu.open"))),)
    return (dialogue_screens.done(record, said, ways),)


async def _ensure_open(desk: Desk, alarm: Alarm) -> None:
    if not alarm.open:
        who = await desk.work.people.get(alarm.seen_by or 0)
        raise Stale("alarms-seen-already", who=who.name if who is not None else "")


async def _found(desk: Desk, alarm_id: int) -> Alarm:
    alarm = await desk.work.alarms.get(alarm_id)
    if alarm is None:
        raise NotFound
    ensure(desk.actor, Action.SEE_ALARMS, Scope(alarm.organisation_id))
    if not await desk.work.alarms.hears(desk.actor.person_id or 0, alarm.person_id):
        raise Forbidden
    return alarm


async def _lines(desk: Desk, found: tuple[Alarm, ...]) -> tuple[Line, ...]:
    people = await desk.work.people.many({id_ for one in found for id_ in (one.person_id, one.seen_by) if id_})
    known = await desk.work.organisations.many({one.organisation_id for one in found})
    return tuple(
        Line(one, people[one.person_id], known[one.organisation_id], people.get(one.seen_by or 0)) for one in found
    )

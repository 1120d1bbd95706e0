"""What is kept about somebody, as they may take it with them: one zip with a page to read and the same for programs.

152-FZ, article 14: the person, a minor's guardian; the curator for whoever asks by letter. Others stand in it by name
only where the person sees them in the bot: the other side of their pairs, their family, whom they named themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.access import Action, Scope, allowed
from mentoring.errors import Forbidden, NotFound
from mentoring.people import Person
from messaging.replies import Say, Show
from reports.own_data import Entry, OwnData, Section, own_data_zip
from services import catalogue, data_log, jobs, observations
from services.desk import Desk
from services.jobs import Making
from services.summary_detail import answer_in_words
from storage.jobs import Job

KIND = "own-data"
_HIDDEN = (*observations.OUTCOMES, observations.COMPATIBILITY)


async def order(desk: Desk, person_id: int) -> Show:
    """Order it. Raises Forbidden, NotFound. That somebody else took it out is noted."""
    person = await _whose(desk, person_id)
    if person.id != desk.actor.person_id:
        held = await desk.work.memberships.of_person(person.id)
        await data_log.note(desk, data_log.Look.OWN_DATA, [m.organisation_id for m in held], about=person.id)
    asked = {"person": person.id}
    return await jobs.order(desk, KIND, asked, slot=f"{KIND}:{person.id}", text=Say("owndata-waiting"))


async def make(desk: Desk, job: Job) -> Making:
    """Reads everything. Raises Forbidden if the right to it is gone."""
    person = await _whose(desk, int(job.arguments["person"]))
    own = person.id == desk.actor.person_id
    data = await gathered(desk, person)
    caption = Say("owndata-caption", {"whose": "own" if own else "other", "name": person.name})
    return Making(own_data_zip, (data, desk.actor.language), name=f"my-data-{desk.today()}.zip", caption=caption)


async def gathered(desk: Desk, person: Person) -> OwnData:
    """Section by section; dates as they are, times in the person's zone."""
    zone = ZoneInfo(person.zone or await _zone(desk, person))
    known = await desk.work.own_data.sections(person.id)
    sections = [Section(name, tuple(_entries(desk, row, zone) for row in rows)) for name, rows in known.items()]
    told = await _answers(desk, person, zone)
    if told:
        sections.append(Section("answers", told))
    return OwnData(person.name, desk.programme.title.text(desk.actor.language), desk.today(str(zone)), tuple(sections))


async def _whose(desk: Desk, person_id: int) -> Person:
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    if person.id == desk.actor.person_id or person.id in desk.actor.wards:
        return person
    held = await desk.work.memberships.of_person(person.id)
    scopes = [Scope(m.organisation_id, person.id) for m in held if m.organisation_id is not None]
    if not scopes or len(scopes) < len(held):
        raise Forbidden
    if not all(allowed(desk.actor, Action.WITHDRAW_CONSENT, scope) for scope in scopes):
        raise Forbidden
    return person


async def _zone(desk: Desk, person: Person) -> str:
    held = await desk.work.memberships.of_person(person.id)
    places = await desk.work.organisations.many(m.organisation_id for m in held if m.organisation_id is not None)
    return next((place.zone for place in places.values()), desk.programme.zone)


def _entries(desk: Desk, row: Mapping[str, Any], zone: ZoneInfo) -> tuple[Entry, ...]:
    return tuple(Entry(name, _plain(value, zone), _read(desk, name, value, zone)) for name, value in row.items())


def _plain(value: Any, zone: ZoneInfo) -> Any:
    """As JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def _read(desk: Desk, name: str, value: Any, zone: ZoneInfo) -> str:
    """As people read it: areas and topics by their names, codes as they are."""
    if name in ("areas", "area", "topics"):
        known = desk.programme.topics if name == "topics" else desk.programme.areas
        names = {each.id: each.name.text(desk.actor.language) for each in known}
        return ", ".join(str(names.get(each, each)) for each in (value if isinstance(value, list) else [value]))
    if isinstance(value, datetime):
        return f"{value.astimezone(zone):%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return "✓" if value else "—"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


async def _answers(desk: Desk, person: Person, zone: ZoneInfo) -> tuple[tuple[Entry, ...], ...]:
    given = await desk.work.own_data.answers(person.id, _HIDDEN)
    known = await catalogue.several(desk, {(one.definition, one.version) for one in given})
    rows = []
    for one in given:
        definition = known.get((one.definition, one.version))
        question = definition.question(one.question) if definition is not None else None
        language = desk.actor.language
        title = definition.title.text(language) if definition is not None else one.definition
        asked = question.text.text(language) if question is not None and question.text else one.question
        rows.append(
            (
                Entry("questionnaire", one.definition, title),
                Entry("question", one.question, asked),
                Entry("answer", one.value, str(answer_in_words(desk, question, one.value))),
                *((_when(one.finished_at, zone),) if one.finished_at is not None else ()),
            )
        )
    return tuple(rows)


def _when(at: datetime, zone: ZoneInfo) -> Entry:
    return Entry("finished_at", _plain(at, zone), f"{at.astimezone(zone):%d.%m.%Y %H:%M}")

"""Taking in a list of people: the file is read as a job, what it brings is shown, then all of it is taken in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.imports import Entry, Mistake, Rules
from mentoring.people import Organisation, Profile
from mentoring.roles import Category, Role
from mentoring.same_people import Match, match
from messaging.replies import Replies, Say, Show, press
from programmes.programme import Programme
from reports.people_list import read_people
from services import allowed_places, dialogue, dialogue_screens, imports_screens, jobs
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job
from storage.people_drafts import Listed, PeopleDraft
from storage.work import Work
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "people-import"
READ = "people-read"
LARGEST = 5 * 1024 * 1024
"""Bytes, as surveys/xlsform/guard.py has it: a larger file is not even fetched."""
ORGANISATION = "organisation"
_NAME = 80


@dataclass(frozen=True, slots=True)
class Prospect:
    """What taking a list in would do now."""

    draft: PeopleDraft
    organisation: Organisation
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking it in has done: people who are new, and roles that were new for somebody."""

    organisation: Organisation
    people: int
    roles: int


def rules_of(programme: Programme, today: date) -> Rules:
    """What a row of a list may say in this programme."""
    fits = tuple(programme.fits.values())
    return Rules(
        frozenset(programme.classes),
        frozenset(category for fit in fits for category in fit.mentors),
        frozenset(category for fit in fits for category in fit.mentees),
        today,
    )


def entries_of(body: str) -> tuple[Entry, ...]:
    """The rows that were read, out of the JSON they are kept in."""
    return tuple(_entry(each) for each in json.loads(body)["entries"])


def _entry(kept: Mapping[str, Any]) -> Entry:
    profile = kept["profile"]
    return Entry(
        kept["sheet"],
        kept["row"],
        kept["name"],
        Role(kept["role"]),
        Category(kept["category"]),
        date.fromisoformat(kept["birth"]) if kept["birth"] else None,
        Profile(school_class=profile["school_class"], post=profile["post"], workplace=profile["workplace"]),
    )


async def compared(
    work: Work, organisation_id: int, entries: Sequence[Entry]
) -> tuple[tuple[Match, ...], list[Mistake]]:
    """Whom the rows mean in the organisation's base as it is now."""
    return match(entries, await work.people_drafts.known(organisation_id))


# --- in chat ----------------------------------------------------------------------------------------------------------


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may take people in; Forbidden for nowhere."""
    return await allowed_places.where(desk, Action.IMPORT_PEOPLE)


async def place(desk: Desk, organisation_id: int) -> Organisation:
    """The organisation, for who may take people in there."""
    ensure(desk.actor, Action.IMPORT_PEOPLE, Scope(organisation_id))
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


async def listed(desk: Desk, organisation: Organisation) -> tuple[Listed, ...]:
    """Who is put down there and has not come, by name."""
    ensure(desk.actor, Action.IMPORT_PEOPLE, Scope(organisation.id))
    return await desk.work.people_drafts.listed(organisation.id)


async def begin(desk: Desk, organisation: Organisation) -> Show:
    """The form that waits for the file: while it does, a document is a list of people and no questionnaire."""
    subject = Subject(ORGANISATION, organisation.id)
    return await dialogue.begin(
        desk, FORM, subject=subject, organisation_id=organisation.id, facts={"organisation": organisation.name}
    )


async def receive(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `people-import`: the file is fetched and read. Raises Invalid at once for what is no list."""
    organisation = await place(desk, record.about(ORGANISATION) or 0)
    sent = answers["list"]
    if not isinstance(sent, Mapping):
        raise Invalid("import-not-xlsx")
    name, size = str(sent["name"]), int(str(sent["size"]))
    if size > LARGEST:
        raise Invalid("import-too-big", megabytes=LARGEST // 1024**2)
    if PurePath(name).suffix.lower() != ".xlsx":
        raise Invalid("import-not-xlsx")
    asked = {"file": str(sent["file_id"]), "name": PurePath(name).stem[:_NAME] + ".xlsx", "place": organisation.id}
    waiting = await jobs.order(
        desk,
        READ,
        asked,
        slot=imports_screens.SLOT,
        text=Say("import-reading"),
        back=press("import.in", organisation.id),
    )
    return (dialogue_screens.done(record, Say("import-received", {"file": asked["name"]})), waiting)


async def make_reading(desk: Desk, job: Job) -> Making:
    """Has the file fetched and read; what was found is kept as the chat's draft."""
    organisation = await place(desk, int(job.arguments["place"]))
    name = str(job.arguments["name"])
    rules = rules_of(desk.programme, desk.today(organisation.zone))
    reading = Say("import-reading")
    return Making(read_people, (name, rules), name=name, caption=reading, fetch=str(job.arguments["file"]), then=_keep)


async def _keep(desk: Desk, job: Job, content: bytes) -> Show:
    """The preview of what was read, or the list of what is wrong with it."""
    organisation = await place(desk, int(job.arguments["place"]))
    body = content.decode()
    found = json.loads(body)
    if "entries" in found:
        _, doubtful = await compared(desk.work, organisation.id, entries_of(body))
        if doubtful:
            found = {"mistakes": [[each.sheet, each.row, each.column, each.problem, each.values] for each in doubtful]}
            body = json.dumps(found, ensure_ascii=False)
    kept = await desk.work.people_drafts.keep(job.chat_id, organisation.id, body)
    if "mistakes" in found:
        return imports_screens.mistakes(job.chat_id, kept, organisation.id, found["mistakes"])
    return imports_screens.preview(job.chat_id, await prospect(desk, kept))


async def draft(desk: Desk, draft_id: int) -> PeopleDraft:
    """What the actor's own chat has sent; Stale once it is taken in or replaced."""
    found = await desk.work.people_drafts.get(draft_id)
    if found is None or found.chat_id != desk.actor.chat_id:
        raise Stale("import-gone")
    ensure(desk.actor, Action.IMPORT_PEOPLE, Scope(found.organisation_id))
    return found


async def wrong(desk: Desk, draft_id: int) -> tuple[PeopleDraft, Sequence[Any]]:
    """What is wrong with the list that was read."""
    found = await draft(desk, draft_id)
    return found, json.loads(found.body).get("mistakes", [])


async def prospect(desk: Desk, draft_id: int) -> Prospect:
    """What taking the list in would do now."""
    found = await draft(desk, draft_id)
    organisation = await place(desk, found.organisation_id)
    matches, doubtful = await compared(desk.work, organisation.id, entries_of(found.body))
    if doubtful:  # the base has changed since it was read
        raise Stale("import-changed")
    return Prospect(found, organisation, matches)


async def take(desk: Desk, draft_id: int) -> Taken:
    """Takes the whole list in. Of two presses one does; read again, it brings nobody twice."""
    seen = await prospect(desk, draft_id)
    if not await desk.work.people_drafts.drop(draft_id):
        raise Stale("import-gone")
    return await taken_in(desk.work, seen.organisation, seen.matches, desk.actor.person_id)


async def taken_in(work: Work, organisation: Organisation, matches: Sequence[Match], by: int | None) -> Taken:
    """Everybody of a list who is not known is put down for the organisation."""
    people = await work.people_drafts.take_in(organisation.id, matches, by)
    roles = sum(each.enlists for each in matches)
    if roles:
        details = {"people": people, "roles": roles}
        await work.trail.add(
            ORGANISATION, organisation.id, "imported", actor_id=by, organisation_id=organisation.id, details=details
        )
    return Taken(organisation, people, roles)


async def drop(desk: Desk, draft_id: int) -> None:
    """Forgets what was read."""
    await draft(desk, draft_id)
    await desk.work.people_drafts.drop(draft_id)

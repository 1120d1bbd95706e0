"""Questionnaires as spreadsheets: a file that somebody sends is read, any questionnaire comes back as one."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from mentoring.access import Action, somewhere
from mentoring.errors import Forbidden, Invalid, NotFound
from messaging.replies import Say, Show, press
from reports.xlsform import example_form, read_form, write_form
from services import catalogue, jobs, questionnaires_drafts, questionnaires_screens
from services.desk import Desk
from services.dialogue_screens import own
from services.jobs import Making
from services.questionnaires import readable
from services.questionnaires_changes import named
from storage.jobs import Job
from surveys.record import Record

READ, WRITE, EXAMPLE = "questionnaire-read", "questionnaire-write", "questionnaire-example"
"""Kinds of jobs."""
LARGEST = 5 * 1024 * 1024
"""Bytes, as surveys/xlsform/guard.py has it: a larger file is not even fetched."""
_OWN = re.compile(r"^own-\d+-")
"""Whose it is says nothing to a person."""
_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".csv"})
_MACROS = frozenset({".xlsm", ".xltm", ".xlsb"})
_FILES = frozenset({"file", "photo"})
_NAME = 80


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


async def wanted(desk: Desk, name: str) -> bool:
    """Whether a document is taken for a questionnaire: its sender may have some, and no form waits for a file.

    While another question is open, only a spreadsheet is; anything else is no answer, and the form says so."""
    if not somewhere(desk.actor, Action.EDIT_QUESTIONNAIRES):
        return False
    active = await desk.work.responses.active(desk.actor.chat_id)
    if active is None:
        return True
    return _ending(name) in _SHEETS and not await _awaits_file(desk, active)


async def _awaits_file(desk: Desk, active: Record) -> bool:
    try:
        definition = await catalogue.find(desk, active.definition, active.draft.version)
    except NotFound:  # a form's draft goes on with the newest version
        definition = await catalogue.find(desk, active.definition)
    asking = definition.question(active.draft.asking or "")
    return asking is not None and asking.kind in _FILES


async def receive(desk: Desk, file_id: str, name: str, size: int, mime: str) -> Show:
    """Have a file read as a questionnaire. Raises Invalid at once for what can't be one, with what to send instead."""
    if not questionnaires_drafts.targets(desk):
        raise Forbidden
    if size > LARGEST:
        raise Invalid("questionnaires-too-big", megabytes=LARGEST // 1024**2)
    if _ending(name) in _MACROS or "macroenabled" in mime.lower():
        raise Invalid("questionnaires-macros")
    if _ending(name) != ".xlsx":
        raise Invalid("questionnaires-not-xlsx")
    asked = {"file": file_id, "name": PurePath(name).stem[:_NAME] + ".xlsx"}
    slot, text = questionnaires_screens.SLOT, Say("questionnaires-reading")
    return await jobs.order(desk, READ, asked, slot=slot, text=text, back=press("questionnaires.list"))


async def make_reading(desk: Desk, job: Job) -> Making:
    """Has the file fetched and read; what was found is kept as the chat's draft."""
    if not questionnaires_drafts.targets(desk):
        raise Forbidden
    name = job.arguments["name"]
    reading = Say("questionnaires-reading")
    return Making(read_form, (name,), name=name, caption=reading, fetch=job.arguments["file"], then=_take)


async def _take(desk: Desk, job: Job, content: bytes) -> Show:
    """The card of what was read, or the list of what is wrong with it."""
    found = json.loads(content)
    if "late" in found:
        raise Invalid("questionnaires-too-slow")
    if "mistakes" in found:
        kept = await questionnaires_drafts.keep(desk, slug="", body="", mistakes=found["mistakes"])
        return questionnaires_screens.mistakes(job.chat_id, kept)
    questionnaires_drafts.check_sources(desk, named(found["body"], found["slug"], 1))
    kept = await questionnaires_drafts.keep(desk, slug=found["slug"], body=found["body"], mistakes=found["notes"])
    return questionnaires_screens.draft(job.chat_id, await questionnaires_drafts.card(desk, kept.id))


async def export(desk: Desk, name: str, version: int | None = None) -> Show:
    """Order a questionnaire as a spreadsheet, in its newest version unless told. Raises Forbidden for others' own."""
    definition = await readable(desk, name, version)
    asked = {"name": definition.id, "version": definition.version}
    return await jobs.order(
        desk,
        WRITE,
        asked,
        slot="questionnaires:xlsx",
        text=Say("questionnaires-writing"),
        back=press("questionnaires.list"),
    )


async def make_export(desk: Desk, job: Job) -> Making:
    """The questionnaire with the options of the programme's lists it takes some from."""
    definition = await readable(desk, job.arguments["name"], job.arguments["version"])
    sources = desk.programme.sources()
    options = {each.source: sources[each.source] for each in definition.questions if each.source in sources}
    return Making(
        write_form,
        (definition.body, options),
        name=f"{_OWN.sub('', definition.id)}-v{definition.version}.xlsx",
        caption=Say("questionnaires-written", {"title": own(definition.title), "version": definition.version}),
    )


async def example(desk: Desk) -> Show:
    """Order the file to begin with. Raises Forbidden."""
    _ensure_author(desk)
    return await jobs.order(
        desk,
        EXAMPLE,
        {},
        slot="questionnaires:xlsx",
        text=Say("questionnaires-writing"),
        back=press("questionnaires.list"),
    )


async def make_example(desk: Desk, job: Job) -> Making:
    """The same for everybody who writes questionnaires. Raises Forbidden."""
    _ensure_author(desk)
    caption = Say("questionnaires-example-caption")
    return Making(example_form, (), name="example-xlsform.xlsx", caption=caption)


def _ensure_author(desk: Desk) -> None:
    if not questionnaires_drafts.targets(desk):
        raise Forbidden

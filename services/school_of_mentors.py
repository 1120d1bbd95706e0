"""The school of mentors as a whole: where it leads a mentor or its curator, and its materials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from mentoring.training import Attachment, Material
from messaging.replies import Button, File, Replies, Say, Show, press
from services import dialogue, dialogue_screens, training_steps
from services.desk import Desk
from services.training_steps import Course
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "training-material"
ORGANISATION = "organisation"
PAGE = 6


@dataclass(frozen=True, slots=True)
class Hall:
    """Where the school leads: `own`: the actor's own ways through it; `runs`: they are curator somewhere."""

    own: tuple[Course, ...]
    runs: bool
    materials: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of materials, the newest first."""

    materials: tuple[Material, ...]
    page: int
    pages: int
    runs: bool


@dataclass(frozen=True, slots=True)
class MaterialCard:
    material: Material
    organisation: Organisation
    runs: bool


async def hall(desk: Desk) -> Hall:
    """The school for a mentor or a curator; Forbidden for others."""
    where = _readable(desk)
    mine = [one for one in desk.actor.approved if one.role is Role.MENTOR]
    _, total = await desk.work.training.materials(where, limit=1)
    courses = tuple([await training_steps.course(desk, one.id) for one in mine])
    return Hall(courses, bool(places(desk.actor, Action.RUN_TRAINING)), total)


# --- materials -------------------------------------------------------------------------------------------------------


async def shelf(desk: Desk, number: int = 0) -> Shelf:
    """A page of what there is to read in the actor's organisations."""
    number = max(number, 0)
    found, total = await desk.work.training.materials(_readable(desk), offset=number * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and number:
        return await shelf(desk, pages - 1)
    return Shelf(found, number, pages, bool(places(desk.actor, Action.RUN_TRAINING)))


async def material(desk: Desk, material_id: int) -> MaterialCard:
    """One of them; what was taken off is the curator's alone."""
    found = await desk.work.training.material(material_id)
    organisation = await desk.work.organisations.get(found.organisation_id) if found is not None else None
    if found is None or organisation is None:
        raise NotFound
    if organisation.id not in _readable(desk):
        raise Forbidden
    runs = allowed(desk.actor, Action.RUN_TRAINING, Scope(organisation.id))
    if found.archived and not runs:
        raise Stale("training-material-gone")
    return MaterialCard(found, organisation, runs)


async def file(desk: Desk, material_id: int) -> tuple[MaterialCard, File]:
    """A material's file; NotFound where it is a link."""
    seen = await material(desk, material_id)
    kept = seen.material.file
    if kept is None:
        raise NotFound
    return seen, File(kept.name, b"", kept.photo, kept.file_id)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form in which a material is added."""
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation_id))
    subject = Subject(ORGANISATION, organisation_id)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id)


async def add(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `training-material`."""
    organisation_id = record.about(ORGANISATION) or 0
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation_id))
    link = str(answers["link"]).strip() if answers.get("link") else None
    kept = _attachment(answers.get("file"))
    if link is None and kept is None:
        raise Invalid("training-material-empty")
    by = desk.actor.person_id or 0
    new = Material(0, organisation_id, str(answers["title"]), link, kept, by, desk.now)
    made = await desk.work.training.add_material(new)
    on = (
        (Button(Say("training-material"), press("training.material", made)),),
        (Button(Say("training-materials"), press("training.materials", 0)),),
    )
    return (dialogue_screens.done(record, Say("training-material-added", {"title": new.title}), on),)


async def archive(desk: Desk, material_id: int, *, archived: bool) -> MaterialCard:
    """Takes a material off the list, or puts it back."""
    seen = await material(desk, material_id)
    ensure(desk.actor, Action.RUN_TRAINING, Scope(seen.organisation.id))
    await desk.work.training.archive(material_id, archived=archived)
    return await material(desk, material_id)


def _readable(desk: Desk) -> tuple[int, ...]:
    """Ids of the organisations whose materials the actor may read; Forbidden if there is none."""
    found = dict.fromkeys((*places(desk.actor, Action.SEE_TRAINING), *desk.actor.organisations(Role.MENTOR)))
    if not found:
        raise Forbidden
    return tuple(found)


def _attachment(value: Value | None) -> Attachment | None:
    if not isinstance(value, Mapping):
        return None
    return Attachment(str(value["file_id"]), str(value.get("name") or ""), bool(value.get("photo")))

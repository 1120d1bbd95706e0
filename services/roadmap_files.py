"""The roadmap as a picture and as a document: ordered from its screen, made as jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from mentoring.clock import local_date
from mentoring.errors import Invalid
from mentoring.people import Person
from mentoring.roadmap import Standing
from messaging.replies import Say, Show, press
from programmes.milestones import RoadmapRow
from programmes.terms import FIRST_MONTH, school_year_of
from reports.roadmap_data import RoadmapSheet, SheetRow, SheetStage, Step, roadmap_document, roadmap_picture
from services import jobs
from services.desk import Desk
from services.fulfilled import fulfilled
from services.jobs import Making
from services.roadmap import Item, Place, items_of, opened
from storage.jobs import Job

PICTURE, DOCUMENT = "roadmap-picture", "roadmap-document"
"""Kinds of jobs."""
_KINDS = {"png": PICTURE, "docx": DOCUMENT}


async def order(desk: Desk, organisation_id: int | None, ending: str) -> Show:
    """Order the picture (`png`) or the document (`docx`) of a place. Raises Forbidden, NotFound, Invalid."""
    await opened(desk, organisation_id)
    if ending not in _KINDS:
        raise Invalid
    asked = {"organisation": organisation_id}
    slot = f"roadmap-{ending}:{organisation_id or 0}"
    return await jobs.order(
        desk,
        _KINDS[ending],
        asked,
        slot=slot,
        text=Say("roadmap-file-waiting"),
        back=press("roadmap.of", organisation_id or 0),
    )


async def make_picture(desk: Desk, job: Job) -> Making:
    """Reads the roadmap for its picture. Raises Forbidden if the right to see it is gone."""
    sheet = await _sheet(desk, job)
    caption = Say("roadmap-picture-caption", {"place": sheet.place})
    return Making(roadmap_picture, (sheet, desk.actor.language), name="roadmap.png", caption=caption, picture=True)


async def make_document(desk: Desk, job: Job) -> Making:
    """Reads the roadmap for its document. Raises Forbidden if the right to see it is gone."""
    sheet = await _sheet(desk, job)
    caption = Say("roadmap-document-caption", {"place": sheet.place})
    return Making(roadmap_document, (sheet, desk.actor.language), name="roadmap.docx", caption=caption)


async def _sheet(desk: Desk, job: Job) -> RoadmapSheet:
    place = await opened(desk, job.arguments["organisation"])
    items = items_of(desk, place, await desk.work.milestones.of(place.id), await fulfilled(desk))
    people = await desk.work.people.many(each.kept.changed_by for each in items if each.kept is not None)
    today, language = desk.today(place.zone), desk.actor.language
    first, last = _school_year(items, today)
    title = desk.programme.title.text(language)
    stages, moved = _stages(desk, items, people), desk.programme.years.moved != 0
    return RoadmapSheet(title, _called(place, title), today, first, last, stages, moved)


def _called(place: Place, title: str) -> str:
    """The organisation's name; the municipality goes by the programme's."""
    return place.organisation.name if place.organisation is not None else title


def _school_year(items: tuple[Item, ...], today: date) -> tuple[date, date]:
    """The school year of today, or the nearest one in which something is due."""
    years = {school_year_of(each.last) for each in items if each.last is not None}
    now = school_year_of(today)
    chosen = min(years, key=lambda year: (abs(year - now), year), default=now)
    return date(chosen, FIRST_MONTH, 1), date(chosen + 1, FIRST_MONTH, 1) - timedelta(days=1)


def _stages(desk: Desk, items: tuple[Item, ...], people: Mapping[int, Person]) -> tuple[SheetStage, ...]:
    """Rows in the document's order, those of this place alone."""
    listed: dict[str, list[Item]] = {}
    for each in items:
        listed.setdefault(each.planned.milestone.row.id, []).append(each)
    rows = [row for row in desk.programme.roadmap if row.id in listed]
    found = []
    for stage in desk.programme.stages:
        mine = tuple(_row(desk, row, listed[row.id], people) for row in rows if row.stage == stage.id)
        if mine:
            found.append(SheetStage(stage.name.text(desk.actor.language), mine))
    return tuple(found)


def _row(desk: Desk, row: RoadmapRow, items: list[Item], people: Mapping[int, Person]) -> SheetRow:
    language = desk.actor.language
    dues = [each.planned.milestone.due for each in items]
    names = dict.fromkeys(name for due in dues for name in due.responsible)
    return SheetRow(
        row.id,
        row.measure.text(language),
        tuple(each.text(language) for each in row.content),
        tuple(dict.fromkeys(due.term.text for due in dues)),
        tuple(desk.programme.executor(name).name.text(language) for name in names),
        row.document,
        tuple(_step(each, people) for each in items),
    )


def _step(item: Item, people: Mapping[int, Person]) -> Step:
    kept, days = item.kept, item.planned.milestone.days
    first = days.first if days is not None else item.last
    if item.sent is not None:
        return Step(first, item.last, item.standing, item.sent)
    if kept is None or item.standing not in (Standing.DONE, Standing.NOT_NEEDED):
        return Step(first, item.last, item.standing)
    by = people.get(kept.changed_by)
    proof = tuple(part for part in (kept.note, kept.link) if part)
    on = local_date(kept.changed_at, item.place.zone)
    return Step(first, item.last, item.standing, on, by.name if by is not None else None, proof)

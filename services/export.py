"""People, pairs, meetings and answers as an xlsx: for a curator as a job, for the operator at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from mentoring.access import Action, Actor, Scope, ensure, places
from mentoring.errors import Forbidden
from mentoring.participation import Attended, active_during
from mentoring.people import Membership, Organisation, Person
from mentoring.periods import Period, Span
from messaging.replies import Say, Show
from reports.export import Export, ExportedMeeting, ExportedPair, PersonRow, export_workbook
from services import jobs
from services.desk import Desk, House
from services.jobs import Making
from services.summary import Naming, View
from services.summary_detail import answer_row, labelled, meeting_row, pair_row
from storage.jobs import Job
from storage.work import Work

KIND = "export"


async def order(desk: Desk) -> Show:
    """Order the export of every organisation the actor is the curator of. Raises Forbidden for all others."""
    if not places(desk.actor, Action.EXPORT):
        raise Forbidden
    return await jobs.order(desk, KIND, {}, slot="export", text=Say("export-waiting"))


async def make_export(desk: Desk, job: Job) -> Making:
    """Reads everything of the organisations the actor curates now. Raises Forbidden if there are none any more."""
    own = places(desk.actor, Action.EXPORT)
    if not own:
        raise Forbidden
    for organisation_id in own:
        ensure(desk.actor, Action.EXPORT, Scope(organisation_id=organisation_id))
    found = await desk.work.organisations.many(own)
    organisations = tuple(found[each] for each in own if each in found)
    return Making(
        export_workbook,
        (await export(desk, organisations), desk.actor.language),
        name=f"mentoring-{desk.today()}.xlsx",
        caption=Say("export-caption", {"organisation": ", ".join(each.name for each in organisations)}),
    )


async def everything(work: Work, house: House) -> bytes:
    """The xlsx of all organisations in Russian, for the operator of the bot."""
    desk = Desk(work, house, Actor(0, None), work.now)
    return export_workbook(await export(desk, await work.organisations.all()), "ru")


async def export(desk: Desk, organisations: Collection[Organisation]) -> Export:
    """Everything of these organisations, in the language and for the eyes of whoever may have it: nothing is hidden."""
    zone = next((each.zone for each in organisations), desk.programme.zone)
    seen = View(None, tuple(organisations), "", zone, 1, Naming.FULL, rows=True)
    store, ids = desk.work.summary, seen.ids
    schools = {each.id: each.name for each in organisations}
    pairs = await store.open_mentorships(ids)
    meetings = await store.meeting_rows(ids)
    answers = await store.answer_rows(ids)
    subjects = [each.subject for each in answers if each.subject is not None]
    used = {(each.definition, each.version) for each in answers}
    labels = await labelled(desk, seen, pairs, meetings, subjects, used)
    last = await store.last_held(ids, desk.now)
    now = Period(Span.WEEK, desk.now, desk.now, zone)
    moments = [each.starts_at for each in meetings] or [desk.now]
    ever = replace(now, starts=min(moments), ends=max(moments) + timedelta(seconds=1))
    attended = await desk.work.attendances.attended(ids, ever)
    return Export(
        zone=zone,
        people=tuple(
            _person(desk, person, role, schools, attended.get(person.id, Attended()))
            for person, role in await store.members(ids)
        ),
        pairs=tuple(
            ExportedPair(
                schools[each.organisation_id],
                pair_row(each, labels, last.get(each.id), active=active_during(each, now)),
                each.order.number if each.order else None,
                each.order.date if each.order else None,
                each.ended_at,
                each.end_comment,
            )
            for each in pairs
        ),
        meetings=tuple(
            ExportedMeeting(meeting_row(each, labels), _topics(desk, each.topics), each.outcome) for each in meetings
        ),
        answers=tuple(answer_row(desk, each, labels) for each in answers),
    )


def _person(desk: Desk, person: Person, role: Membership, schools: dict[int, str], attended: Attended) -> PersonRow:
    areas = {area.id: area.name.text(desk.actor.language) for area in desk.programme.areas}
    return PersonRow(
        organisation=schools.get(role.organisation_id or 0, ""),
        name=person.name,
        role=role.role,
        state=role.state,
        telegram=person.telegram_id is not None,
        registered_at=person.registered_at,
        birth=person.birth,
        category=person.category,
        school_class=person.profile.school_class,
        post=person.profile.post,
        subject=person.profile.subject,
        workplace=person.profile.workplace,
        career_start=person.profile.career_start,
        hired_here=person.profile.hired_here,
        areas=tuple(areas.get(area, area) for area in role.areas),
        request=role.request,
        meetings=attended.meetings,
        minutes=attended.minutes,
    )


def _topics(desk: Desk, chosen: tuple[str, ...]) -> tuple[str, ...]:
    names = {topic.id: topic.name.text(desk.actor.language) for topic in desk.programme.topics}
    return tuple(names.get(topic, topic) for topic in chosen)

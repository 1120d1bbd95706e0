"""The mentor's diary of one mentorship: page by page in the chat, whole as a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring import diary
from mentoring.access import Action, Scope, ensure
from mentoring.diary import Entry, Hours
from mentoring.errors import Invalid
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Mentorship
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from messaging.replies import Say, Show, Text, press
from reports.diary import Diary, DiaryRow, diary_document, diary_workbook
from services import jobs
from services.desk import Desk
from services.jobs import Making
from services.meeting_details import whereabouts_line
from services.meeting_occasion import kind_name, told_steps
from services.meeting_views import mentorship_of
from storage.jobs import Job

PAGE = 2
LAST_PAGE = 9_999
MONTHS = 1
"""So many of the last months are told in the chat, where twelve lines are read at once; the documents have all."""
DOCX, XLSX = "diary-docx", "diary-xlsx"
"""Kinds of jobs."""
FORMATS = {"docx": DOCX, "xlsx": XLSX}


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry in words: names of who was there and who was not, kind, where, topics."""

    entry: Entry
    kind: Text
    where: Text | None
    topics: tuple[Text, ...]
    there: tuple[str, ...]
    away: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The newest entries first. `several`: a group or circle, of which it is told who was there."""

    mentorship: Mentorship
    noted: tuple[Noted, ...]
    page: int
    pages: int
    total: Hours
    months: tuple[tuple[date, Hours], ...]
    next: Meeting | None
    several: bool


@dataclass(frozen=True, slots=True)
class _Whole:
    mentorship: Mentorship
    organisation: Organisation | None
    entries: tuple[Entry, ...]
    people: dict[int, Person]
    ahead: tuple[Meeting, ...]
    zone: str

    def names(self, *ids: int) -> tuple[str, ...]:
        return tuple(self.people[each].name for each in ids if each in self.people)


async def _whole(desk: Desk, mentorship_id: int) -> _Whole:
    """Everything a diary is made of. Raises Forbidden for who may not read it."""
    mentorship = await mentorship_of(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_DIARY, Scope.of(mentorship))
    meetings = await desk.work.meetings.of_mentorship(mentorship_id)
    marks = await desk.work.attendances.of_meetings([one.id for one in meetings])
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    people = await desk.work.people.many({*mentorship.people, *(one.person_id for m in marks.values() for one in m)})
    ahead = tuple(one for one in meetings if one.state is MeetingState.PLANNED and one.starts_at > desk.now)
    zone = organisation.zone if organisation is not None else desk.programme.zone
    return _Whole(mentorship, organisation, diary.entries(mentorship, meetings, marks), people, ahead, zone)


async def page(desk: Desk, mentorship_id: int, number: int = 0) -> Page:
    """One page of the diary."""
    whole = await _whole(desk, mentorship_id)
    entries, number = whole.entries[::-1], min(max(number, 0), LAST_PAGE)
    counted = _counted(desk, whole)
    return Page(
        whole.mentorship,
        tuple(_noted(desk, whole, one) for one in entries[number * PAGE : (number + 1) * PAGE]),
        number,
        pages_of(len(entries), PAGE),
        diary.hours(counted),
        diary.by_month(counted, whole.zone)[-MONTHS:],
        whole.ahead[0] if whole.ahead else None,
        len(whole.mentorship.people) > 2,
    )


def _counted(desk: Desk, whole: _Whole) -> tuple[Entry, ...]:
    """What makes the hours: of a mentor who reads, the meetings they were at; else all."""
    me = desk.actor.person_id
    return diary.of_person(whole.entries, me) if me in whole.mentorship.mentors and me is not None else whole.entries


def _noted(desk: Desk, whole: _Whole, one: Entry) -> Noted:
    topics = {topic.id: topic.name for topic in desk.programme.topics}
    return Noted(
        one,
        kind_name(desk, one.meeting.kind, whole.mentorship),
        whereabouts_line(desk, one.meeting),
        tuple(topics[each].text(desk.actor.language) for each in one.meeting.topics if each in topics),
        whole.names(*one.there),
        whole.names(*(each.person_id for each in one.away)),
    )


# --- as a document ----------------------------------------------------------------------------------------------------


async def order(desk: Desk, mentorship_id: int, ending: str) -> Show:
    """Order the diary as `docx` or `xlsx`."""
    mentorship = await mentorship_of(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_DIARY, Scope.of(mentorship))
    if ending not in FORMATS:
        raise Invalid
    asked = {"mentorship": mentorship_id}
    slot, back = f"diary-{ending}:{mentorship_id}", press("diary.open", mentorship_id)
    return await jobs.order(desk, FORMATS[ending], asked, slot=slot, text=Say("diary-waiting"), back=back)


async def make_docx(desk: Desk, job: Job) -> Making:
    """Reads the diary for a document to print."""
    found = await _document(desk, job)
    return Making(diary_document, (found, desk.actor.language), name="diary.docx", caption=Say("diary-caption"))


async def make_xlsx(desk: Desk, job: Job) -> Making:
    """Reads the diary for a table."""
    found = await _document(desk, job)
    return Making(diary_workbook, (found, desk.actor.language), name="diary.xlsx", caption=Say("diary-caption"))


async def _document(desk: Desk, job: Job) -> Diary:
    whole = await _whole(desk, int(job.arguments["mentorship"]))
    of, counted = whole.mentorship, _counted(desk, whole)
    return Diary(
        whole.organisation.name if whole.organisation is not None else "",
        whole.names(*of.mentors),
        whole.names(*of.mentees),
        of.starts,
        of.ends,
        whole.zone,
        tuple(_row(desk, whole, one) for one in whole.entries),
        diary.by_month(counted, whole.zone),
        diary.hours(counted),
    )


def _row(desk: Desk, whole: _Whole, one: Entry) -> DiaryRow:
    meeting, language = one.meeting, desk.actor.language
    topics = {topic.id: topic.name.text(language) for topic in desk.programme.topics}
    held = meeting.state is MeetingState.HELD
    return DiaryRow(
        meeting.starts_at,
        _kind(desk, whole.mentorship, meeting.kind),
        meeting.link or meeting.place,
        meeting.minutes if held else None,
        tuple(topics[each] for each in meeting.topics if each in topics),
        meeting.outcome,
        whole.names(*one.there),
        whole.names(*(each.person_id for each in one.away)),
        one.next.starts_at if one.next is not None else None,
    )


def _kind(desk: Desk, mentorship: Mentorship, kind: MeetingKind) -> str:
    """What the programme calls it, in the reader's language."""
    named = (step.name for step in (*told_steps(desk, mentorship), *desk.programme.cycle) if step.kind is kind)
    name = next(named, None)
    return name.text(desk.actor.language) if name is not None else kind.value
